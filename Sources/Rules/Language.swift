package import Quantities

/// A language in which Regie explains itself.
package enum Language: String, CaseIterable, Sendable {
  case dutch = "nl"
  case english = "en"
}

extension Cents {
  /// The amount as readers of a language write it.
  package func text(in language: Language) -> String {
    language == .dutch ? dutchText : englishText
  }
}

extension ComparedValue.Value {
  /// The value as readers of a language write it.
  package func text(in language: Language) -> String {
    switch self {
    case .cents(let cents): cents.text(in: language)
    case .date(let date): language == .dutch ? date.dutchText : date.description
    case .period(let period):
      language == .dutch
        ? "\(period.first.dutchText) tot en met \(period.last.dutchText)"
        : "\(period.first) to \(period.last)"
    case .volume(let amount, let unit): unit?.text(of: amount, in: language) ?? "\(amount)"
    case .number(let number): "\(number)"
    case .code(let code): code
    case .phrase(let dutch, let english): language == .dutch ? dutch : english
    case .sealed: language == .dutch ? "verzegeld" : "sealed"
    case .absent: language == .dutch ? "niets" : "nothing"
    }
  }
}

extension ClaimUnit {
  /// An amount in this unit as readers of a language write it: `12 uur`, `1 half day`.
  ///
  /// Minutes that are whole hours are written as hours and minutes both, because limits are counted
  /// in minutes and officials think in hours.
  package func text(of amount: Int64, in language: Language) -> String {
    let one = amount == 1
    switch self {
    case .euro:
      return language == .dutch ? Cents(amount).dutchText : Cents(amount).englishText
    case .minute:
      let minutes =
        "\(amount) "
        + (language == .dutch ? (one ? "minuut" : "minuten") : (one ? "minute" : "minutes"))
      guard amount >= 60, amount % 60 == 0 else { return minutes }
      return minutes + " (" + ClaimUnit.hour.text(of: amount / 60, in: language) + ")"
    case .hour: return "\(amount) " + (language == .dutch ? "uur" : (one ? "hour" : "hours"))
    case .fullDay:
      return "\(amount) "
        + (language == .dutch
          ? (one ? "etmaal" : "etmalen") : (one ? "24-hour period" : "24-hour periods"))
    case .halfDay:
      return "\(amount) "
        + (language == .dutch ? (one ? "dagdeel" : "dagdelen") : (one ? "half day" : "half days"))
    case .outputPiece, .effortPiece:
      return "\(amount) "
        + (language == .dutch ? (one ? "stuk" : "stuks") : (one ? "piece" : "pieces"))
    }
  }
}
