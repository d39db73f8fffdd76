package import Quantities
import Rules

/// Why something in a programme is not done.
package enum ProgrammeRefusal: Error, Hashable, Sendable {
  case exists(ProgrammeCode)
  case unknown(ProgrammeCode)
  case plan(ProgrammeFault)
  case unknownMilestone(MilestoneCode)
  case alreadyReached(MilestoneCode, CivilDate)
  case waitsFor([MilestoneCode])
  case notReady([Label<ReadinessItem>])
  case noImpactAssessment
  case noReason
  case nothingChanges
  case decisionExists(Label<ProgrammeDecision>)
  case unknownDecision(Label<ProgrammeDecision>)
  case decisionWithoutBody
  case unknownBody(BodyCode)
  case notYourTurn([BodyCode])
  case alreadyDecided(BodyCode)
  case decisionClosed
  case budgetAdopted(Int)
  case budgetNegative
  case consultationExists(Label<MarketConsultation>)
  case unknownConsultation(Label<MarketConsultation>)
  case alreadyReported
  case notReported
  case inTheFuture(CivilDate)
  case adviceExists(Label<CouncilAdvice>)
  case unknownAdvice(Label<CouncilAdvice>)
  case adviceGiven
  case adviceNotGiven
  case unknownReadiness(Label<ReadinessItem>)
  case alreadyReady(CivilDate)
  case unknownDefault(String)
  case notParticipating(MunicipalityCode)
  case noOverride(MunicipalityCode)
}

extension ProgrammeRefusal {
  private static func list(_ values: [some CustomStringConvertible]) -> String {
    values.map(\.description).joined(separator: ", ")
  }

  /// The sentence for an official: what forbids it, and what can be done.
  package var text: String {
    switch self {
    case .exists(let code): "Programma \(code) bestaat al; kies een andere code."
    case .unknown(let code): "Programma \(code) is niet bekend; controleer de code."
    case .plan(let fault): fault.text.dutch
    case .unknownMilestone(let code): "Mijlpaal \(code) staat niet in het plan."
    case .alreadyReached(let code, let date):
      "Mijlpaal \(code) is al bereikt op \(date.dutchText)."
    case .waitsFor(let codes): "Eerst moeten deze mijlpalen zijn bereikt: \(Self.list(codes))."
    case .notReady(let codes):
      "Contracten starten pas als alles gereed is; open staat: \(Self.list(codes))."
    case .noImpactAssessment: "Leg voor de start een impactanalyse vast."
    case .noReason: "Geef de tekst of de reden."
    case .nothingChanges: "Er verandert niets: dit stond al zo vast."
    case .decisionExists(let code): "Besluit \(code) staat al in het register."
    case .unknownDecision(let code): "Besluit \(code) staat niet in het register."
    case .decisionWithoutBody: "Noem de organen die het besluit nemen."
    case .unknownBody(let code): "Orgaan \(code) neemt dit besluit niet."
    case .notYourTurn(let bodies): "Eerst beslist: \(Self.list(bodies))."
    case .alreadyDecided(let code): "Orgaan \(code) heeft al besloten."
    case .decisionClosed: "Dit besluit is al genomen of afgewezen; leg een nieuw besluit voor."
    case .budgetAdopted(let year): "De programmabegroting \(year) is al vastgesteld."
    case .budgetNegative: "Een begroting is niet negatief."
    case .consultationExists(let code): "Consultatie \(code) bestaat al."
    case .unknownConsultation(let code): "Consultatie \(code) is niet bekend."
    case .alreadyReported: "Het verslag is al gepubliceerd."
    case .notReported: "Reageren kan zodra het verslag is gepubliceerd."
    case .inTheFuture(let date): "De dag \(date.dutchText) moet nog komen."
    case .adviceExists(let code): "Adviesvraag \(code) bestaat al."
    case .unknownAdvice(let code): "Adviesvraag \(code) is niet bekend."
    case .adviceGiven: "Dit advies is al gegeven."
    case .adviceNotGiven: "Reageren kan zodra het advies er is."
    case .unknownReadiness(let code): "Randvoorwaarde \(code) staat niet in het plan."
    case .alreadyReady(let date): "Dit was al gereed op \(date.dutchText)."
    case .unknownDefault(let key): "Er is geen regionale afspraak over \(key)."
    case .notParticipating(let code): "Gemeente \(code) doet niet mee aan dit programma."
    case .noOverride(let code): "Gemeente \(code) wijkt hierin niet af."
    }
  }
}
