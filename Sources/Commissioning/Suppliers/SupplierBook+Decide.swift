package import Quantities

/// What a command about suppliers leads to: in this book, and in that of the contracts.
///
/// - Dutch term: besluit over een leverancier
package struct SupplierDecision: Hashable, Sendable {
  package var events: [SupplierEvent] = []
  package var contractEvents: [ContractEvent] = []
}

extension SupplierBook {
  /// Says what a command leads to, or why it is refused; changes nothing.
  ///
  /// The segments come with their forms, as the strategies of the region name them.
  package func decide(
    _ command: SupplierCommand,
    contracts: ContractBook,
    segments: [SegmentForms],
    on today: CivilDate,
    calendar: WorkCalendar = WorkCalendar()
  ) throws(SupplierRefusal) -> SupplierDecision {
    switch command {
    case .stateForms(let statement):
      try check(statement, contracts, segments, today)
      return SupplierDecision(events: [.formsStated(statement)])
    case .evaluate(let evaluation):
      return try evaluate(evaluation, contracts, today, calendar)
    case .setDemand(let demand):
      guard demand.requirement.text.saysSomething else { throw .noText }
      guard demands[demand.code] != demand else { throw .nothingChanges }
      return SupplierDecision(events: [.demandSet(demand)])
    case .recordTest(let test):
      try check(test, contracts, today)
      return SupplierDecision(events: [.tested(test)])
    case .setLine(let line):
      guard lines[line.product] != line else { throw .nothingChanges }
      return SupplierDecision(events: [.lineSet(line)])
    }
  }

  private func check(
    _ statement: FormStatement,
    _ contracts: ContractBook,
    _ segments: [SegmentForms],
    _ today: CivilDate
  ) throws(SupplierRefusal) {
    guard let segment = segments.first(where: { $0.segment == statement.segment }) else {
      throw .unknownSegment(statement.segment)
    }
    let known = Set(segment.forms.map(\.code))
    if let other = statement.forms.first(where: { !known.contains($0) }) {
      throw .unknownForm(other, statement.segment)
    }
    guard contracts.knows(statement.provider) else { throw .unknownProvider(statement.provider) }
    guard statement.on <= today else { throw .inTheFuture(statement.on) }
    let old = self.statement(
      of: statement.provider,
      on: statement.segment,
      asOf: statement.on
    )
    guard old.map({ Set($0.forms) }) != Set(statement.forms) else { throw .nothingChanges }
  }

  private func evaluate(
    _ evaluation: YearEvaluation,
    _ contracts: ContractBook,
    _ today: CivilDate,
    _ calendar: WorkCalendar
  ) throws(SupplierRefusal) -> SupplierDecision {
    guard evaluation.results.finding.saysSomething, evaluation.progress.finding.saysSomething
    else { throw .noGrounds }
    let review = ContractCommand.act(
      evaluation.contract,
      .review(year: evaluation.year, isGood: evaluation.isGood)
    )
    do throws(ContractRefusal) {
      return SupplierDecision(
        events: [.evaluated(evaluation)],
        contractEvents: try contracts.decide(review, on: today, calendar: calendar)
      )
    } catch {
      throw .contract(error)
    }
  }

  private func check(
    _ test: QualityTest,
    _ contracts: ContractBook,
    _ today: CivilDate
  ) throws(SupplierRefusal) {
    guard let demand = demands[test.requirement] else {
      throw .unknownRequirement(test.requirement)
    }
    guard demand.test != nil else { throw .requirementWithoutTest(test.requirement) }
    guard contracts.knows(test.provider) else { throw .unknownProvider(test.provider) }
    guard test.on <= today else { throw .inTheFuture(test.on) }
    guard test.finding.saysSomething else { throw .noFinding }
    if let last = test.validThrough, last < test.on { throw .endsBeforeTest(test.on) }
    guard latestTest(of: test.requirement, at: test.provider, asOf: test.on) != test else {
      throw .nothingChanges
    }
  }
}

extension ContractBook {
  /// Whether a provider has, had or will have a contract here.
  fileprivate func knows(_ provider: ChamberNumber) -> Bool {
    contracts.values.contains { $0.draft.provider == provider }
  }
}

extension String {
  /// Whether there is more in it than blanks.
  fileprivate var saysSomething: Bool { contains { !$0.isWhitespace } }
}
