package import Quantities
import Rules

/// Runs the dated duties of the standard over a contract and what is known about it.
///
/// - Dutch term: bewaking van de contractstandaard
package struct ContractDuties: Sendable {
  let contract: Contract
  let facts: ContractFacts
  let now: Instant
  let today: CivilDate
  let calendar: WorkCalendar

  /// Looks at a contract on a day; the moment is needed only for the hours of a data breach.
  package init(
    _ contract: Contract,
    facts: ContractFacts,
    today: CivilDate,
    now: Instant,
    calendar: WorkCalendar = WorkCalendar()
  ) {
    self.contract = contract
    self.facts = facts
    self.today = today
    self.now = now
    self.calendar = calendar
  }

  /// Every alert, the most urgent first.
  package var alerts: [ContractAlert] {
    DutyCode.allCases.flatMap { alerts(of: $0) }.sorted { left, right in
      if left.urgency != right.urgency { return left.urgency > right.urgency }
      let days = (left.due?.dayNumber ?? .max, right.due?.dayNumber ?? .max)
      if days.0 != days.1 { return days.0 < days.1 }
      return (left.duty.rawValue, left.subject ?? "") < (right.duty.rawValue, right.subject ?? "")
    }
  }

  /// The alerts of one duty.
  package func alerts(of duty: DutyCode) -> [ContractAlert] {
    switch duty {
    case .termReason: termReason
    case .extensionNotice: extensionNotice
    case .minimumUse: minimumUse
    case .noDelivery: noDelivery
    case .intakeStop: intakeStop
    case .ageTransition: transitions
    case .careEnding: careEndings
    case .waitingTime: waits
    case .supervisorMeasure: supervisorMeasures
    case .dataBreach: dataBreaches
    case .forceMajeure: forceMajeure
    case .forcedAdaptation: adaptations
    case .liability: liability
    case .standardChange: standardChanges
    case .changeRequest: changeRequests
    case .inquiry: inquiries
    case .sanction: sanctions
    case .ceilingWarning: ceilingWarning
    case .ceilingStep: ceilingSteps
    case .continuity: continuity
    }
  }
}

// MARK: - Making alerts

extension ContractDuties {
  func alert(
    _ duty: DutyCode,
    _ urgency: ContractAlert.Urgency,
    _ clause: Basis,
    subject: String? = nil,
    due: CivilDate? = nil,
    _ text: BilingualText
  ) -> ContractAlert {
    ContractAlert(
      duty: duty,
      subject: subject,
      urgency: urgency,
      due: due,
      clause: clause,
      text: text
    )
  }

  /// An alert with a last day, from the moment at which it is worth showing.
  func dated(
    _ duty: DutyCode,
    _ due: CivilDate,
    _ clause: Basis,
    subject: String? = nil,
    _ text: BilingualText
  ) -> [ContractAlert] {
    let shown = DutyTerms.notice.latestDay(before: due, in: calendar)
    guard today >= shown else { return [] }
    let urgency: ContractAlert.Urgency =
      today > due ? .overdue : today.days(to: due) <= 14 ? .due : .upcoming
    return [alert(duty, urgency, clause, subject: subject, due: due, text)]
  }
}
