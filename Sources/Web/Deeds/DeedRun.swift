package import Accounts
import Journal
package import Quantities
import Region
import Rules

/// Carries out what was approved, exactly once, and tells the accounts so.
///
/// The region is changed first and the proposal marked afterwards; when the program stops in
/// between, the next try finds under the same key that the region did it already.
struct DeedRun: Sendable {
  let place: RegionPlace
  let today: CivilDate
  let now: Moment
  /// Whoever asks for it: for the security events only, the region is told who approved.
  let by: AccountActor

  /// What came of it.
  enum Outcome: Sendable {
    case done
    /// The region changed since it was proposed.
    case stale
    /// The region refuses it, with its reason.
    case refused(BilingualText)
  }

  func carryOut(_ proposal: Proposal) async throws -> Outcome {
    guard proposal.state == .approved else { return .stale }
    guard proposal.done == nil else { return .done }
    guard let proposed = ProposedDeed(proposal) else { return .stale }
    if let decision = Decision(proposal, proposed) {
      do {
        _ = try await place.decisions.carryOut(decision, on: today, at: now.instant)
      } catch is StaleDecision {
        return .stale
      } catch OfficeFailure.refused(let refusal) {
        return .refused(refusal.text)
      }
    }
    try await place.accounts.markDone(proposal.number, by: by, at: now)
    return .done
  }
}

extension RegionPlace {
  /// Carries out what was approved before the program stopped; what can no longer be done stays as
  /// it is, for people to look at, and a region that cannot write now is read all the same.
  package func carryOutApproved(on today: CivilDate, at now: Moment) async throws {
    let run = DeedRun(place: self, today: today, now: now, by: .commandLine)
    for proposal in try await accounts.approvedAndNotDone() {
      do { _ = try await run.carryOut(proposal) } catch is OfficeFailure { continue }
    }
  }
}
