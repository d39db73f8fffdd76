import Quantities
package import Rules

extension ProgrammeRefusal {
  private static func list(_ values: [some CustomStringConvertible]) -> String {
    values.map(\.description).joined(separator: ", ")
  }

  /// The sentence in English.
  package var english: String {
    englishPlan ?? englishTalk ?? "This cannot be done now."
  }

  private var englishPlan: String? {
    switch self {
    case .exists(let code): "Programme \(code) exists already; choose another code."
    case .unknown(let code): "Programme \(code) is not known; check the code."
    case .plan(let fault): "The plan cannot be a programme: \(fault.text.english)"
    case .unknownMilestone(let code): "Milestone \(code) is not in the plan."
    case .alreadyReached(let code, let date): "Milestone \(code) was reached on \(date) already."
    case .waitsFor(let codes): "These milestones come first: \(Self.list(codes))."
    case .notReady(let codes):
      "Contracts start only when all is in order; still open: \(Self.list(codes))."
    case .noImpactAssessment: "Record an impact analysis before the start."
    case .noReason: "Give the text or the reason."
    case .nothingChanges: "Nothing changes: it stood like this already."
    case .decisionExists(let code): "Decision \(code) is in the register already."
    case .unknownDecision(let code): "Decision \(code) is not in the register."
    case .decisionWithoutBody: "Name the bodies that take the decision."
    case .unknownBody(let code): "Body \(code) does not take this decision."
    case .notYourTurn(let bodies): "First to decide: \(Self.list(bodies))."
    case .alreadyDecided(let code): "Body \(code) decided already."
    case .decisionClosed: "This decision was taken or rejected; lay a new one before the bodies."
    default: nil
    }
  }

  private var englishTalk: String? {
    switch self {
    case .budgetAdopted(let year): "The programme budget of \(year) was adopted already."
    case .budgetNegative: "A budget is not negative."
    case .consultationExists(let code): "Consultation \(code) exists already."
    case .unknownConsultation(let code): "Consultation \(code) is not known."
    case .alreadyReported: "The report was published already."
    case .notReported: "React once the report is published."
    case .inTheFuture(let date): "The day \(date) has yet to come."
    case .adviceExists(let code): "Advice \(code) was asked already."
    case .unknownAdvice(let code): "Advice \(code) is not known."
    case .adviceGiven: "This advice was given already."
    case .adviceNotGiven: "Respond once the advice is there."
    case .unknownReadiness(let code): "Item \(code) is not in the plan."
    case .alreadyReady(let date): "This was ready on \(date) already."
    case .unknownDefault(let key): "There is no regional default on \(key)."
    case .notParticipating(let code): "Municipality \(code) does not take part in this programme."
    case .noOverride(let code): "Municipality \(code) does not do otherwise in this."
    default: nil
    }
  }

  /// What forbids it, by a source document; nil where the command does not fit what there is.
  package var basis: Basis? {
    switch self {
    case .notReady, .noImpactAssessment: .document("003:500-544")
    case .notYourTurn, .decisionWithoutBody: .document("002:244-248")
    case .notReported: .document("002:153-156")
    default: nil
    }
  }

  /// What forbids it and what can be done, with the ground of it.
  package var sentence: BilingualText {
    BilingualText(text, english).grounded(on: basis)
  }
}
