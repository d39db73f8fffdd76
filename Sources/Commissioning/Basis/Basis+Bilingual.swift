package import Quantities
package import Rules

extension Basis {
  /// The basis as it stands beside what rests on it, in both languages.
  ///
  /// What the source itself says is not translated: it has to be found again.
  package var text: BilingualText {
    let english =
      switch self {
      case .document(let place): "source \(place)"
      case .law(let place), .clause(let place): place
      case .standard(let place): "contract standard: \(place)"
      case .assumption(let reason): "assumption: \(reason)"
      }
    return BilingualText(dutchText, english)
  }
}

extension BilingualText {
  /// The sentence with the place that it rests on in brackets behind it.
  package func with(_ bases: [Basis]) -> BilingualText {
    guard !bases.isEmpty else { return self }
    let dutchPlaces = bases.map(\.text.dutch).joined(separator: "; ")
    let englishPlaces = bases.map(\.text.english).joined(separator: "; ")
    return BilingualText("\(dutch) (\(dutchPlaces))", "\(english) (\(englishPlaces))")
  }
}

extension TermLength {
  /// The length in English: `6 weeks`.
  package var englishText: String {
    let plural = count == 1 ? "" : "s"
    let word =
      switch unit {
      case .days: "day"
      case .workingDays: "working day"
      case .weeks: "week"
      case .months: "month"
      case .years: "year"
      }
    return "\(count) \(word)\(plural)"
  }
}
