import Commissioning
import Quantities
import Rules

/// What a value of a draft file must be: how it is read, and what to write when it is not that.
struct DraftKind<Value> {
  let advice: BilingualText
  /// Whether it must stand between quotes because YAML would make a number of it.
  var isQuoted = false
  let parse: (String) -> Value?
}

extension DraftKind where Value == String {
  static var text: DraftKind {
    DraftKind(advice: BilingualText("Schrijf een tekst.", "Write a text.")) {
      $0.isEmpty ? nil : $0
    }
  }
}

extension DraftKind where Value == Bool {
  static var flag: DraftKind {
    DraftKind(advice: BilingualText("Schrijf true of false.", "Write true or false.")) {
      switch $0 {
      case "true": true
      case "false": false
      default: nil
      }
    }
  }
}

extension DraftKind where Value == CivilDate {
  static var date: DraftKind {
    DraftKind(
      advice: BilingualText(
        "Schrijf een bestaande datum als jjjj-mm-dd.",
        "Write a date that exists as yyyy-mm-dd."
      )
    ) { CivilDate($0) }
  }
}

extension DraftKind where Value == Cents {
  static var cents: DraftKind {
    DraftKind(
      advice: BilingualText(
        "Schrijf hele centen zonder punt of komma.",
        "Write whole cents without a point or comma."
      )
    ) { text in
      guard (1...15).contains(text.utf8.count), let amount = Int64(text), amount >= 0 else {
        return nil
      }
      return Cents(amount)
    }
  }
}

extension DraftKind where Value == Rate {
  static var percentage: DraftKind {
    DraftKind(
      advice: BilingualText(
        "Schrijf een percentage, bijvoorbeeld 2,65.",
        "Write a percentage, for example 2,65."
      )
    ) { Rate(percent: $0) }
  }
}

extension DraftKind where Value == Int {
  static func number(_ range: ClosedRange<Int>) -> DraftKind {
    DraftKind(
      advice: BilingualText(
        "Schrijf een getal van \(range.lowerBound) tot en met \(range.upperBound).",
        "Write a number from \(range.lowerBound) to \(range.upperBound)."
      )
    ) { Int($0).flatMap { range.contains($0) ? $0 : nil } }
  }
}

extension DraftKind where Value: DigitCode {
  /// A code of digits only, which must stand between quotes.
  static var digits: DraftKind {
    DraftKind(
      advice: BilingualText(
        "Schrijf \(Value.digitCount) cijfers tussen aanhalingstekens.",
        "Write \(Value.digitCount) digits between quotes."
      ),
      isQuoted: true
    ) { Value($0) }
  }
}

extension DraftKind where Value == ProductCode {
  static var product: DraftKind {
    DraftKind(
      advice: BilingualText(
        "Een productcode heeft 1 tot 5 tekens.",
        "A product code has 1 to 5 characters."
      )
    ) { ProductCode($0) }
  }
}

extension DraftKind where Value == ClaimUnit {
  static var unit: DraftKind {
    DraftKind(
      advice: BilingualText(
        "Kies uit \"01\", \"04\", \"14\", \"16\", \"82\", \"83\", \"84\".",
        "Choose from \"01\", \"04\", \"14\", \"16\", \"82\", \"83\", \"84\"."
      ),
      isQuoted: true
    ) { ClaimUnit(code: $0) }
  }
}

extension DraftKind {
  /// A short name: letters, digits, dots, dashes and underscores.
  static func label<Subject>() -> DraftKind where Value == Label<Subject> {
    DraftKind(
      advice: BilingualText(
        "Schrijf 1 tot 64 letters, cijfers, punten of streepjes, zonder spaties.",
        "Write 1 to 64 letters, digits, dots or dashes, without spaces."
      )
    ) { Label<Subject>($0) }
  }

  /// One of the words of a closed list.
  static func word() -> DraftKind where Value: CaseIterable & RawRepresentable<String> {
    let words = Value.allCases.map(\.rawValue).joined(separator: ", ")
    return DraftKind(advice: BilingualText("Kies uit: \(words).", "Choose from: \(words).")) {
      Value(rawValue: $0)
    }
  }

  /// A pattern of years, such as `3+1+1`.
  static func pattern(_ mode: TermPattern.Mode) -> DraftKind where Value == TermPattern {
    DraftKind(
      advice: BilingualText(
        "Schrijf de jaren als 3+1+1: eerst de looptijd, dan de verlengingen.",
        "Write the years as 3+1+1: the term first, then the extensions."
      )
    ) { TermPattern($0, mode: mode) }
  }
}
