import Quantities

extension ContractCase {
  /// The step of the ceiling's procedure that an action is, or why it is refused.
  func ceilingStep(for action: ContractAction) throws(ContractRefusal) -> CeilingStep {
    do throws(CeilingRefusal) {
      switch action {
      case .announceCeiling(let from): return try announce(from)
      case .decideCeiling(let amount, let through): return try decide(amount, through)
      case .agreeCeilingPlan: return try agreePlan()
      case .warnOfCeiling(let used, let isExpected): return try warn(used, isExpected)
      case .talkAboutCeiling: return try talk()
      case .settleCeiling(let amount): return try settle(amount)
      default: throw .notAnnounced
      }
    } catch {
      throw .ceiling(error)
    }
  }

  private typealias Terms = BudgetCeiling.Terms

  private func announce(_ from: CivilDate) throws(CeilingRefusal) -> CeilingStep {
    guard contract.draft.mayBringInCeiling else { throw .notForeseen }
    guard contract.draft.variant != .task else { throw .taskVariant }
    if let ceiling = contract.ceiling, (ceiling.period?.last ?? .distant) >= from {
      throw .underWay
    }
    let latest = Terms.announcement.latestDay(before: from, in: calendar)
    guard today <= latest else {
      throw .tooLate(earliestStart: Terms.announcement.end(after: today, in: calendar))
    }
    guard from <= contract.lastDay else { throw .endsAfterContract(contract.lastDay) }
    return .announced(from: from, on: today)
  }

  private func decide(_ amount: Cents, _ through: CivilDate) throws(CeilingRefusal) -> CeilingStep {
    guard let ceiling = contract.ceiling else { throw .notAnnounced }
    guard ceiling.decision == nil else { throw .alreadyDecided }
    guard amount > .zero else { throw .amountNotPositive }
    guard through >= ceiling.from else { throw .endsBeforeItBegins }
    guard through <= contract.lastDay else { throw .endsAfterContract(contract.lastDay) }
    let latest = Terms.decision.latestDay(before: ceiling.from, in: calendar)
    guard today <= latest else { throw .decidedTooLate(latest: latest) }
    return .decided(BudgetCeiling.Decision(on: today, through: through, amount: amount))
  }

  private func agreePlan() throws(CeilingRefusal) -> CeilingStep {
    guard let ceiling = contract.ceiling else { throw .notAnnounced }
    guard ceiling.decision != nil else { throw .notDecided }
    guard ceiling.planAgreed == nil else { throw .planAgreed }
    let latest = Terms.plan.latestDay(before: ceiling.from, in: calendar)
    guard today <= latest else { throw .planTooLate(latest: latest) }
    return .planAgreed(on: today)
  }

  private func warn(_ used: Cents, _ isExpected: Bool) throws(CeilingRefusal) -> CeilingStep {
    guard let ceiling = contract.ceiling, let amount = ceiling.amount else { throw .notDecided }
    if let last = ceiling.warnings.last, last.outcome == nil { throw .warningOpen }
    guard isExpected || ceiling.callsForWarning(used: used) else {
      let share = Int128(max(0, used.rawValue)) * 100 / Int128(amount.rawValue)
      throw .belowWarning(share: Int(share))
    }
    return .warned(on: today, used: used)
  }

  private func talk() throws(CeilingRefusal) -> CeilingStep {
    guard let warning = contract.ceiling?.warnings.last else { throw .noWarning }
    guard warning.talk == nil else { throw .alreadyTalked }
    return .talked(on: today)
  }

  private func settle(_ amount: Cents?) throws(CeilingRefusal) -> CeilingStep {
    guard let warning = contract.ceiling?.warnings.last else { throw .noWarning }
    guard warning.talk != nil else { throw .notTalked }
    guard warning.outcome == nil else { throw .alreadySettled }
    if let amount, amount <= .zero { throw .amountNotPositive }
    return .settled(BudgetCeiling.Outcome(on: today, amount: amount))
  }
}

extension CivilDate {
  /// A day after all others: a procedure under way has no end yet.
  fileprivate static var distant: CivilDate { CivilDate(dayNumber: .max) }
}
