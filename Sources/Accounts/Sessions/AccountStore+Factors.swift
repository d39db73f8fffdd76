import Foundation
import GRDB
import People
import Quantities

extension AccountStore {
  /// How giving a code ended; a wrong one is counted, so it is no error within the transaction.
  private enum Answer: Sendable {
    case right
    case wrong
    case held(until: Instant)
  }

  /// The second half of signing in: a code of the app, or a recovery code, which works once.
  ///
  /// Gives the token of the session; the one of the first half dies (AU-10).
  package func confirm(
    _ token: SessionToken,
    code: String,
    network: String,
    at now: Moment
  ) async throws -> SessionToken {
    let session = try await session(token, at: now)
    guard session.stage == .secondFactor else { throw AccountRefusal.noSession }
    let next = SessionToken(from: random)
    let answer = try await write { [self] db -> Answer in
      let answer = try accept(code, of: session.user, at: now, db)
      guard case .right = answer else { return answer }
      try finishSignIn(session, token, next, network, at: now, db)
      return .right
    }
    try await Self.check(answer)
    return next
  }

  /// Shows again that it is the user, for what asks for a fresh authentication (AU-12).
  package func stepUp(
    _ token: SessionToken,
    code: String,
    at now: Moment
  ) async throws -> SessionToken {
    let session = try await fullSession(token, at: now)
    let next = SessionToken(from: random)
    let answer = try await write { [self] db -> Answer in
      let answer = try accept(code, of: session.user, at: now, db)
      guard case .right = answer else { return answer }
      let role = session.acting?.number
      try Self.rotate(token, to: next, stage: .full, assignment: role, fresh: now, db)
      let user = session.user
      try Self.record(.steppedUp, by: .user(user), about: "\(user)", at: now, db)
      return .right
    }
    try await Self.check(answer)
    return next
  }

  private static func check(_ answer: Answer) async throws {
    switch answer {
    case .right: return
    case .wrong: throw AccountRefusal.wrong
    case .held(let until): throw AccountRefusal.wait(until: until)
    }
  }

  /// Compares a code and uses it up.
  private func accept(
    _ code: String,
    of user: UserKey,
    at now: Moment,
    _ db: Database
  ) throws -> Answer {
    let throttle = factorThrottle(of: user)
    if let until = try Self.charge([throttle], about: "\(user)", at: now, db) {
      return .held(until: until)
    }
    guard try useUp(String(code.prefix(100)), of: user, at: now, db) else {
      try Self.record(.secondFactorFailed, by: .unknown, about: "\(user)", at: now, db)
      return .wrong
    }
    try Self.release([throttle], db)
    return .right
  }

  private func useUp(
    _ code: String,
    of user: UserKey,
    at now: Moment,
    _ db: Database
  ) throws -> Bool {
    let row = try db.row(
      "user",
      "SELECT factor, step FROM user WHERE key = ? AND factor IS NOT NULL",
      [Data(user.bytes)]
    )
    guard let row else { return false }
    let secret = try keys.open(try row.bytes(0), for: user)
    let last = try row.integer(1)
    if let step = OneTimeCode.accept(code, secret: secret, at: now.instant, after: last) {
      try db.change("UPDATE user SET step = ? WHERE key = ?", [step, Data(user.bytes)])
      return true
    }
    let used = try db.change(
      "DELETE FROM recovery WHERE user = ? AND digest = ?",
      [Data(user.bytes), Data(OneTimeSecret.digest(of: code, for: user))]
    )
    guard used == 1 else { return false }
    try Self.record(.recoveryCodeUsed, by: .user(user), about: "\(user)", at: now, db)
    return true
  }

  private func finishSignIn(
    _ session: Session,
    _ token: SessionToken,
    _ next: SessionToken,
    _ network: String,
    at now: Moment,
    _ db: Database
  ) throws {
    let user = session.user
    let roles = try Self.assignments(of: user, db).filter { $0.period.contains(now.today) }
    let role = roles.first?.number
    try Self.rotate(token, to: next, stage: .full, assignment: role, fresh: now, db)
    let throttles = throttles(name: session.signInName, network: network, isKnown: true)
    try Self.release(throttles, db)
    try db.change(
      """
      INSERT INTO known_network(user, digest, seen) VALUES (?, ?, ?)
      ON CONFLICT(user, digest) DO UPDATE SET seen = excluded.seen
      """,
      [Data(user.bytes), Data(keys.digest("known network", network)), now.milliseconds]
    )
    try Self.record(.signedIn, by: .user(user), about: "\(user)", at: now, db)
  }
}

// MARK: - Setting the second factor

