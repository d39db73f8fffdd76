import Accounts
import Quantities
import Synchronization

/// How many proposals wait for somebody, kept for a few seconds so that a page costs no look into
/// the accounts.
final class WaitingProposals: Sendable {
  /// For how long a count is taken for true; as long as changed rights may take (AZ-06).
  private static let seconds: Int64 = 5

  private struct Count {
    let at: Instant
    let value: Int
  }

  private let counts = Mutex<[Principal: Count]>([:])

  /// The proposals that a principal may decide on and did not make.
  func count(for principal: Principal, in accounts: AccountStore, at now: Instant) async -> Int {
    let known = counts.withLock { $0[principal] }
    let age = known.map { now.milliseconds &- $0.at.milliseconds }
    if let known, let age, (0..<Self.seconds * 1_000).contains(age) { return known.value }
    let value = await found(principal, accounts)
    counts.withLock { counts in
      if counts.count > 1_000 { counts.removeAll() }
      counts[principal] = Count(at: now, value: value)
    }
    return value
  }

  private func found(_ principal: Principal, _ accounts: AccountStore) async -> Int {
    let decides = ProposalKind.allCases.contains { Rights.grant($0.deciding, to: principal) != nil }
    guard decides, Rights.grant(.seeProposals, to: principal) != nil else { return 0 }
    // A hint is never a reason to show no page.
    let pending = try? await accounts.proposals(for: principal, pendingOnly: true)
    return pending?.count { $0.waits(for: principal) } ?? 0
  }

  /// Counts again for everybody, after a proposal or a decision.
  func forget() { counts.withLock { $0.removeAll() } }
}

extension Proposal {
  /// Whether it waits for a decision that a principal may take.
  func waits(for principal: Principal) -> Bool {
    state == .pending && proposer != principal.user.actorText && subject != principal.user
      && Rights.grant(kind.deciding, to: principal)?.reach.covers(scope) == true
  }
}
