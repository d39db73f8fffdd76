package import Quantities

/// All programmes of a region.
///
/// - Dutch term: register van programma's
package struct ProgrammeBook: Hashable, Sendable {
  package private(set) var programmes: [ProgrammeCode: CommissioningProgramme] = [:]

  package init() {}
}

extension ProgrammeBook {
  /// Says which events a command leads to, or why it is refused; changes nothing.
  package func decide(
    _ command: ProgrammeCommand,
    on today: CivilDate
  ) throws(ProgrammeRefusal) -> [ProgrammeEvent] {
    switch command {
    case .adopt(let plan):
      guard programmes[plan.code] == nil else { throw .exists(plan.code) }
      if let fault = plan.fault { throw .plan(fault) }
      return [.adopted(plan)]
    case .act(let code, let action):
      guard let programme = programmes[code] else { throw .unknown(code) }
      let subject = ProgrammeCase(programme: programme, today: today)
      return [.happened(code, try subject.change(for: action))]
    }
  }

  /// Takes in what happened; never fails, also for an event that no decision of ours would give.
  package mutating func evolve(_ event: ProgrammeEvent) {
    switch event {
    case .adopted(let plan):
      if programmes[plan.code] == nil { programmes[plan.code] = CommissioningProgramme(plan) }
    case .happened(let code, let change): programmes[code]?.evolve(change)
    }
  }
}

extension CommissioningProgramme {
  /// Takes in what happened; what is about something that is not there changes nothing.
  package mutating func evolve(_ change: ProgrammeChange) {
    switch change {
    case .replanned(let code, let due, _): replanned[code] = due
    case .reached(let code, let on): reached[code] = on
    case .proposed(let decision):
      if self.decision(decision.code) == nil { decisions.append(decision) }
    case .decided(let code, let body, let taken):
      if let place = decisions.firstIndex(where: { $0.code == code }) {
        decisions[place].taken[body] = taken
      }
    case .budgetSet(let budget): budgets[budget.year] = budget
    case .scopeSet(let item):
      scope.removeAll { $0.code == item.code }
      scope.append(item)
    case .madeReady(let code, let on): ready[code] = on
    case .impactAssessed(let assessment): impacts.append(assessment)
    case .evidenced(let point, let evidence): standard[point] = evidence
    case .defaultSet(let key, let value, let basis):
      defaults[key, default: RegionalDefault(value: value, basis: basis)].value = value
      defaults[key]?.basis = basis
    case .overridden(let key, let municipality, let value, let reason):
      defaults[key]?.overrides[municipality] = RegionalDefault.LocalOverride(
        value: value,
        reason: reason
      )
    case .overrideDropped(let key, let municipality):
      defaults[key]?.overrides[municipality] = nil
    default: evolveTalks(change)
    }
  }

  private mutating func evolveTalks(_ change: ProgrammeChange) {
    switch change {
    case .consulted(let consultation): consultations.append(consultation)
    case .reported(let code, let on):
      if let place = consultations.firstIndex(where: { $0.code == code }) {
        consultations[place].reported = on
      }
    case .reacted(let code, let reaction):
      if let place = consultations.firstIndex(where: { $0.code == code }) {
        consultations[place].reactions.append(reaction)
      }
    case .adviceAsked(let asked): advice.append(asked)
    case .adviceGiven(let code, let given):
      if let place = advice.firstIndex(where: { $0.code == code }) { advice[place].given = given }
    case .responded(let code, let text):
      if let place = advice.firstIndex(where: { $0.code == code }) {
        advice[place].response = text
      }
    default: break
    }
  }
}
