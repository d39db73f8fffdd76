import Foundation
import GRDB
import People
import Quantities
import Synchronization

extension AccountStore {
  /// The session of a cookie, and counts this as using it; throws `.noSession` when there is none
  /// or it has ended.
  ///
  /// Roles, and whether the account is in use, are read anew each time (AZ-06).
  package func session(_ token: SessionToken, at now: Moment) async throws -> Session {
    let digest = token.digest
    let used = memory.withLock { $0.seen[digest] }
    let found = try await look { db in try Self.session(digest, used: used, at: now, db) }
    guard let session = found else {
      memory.withLock { _ = $0.seen.removeValue(forKey: digest) }
      throw AccountRefusal.noSession
    }
    let isFirst = memory.withLock { memory in
      if memory.seen.count >= Self.seenLimit { memory.seen.removeAll() }
      memory.seen[digest] = max(now.milliseconds, session.seen.milliseconds)
      return used == nil
    }
    // The file follows a minute behind: after a restart a session may end that much earlier, never
    // later.
    let written = isFirst ? session.seen.milliseconds : used ?? 0
    if now.milliseconds / Term.minute != written / Term.minute {
      _ = try? await write { db in
        try db.change(
          "UPDATE session SET seen = max(seen, ?) WHERE digest = ?",
          [now.milliseconds, Data(digest)]
        )
      }
    }
    return session
  }

  /// How many sessions are remembered before all are read from the file again.
  private static let seenLimit = 10_000

  /// Ends the session of a cookie; no matter whether there is one.
  package func signOut(_ token: SessionToken, at now: Moment) async throws {
    let digest = token.digest
    memory.withLock { _ = $0.seen.removeValue(forKey: digest) }
    try await write { db in
      let row = try db.row(
        "session",
        "SELECT user FROM session WHERE digest = ?",
        [Data(digest)]
      )
      guard let user = try row?.user(0) else { return }
      try db.change("DELETE FROM session WHERE digest = ?", [Data(digest)])
      try Self.record(.signedOut, by: .user(user), about: "\(user)", at: now, db)
    }
  }

  /// A user's sessions, the newest first.
  package func sessions(of user: UserKey, at now: Moment) async throws -> [Session] {
    let used = memory.withLock { $0.seen }
    return try await read { db in
      try db.rows(
        "session",
        "SELECT digest FROM session WHERE user = ? ORDER BY made DESC, id",
        [Data(user.bytes)]
      ).compactMap { row in
        let digest = try row.bytes(0)
        return try Self.session(digest, used: used[digest], at: now, db)
      }
    }
  }

  /// Ends one of a user's own sessions.
  package func endSession(_ id: SessionID, of user: UserKey, at now: Moment) async throws {
    try await write { db in
      let ended = try db.change(
        "DELETE FROM session WHERE id = ? AND user = ?",
        [Data(id.bytes), Data(user.bytes)]
      )
      guard ended == 1 else { throw AccountRefusal.noSession }
      try Self.record(.sessionEnded, by: .user(user), about: "\(user)", at: now, db)
    }
  }

  /// Goes on in another of the user's roles, under a new token; the old one dies (AU-10).
  package func takeRole(
    _ assignment: Int64,
    _ token: SessionToken,
    at now: Moment
  ) async throws -> SessionToken {
    let session = try await fullSession(token, at: now)
    guard let role = session.roles.first(where: { $0.number == assignment }) else {
      throw AccountRefusal.noSuchRole
    }
    let next = SessionToken(from: random)
    try await write { db in
      try Self.rotate(token, to: next, stage: .full, assignment: assignment, fresh: nil, db)
      try Self.record(
        .roleTaken,
        by: .user(session.user),
        about: "\(session.user)",
        word: role.role.rawValue,
        at: now,
        db
      )
    }
    return next
  }

