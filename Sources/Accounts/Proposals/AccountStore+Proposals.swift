import Foundation
import GRDB
import People
package import Journal
import Quantities

extension AccountStore {
  /// The largest body of a proposal.
  private static let bodyLimit = 1 << 20

  /// Proposes something that is no change of rights, and gives its number.
  ///
  /// The same once more while it waits, such as a form that was sent twice, is the same proposal.
  /// Refused as not existing for whoever may not propose it.
  package func propose(
    _ kind: ProposalKind,
    scope: Reach,
    body: [UInt8],
    by principal: Principal,
    at now: Moment
  ) async throws -> Int64 {
    guard kind != .rights else { throw AccountRefusal.noSuchProposal }
    try Self.require(kind.proposing, of: principal, within: scope)
    return try await write { db in
      let waiting = try db.row(
        "proposal",
        "SELECT number FROM proposal WHERE state = 0 AND proposer = ? AND digest = ?",
        [principal.user.actorText, Data(Self.shown(kind, scope, nil, body))]
      )
      if let waiting { return try waiting.integer(0) }
      return try Self.insert(kind, scope, body, nil, by: .user(principal.user), at: now, db)
    }
  }

  /// Proposes a change of somebody's rights.
  ///
  /// One's own are proposed by another (AZ-04).
  package func proposeRights(
    _ change: RightsChange,
    of user: UserKey,
    by principal: Principal,
    at now: Moment
  ) async throws -> Int64 {
    try Self.require(.manageUsers, of: principal, within: .region)
    guard principal.user != user else { throw AccountRefusal.ownRights }
    return try await proposeRights(change, of: user, actor: .user(principal.user), at: now)
  }

  /// Proposes a change of rights from the command line, for an administrator to decide on.
  package func proposeRights(
    _ change: RightsChange,
    of user: UserKey,
    fromCommandLineAt now: Moment
  ) async throws -> Int64 {
    try await proposeRights(change, of: user, actor: .commandLine, at: now)
  }

  private func proposeRights(
    _ change: RightsChange,
    of user: UserKey,
    actor: AccountActor,
    at now: Moment
  ) async throws -> Int64 {
    try await write { db in
      try Self.check(change, of: Self.user(user, db))
      return try Self.insert(.rights, .region, change.body, user, by: actor, at: now, db)
    }
  }

  /// Approves what was shown, once: own proposals, changes of one's own rights, and content other
  /// than what was shown are refused.
  ///
  /// A change of rights is made in the same transaction.
  ///
  /// The other kinds are carried out by the caller, who tells it with `markDone`; what was approved
  /// and not carried out is found again with `approvedAndNotDone`.
  package func approve(
    _ number: Int64,
    shown digest: JournalDigest,
    by principal: Principal,
    at now: Moment
  ) async throws -> Proposal {
    try await write { db in
      let proposal = try Self.decidable(number, by: principal, db)
      guard proposal.digest == digest else { throw AccountRefusal.contentChanged }
      guard proposal.proposer != principal.user.actorText else { throw AccountRefusal.ownProposal }
      guard proposal.subject != principal.user else { throw AccountRefusal.ownRights }
      try Self.decide(proposal, .approved, .approved, by: principal.user, at: now, db)
      if proposal.kind == .rights {
        guard let user = proposal.subject, let change = RightsChange(body: proposal.body) else {
          throw AccountFailure(.misfitValue(table: "proposal"))
        }
        try Self.apply(change, to: user, by: .user(principal.user), at: now, db)
        try Self.markDone(number, by: .user(principal.user), at: now, db)
      }
      return try Self.proposal(number, db)
    }
  }

  /// Refuses a proposal.
  package func refuse(_ number: Int64, by principal: Principal, at now: Moment) async throws {
    try await write { db in
      let proposal = try Self.decidable(number, by: principal, db)
      guard proposal.proposer != principal.user.actorText else { throw AccountRefusal.ownProposal }
      try Self.decide(proposal, .refused, .refused, by: principal.user, at: now, db)
    }
  }

  /// Takes back one's own proposal.
  package func withdraw(_ number: Int64, by principal: Principal, at now: Moment) async throws {
    try await write { db in
      let proposal = try Self.proposal(number, db)
      guard proposal.proposer == principal.user.actorText else {
        throw AccountRefusal.noSuchProposal
      }
      guard proposal.state == .pending else { throw AccountRefusal.decided }
      try Self.decide(proposal, .withdrawn, .withdrawn, by: principal.user, at: now, db)
    }
  }

  /// Tells that what was approved is carried out; telling it again changes nothing.
  package func markDone(_ number: Int64, by actor: AccountActor, at now: Moment) async throws {
    try await write { db in
      guard try Self.proposal(number, db).state == .approved else {
        throw AccountRefusal.noSuchProposal
      }
      try Self.markDone(number, by: actor, at: now, db)
    }
  }
}

// MARK: - Looking

extension AccountStore {
  /// The proposals that a principal may see: those that he or she may make or decide on.
  package func proposals(
    for principal: Principal,
    pendingOnly: Bool = false
  ) async throws -> [Proposal] {
    try await read { db in
      try db.rows(
        "proposal",
        "\(Self.selectProposals) WHERE state = 0 OR ? ORDER BY number DESC LIMIT 1000",
        [!pendingOnly]
      ).map(Self.proposal).filter { Self.sees($0, principal) }
    }
  }

  /// One proposal, as not existing for whoever may neither make nor decide on it.
  package func proposal(_ number: Int64, for principal: Principal) async throws -> Proposal {
    try await read { db in
      let proposal = try Self.proposal(number, db)
      guard Self.sees(proposal, principal) else { throw AccountRefusal.noSuchProposal }
      return proposal
    }
  }

