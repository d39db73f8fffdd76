import Claims
import Commissioning
import Journal
import Quantities
import Region
import Rules

/// How often each rule refused a line of a provider in a year.
///
/// The state keeps what came of a line, not why; that stands in the receipts of the journal.
struct RefusalCounts: Sendable {
  /// The rules with the most refusals first.
  private(set) var rules: [Count] = []

  struct Count: Hashable, Sendable {
    let rule: RuleID
    let lines: Int
  }

  /// Reads the receipts of the claims of some claim codes that have a refused line in a year.
  init(
    of codes: Set<ProviderCode>,
    in year: Int,
    _ state: RegionState,
    journal: any Journal
  ) async throws {
    var counts: [RuleID: Int] = [:]
    for position in state.refusedClaims(of: codes, in: year) {
      for entry in try await journal.command(at: Position(position)) {
        guard case .claim(let event) = try EventTable.event(of: entry) else { continue }
        Self.note(event, codes, year, &counts)
      }
    }
    rules = counts.map { Count(rule: $0.key, lines: $0.value) }
      .sorted { ($1.lines, $0.rule) < ($0.lines, $1.rule) }
  }

  private static func note(
    _ event: ClaimEvent,
    _ codes: Set<ProviderCode>,
    _ year: Int,
    _ counts: inout [RuleID: Int]
  ) {
    switch event {
    case .judged(let claim):
      note(claim, LineRules.set.rules.map(\.id), codes, year, &counts)
    case .tableJudged(let table):
      note(table.claim, TableRules.set.rules.map(\.id), codes, year, &counts)
    case .submitted, .answered, .annulled, .balanceTakenOver: return
    }
  }

  private static func note(
    _ claim: ClaimJudged,
    _ rules: [RuleID],
    _ codes: Set<ProviderCode>,
    _ year: Int,
    _ counts: inout [RuleID: Int]
  ) {
    guard codes.contains(claim.notice.provider) else { return }
    let ofClaim = claim.verdict.claim.failed.indices.map { ClaimRules.set.rules[$0].id }
    for (line, receipt) in zip(claim.notice.lines, claim.verdict.receipts)
    where line.period.first.year == year {
      var failed = Set(ofClaim)
      let client = Int(line.clientIndex)
      if claim.verdict.clients.indices.contains(client) {
        let assessment = claim.verdict.clients[client]
        failed.formUnion(assessment.failed.indices.map { ClaimedClientRules.set.rules[$0].id })
      }
      let indices = receipt.isAssessed ? receipt.assessment.failed.indices : []
      failed.formUnion(indices.filter { $0 < rules.count }.map { rules[$0] })
      for rule in failed { counts[rule, default: 0] += 1 }
    }
  }
}