  /// The session of a cookie if its user is signed in.
  func fullSession(_ token: SessionToken, at now: Moment) async throws -> Session {
    let session = try await session(token, at: now)
    guard session.stage == .full else { throw AccountRefusal.noSession }
    return session
  }
}

// MARK: - Rows

extension AccountStore {
  /// The most sessions of one user; the oldest makes room.
  private static let sessionLimit = 20

  /// Opens a session for a user.
  func openSession(
    _ token: SessionToken,
    id: SessionID,
    user: UserKey,
    stage: Session.Stage,
    assignment: Int64? = nil,
    at now: Moment,
    _ db: Database
  ) throws {
    try Self.sweep(at: now, db)
    try db.change(
      """
      DELETE FROM session WHERE user = ? AND digest NOT IN
      (SELECT digest FROM session WHERE user = ? ORDER BY made DESC, id LIMIT ?)
      """,
      [Data(user.bytes), Data(user.bytes), Self.sessionLimit - 1]
    )
    try db.change(
      """
      INSERT INTO session(digest, id, user, stage, assignment, made, seen, fresh)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        Data(token.digest), Data(id.bytes), Data(user.bytes), stage.rawValue, assignment,
        now.milliseconds, now.milliseconds, now.milliseconds,
      ]
    )
  }

  /// Puts a new token in the place of the old one, which is worthless from then on.
  ///
  /// The beginning stays, so that no change of token makes a session last longer.
  static func rotate(
    _ old: SessionToken,
    to new: SessionToken,
    stage: Session.Stage,
    assignment: Int64?,
    fresh: Moment?,
    _ db: Database
  ) throws {
    let changed = try db.change(
      """
      UPDATE session SET digest = ?, stage = ?, assignment = ?, fresh = ifnull(?, fresh)
      WHERE digest = ?
      """,
      [
        Data(new.digest), stage.rawValue, assignment, fresh?.milliseconds, Data(old.digest),
      ]
    )
    guard changed == 1 else { throw AccountRefusal.noSession }
  }

  static func endSessions(of user: UserKey, except kept: SessionToken? = nil, _ db: Database) throws
  {
    try db.change(
      "DELETE FROM session WHERE user = ? AND digest <> ?",
      [Data(user.bytes), Data(kept?.digest ?? [])]
    )
  }

  /// The session with a digest, or nil when there is none or it is over.
  static func session(
    _ digest: [UInt8],
    used: Int64?,
    at now: Moment,
    _ db: Database
  ) throws -> Session? {
    let row = try db.row(
      "session",
      """
      SELECT session.id, session.user, stage, assignment, session.made, seen, fresh, name, display,
        disabled
      FROM session JOIN user ON user.key = session.user WHERE session.digest = ?
      """,
      [Data(digest)]
    )
    guard let row, try row.integer(9) == 0 else { return nil }
    let user = try row.user(1)
    let stage = try row.required(Session.Stage(rawValue: try row.integer(2)))
    let chosen = try row.optional(3, row.integer)
    let made = try row.integer(4)
    let seen = max(try row.integer(5), used ?? .min)
    let idle = Moment.adding(Term.idle, to: seen)
    // Half a sign-in is not left lying about.
    let whole = Moment.adding(stage == .full ? Term.absolute : Term.half, to: made)
    guard now.instant < idle, now.instant < whole else { return nil }
    let roles =
      stage == .full
      ? try assignments(of: user, db).filter { $0.period.contains(now.today) } : []
    return Session(
      id: try row.required(SessionID(bytes: try row.bytes(0))),
      stage: stage,
      user: user,
      signInName: try row.text(7),
      displayName: try row.text(8),
      acting: roles.first { $0.number == chosen },
      roles: roles,
      began: Instant(milliseconds: made),
      seen: Instant(milliseconds: seen),
      idleEnd: idle,
      absoluteEnd: whole,
      freshUntil: Moment.adding(Term.fresh, to: try row.integer(6))
    )
  }
}
