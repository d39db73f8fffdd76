/// What a figure or a word on the pages means, and how it is computed.
package enum Definition: String, CaseIterable, Sendable {
  case clients = "clienten"
  case awarded = "toegekend"
  case ceiling = "plafond"
  case used = "benut"
  case concentration = "concentratie"
  case decisiveDate = "beslisdatum"
  case coverage = "dekking"
  case refused = "afgekeurd"
  case notMended = "niet-hersteld"
  case knownOn = "bekend-op"
  case validOn = "geldig-op"
  case smallNumbers = "kleine-aantallen"
  case realPrice = "reele-prijs"
  case origin = "herkomst"
  case longTail = "lange-staart"
  case overlap = "overlap"
  case baseline = "nulmeting"

  /// What it is called.
  package var name: (dutch: String, english: String) {
    DefinitionTable.shared.names[self] ?? ("", "")
  }

  /// What it means and how it is computed.
  package var meaning: (dutch: String, english: String) {
    DefinitionTable.shared.meanings[self] ?? ("", "")
  }
}

/// The words of the definitions, as they stand in `definitions.tsv`.
struct DefinitionTable: Sendable {
  let names: [Definition: (dutch: String, english: String)]
  let meanings: [Definition: (dutch: String, english: String)]

  /// The table that is compiled in.
  ///
  /// It is ours and a test reads it whole: a broken line there is a mistake of ours and traps.
  static let shared = DefinitionTable(EmbeddedTables.definitions)

  init(_ text: String) {
    var names: [Definition: (dutch: String, english: String)] = [:]
    var meanings: [Definition: (dutch: String, english: String)] = [:]
    for line in text.split(separator: "\n").filter({ !$0.hasPrefix("#") }).dropFirst() {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 5, let definition = Definition(rawValue: cells[0]) else {
        preconditionFailure("definitions.tsv: \(line)")
      }
      names[definition] = (cells[1], cells[2])
      meanings[definition] = (cells[3], cells[4])
    }
    precondition(names.count == Definition.allCases.count, "a definition has no words")
    self.names = names
    self.meanings = meanings
  }
}
