package import Quantities

/// What someone asks about programmes.
package enum ProgrammeCommand: Hashable, Sendable {
  case adopt(ProgrammePlan)
  case act(ProgrammeCode, ProgrammeAction)
}

/// What someone asks in one programme.
package enum ProgrammeAction: Hashable, Sendable {
  case replan(MilestoneCode, due: CivilDate, reason: String)
  case reach(MilestoneCode)
  case propose(ProgrammeDecision)
  case decide(Label<ProgrammeDecision>, BodyCode, ProgrammeDecision.Outcome)
  case setBudget(ProgrammeBudget)
  case consult(MarketConsultation)
  case report(Label<MarketConsultation>)
  case react(Label<MarketConsultation>, String)
  case askAdvice(CouncilAdvice)
  case giveAdvice(Label<CouncilAdvice>, CouncilAdvice.Verdict, String)
  case respond(Label<CouncilAdvice>, String)
  case setScope(ScopeItem)
  case markReady(Label<ReadinessItem>)
  case assessImpact(ImpactAssessment)
  case evidence(CommissioningStandard, String)
  case setDefault(key: String, value: String, Basis)
  case override(key: String, MunicipalityCode, value: String, reason: String)
  case dropOverride(key: String, MunicipalityCode)
}