  /// What was approved and not carried out, for a new start of the program to carry out.
  package func approvedAndNotDone() async throws -> [Proposal] {
    try await read { db in
      try db.rows(
        "proposal",
        "\(Self.selectProposals) WHERE state = 1 AND done IS NULL ORDER BY number"
      ).map(Self.proposal)
    }
  }

  /// What was approved and carried out of a kind, the newest first.
  package func carriedOut(_ kind: ProposalKind) async throws -> [Proposal] {
    try await read { db in
      try db.rows(
        "proposal",
        "\(Self.selectProposals) WHERE done IS NOT NULL AND kind = ? ORDER BY number DESC LIMIT 1000",
        [kind.rawValue]
      ).map(Self.proposal)
    }
  }

  private static func sees(_ proposal: Proposal, _ principal: Principal) -> Bool {
    [proposal.kind.proposing, proposal.kind.deciding].contains { right in
      Rights.grant(right, to: principal)?.reach.covers(proposal.scope) == true
    }
  }
}

// MARK: - Rows

extension AccountStore {
  private static let selectProposals = """
    SELECT number, kind, scope, body, digest, proposer, subject, made, state, decider, decided, done
    FROM proposal
    """

  private static func require(
    _ right: Right,
    of principal: Principal,
    within scope: Reach
  ) throws(AccountRefusal) {
    guard Rights.grant(right, to: principal)?.reach.covers(scope) == true else {
      throw .noSuchProposal
    }
  }

  /// A pending proposal that the principal may decide on.
  private static func decidable(
    _ number: Int64,
    by principal: Principal,
    _ db: Database
  ) throws -> Proposal {
    let proposal = try proposal(number, db)
    try require(proposal.kind.deciding, of: principal, within: proposal.scope)
    guard proposal.state == .pending else { throw AccountRefusal.decided }
    return proposal
  }

  /// What a decider is shown, as bytes: kind, scope, subject and body with their lengths.
  static func shown(
    _ kind: ProposalKind,
    _ scope: Reach,
    _ subject: UserKey?,
    _ body: [UInt8]
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    for part in [
      Array(kind.rawValue.utf8), Array(scope.description.utf8), subject?.bytes ?? [], body,
    ] {
      bytes.appendBigEndian(UInt32(clamping: part.count))
      bytes += part
    }
    return digest(bytes)
  }

  private static func insert(
    _ kind: ProposalKind,
    _ scope: Reach,
    _ body: [UInt8],
    _ subject: UserKey?,
    by actor: AccountActor,
    at now: Moment,
    _ db: Database
  ) throws -> Int64 {
    guard body.count <= bodyLimit else { throw AccountRefusal.tooLarge }
    try db.change(
      """
      INSERT INTO proposal(kind, scope, body, digest, proposer, subject, made, state)
      VALUES (?, ?, ?, ?, ?, ?, ?, 0)
      """,
      [
        kind.rawValue, scope.description, Data(body), Data(shown(kind, scope, subject, body)),
        actor.text, subject.map { Data($0.bytes) }, now.milliseconds,
      ]
    )
    let number = db.lastInsertedRowID
    try record(
      .proposed,
      by: actor,
      about: "proposal:\(number)",
      word: kind.rawValue,
      at: now,
      db
    )
    return number
  }

  private static func decide(
    _ proposal: Proposal,
    _ state: Proposal.State,
    _ kind: SecurityEvent.Kind,
    by user: UserKey,
    at now: Moment,
    _ db: Database
  ) throws {
    let changed = try db.change(
      "UPDATE proposal SET state = ?, decider = ?, decided = ? WHERE number = ? AND state = 0",
      [state.rawValue, user.actorText, now.milliseconds, proposal.number]
    )
    guard changed == 1 else { throw AccountRefusal.decided }
    let subject = "proposal:\(proposal.number)"
    let word = proposal.kind.rawValue
    try record(kind, by: .user(user), about: subject, word: word, at: now, db)
  }

  private static func markDone(
    _ number: Int64,
    by actor: AccountActor,
    at now: Moment,
    _ db: Database
  ) throws {
    let changed = try db.change(
      "UPDATE proposal SET done = ? WHERE number = ? AND state = 1 AND done IS NULL",
      [now.milliseconds, number]
    )
    guard changed == 1 else { return }
    try record(.carriedOut, by: actor, about: "proposal:\(number)", at: now, db)
  }

  private static func proposal(_ number: Int64, _ db: Database) throws -> Proposal {
    let row = try db.row("proposal", "\(selectProposals) WHERE number = ?", [number])
    guard let row else { throw AccountRefusal.noSuchProposal }
    return try proposal(row)
  }

  /// Reads a proposal, and holds its content against its digest.
  private static func proposal(_ row: StoredRow) throws -> Proposal {
    let kind = try row.required(ProposalKind(rawValue: try row.text(1)))
    let scope = try row.required(Reach(try row.text(2)))
    let body = try row.bytes(3)
    let kept = try row.bytes(4)
    let subject = try row.optional(6, row.user)
    guard shown(kind, scope, subject, body) == kept, let digest = JournalDigest(kept) else {
      throw AccountFailure(.misfitValue(table: "proposal"))
    }
    return Proposal(
      number: try row.integer(0),
      kind: kind,
      scope: scope,
      body: body,
      digest: digest,
      proposer: try row.text(5),
      subject: subject,
      made: try row.instant(7),
      state: try row.required(Proposal.State(rawValue: try row.integer(8))),
      decider: try row.optional(9, row.text),
      decided: try row.optional(10, row.instant),
      done: try row.optional(11, row.instant)
    )
  }
}
