package import Rules

/// Why no region can be made from a strategy.
package enum ShapeFault: Error, Hashable, Sendable {
  /// There is no strategy to go by, by the name of its file.
  case noStrategy(String)
  /// A figure of before is missing, by its code in the file.
  case missingFigure(String)
  /// A product is missing, or has no unit or price to go by.
  case missingProduct(String)
  case missingSegment(String)
  /// A municipality that the table of the region does not know.
  case unknownMunicipality(String)
  /// A step of the plan is refused by the room that it is for.
  case refused(step: String, why: String)

  /// What is wrong, where, and what to do.
  package var text: BilingualText {
    switch self {
    case .noStrategy(let name):
      BilingualText(
        "Strategie \(name) is niet te lezen. Zet het bestand terug zoals het werd geleverd.",
        "Strategy \(name) cannot be read. Put the file back as it was delivered."
      )
    case .missingFigure(let code):
      BilingualText(
        "De strategie heeft geen kengetal \(code) met aantal en bedrag. Vul het aan.",
        "The strategy has no figure \(code) with a number and an amount. Add it."
      )
    case .missingProduct(let code):
      BilingualText(
        "De strategie heeft geen product \(code) met eenheid en prijs. Vul het aan.",
        "The strategy has no product \(code) with a unit and a price. Add it."
      )
    case .missingSegment(let code):
      BilingualText(
        "De strategie heeft geen segment \(code). Vul het aan.",
        "The strategy has no segment \(code). Add it."
      )
    case .unknownMunicipality(let code):
      BilingualText(
        "Gemeente \(code) van de strategie staat niet in de tabel van de demonstratieregio.",
        "Municipality \(code) of the strategy is not in the table of the demonstration region."
      )
    case .refused(let step, let why):
      BilingualText(
        "Het plan van de demonstratieregio klopt niet bij \(step): \(why)",
        "The plan of the demonstration region is wrong at \(step): \(why)"
      )
    }
  }
}
