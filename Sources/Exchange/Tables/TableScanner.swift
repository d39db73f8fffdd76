import Commissioning

/// Walks over the bytes of a table once and cuts them into cells.
///
/// After a fault it goes on at the next line, so that one file gives all its findings.
struct TableScanner {
  let separator: TableFile.Separator
  private(set) var findings: [ImportFinding] = []

  private let bytes: [UInt8]
  private var index = 0
  private var line = 1
  private var rows: [TableFile.Row] = []
  private var cell: [UInt8] = []
  /// The first empty line since the last row; only at the end of a file are they harmless.
  private var emptyLine: Int?

  init(_ bytes: [UInt8], separator: TableFile.Separator) {
    self.bytes = bytes
    self.separator = separator
  }

  /// What ended a cell.
  private enum End {
    case separator
    case line
    case fault
  }

  /// All rows, the header first.
  mutating func scan() -> [TableFile.Row] {
    while index < bytes.count, findings.count <= TableFile.maximumFindingCount {
      let start = line
      let begin = index
      if stepOverLineEnd() {
        emptyLine = emptyLine ?? start
      } else if let cells = row() {
        add(TableFile.Row(line: start, cells: cells, range: begin..<index))
      }
      if rows.count > TableFile.maximumRowCount + 1 {
        find(
          start,
          "er zijn meer dan een miljoen regels. Verdeel het bestand.",
          "there are more than a million lines. Divide the file."
        )
        break
      }
    }
    return rows
  }

  private mutating func add(_ row: TableFile.Row) {
    if let empty = emptyLine {
      find(
        empty,
        "deze regel is leeg, maar er volgen nog regels. Haal hem weg.",
        "this line is empty, but lines follow it. Remove it."
      )
      emptyLine = nil
    }
    rows.append(row)
  }

  /// The cells up to the end of the line, or nil after a fault.
  private mutating func row() -> [String]? {
    var cells: [String] = []
    while true {
      cell.removeAll(keepingCapacity: true)
      let quoted = index < bytes.count && bytes[index] == 0x22
      let end = quoted ? quotedCell() : plainCell()
      guard end != .fault else {
        skipLine()
        return nil
      }
      cells.append(String(decoding: cell, as: UTF8.self))
      if end == .line { return cells }
    }
  }

  private mutating func plainCell() -> End {
    while index < bytes.count {
      if let end = endOfCell() { return end }
      let byte = bytes[index]
      if byte == 0x22 {
        find(
          line,
          """
          hier staat een aanhalingsteken midden in een cel. Zet de hele cel tussen \
          aanhalingstekens en verdubbel het teken erin.
          """,
          "a quote stands within a cell. Quote the whole cell and double the quote in it."
        )
        return .fault
      }
      guard isAllowed(byte) else { return .fault }
      cell.append(byte)
      index += 1
    }
    return .line
  }

  private mutating func quotedCell() -> End {
    let start = line
    index += 1
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x22 {
        index += 1
        guard index < bytes.count else { return .line }
        if bytes[index] != 0x22 {
          if let end = endOfCell() { return end }
          find(
            line,
            "na het sluitende aanhalingsteken staat nog tekst. Haal die weg.",
            "text follows the closing quote. Remove it."
          )
          return .fault
        }
      } else if byte == 0x0A {
        line += 1
      } else if byte != 0x0D, byte != 0x09, !isAllowed(byte) {
        return .fault
      }
      cell.append(byte)
      index += 1
    }
    find(
      start,
      "een aanhalingsteken op deze regel wordt niet gesloten. Sluit het.",
      "a quote on this line is not closed. Close it."
    )
    return .fault
  }

  /// Steps over a separator or the end of a line; nil when there is neither.
  private mutating func endOfCell() -> End? {
    if bytes[index] == separator.rawValue {
      index += 1
      return .separator
    }
    return stepOverLineEnd() ? .line : nil
  }

  /// Steps over LF or CR LF; false when there is neither.
  private mutating func stepOverLineEnd() -> Bool {
    if bytes[index] == 0x0A {
      index += 1
    } else if bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A {
      index += 2
    } else {
      return false
    }
    line += 1
    return true
  }

  /// Whether a byte may stand in a cell; a control character is reported.
  private mutating func isAllowed(_ byte: UInt8) -> Bool {
    if byte >= 0x20, byte != 0x7F { return true }
    if byte == 0x09 { return true }
    find(
      line,
      "hier staat een stuurteken (code \(byte)). Haal het weg of bewaar opnieuw als tekst.",
      "there is a control character here (code \(byte)). Remove it, or save as text again."
    )
    return false
  }

  private mutating func skipLine() {
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == 0x0A {
        line += 1
        return
      }
    }
  }

  private mutating func find(_ line: Int, _ dutch: String, _ english: String) {
    findings.append(ImportFinding(line: line, column: nil, text: dutch, english: english))
  }
}
