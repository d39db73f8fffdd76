package import Quantities
package import Rules

extension SupplementaryProcedure {
  /// That it opens or is open, which it is, and what says so.
  package func text(since day: CivilDate?) -> BilingualText {
    if let day {
      return BilingualText(
        "Aanvullende contractering is open sinds \(day.dutchText): \(kind.dutchText).",
        "Supplementary contracting is open since \(day): \(kind.text.english)."
      ).with([basis])
    }
    return BilingualText(
      "Dit opent aanvullende contractering: \(kind.dutchText).",
      "This opens supplementary contracting: \(kind.text.english)."
    ).with([basis])
  }
}
