import Foundation
import GRDB
import People
import Quantities

extension AccountStore {
  /// What is known of whoever gives a name, before anything is compared.
  private struct Candidate: Sendable {
    /// Nil when the name belongs to nobody, or to an account that is out of use.
    let user: UserKey?
    let hash: PasswordHash?
    let throttles: [ThrottleKey]
  }

  /// How looking at a name ended.
  private enum Admission: Sendable {
    case held(until: Instant)
    case admitted(Candidate)
  }

  /// The first half of signing in: name and password.
  ///
  /// The token opens nothing but the page of the second factor, or the one on which it is set
  /// (AU-04).
  ///
  /// A name that does not exist, an account that is out of use or has no password, and a wrong
  /// password get one answer, after the same work (AU-09). `network` is the address or prefix that
  /// the request came from; only keyed digests of it are kept.
  package func signIn(
    name: String,
    password: String,
    network: String,
    at now: Moment
  ) async throws -> (token: SessionToken, stage: Session.Stage) {
    let candidate = try await admit(name, network, at: now)
    let hash = candidate.hash ?? decoy
    let typed = Self.bounded(password)
    let isRight = try await gate.run { try hash.matches(typed) }
    guard isRight, candidate.hash != nil, let user = candidate.user else {
      try await recordFailure(candidate.user, at: now)
      throw AccountRefusal.wrong
    }
    let stronger = hash.isBelow(cost) ? try await makeHash(typed) : nil
    let token = SessionToken(from: random)
    let id: SessionID = try identifier()
    let stage = try await write { [self] db in
      // The password may have been changed, or the account disabled, while it was compared.
      let row = try db.row(
        "user",
        "SELECT factor IS NOT NULL FROM user WHERE key = ? AND password = ? AND disabled = 0",
        [Data(user.bytes), hash.description]
      )
      guard let row else { throw AccountRefusal.wrong }
      let stage: Session.Stage = try row.integer(0) != 0 ? .secondFactor : .enrolment
      try Self.takeOff(candidate.throttles, db)
      if let stronger {
        try db.change(
          "UPDATE user SET password = ? WHERE key = ?",
          [stronger.description, Data(user.bytes)]
        )
      }
      try openSession(token, id: id, user: user, stage: stage, at: now, db)
      return stage
    }
    return (token, stage)
  }

  /// Sets the first password, or a new one, with the one-time code of an invitation (AU-12); then
  /// goes on as after a password, so that the second factor is never skipped.
  package func acceptInvitation(
    name: String,
    code: String,
    password: String,
    policy: PasswordPolicy,
    network: String,
    at now: Moment
  ) async throws -> (token: SessionToken, stage: Session.Stage) {
    if let objection = policy.objection(to: password, account: [name]) {
      throw AccountRefusal.password(objection)
    }
    let candidate = try await admit(name, network, at: now)
    let hash = try await makeHash(password)
    let token = SessionToken(from: random)
    let id: SessionID = try identifier()
    let stage = try await write { [self] db -> Session.Stage? in
      guard let user = candidate.user else { return nil }
      let row = try db.row(
        "invitation",
        """
        SELECT digest, until, factor IS NOT NULL FROM invitation
        JOIN user ON user.key = invitation.user WHERE user.key = ? AND disabled = 0
        """,
        [Data(user.bytes)]
      )
      let typed = OneTimeSecret.digest(of: code, for: user)
      guard let row, ConstantTime.equal(try row.bytes(0), typed),
        now.milliseconds < (try row.integer(1))
      else { return nil }
      try db.change("DELETE FROM invitation WHERE user = ?", [Data(user.bytes)])
      try setPassword(hash, of: user, by: .user(user), at: now, db)
      try Self.endSessions(of: user, db)
      try Self.takeOff(candidate.throttles, db)
      let stage: Session.Stage = try row.integer(2) != 0 ? .secondFactor : .enrolment
      try openSession(token, id: id, user: user, stage: stage, at: now, db)
      return stage
    }
    guard let stage else {
      try await recordFailure(candidate.user, at: now)
      throw AccountRefusal.wrong
    }
    return (token, stage)
  }

  /// Sets a new password within a session that was authenticated lately; other sessions end.
  package func changePassword(
    _ password: String,
    policy: PasswordPolicy,
    _ token: SessionToken,
    at now: Moment
  ) async throws {
    let session = try await fullSession(token, at: now)
    guard session.isFresh(at: now) else { throw AccountRefusal.notFresh }
    let account = [session.signInName, session.displayName]
    if let objection = policy.objection(to: password, account: account) {
      throw AccountRefusal.password(objection)
    }
    let hash = try await makeHash(password)
    try await write { [self] db in
      try setPassword(hash, of: session.user, by: .user(session.user), at: now, db)
      try Self.endSessions(of: session.user, except: token, db)
    }
  }
}

// MARK: - Steps

extension AccountStore {
  /// Looks a name up and counts the try.
  private func admit(_ name: String, _ network: String, at now: Moment) async throws -> Candidate {
    let tidy = AccountName.tidy(String(name.prefix(200)))
    let place = keys.digest("known network", network)
    let admission = try await write { [self] db -> Admission in
      let row = try db.row(
        "user",
        """
        SELECT key, password, EXISTS(
          SELECT 1 FROM known_network WHERE user = user.key AND digest = ? AND seen > ?
        ) FROM user WHERE name = ? AND disabled = 0
        """,
        [Data(place), now.adding(-Term.knownNetwork).milliseconds, tidy]
      )
      let user = try row?.user(0)
      let isKnown = try row.map { try $0.integer(2) != 0 } ?? false
      let throttles = throttles(name: tidy, network: network, isKnown: isKnown)
      let subject = user.map { "\($0)" } ?? ""
      if let until = try Self.charge(throttles, about: subject, at: now, db) {
        return .held(until: until)
      }
      let text = try row.flatMap { row in try row.optional(1, row.text) }
      let hash = try text.flatMap { text in try row?.required(PasswordHash(text)) }
      return .admitted(Candidate(user: user, hash: hash, throttles: throttles))
    }
    switch admission {
    case .held(let until): throw AccountRefusal.wait(until: until)
    case .admitted(let candidate): return candidate
    }
  }

  /// A typed password as far as one can be: a longer one is wrong anyway.
  private static func bounded(_ password: String) -> String {
    password.utf8.count <= 16 * PasswordPolicy.most ? password : ""
  }

  private func makeHash(_ password: String) async throws -> PasswordHash {
    let salt = random.bytes(16)
    let cost = cost
    return try await gate.run { try PasswordHash(password, salt: salt, cost: cost) }
  }

  private func setPassword(
    _ hash: PasswordHash,
    of user: UserKey,
    by actor: AccountActor,
    at now: Moment,
    _ db: Database
  ) throws {
    try db.change(
      "UPDATE user SET password = ? WHERE key = ?",
      [hash.description, Data(user.bytes)]
    )
    try Self.record(.passwordSet, by: actor, about: "\(user)", at: now, db)
  }

  private func recordFailure(_ user: UserKey?, at now: Moment) async throws {
    try await write { db in
      let subject = user.map { "\($0)" } ?? ""
      try Self.record(.signInFailed, by: .unknown, about: subject, at: now, db)
    }
  }
}
