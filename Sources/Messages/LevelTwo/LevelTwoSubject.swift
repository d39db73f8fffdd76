import Quantities

/// A message as the rules of level 2 look at it.
struct LevelTwoSubject: Sendable {
  let message: Message
  let settings: LevelTwoSettings
  /// Where the classes and elements are that the rules judge.
  let sites: LevelTwoSites
  /// Dagtekening of the message.
  let date: CivilDate?
  /// The lines of a claim or of its answer.
  let lines: ClaimLines?

  init(_ message: Message, _ settings: LevelTwoSettings) {
    self.message = message
    self.settings = settings
    sites = LevelTwoSites.of(message.type)
    date = sites.date.flatMap { message.date($0) }
    lines = sites.claim.map { ClaimLines(message, $0) }
  }

  /// The rows of a table, in order.
  func rows(of table: TableID) -> some Sequence<LevelTwoRow> {
    (0..<message.count(table)).lazy.map { LevelTwoRow(message: message, number: $0) }
  }

  /// The message itself as a row.
  var head: LevelTwoRow { LevelTwoRow(message: message, number: 0) }

  /// The values of an element as numbers that are equal when the values are.
  func keys(of field: Field) -> [Int64] {
    if let lines, field == lines.site.line.reference { return lines.referenceKeys.numbers }
    if let lines, field == lines.site.line.previous { return lines.previousKeys.numbers }
    return TextKeys.column(field, of: message)
  }

  /// Whether a date is after the Dagtekening of the message.
  func isLate(_ date: CivilDate?) -> Bool {
    guard let date, let limit = self.date else { return false }
    return date > limit
  }
}

/// One row of a table, with its values; a field that a kind of message does not have is absent.
struct LevelTwoRow: Sendable {
  let message: Message
  let number: Int

  func has(_ field: Field?) -> Bool { field.map { message.isPresent($0, number) } ?? false }

  func date(_ field: Field?) -> CivilDate? { field.flatMap { message.date($0, number) } }

  func integer(_ field: Field?) -> Int64? { field.flatMap { message.integer($0, number) } }

  func text(_ field: Field?) -> String? { field.flatMap { message.text($0, number) } }

  /// The packed code in an element, see `Code`.
  func code(_ field: Field?) -> Int64? { field.flatMap { message.code($0, number) } }

  func code(_ field: Field?, is code: Int64) -> Bool { self.code(field) == code }

  func code(_ field: Field?, isOneOf codes: [Int64]) -> Bool {
    self.code(field).map { codes.contains($0) } ?? false
  }
}

/// Codes of the standard as they stand in a column.
enum Code {
  static let debit = packed("D")
  static let credit = packed("C")
  static let euro = packed("83")
  static let week = packed("2")
  static let netherlands = packed("NL")
  static let one = packed("1")
  static let two = packed("2")
  static let three = packed("3")
  static let deletion = packed("3")
  static let timeOrPieceUnits = ["14", "16", "83", "84"].map(packed)
  static let longFrequencies = ["2", "4", "6"].map(packed)
  static let aids = ["11", "12", "13", "14"].map(packed)
  static let residence = ["01", "03"].map(packed)
  static let lasting = ["01", "02", "03"].map(packed)
  static let temporary = packed("04")
  static let professionals = ["02", "03", "04", "05"].map(packed)

  static func packed(_ code: String) -> Int64 { PackedCode.pack(code) ?? Message.absent }
}
