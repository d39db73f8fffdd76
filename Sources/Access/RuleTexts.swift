import Quantities
package import Rules

/// The language of an explanation.
package enum ExplanationLanguage: String, Hashable, CaseIterable, Sendable {
  case dutch = "nl"
  case english = "en"
}

/// What is said of a rule that failed, in every language.
///
/// A name in braces stands for the compared value of that name.
package struct RuleText: Hashable, Sendable {
  package let dutch: String
  package let english: String

  package init(dutch: String, english: String) {
    self.dutch = dutch
    self.english = english
  }

  package subscript(language: ExplanationLanguage) -> String {
    switch language {
    case .dutch: dutch
    case .english: english
    }
  }
}

/// The explanations of a room: what was wrong and how to mend it, never with personal data.
package struct RuleTexts: Sendable {
  /// The rules that have a text.
  package let templates: [RuleID: RuleText]

  package init(_ templates: [RuleID: RuleText]) { self.templates = templates }

  /// The explanation of a finding, or nil when it is of a rule of another room.
  package func text(for finding: Finding, in language: ExplanationLanguage) -> String? {
    guard let template = templates[finding.rule]?[language] else { return nil }
    return RuleTexts.fill(template, with: finding.compared, in: language)
  }

  /// Puts the values in the place of their names; a name without a value stays as it is.
  private static func fill(
    _ template: String,
    with values: [ComparedValue],
    in language: ExplanationLanguage
  ) -> String {
    var text = ""
    for (index, part) in template.split(separator: "{", omittingEmptySubsequences: false)
      .enumerated()
    {
      guard index > 0, let close = part.firstIndex(of: "}") else {
        text += part
        continue
      }
      let name = part[..<close]
      let value = values.first { $0.name == name }
      text += value?.value.text(in: language) ?? "{\(name)}"
      text += part[part.index(after: close)...]
    }
    return text
  }
}

extension ComparedValue.Value {
  /// The value as a reader of the language writes it; personal data only as sealed.
  package func text(in language: ExplanationLanguage) -> String {
    let isDutch = language == .dutch
    switch self {
    case .cents(let cents): return isDutch ? cents.dutchText : cents.englishText
    case .date(let date): return isDutch ? date.dutchText : date.description
    case .period(let period):
      return isDutch
        ? "\(period.first.dutchText) tot en met \(period.last.dutchText)"
        : "\(period.first) through \(period.last)"
    case .volume(let amount, let unit):
      guard let unit else { return "\(amount)" }
      return "\(amount) (" + (isDutch ? "eenheid" : "unit") + " \(unit.code))"
    case .number(let number): return "\(number)"
    case .code(let code): return code
    case .sealed: return isDutch ? "(verzegeld)" : "(sealed)"
    case .absent: return isDutch ? "(geen)" : "(none)"
    }
  }
}
