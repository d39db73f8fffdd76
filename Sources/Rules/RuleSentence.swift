/// What a rule says in plain words: what is wrong, and how to mend it.
///
/// The texts hold the names of compared values between braces: `{claimedVolume}`.
package struct RuleSentence: Hashable, Sendable {
  package let dutch: String
  /// Nil where the sentence itself says how to mend it.
  package let dutchRemedy: String?
  package let english: String
  package let englishRemedy: String?

  package init(dutch: String, remedy dutchRemedy: String, english: String, remedy: String) {
    self.dutch = dutch
    self.dutchRemedy = dutchRemedy
    self.english = english
    englishRemedy = remedy
  }

  /// A text that says both at once.
  package init(dutch: String, english: String) {
    self.dutch = dutch
    self.english = english
    dutchRemedy = nil
    englishRemedy = nil
  }

  /// The text with its names, the remedy included.
  package subscript(language: Language) -> String {
    switch language {
    case .dutch: dutch + (dutchRemedy.map { " " + $0 } ?? "")
    case .english: english + (englishRemedy.map { " " + $0 } ?? "")
    }
  }

  /// What is wrong and how to mend it, with the values filled in.
  package func text(_ values: [ComparedValue], in language: Language) -> String {
    Self.filled(self[language], with: values, in: language)
  }

  /// What is wrong, with the values filled in.
  package func statement(_ values: [ComparedValue], in language: Language) -> String {
    Self.filled(language == .dutch ? dutch : english, with: values, in: language)
  }

  /// How to mend it, with the values filled in; nil where the statement says it.
  package func remedy(_ values: [ComparedValue], in language: Language) -> String? {
    (language == .dutch ? dutchRemedy : englishRemedy).map {
      Self.filled($0, with: values, in: language)
    }
  }

  /// The names between braces in all texts.
  package var placeholders: Set<String> {
    var names: Set<String> = []
    for text in [self[.dutch], self[.english]] {
      for part in text.split(separator: "{").dropFirst() {
        if let end = part.firstIndex(of: "}") { names.insert(String(part[..<end])) }
      }
    }
    return names
  }

  /// Puts the values in the place of their names; a name without a value stays as it is.
  private static func filled(
    _ text: String,
    with values: [ComparedValue],
    in language: Language
  ) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      let name = rest[rest.index(after: open)..<close]
      let value = values.first { $0.name == name }?.value
      result += value?.text(in: language) ?? String(rest[open...close])
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}

/// The sentences of a room: what was wrong and how to mend it, never with personal data.
package struct RuleTexts: Sendable {
  /// The rules that have a text.
  package let templates: [RuleID: RuleSentence]

  package init(_ templates: [RuleID: RuleSentence]) { self.templates = templates }

  /// The explanation of a finding, or nil when it is of a rule of another room.
  package func text(for finding: Finding, in language: Language) -> String? {
    templates[finding.rule]?.text(finding.compared, in: language)
  }
}
