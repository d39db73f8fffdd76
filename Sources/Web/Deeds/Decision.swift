package import Accounts
import Journal
package import Quantities
package import Region
import People

/// What two people decided, ready to be carried out in the region.
package struct Decision: Sendable {
  /// The same for every try: by it the region carries it out once.
  package let key: String
  /// The content that was approved, by which the same key for something else is found.
  package let content: [UInt8]
  package let command: Command
  /// Who approved it, as logs know users.
  package let actor: String
  /// Whether the region is still as it was when this was proposed.
  package let isAsSeen: @Sendable (RegionState) -> Bool

  /// What an approved proposal asks of the region; nil when it asks nothing of it.
  package init?(_ proposal: Proposal, _ proposed: ProposedDeed) {
    guard let decider = proposal.decider, let command = proposed.deed.command else { return nil }
    // A file of accounts that was begun anew counts from one again, hence the moment.
    key = "proposal-\(proposal.number)-\(proposal.made.milliseconds)"
    content = Array(proposal.digest.description.utf8)
    self.command = command
    actor = decider
    isAsSeen = { proposed.isAsSeen(in: $0) }
  }

  /// Carries it out, unless that was done before; in turn with all others who write.
  package func carryOut(in office: Office, _ context: CommandContext) async throws -> Answer {
    if let earlier = try await office.known(context) { return earlier }
    guard isAsSeen(await office.published) else { throw StaleDecision() }
    return try await office.perform(command, context)
  }
}

/// The region changed since it was proposed; nothing was done.
package struct StaleDecision: Error {
  package init() {}
}

/// Where decisions are carried out, in turn with the commands of other processes.
package protocol DecisionDesk: Sendable {
  func carryOut(_ decision: Decision, on today: CivilDate, at now: Instant) async throws -> Answer
}

/// A desk for a region that nobody else writes in.
struct OfficeDesk: DecisionDesk {
  let office: Office
  let vault: any Vault

  func carryOut(
    _ decision: Decision,
    on today: CivilDate,
    at now: Instant
  ) async throws -> Answer {
    func digest(_ bytes: [UInt8], _ purpose: DigestPurpose) -> Digest {
      let words = vault.keyedDigest(of: bytes, for: purpose).words
      return Digest(words: Digest.Words(words.0, words.1, words.2, words.3))
    }
    let context = CommandContext(
      key: digest(Array(decision.key.utf8), .commandKey),
      body: digest(decision.content, .content),
      actor: decision.actor,
      today: today,
      now: now
    )
    return try await decision.carryOut(in: office, context)
  }
}
