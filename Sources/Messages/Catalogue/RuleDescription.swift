package import Rules

/// What one rule of the message standard demands, in plain words.
///
/// - Dutch term: regel: technische regel, conditie, constraint of restrictie (iWmo 3.2)
package struct RuleDescription: Hashable, Sendable {
  /// The number in the standard: `TR321`.
  package let number: String
  /// 1 schema, 2 in the message, 3 against earlier messages, 4 against the outside.
  package let level: Int
  /// The return code of a violation; nil for level 1 and for rules about a 325, which gets no
  /// answer.
  package let returnCode: String?
  /// The numbers of the messages it judges: `323`.
  package let messages: [String]
  /// The classes it judges, by their names in the standard; empty where it judges any element.
  package let classes: [String]
  /// What the rule demands.
  package let meaning: BilingualText
  /// What the sender can do after a violation.
  package let remedy: BilingualText
  /// The rule and the business and filling rules behind it.
  package let source: String
  /// How Regie reads the rule where the standard leaves room; nil where it leaves none.
  package let choice: BilingualText?
}

extension RuleDescription {
  /// A row of `rules.tsv`.
  init(row: [Substring]) {
    number = String(row[0])
    level = Int(row[1]) ?? 0
    returnCode = row[2].isEmpty ? nil : String(row[2])
    messages = row[3].split(separator: " ").map(String.init)
    classes = row[4].split(separator: " ").map(String.init)
    meaning = BilingualText(dutch: String(row[5]), english: String(row[7]))
    remedy = BilingualText(dutch: String(row[6]), english: String(row[8]))
    source = String(row[9])
    choice =
      row[10].isEmpty ? nil : BilingualText(dutch: String(row[10]), english: String(row[11]))
  }
}
