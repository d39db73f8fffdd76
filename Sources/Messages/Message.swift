package import Quantities

/// A message as typed tables: a column per element, a row per occurrence, in the order of the file.
///
/// - Dutch term: bericht (iWmo 3.2)
package struct Message: Sendable, Equatable {
  package let type: MessageType
  let tables: [MessageTable]

  /// The mark of an absent value in a column of numbers.
  package static let absent = Int64.min

  /// The number of rows of a table.
  package func count(_ table: TableID) -> Int { tables[table.index].count }

  /// The row in the parent table that a row lies in.
  package func parent(_ table: TableID, _ row: Int) -> Int {
    Int(tables[table.index].parents[row])
  }

  /// The rows of a table that lie in one row of its parent table.
  package func children(_ table: TableID, of parentRow: Int) -> Range<Int> {
    let starts = tables[table.index].starts
    guard parentRow >= 0, parentRow + 1 < starts.count else { return 0..<0 }
    return Int(starts[parentRow])..<Int(starts[parentRow + 1])
  }
}

/// The rows of one table of a message.
struct MessageTable: Sendable, Equatable {
  var count: Int
  /// For each row the row of the parent table.
  var parents: [Int32]
  /// For each row of the parent table the first row here, and at the end the number of rows.
  var starts: [Int32] = []
  /// For each field its numbers; empty for a field of text.
  var numbers: [[Int64]]
  /// For each field its texts; empty for a field of numbers.
  var texts: [ElementTexts]
}

extension MessageTable {
  /// Fills the columns up to the number of rows.
  mutating func pad(_ definition: TableDefinition) {
    for (column, field) in definition.fields.enumerated() {
      if field.storage == .text {
        texts[column].pad(to: count)
      } else {
        for _ in numbers[column].count..<count { numbers[column].append(Message.absent) }
      }
    }
  }

  /// Fills the columns, and notes where the rows of each parent row begin.
  mutating func complete(_ definition: TableDefinition, parentCount: Int?) {
    pad(definition)
    guard let parentCount else { return }
    starts.reserveCapacity(parentCount + 1)
    var row = 0
    for parent in 0..<parentCount {
      while row < parents.count, Int(parents[row]) < parent { row += 1 }
      starts.append(Int32(truncatingIfNeeded: row))
    }
    starts.append(Int32(truncatingIfNeeded: parents.count))
  }
}

// MARK: - Values

extension Message {
  /// The number in an element with a number or with a fixed count of digits; nil when absent.
  package func integer(_ field: Field, _ row: Int = 0) -> Int64? {
    switch type.grammar[field].storage {
    case .integer, .digits: number(field, row)
    case .date, .code, .text, .presence: nil
    }
  }

  /// The date in an element with a date; nil when absent.
  package func date(_ field: Field, _ row: Int = 0) -> CivilDate? {
    guard type.grammar[field].storage == .date, let day = number(field, row) else { return nil }
    return CivilDate(dayNumber: Int32(truncatingIfNeeded: day))
  }

  /// The packed code in an element with a list of codes, see `PackedCode`; nil when absent.
  package func code(_ field: Field, _ row: Int = 0) -> Int64? {
    type.grammar[field].storage == .code ? number(field, row) : nil
  }

  /// The value in its canonical form, whatever its type; nil when absent.
  package func text(_ field: Field, _ row: Int = 0) -> String? {
    let storage = type.grammar[field].storage
    if storage == .text {
      let column = tables[field.table.index].texts[field.column]
      return row >= 0 && row < column.count ? column.text(row) : nil
    }
    guard let number = number(field, row) else { return nil }
    switch storage {
    case .integer: return String(number)
    case .date: return CivilDate(dayNumber: Int32(truncatingIfNeeded: number)).description
    case .code: return PackedCode.unpack(number)
    case .digits(let width):
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    case .presence, .text: return nil
    }
  }

  /// Whether the element is there.
  package func isPresent(_ field: Field, _ row: Int = 0) -> Bool {
    let table = tables[field.table.index]
    guard row >= 0, row < table.count else { return false }
    if type.grammar[field].storage == .text { return !table.texts[field.column].range(row).isEmpty }
    return table.numbers[field.column][row] != Message.absent
  }

  private func number(_ field: Field, _ row: Int) -> Int64? {
    let column = tables[field.table.index].numbers[field.column]
    guard row >= 0, row < column.count, column[row] != Message.absent else { return nil }
    return column[row]
  }
}

// MARK: - Columns

extension Message {
  /// The raw column of a field of numbers, dates, codes, digits or presence.
  ///
  /// Dates are day numbers and codes are packed; `Message.absent` stands where an element is
  /// absent. Nothing is copied.
  package func integers(_ field: Field) -> [Int64] {
    tables[field.table.index].numbers[field.column]
  }

  /// The raw column of a field of text, without a copy.
  package func texts(_ field: Field) -> ElementTexts {
    tables[field.table.index].texts[field.column]
  }

  /// For each row of a table the row of the parent table, without a copy.
  package func parents(_ table: TableID) -> [Int32] { tables[table.index].parents }
}

// MARK: - Paths

extension Message {
  /// The path of an element, with the number of each repeating element among its siblings:
  /// `/Bericht/Declaratie/Clienten/Client[3]/Prestaties/Prestatie[2]/GeleverdVolume`.
  package func path(_ field: Field, _ row: Int = 0) -> String {
    path(node: type.grammar[field].node, table: field.table, row: row)
  }

  /// The path of a row.
  package func path(_ table: TableID, _ row: Int) -> String {
    path(node: type.grammar[table].node, table: table, row: row)
  }

  private func path(node: Int, table: TableID, row: Int) -> String {
    var steps: [String] = []
    var current: Int? = node
    var table = table
    var row = row
    while let index = current {
      let element = type.grammar.nodes[index]
      var step = element.name
      if element.repeats, row < count(table) {
        let parentRow = parent(table, row)
        step += "[\(row - children(table, of: parentRow).lowerBound + 1)]"
        row = parentRow
        table = type.grammar[table].parent ?? .message
      }
      steps.append(step)
      current = element.parent
    }
    return "/" + steps.reversed().joined(separator: "/")
  }
}
