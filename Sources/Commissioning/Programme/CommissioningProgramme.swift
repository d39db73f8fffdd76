package import Quantities

/// A programme as it stands after all that happened in it.
///
/// - Dutch term: programma sturing en inkoop (002:18-20)
package struct CommissioningProgramme: Hashable, Sendable {
  package let plan: ProgrammePlan
  /// Days that were moved since the plan was adopted.
  package internal(set) var replanned: [MilestoneCode: CivilDate] = [:]
  package internal(set) var reached: [MilestoneCode: CivilDate] = [:]
  package internal(set) var decisions: [ProgrammeDecision] = []
  package internal(set) var budgets: [Int: ProgrammeBudget] = [:]
  package internal(set) var consultations: [MarketConsultation] = []
  package internal(set) var advice: [CouncilAdvice] = []
  package internal(set) var scope: [ScopeItem] = []
  package internal(set) var ready: [Label<ReadinessItem>: CivilDate] = [:]
  package internal(set) var impacts: [ImpactAssessment] = []
  package internal(set) var standard: [CommissioningStandard: StandardEvidence] = [:]
  package internal(set) var defaults: [String: RegionalDefault] = [:]

  /// What shows that the region keeps one of the eight agreements.
  package struct StandardEvidence: Hashable, Sendable {
    package let on: CivilDate
    package let text: String

    package init(on: CivilDate, text: String) {
      self.on = on
      self.text = text
    }
  }

  package init(_ plan: ProgrammePlan) { self.plan = plan }
}

extension CommissioningProgramme {
  /// The day on which a milestone is due as planned now; nil when it is not in the plan.
  package func due(_ code: MilestoneCode) -> CivilDate? {
    replanned[code] ?? plan.milestone(code)?.due
  }

  package func decision(_ code: Label<ProgrammeDecision>) -> ProgrammeDecision? {
    decisions.first { $0.code == code }
  }

  /// What is not in order yet before a start.
  package var openReadiness: [ReadinessItem] { plan.readiness.filter { ready[$0.code] == nil } }

  /// The agreements of the standard of which nothing shows that they are kept.
  package var openStandard: [CommissioningStandard] {
    CommissioningStandard.allCases.filter { standard[$0] == nil }
  }

  /// What covers things outside the programme and ends within so many days, the first first.
  package func endingArrangements(on today: CivilDate, within days: Int = 365) -> [ScopeItem] {
    scope.filter { item in
      guard let end = item.arrangement?.ends else { return false }
      return today.days(to: end) <= days
    }
    .sorted {
      ($0.arrangement?.ends.dayNumber ?? 0, $0.code)
        < ($1.arrangement?.ends.dayNumber ?? 0, $1.code)
    }
  }

  /// Consultations of which everybody is still owed the report.
  package var unreported: [MarketConsultation] { consultations.filter { $0.reported == nil } }

  /// What a municipality does: the region's default, or its own way with the reason for it.
  package func value(of key: String, in municipality: MunicipalityCode) -> String? {
    defaults[key]?.value(in: municipality)
  }
}
