package import Quantities

/// Something that happened in a programme.
package enum ProgrammeEvent: Hashable, Sendable {
  case adopted(ProgrammePlan)
  case happened(ProgrammeCode, ProgrammeChange)
}

/// What can happen in a programme that is there.
package enum ProgrammeChange: Hashable, Sendable {
  case replanned(MilestoneCode, due: CivilDate, reason: String)
  case reached(MilestoneCode, on: CivilDate)
  case proposed(ProgrammeDecision)
  case decided(Label<ProgrammeDecision>, BodyCode, ProgrammeDecision.Taken)
  case budgetSet(ProgrammeBudget)
  case consulted(MarketConsultation)
  case reported(Label<MarketConsultation>, on: CivilDate)
  case reacted(Label<MarketConsultation>, MarketConsultation.Reaction)
  case adviceAsked(CouncilAdvice)
  case adviceGiven(Label<CouncilAdvice>, CouncilAdvice.Given)
  case responded(Label<CouncilAdvice>, String)
  case scopeSet(ScopeItem)
  case madeReady(Label<ReadinessItem>, on: CivilDate)
  case impactAssessed(ImpactAssessment)
  case evidenced(CommissioningStandard, CommissioningProgramme.StandardEvidence)
  case defaultSet(key: String, value: String, Basis)
  case overridden(key: String, MunicipalityCode, value: String, reason: String)
  case overrideDropped(key: String, MunicipalityCode)
}
