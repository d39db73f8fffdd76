import Quantities

/// What a rule says in plain words: what is wrong, and how to mend it.
///
/// The texts hold the names of compared values between braces: `{claimedVolume}`.
package struct RuleSentence: Hashable, Sendable {
  package let dutch: String
  /// Nil where the sentence itself says how to mend it.
  package let dutchRemedy: String?
  package let english: String
  package let englishRemedy: String?
  /// What takes the place of the remedy where nothing is left; nil where there is no such case.
  package let spent: Spent?

  /// The remedy for the case that a value says that there is nothing left to claim.
  ///
  /// A remedy of "at most 0 hours" reads as a mistake of the program.
  package struct Spent: Hashable, Sendable {
    /// The name of the value that is zero or less then.
    package let value: String
    package let remedy: BilingualText

    package init(_ value: String, _ dutch: String, _ english: String) {
      self.value = value
      remedy = BilingualText(dutch, english)
    }
  }

  package init(
    dutch: String,
    remedy dutchRemedy: String,
    english: String,
    remedy: String,
    spent: Spent? = nil
  ) {
    self.spent = spent
    self.dutch = dutch
    self.dutchRemedy = dutchRemedy
    self.english = english
    englishRemedy = remedy
  }

  /// A text that says both at once.
  package init(dutch: String, english: String) {
    self.dutch = dutch
    self.english = english
    spent = nil
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
    statement(values, in: language) + (remedy(values, in: language).map { " " + $0 } ?? "")
  }

  /// What is wrong, with the values filled in.
  package func statement(_ values: [ComparedValue], in language: Language) -> String {
    Self.filled(language == .dutch ? dutch : english, with: values, in: language)
  }

  /// How to mend it, with the values filled in; nil where the statement says it.
  package func remedy(_ values: [ComparedValue], in language: Language) -> String? {
    if let spent, values.contains(where: { $0.name == spent.value && $0.value.isNothing }) {
      return spent.remedy[language]
    }
    return (language == .dutch ? dutchRemedy : englishRemedy).map {
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

extension ComparedValue.Value {
  /// Whether it is an amount of nothing, or of less.
  var isNothing: Bool {
    switch self {
    case .cents(let cents): cents <= .zero
    case .volume(let amount, _): amount <= 0
    case .number(let number): number <= 0
    default: false
    }
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
