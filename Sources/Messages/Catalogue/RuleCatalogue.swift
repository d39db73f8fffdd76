/// Every rule of the message standard that Regie knows, by its number.
package struct RuleCatalogue: Sendable {
  /// All rules, in the order of the data file: TR, CD, CS, RS.
  package let rules: [RuleDescription]
  private let places: [String: Int]

  init(rows: [[Substring]]) {
    rules = rows.map(RuleDescription.init(row:))
    var places: [String: Int] = [:]
    for (place, rule) in rules.enumerated() { places[rule.number] = place }
    self.places = places
  }

  /// The rule with a number, or nil when the catalogue has none.
  package subscript(number: String) -> RuleDescription? {
    places[number].map { rules[$0] }
  }

  /// The rules of a level that judge a message, by its number (`323`).
  package func rules(level: Int, judging message: String) -> [RuleDescription] {
    rules.filter { $0.level == level && $0.messages.contains(message) }
  }
}

extension RuleCatalogue {
  /// The rules of iWmo 3.2 that apply to the Wmo.
  package static let iwmo = RuleCatalogue(
    rows: DataText.rows(EmbeddedTables.rules, columns: 12)
  )
}