extension AccountStore {
  /// Draws a new second factor; it counts only once a code of it was given.
  ///
  /// While signing in for the first time, or in a session that was authenticated lately (AU-12).
  package func beginFactor(
    _ token: SessionToken,
    issuer: String,
    at now: Moment
  ) async throws -> NewFactor {
    let session = try await enrolling(token, at: now)
    let secret = random.bytes(OneTimeCode.secretByteCount)
    let sealed = try keys.seal(secret, for: session.user, nonce: random.bytes(12))
    _ = try await write { db in
      try db.change(
        "UPDATE user SET pending = ? WHERE key = ?",
        [Data(sealed), Data(session.user.bytes)]
      )
    }
    return NewFactor(
      // With blanks: there are apps that take those out of a pasted key, and not hyphens.
      secret: Base32.groups(Base32.text(secret), separator: " "),
      address: OneTimeCode.address(secret: secret, account: session.signInName, issuer: issuer)
    )
  }

  /// Confirms the new second factor with a code of it.
  ///
  /// Gives a new token and ten recovery codes, which are shown now and never again; older ones are
  /// void.
  package func finishFactor(
    _ token: SessionToken,
    code: String,
    network: String,
    at now: Moment
  ) async throws -> (token: SessionToken, recoveryCodes: [String]) {
    let session = try await enrolling(token, at: now)
    let user = session.user
    let next = SessionToken(from: random)
    let codes = newRecoveryCodes()
    let answer = try await write { [self] db -> Answer in
      let throttle = factorThrottle(of: user)
      if let until = try Self.charge([throttle], about: "\(user)", at: now, db) {
        return .held(until: until)
      }
      guard try confirmPending(code, of: user, at: now, db) else { return .wrong }
      try Self.release([throttle], db)
      try Self.keep(codes, of: user, db)
      try Self.record(.factorSet, by: .user(user), about: "\(user)", at: now, db)
      if session.stage == .full {
        let role = session.acting?.number
        try Self.rotate(token, to: next, stage: .full, assignment: role, fresh: now, db)
        try Self.endSessions(of: user, except: next, db)
      } else {
        try finishSignIn(session, token, next, network, at: now, db)
      }
      return .right
    }
    try await Self.check(answer)
    return (next, codes)
  }

  /// Makes ten new recovery codes in a session that was authenticated lately; older ones are void.
  package func renewRecoveryCodes(_ token: SessionToken, at now: Moment) async throws -> [String] {
    let session = try await fullSession(token, at: now)
    guard session.isFresh(at: now) else { throw AccountRefusal.notFresh }
    let user = session.user
    let codes = newRecoveryCodes()
    try await write { db in
      try Self.keep(codes, of: user, db)
      try Self.record(.recoveryCodesMade, by: .user(user), about: "\(user)", at: now, db)
    }
    return codes
  }

  /// How many recovery codes a user has left.
  package func recoveryCodesLeft(of user: UserKey) async throws -> Int {
    try await read { db in
      let row = try db.row(
        "recovery",
        "SELECT count(*) FROM recovery WHERE user = ?",
        [Data(user.bytes)]
      )
      return Int(clamping: try row?.integer(0) ?? 0)
    }
  }

  /// A session in which a second factor may be set.
  private func enrolling(_ token: SessionToken, at now: Moment) async throws -> Session {
    let session = try await session(token, at: now)
    switch session.stage {
    case .enrolment: return session
    case .full:
      guard session.isFresh(at: now) else { throw AccountRefusal.notFresh }
      return session
    case .secondFactor: throw AccountRefusal.factorKnown
    }
  }

  private func confirmPending(
    _ code: String,
    of user: UserKey,
    at now: Moment,
    _ db: Database
  ) throws -> Bool {
    let row = try db.row(
      "user",
      "SELECT pending FROM user WHERE key = ? AND pending IS NOT NULL",
      [Data(user.bytes)]
    )
    guard let row else { return false }
    let sealed = try row.bytes(0)
    let secret = try keys.open(sealed, for: user)
    let typed = String(code.prefix(100))
    let step = OneTimeCode.accept(typed, secret: secret, at: now.instant, after: -1)
    guard let step else { return false }
    try db.change(
      "UPDATE user SET factor = pending, pending = NULL, step = ? WHERE key = ?",
      [step, Data(user.bytes)]
    )
    return true
  }

  private func newRecoveryCodes() -> [String] {
    (0..<OneTimeSecret.recoveryCodeCount).map { _ in OneTimeSecret.code(from: random) }
  }

  private static func keep(_ codes: [String], of user: UserKey, _ db: Database) throws {
    try db.change("DELETE FROM recovery WHERE user = ?", [Data(user.bytes)])
    for code in codes {
      try db.change(
        "INSERT INTO recovery(user, digest) VALUES (?, ?)",
        [Data(user.bytes), Data(OneTimeSecret.digest(of: code, for: user))]
      )
    }
  }
}
