package import Quantities

/// All procedures of a region.
///
/// - Dutch term: register van inkoopprocedures
package struct ProcedureBook: Hashable, Sendable {
  package private(set) var procedures: [ProcedureCode: ProcurementProcedure] = [:]

  package init() {}
}

extension ProcedureBook {
  /// Says which events a command leads to, or why it is refused; changes nothing.
  package func decide(
    _ command: ProcedureCommand,
    at moment: CivilMoment,
    calendar: WorkCalendar = WorkCalendar()
  ) throws(ProcedureRefusal) -> [ProcedureEvent] {
    switch command {
    case .prepare(let plan):
      guard procedures[plan.code] == nil else { throw .exists(plan.code) }
      if let fault = plan.fault { throw .plan(fault) }
      return [.prepared(plan)]
    case .act(let code, let action):
      guard let procedure = procedures[code] else { throw .unknown(code) }
      let subject = ProcedureCase(procedure: procedure, moment: moment, work: calendar)
      return [.happened(code, try subject.change(for: action))]
    }
  }

  /// Takes in what happened; never fails, also for an event that no decision of ours would give.
  package mutating func evolve(_ event: ProcedureEvent) {
    switch event {
    case .prepared(let plan):
      if procedures[plan.code] == nil { procedures[plan.code] = ProcurementProcedure(plan) }
    case .happened(let code, let change): procedures[code]?.evolve(change)
    }
  }
}

/// A procedure at a moment at which something is asked.
struct ProcedureCase {
  let procedure: ProcurementProcedure
  let moment: CivilMoment
  let work: WorkCalendar

  var plan: ProcedurePlan { procedure.plan }
  var today: CivilDate { moment.date }
}

extension ProcedureCase {
  /// What an action changes, or why it is refused.
  func change(for action: ProcedureAction) throws(ProcedureRefusal) -> ProcedureChange {
    guard !procedure.isWithdrawn else { throw .withdrawn }
    switch action {
    case .chooseLots(let municipality, let lots): return try chooseLots(municipality, lots)
    case .approve(let body): return try approve(body)
    case .provideKey(let officer, let key): return try provideKey(officer, key)
    case .publish: return try publish()
    case .withdraw(let reason):
      guard !reason.isEmpty else { throw .noReason }
      return .withdrawn(reason: reason)
    default: break
    }
    guard procedure.isPublished else { throw .notPublished }
    switch action {
    case .ask(let provider, let text): return try ask(provider, text)
    case .answer(let number, let text): return try answer(number, text)
    case .publishNote: return try publishNote()
    case .postponeClosing(let moment): return try postpone(moment)
    case .complain(let provider):
      let due = CalendarRule.complaint.end(after: today, in: work)
      return .complained(provider, on: today, due: due)
    case .answerComplaint(let number): return try answerComplaint(number)
    case .withdrawBid(let key): return try withdrawBid(key)
    case .apply(let key): return try apply(key)
    case .admit(let key): return try admit(key)
    case .turnDown(let key, let requirement, let reason):
      return try turnDown(key, requirement, reason)
    case .recordEvidence(let key, let requirement, let evidence):
      return try recordEvidence(key, requirement, evidence)
    default: return try tenderChange(for: action)
    }
  }

  /// Actions that only a procedure with sealed bids knows.
  private func tenderChange(
    for action: ProcedureAction
  ) throws(ProcedureRefusal) -> ProcedureChange {
    switch action {
    case .score, .agree, .recordDraw, .award:
      guard plan.kind != .admission else { throw .noRankingInAdmission }
    default:
      guard plan.kind.hasSealedBids else { throw .noBidsInAdmission }
    }
    switch action {
    case .submit(let key, let sealed): return try submit(key, sealed)
    case .open(let officers):
      return try open(ProcurementProcedure.Opening(at: moment, by: officers))
    case .importOpening(let opening): return try open(opening)
    case .setAside(let key, let requirement, let reason):
      return try setAside(key, requirement, reason)
    case .score(let key, let criterion, let points, let officer):
      return try score(key, criterion, points, officer)
    case .agree(let key, let criterion, let points, let reason):
      return try agree(key, criterion, points, reason)
    case .recordDraw(let lot, let order): return try recordDraw(lot, order)
    case .award(let lot, let winners): return try award(lot, winners)
    case .seekRelief: return try seekRelief()
    case .rule: return try rule()
    case .makeFinal(let lot): return try makeFinal(lot)
    default: throw .notAnAdmission
    }
  }
}
