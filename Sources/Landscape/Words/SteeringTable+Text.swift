import Journal

extension SteeringTable {
  /// The narrowest and the widest table that is drawn.
  private static let widths = 60...400

  /// The table for a terminal, with words wrapped within the columns.
  package func lines(width: Int) -> [String] {
    let total = min(max(width, Self.widths.lowerBound), Self.widths.upperBound)
    // Four bars of three characters stand between the five columns.
    let first = max(12, total / 7)
    let other = (total - first - 4 * 3) / 4
    let columns = [first] + Array(repeating: other, count: 4)
    let rule = columns.map { String(repeating: "-", count: $0) }.joined(separator: "-+-")
    var lines = [title, rule]
    lines.append(contentsOf: Self.line(["Segment"] + self.columns, columns))
    lines.append(rule)
    for row in rows {
      lines.append(contentsOf: Self.line([[row.heading]] + row.cells, columns))
      lines.append(rule)
    }
    return lines
  }

  private static func line(_ cells: [String], _ columns: [Int]) -> [String] {
    line(cells.map { [$0] }, columns)
  }

  /// One row: every cell wrapped in its column, the shorter ones filled with blanks.
  private static func line(_ cells: [[String]], _ columns: [Int]) -> [String] {
    let wrapped = zip(cells, columns).map { cell, width in
      cell.flatMap { TextWrap.lines($0, width: width) }
    }
    let height = wrapped.map(\.count).max() ?? 0
    return (0..<height).map { index in
      let parts = zip(wrapped, columns).map { lines, width in
        let text = index < lines.count ? lines[index] : ""
        return text + String(repeating: " ", count: max(0, width - text.count))
      }
      var line = parts.joined(separator: " | ")
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// One object on one line.
  package var json: [UInt8] {
    JSONWriter.object { json in
      json.field("title", title)
      json.array("segments") { json in
        for row in rows { row.write(to: &json) }
      }
    }
  }
}

extension SteeringTable.Row {
  /// The number with the name: `1a Volwassenen, …`.
  package var heading: String { number.isEmpty ? name : "\(number) \(name)" }

  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("code", code)
      json.field("number", number)
      json.field("name", name)
      for (element, cell) in zip(SteeringElement.allCases, cells) {
        json.array("\(element)") { json in
          for statement in cell { json.string(statement) }
        }
      }
    }
  }
}

/// Breaks a statement over lines of a width, the second and later ones indented.
enum TextWrap {
  static func lines(_ text: String, width: Int) -> [String] {
    let width = max(width, 4)
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      var rest = word[...]
      let indent = lines.isEmpty ? "" : " "
      if !line.isEmpty, line.count + 1 + rest.count > width {
        lines.append(line)
        line = ""
      }
      let start = line.isEmpty ? (lines.isEmpty ? indent : " ") : " "
      // A word that is wider than the column is cut.
      while line.isEmpty, start.count + rest.count > width {
        let room = max(1, width - start.count - 1)
        lines.append(start + rest.prefix(room) + "-")
        rest = rest.dropFirst(room)
      }
      line += (line.isEmpty && lines.isEmpty ? "" : " ") + rest
    }
    if !line.isEmpty { lines.append(line) }
    return lines.isEmpty ? [""] : lines
  }
}
