package import Quantities
package import Rules

/// Why something about a supplier is not done.
package enum SupplierRefusal: Error, Hashable, Sendable {
  case unknownSegment(Label<SegmentForms>)
  case unknownForm(Label<ProductForm>, Label<SegmentForms>)
  case unknownProvider(ChamberNumber)
  case inTheFuture(CivilDate)
  case noGrounds
  case noText
  case noFinding
  case unknownRequirement(Label<Requirement>)
  case requirementWithoutTest(Label<Requirement>)
  case endsBeforeTest(CivilDate)
  case nothingChanges
  /// The contract itself forbids the review.
  case contract(ContractRefusal)
}

extension SupplierRefusal {
  /// The sentence for an official: what forbids it, where that stands, and what can be done.
  package var text: BilingualText {
    switch self {
    case .unknownSegment(let code):
      BilingualText(
        "Geen strategie van deze regio noemt productvormen van segment \(code); neem eerst de "
          + "strategie op.",
        "No strategy of this region names product forms of segment \(code); take the strategy in "
          + "first."
      )
    case .unknownForm(let form, let segment):
      BilingualText(
        "Segment \(segment) kent geen productvorm \(form); zie `regie suppliers forms`.",
        "Segment \(segment) knows no product form \(form); see `regie suppliers forms`."
      )
    case .unknownProvider(let provider):
      BilingualText(
        "Aanbieder \(provider) heeft hier geen contract; controleer het KvK-nummer.",
        "Provider \(provider) has no contract here; check the trade register number."
      )
    case .inTheFuture(let day):
      BilingualText(
        "De dag \(day.dutchText) moet nog komen; geef de dag waarop het is vastgesteld.",
        "The day \(day) is still to come; give the day on which it was found."
      )
    case .noGrounds:
      BilingualText(
        "Geef bij de evaluatie zowel de resultaten als de voortgang (bron 000:34): ontbinden kan "
          + "alleen op die gronden.",
        "Give both the results and the progress with the evaluation (source 000:34): those are the "
          + "only grounds to dissolve."
      )
    default: testText
    }
  }

  private var testText: BilingualText {
    switch self {
    case .noText: BilingualText("Geef de tekst van de eis.", "Give the text of the requirement.")
    case .noFinding:
      BilingualText(
        "Zeg wat bij de toets is gevonden; een resultaat zonder bevinding is niet na te gaan.",
        "Say what was found in the test; a result without a finding cannot be checked."
      )
    case .unknownRequirement(let code):
      BilingualText(
        "Eis \(code) staat niet in het register; leg haar eerst vast.",
        "Requirement \(code) is not in the register; record it first."
      )
    case .requirementWithoutTest(let code):
      BilingualText(
        "Eis \(code) heeft geen toets (bron 003:187); leg eerst vast hoe zij wordt getoetst.",
        "Requirement \(code) has no test (source 003:187); first record how it is tested."
      )
    case .endsBeforeTest(let day):
      BilingualText(
        "Het resultaat geldt niet tot voor de dag van de toets, \(day.dutchText).",
        "The result cannot hold until before the day of the test, \(day)."
      )
    case .nothingChanges:
      BilingualText(
        "Er verandert niets: dit stond al zo vast.",
        "Nothing changes: it stood like this already."
      )
    case .contract(let refusal): BilingualText(refusal.text, refusal.english)
    default: BilingualText("", "")
    }
  }
}
