package import Quantities
package import Rules

extension Basis {
  /// The basis as it stands beside what rests on it, in both languages.
  ///
  /// Our own words are told in English; the Dutch name stays beside them, because it has to be
  /// found again. What somebody else wrote is not translated.
  package var text: BilingualText {
    let english =
      switch self {
      case .document(let place): "source \(place)"
      case .law(let place), .clause(let place): BasisWords.english(place) ?? place
      case .standard(let place):
        "contract standard: "
          + (BasisWords.english(place).map { "\($0) (\(place))" } ?? place)
      case .assumption(let reason): "assumption: \(BasisWords.english(reason) ?? reason)"
      }
    return BilingualText(dutchText, english)
  }
}

extension BilingualText {
  /// The sentence with the ground of it behind it, as a refusal says it.
  package func grounded(on basis: Basis?) -> BilingualText {
    guard let basis else { return self }
    return self + BilingualText(" Grond: ", " Ground: ") + basis.text + "."
  }

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
    let noun: CountedNoun =
      switch unit {
      case .days: .day
      case .workingDays: .workingDay
      case .weeks: .week
      case .months: .month
      case .years: .year
      }
    return noun.text(count).english
  }
}
