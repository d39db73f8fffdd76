import Commissioning
import Quantities
import Rules

/// Reads the cells of one row and collects what is wrong with them.
///
/// A finding never repeats what is in a cell: it may be a number of a person.
struct TableCells<Column: CaseIterable & Hashable & RawRepresentable & Sendable>
where Column.RawValue == String {
  let row: TableFile.Row
  let places: [Column: Int]
  /// The municipalities whose rows about clients may be taken in.
  let region: Set<MunicipalityCode>
  private(set) var findings: [ImportFinding] = []

  init(_ row: TableFile.Row, _ header: TableHeader<Column>, region: Set<MunicipalityCode> = []) {
    self.row = row
    self.region = region
    places = header.places
  }

  func text(_ column: Column) -> String {
    guard let place = places[column], place < row.cells.count else { return "" }
    return row.cells[place]
  }

  func isEmpty(_ column: Column) -> Bool { text(column).isEmpty }

  /// The value of a cell that may be empty; nil with a finding when it cannot be read.
  mutating func value<Value>(
    _ column: Column,
    _ advice: BilingualText,
    _ parse: (String) -> Value?
  ) -> Value? {
    let text = text(column)
    if text.isEmpty { return nil }
    if text.first?.isWhitespace == true || text.last?.isWhitespace == true {
      find(column, ContractAdvice.outerSpace)
      return nil
    }
    if let value = parse(text) { return value }
    find(
      column,
      BilingualText(
        "de waarde is ongeldig. " + advice.dutch,
        "the value is not valid. " + advice.english
      )
    )
    return nil
  }

  /// The value of a cell that must be filled in.
  mutating func required<Value>(
    _ column: Column,
    _ advice: BilingualText,
    _ parse: (String) -> Value?
  ) -> Value? {
    if isEmpty(column) {
      find(
        column,
        BilingualText("de cel is leeg. " + advice.dutch, "the cell is empty. " + advice.english)
      )
      return nil
    }
    return value(column, advice, parse)
  }

  mutating func find(_ column: Column?, _ text: BilingualText) {
    findings.append(
      ImportFinding(
        line: row.line,
        column: column?.rawValue,
        text: text.dutch,
        english: text.english
      )
    )
  }

  /// Finds the second row with a name of which there may be one, and says where the first stands.
  mutating func findDouble<Name: Hashable>(
    _ name: Name,
    _ column: Column,
    in lines: inout [Name: Int]
  ) {
    if let earlier = lines[name] {
      find(column, TableAdvice.doubled(earlier))
    } else {
      lines[name] = row.line
    }
  }
}

/// Numbers as a table may hold them.
enum TableNumbers {
  /// A category of WMO020 or JZ020 (iWmo/iJw 3.2 section ProductCategorie).
  static func category(_ text: String) -> ProductCategory? {
    guard let category = ProductCategory(text) else { return nil }
    switch category.number {
    case 1...18, 31...38, 40...55: return category
    default: return nil
    }
  }

  /// Digits only, within the range of an amount or volume (`LDT_Bedrag`, `LDT_Volume`).
  static func whole(_ text: String) -> Int64? {
    guard (1...8).contains(text.utf8.count),
      text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
    else { return nil }
    return Int64(text)
  }

  /// The same, and more than zero.
  static func positive(_ text: String) -> Int64? { whole(text).flatMap { $0 > 0 ? $0 : nil } }

  /// A number of an allocation: at most nine digits, not zero (`LDT_Nummer`).
  static func allocation(_ text: String) -> Int64? {
    guard (1...9).contains(text.utf8.count),
      text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let number = Int64(text), number > 0
    else { return nil }
    return number
  }

  /// A reference of a line: at most twenty characters without white space at the ends.
  static func reference(_ text: String) -> String? { text.utf8.count <= 20 ? text : nil }
}
