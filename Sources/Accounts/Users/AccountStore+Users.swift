import Foundation
import GRDB
import People
package import Quantities

extension AccountStore {
  /// Adds a user without a password, and gives the one-time code by which he or she sets one.
  ///
  /// The code is kept as a digest only and works once, within 24 hours (AU-12).
  package func addUser(
    signInName: String,
    displayName: String,
    by actor: AccountActor,
    at now: Moment
  ) async throws -> (user: UserKey, invitation: String) {
    let name = AccountName.tidy(signInName)
    guard AccountName.isGood(name) else { throw AccountRefusal.badName }
    guard AccountName.isGoodDisplay(displayName) else { throw AccountRefusal.badDisplayName }
    let key: UserKey = try identifier()
    let code = OneTimeSecret.code(from: random)
    try await write { db in
      guard try db.row("user", "SELECT key FROM user WHERE name = ?", [name]) == nil else {
        throw AccountRefusal.nameTaken
      }
      try db.change(
        "INSERT INTO user(key, name, display, made) VALUES (?, ?, ?, ?)",
        [Data(key.bytes), name, displayName, now.milliseconds]
      )
      try Self.record(.userAdded, by: actor, about: "\(key)", at: now, db)
      try Self.invite(key, code, by: actor, at: now, db)
    }
    return (key, code)
  }

  /// Makes a new one-time code for a user who lost the password; an older one is void.
  ///
  /// The second factor stays: with the code alone nobody gets in (AU-12).
  package func invite(
    _ user: UserKey,
    by actor: AccountActor,
    at now: Moment
  ) async throws -> String {
    let code = OneTimeSecret.code(from: random)
    try await write { db in
      _ = try Self.user(user, db)
      try Self.invite(user, code, by: actor, at: now, db)
    }
    return code
  }

  private static func invite(
    _ user: UserKey,
    _ code: String,
    by actor: AccountActor,
    at now: Moment,
    _ db: Database
  ) throws {
    try db.change(
      """
      INSERT INTO invitation(user, digest, until) VALUES (?, ?, ?)
      ON CONFLICT(user) DO UPDATE SET digest = excluded.digest, until = excluded.until
      """,
      [
        Data(user.bytes), Data(OneTimeSecret.digest(of: code, for: user)),
        now.adding(Term.invitation).milliseconds,
      ]
    )
    try record(.invited, by: actor, about: "\(user)", at: now, db)
  }

  /// Takes an account out of use and ends all its sessions, or takes it into use again.
  package func setDisabled(
    _ isDisabled: Bool,
    _ user: UserKey,
    by actor: AccountActor,
    at now: Moment
  ) async throws {
    try await write { db in
      let changed = try db.change(
        "UPDATE user SET disabled = ? WHERE key = ?",
        [isDisabled ? 1 : 0, Data(user.bytes)]
      )
      guard changed == 1 else { throw AccountRefusal.noSuchUser }
      if isDisabled { try Self.endSessions(of: user, db) }
      let kind: SecurityEvent.Kind = isDisabled ? .userDisabled : .userEnabled
      try Self.record(kind, by: actor, about: "\(user)", at: now, db)
    }
  }

  /// All users, by sign-in name.
  package func users() async throws -> [User] {
    try await read { db in
      let assignments = try Self.assignments(
        db.rows("assignment", "\(Self.selectAssignments) ORDER BY number")
      )
      return try db.rows("user", "\(Self.selectUsers) ORDER BY name").map { row in
        try Self.user(row) { key in assignments.filter { $0.0 == key }.map(\.1) }
      }
    }
  }

  /// The user with a key.
  package func user(_ key: UserKey) async throws -> User {
    try await read { db in try Self.user(key, db) }
  }

  /// The user with a sign-in name.
  package func user(named name: String) async throws -> User {
    let name = AccountName.tidy(name)
    return try await read { db in
      guard let row = try db.row("user", "SELECT key FROM user WHERE name = ?", [name]) else {
        throw AccountRefusal.noSuchUser
      }
      return try Self.user(try row.user(0), db)
    }
  }

  /// The privileged roles on a day, or all: what has to be looked through every quarter and every
  /// year (AZ-06).
  package func reviewList(
    privilegedOnly: Bool,
    on day: CivilDate
  ) async throws -> [(user: User, role: RoleAssignment)] {
    try await users().filter { !$0.isDisabled }.flatMap { user in
      user.roles(on: day).filter { !privilegedOnly || $0.role.isPrivileged }.map { (user, $0) }
    }
  }
}

// MARK: - Rows

extension AccountStore {
  private static let selectUsers = """
    SELECT key, name, display, disabled, password IS NOT NULL, factor IS NOT NULL, made FROM user
    """
  private static let selectAssignments = """
    SELECT user, number, role, reach, first, last FROM assignment
    """

  static func user(_ key: UserKey, _ db: Database) throws -> User {
    guard let row = try db.row("user", "\(selectUsers) WHERE key = ?", [Data(key.bytes)]) else {
      throw AccountRefusal.noSuchUser
    }
    return try user(row) { _ in try assignments(of: key, db) }
  }

  private static func user(
    _ row: StoredRow,
    _ assignments: (UserKey) throws -> [RoleAssignment]
  ) throws -> User {
    let key = try row.user(0)
    return User(
      key: key,
      signInName: try row.text(1),
      displayName: try row.text(2),
      isDisabled: try row.integer(3) != 0,
      hasPassword: try row.integer(4) != 0,
      hasSecondFactor: try row.integer(5) != 0,
      made: try row.instant(6),
      assignments: try assignments(key)
    )
  }

  static func assignments(of user: UserKey, _ db: Database) throws -> [RoleAssignment] {
    try assignments(
      db.rows(
        "assignment",
        "\(selectAssignments) WHERE user = ? ORDER BY number",
        [Data(user.bytes)]
      )
    ).map(\.1)
  }

  private static func assignments(_ rows: [StoredRow]) throws -> [(UserKey, RoleAssignment)] {
    try rows.map { row in
      let last = try row.optional(5, row.date)
      let period = OpenPeriod(from: try row.date(4), through: last)
      let assignment = RoleAssignment(
        number: try row.integer(1),
        role: try row.required(Role(rawValue: try row.text(2))),
        reach: try row.required(Reach(try row.text(3))),
        period: try row.required(period)
      )
      return (try row.user(0), assignment)
    }
  }
}
