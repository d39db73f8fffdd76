import Quantities

/// A programme on a day on which something is asked.
struct ProgrammeCase {
  let programme: CommissioningProgramme
  let today: CivilDate

  /// What an action changes, or why it is refused.
  func change(for action: ProgrammeAction) throws(ProgrammeRefusal) -> ProgrammeChange {
    switch action {
    case .replan(let code, let due, let reason): return try replan(code, due, reason)
    case .reach(let code): return try reach(code)
    case .propose(let decision): return try propose(decision)
    case .decide(let code, let body, let outcome): return try decide(code, body, outcome)
    case .setBudget(let budget): return try setBudget(budget)
    case .setScope(let item):
      guard !item.reason.isEmpty else { throw .noReason }
      return .scopeSet(item)
    case .markReady(let code):
      guard programme.plan.readiness.contains(where: { $0.code == code }) else {
        throw .unknownReadiness(code)
      }
      if let date = programme.ready[code] { throw .alreadyReady(date) }
      return .madeReady(code, on: today)
    case .assessImpact(let assessment):
      guard assessment.on <= today else { throw .inTheFuture(assessment.on) }
      return .impactAssessed(assessment)
    case .evidence(let point, let text):
      guard !text.isEmpty else { throw .noReason }
      return .evidenced(point, CommissioningProgramme.StandardEvidence(on: today, text: text))
    case .setDefault(let key, let value, let basis):
      guard !key.isEmpty, !value.isEmpty else { throw .noReason }
      let old = programme.defaults[key]
      guard old?.value != value || old?.basis != basis else { throw .nothingChanges }
      return .defaultSet(key: key, value: value, basis)
    case .override(let key, let municipality, let value, let reason):
      return try override(key, municipality, value, reason)
    case .dropOverride(let key, let municipality):
      guard programme.defaults[key]?.overrides[municipality] != nil else {
        throw .noOverride(municipality)
      }
      return .overrideDropped(key: key, municipality)
    default: return try talk(action)
    }
  }
}

// MARK: - Milestones

extension ProgrammeCase {
  private func replan(
    _ code: MilestoneCode,
    _ due: CivilDate,
    _ reason: String
  ) throws(ProgrammeRefusal) -> ProgrammeChange {
    guard let old = programme.due(code) else { throw .unknownMilestone(code) }
    if let date = programme.reached[code] { throw .alreadyReached(code, date) }
    guard !reason.isEmpty else { throw .noReason }
    guard due != old else { throw .nothingChanges }
    return .replanned(code, due: due, reason: reason)
  }

  /// Contracts start only when everything is in order and its impact is known (003:500-544).
  private func reach(_ code: MilestoneCode) throws(ProgrammeRefusal) -> ProgrammeChange {
    guard let milestone = programme.plan.milestone(code) else { throw .unknownMilestone(code) }
    if let date = programme.reached[code] { throw .alreadyReached(code, date) }
    let waiting = milestone.after.map(\.milestone).filter { programme.reached[$0] == nil }
    guard waiting.isEmpty else { throw .waitsFor(waiting) }
    if milestone.isContractStart {
      let open = programme.openReadiness
      guard open.isEmpty else { throw .notReady(open.map(\.code)) }
      guard !programme.impacts.isEmpty else { throw .noImpactAssessment }
    }
    return .reached(code, on: today)
  }
}

// MARK: - Decisions, budget, exceptions

extension ProgrammeCase {
  private func propose(
    _ decision: ProgrammeDecision
  ) throws(ProgrammeRefusal) -> ProgrammeChange {
    guard programme.decision(decision.code) == nil else { throw .decisionExists(decision.code) }
    guard decision.steps.contains(where: { !$0.isEmpty }) else { throw .decisionWithoutBody }
    return .proposed(
      ProgrammeDecision(
        code: decision.code,
        text: decision.text,
        binds: decision.binds,
        steps: decision.steps,
        basis: decision.basis
      )
    )
  }

  private func decide(
    _ code: Label<ProgrammeDecision>,
    _ body: BodyCode,
    _ outcome: ProgrammeDecision.Outcome
  ) throws(ProgrammeRefusal) -> ProgrammeChange {
    guard let decision = programme.decision(code) else { throw .unknownDecision(code) }
    guard decision.steps.contains(where: { $0.contains(body) }) else { throw .unknownBody(body) }
    guard decision.taken[body] == nil else { throw .alreadyDecided(body) }
    guard case .waiting(let bodies) = decision.state else { throw .decisionClosed }
    guard bodies.contains(body) else { throw .notYourTurn(bodies) }
    return .decided(code, body, ProgrammeDecision.Taken(on: today, outcome: outcome))
  }

  private func setBudget(_ budget: ProgrammeBudget) throws(ProgrammeRefusal) -> ProgrammeChange {
    guard budget.amount >= .zero else { throw .budgetNegative }
    guard programme.budgets[budget.year]?.isAdopted != true else {
      throw .budgetAdopted(budget.year)
    }
    return .budgetSet(budget)
  }

  private func override(
    _ key: String,
    _ municipality: MunicipalityCode,
    _ value: String,
    _ reason: String
  ) throws(ProgrammeRefusal) -> ProgrammeChange {
    guard let regional = programme.defaults[key] else { throw .unknownDefault(key) }
    guard programme.plan.municipalities.contains(municipality) else {
      throw .notParticipating(municipality)
    }
    guard !reason.isEmpty, !value.isEmpty else { throw .noReason }
    guard value != regional.value(in: municipality) else { throw .nothingChanges }
    return .overridden(key: key, municipality, value: value, reason: reason)
  }
}

// MARK: - Consultations and advice

extension ProgrammeCase {
  private func talk(_ action: ProgrammeAction) throws(ProgrammeRefusal) -> ProgrammeChange {
    switch action {
    case .consult(let consultation):
      guard !programme.consultations.contains(where: { $0.code == consultation.code }) else {
        throw .consultationExists(consultation.code)
      }
      guard consultation.on <= today else { throw .inTheFuture(consultation.on) }
      return .consulted(consultation)
    case .report(let code):
      guard try consultation(code).reported == nil else { throw .alreadyReported }
      return .reported(code, on: today)
    case .react(let code, let text):
      guard try consultation(code).reported != nil else { throw .notReported }
      guard !text.isEmpty else { throw .noReason }
      return .reacted(code, MarketConsultation.Reaction(on: today, text: text))
    case .askAdvice(let advice):
      guard !programme.advice.contains(where: { $0.code == advice.code }) else {
        throw .adviceExists(advice.code)
      }
      return .adviceAsked(advice)
    case .giveAdvice(let code, let verdict, let text):
      guard try advice(code).given == nil else { throw .adviceGiven }
      return .adviceGiven(code, CouncilAdvice.Given(on: today, verdict: verdict, text: text))
    case .respond(let code, let text):
      guard try advice(code).given != nil else { throw .adviceNotGiven }
      guard !text.isEmpty else { throw .noReason }
      return .responded(code, text)
    default: throw .nothingChanges
    }
  }

  private func consultation(
    _ code: Label<MarketConsultation>
  ) throws(ProgrammeRefusal) -> MarketConsultation {
    guard let found = programme.consultations.first(where: { $0.code == code }) else {
      throw .unknownConsultation(code)
    }
    return found
  }

  private func advice(_ code: Label<CouncilAdvice>) throws(ProgrammeRefusal) -> CouncilAdvice {
    guard let found = programme.advice.first(where: { $0.code == code }) else {
      throw .unknownAdvice(code)
    }
    return found
  }
}
