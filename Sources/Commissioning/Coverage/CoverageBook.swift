package import Quantities
import Rules

/// What providers reported on room and waiting, the norms, and what was opened where offer lacks.
///
/// - Dutch term: register van capaciteit en wachttijd
package struct CoverageBook: Hashable, Sendable {
  /// The reports of each subject, in order of their days.
  package private(set) var reports: [CapacityReport.Subject: [CapacityReport]] = [:]
  package private(set) var norms: [Label<CoverageNorm>: CoverageNorm] = [:]
  /// The places where supplementary contracting is open, with the day on which it was opened.
  package private(set) var opened: [CoverageCell: CivilDate] = [:]

  package init() {}
}

extension CoverageBook {
  /// The latest report on or before a day.
  package func report(
    on subject: CapacityReport.Subject,
    asOf day: CivilDate
  ) -> CapacityReport? {
    reports[subject]?.last { $0.on <= day }
  }

  /// The norm that says most about a place on a day; nil when the region set none.
  package func norm(for cell: CoverageCell, on day: CivilDate) -> CoverageNorm? {
    norms.values.filter { $0.period.contains(day) && $0.scope.holds(for: cell) }
      .max { left, right in
        if left.scope.weight != right.scope.weight {
          return left.scope.weight < right.scope.weight
        }
        return (left.period.first, right.code) < (right.period.first, left.code)
      }
  }

  /// Takes in what happened; never fails, also for an event that no decision of ours would give.
  package mutating func evolve(_ event: CoverageEvent) {
    switch event {
    case .reported(let received): for report in received { take(report) }
    case .normSet(let norm): norms[norm.code] = norm
    case .normEnded(let code, let last):
      guard let norm = norms[code] else { return }
      norms[code] = norm.ended(last)
    case .opened(let cell, let on, _, _): opened[cell] = on
    case .closed(let cell, _, _): opened[cell] = nil
    }
  }

  /// A later report of the same day takes the place of the earlier one.
  private mutating func take(_ report: CapacityReport) {
    var known = reports[report.subject] ?? []
    let place = known.firstIndex { $0.on >= report.on } ?? known.count
    if place < known.count, known[place].on == report.on {
      known[place] = report
    } else {
      known.insert(report, at: place)
    }
    reports[report.subject] = known
  }
}

extension CoverageNorm {
  /// The norm until a last day; nil when it would end before it begins.
  func ended(_ last: CivilDate) -> CoverageNorm? {
    guard let period = OpenPeriod(from: period.first, through: last) else { return nil }
    return CoverageNorm(
      code: code,
      scope: scope,
      period: period,
      thresholds: thresholds,
      waiting: waiting,
      reportValid: reportValid,
      supplementary: supplementary,
      basis: basis
    )
  }
}

// MARK: - Deciding

extension CoverageBook {
  /// Says which events a command leads to, or why it is refused; changes nothing.
  package func decide(
    _ command: CoverageCommand,
    contracts: ContractBook,
    on today: CivilDate,
    calendar: WorkCalendar = WorkCalendar()
  ) throws(CoverageRefusal) -> [CoverageEvent] {
    switch command {
    case .report(let reports): return try accept(reports, contracts, today)
    case .setNorm(let norm):
      guard norms[norm.code] == nil else { throw .normExists(norm.code) }
      let rival = norms.values.filter {
        $0.scope == norm.scope && $0.period.overlaps(norm.period)
      }.map(\.code).min()
      if let rival { throw .normOverlaps(rival) }
      return [.normSet(norm)]
    case .endNorm(let code, let last):
      guard let norm = norms[code] else { throw .unknownNorm(code) }
      guard last >= norm.period.first else { throw .normEndsTooEarly(norm.period.first) }
      guard norm.period.last != last else { throw .nothingChanges }
      return [.normEnded(code, last: last)]
    case .open(let cell):
      let matrix = CoverageMatrix(self, contracts: contracts, on: today, calendar: calendar)
      guard let finding = matrix.finding(cell), let procedure = finding.opens else {
        throw .notRed(cell)
      }
      if let since = finding.openedOn { throw .alreadyOpen(since) }
      return [.opened(cell, on: today, procedure, why: finding.reasons.map(\.text.dutch))]
    case .close(let cell, let outcome):
      guard opened[cell] != nil else { throw .notOpen(cell) }
      guard outcome.contains(where: { !$0.isWhitespace }) else { throw .noOutcome }
      return [.closed(cell, on: today, outcome: outcome)]
    }
  }

  /// All reports, or the first that cannot be taken: never half of them.
  private func accept(
    _ received: [CapacityReport],
    _ contracts: ContractBook,
    _ today: CivilDate
  ) throws(CoverageRefusal) -> [CoverageEvent] {
    guard !received.isEmpty else { throw .noReports }
    for (place, report) in received.enumerated() {
      if let fault = fault(in: report, contracts, today) { throw .report(place, fault) }
    }
    var days: [CapacityReport.Subject: Set<CivilDate>] = [:]
    for (place, report) in received.enumerated() {
      guard days[report.subject, default: []].insert(report.on).inserted else {
        throw .report(place, .twice(report))
      }
    }
    let isNew = received.contains { report in
      reports[report.subject]?.contains(report) != true
    }
    guard isNew else { throw .nothingChanges }
    return [.reported(received)]
  }

  /// Why a report cannot be taken; nil when it can.
  package func fault(
    in report: CapacityReport,
    _ contracts: ContractBook,
    _ today: CivilDate
  ) -> CapacityFault? {
    if report.freePlaces == nil, report.waitingDays == nil { return .saysNothing }
    if let places = report.freePlaces, !(0...CapacityReport.mostPlaces).contains(places) {
      return .places(places)
    }
    if let days = report.waitingDays, !(0...CapacityReport.longestWait).contains(days) {
      return .wait(days)
    }
    if report.on > today { return .inTheFuture(report.on) }
    let agreed = contracts.contracts.values.filter { $0.draft.provider == report.provider }
    if agreed.isEmpty { return .unknownProvider(report.provider) }
    // Room is also reported before a contract begins, but not after it ended.
    let covers = agreed.contains { contract in
      contract.lastDay >= report.on
        && contract.draft.municipalities.contains(report.municipality)
        && contracts.products(of: contract).contains(report.product)
    }
    return covers ? nil : .notContracted(report)
  }
}
