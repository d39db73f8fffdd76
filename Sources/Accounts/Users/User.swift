package import Quantities

/// A role that a user has, in a part of the region, for a time.
package struct RoleAssignment: Hashable, Sendable {
  /// The number by which a session names it.
  package let number: Int64
  package let role: Role
  package let reach: Reach
  package let period: OpenPeriod
}

/// Somebody who may sign in, or might once.
///
/// Found by a random key: neither a name nor an address is the key of an account (AU-03).
package struct User: Hashable, Sendable {
  package let key: UserKey
  /// What is typed at the door.
  package let signInName: String
  /// What stands on the screen.
  package let displayName: String
  package let isDisabled: Bool
  package let hasPassword: Bool
  package let hasSecondFactor: Bool
  package let made: Instant
  /// All roles, also past and coming ones, in the order in which they were given.
  package let assignments: [RoleAssignment]

  /// The roles on a day.
  package func roles(on day: CivilDate) -> [RoleAssignment] {
    assignments.filter { $0.period.contains(day) }
  }
}

/// A role as it is asked for.
package struct RoleRequest: Hashable, Sendable {
  package let role: Role
  package let reach: Reach
  package let first: CivilDate
  package let last: CivilDate?

  package init(_ role: Role, _ reach: Reach, from first: CivilDate, through last: CivilDate?) {
    self.role = role
    self.reach = reach
    self.first = first
    self.last = last
  }

  /// Refuses a request that contradicts itself.
  package func validate() throws(AccountRefusal) { _ = try checked() }

  /// The days, or why the request contradicts itself.
  func checked() throws(AccountRefusal) -> OpenPeriod {
    guard role.fits(reach) else { throw .roleReach(role) }
    guard let period = OpenPeriod(from: first, through: last) else { throw .endsBeforeItStarts }
    return period
  }
}

/// The names of accounts.
enum AccountName {
  /// The name as it is kept: without blanks around it and in small letters.
  static func tidy(_ typed: String) -> String {
    String(typed.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
      .lowercased()
  }

  /// Whether a tidy name can be given to an account.
  static func isGood(_ name: String) -> Bool {
    (3...100).contains(name.utf8.count)
      && name.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x40: true
        default: false
        }
      }
  }

  /// Whether a name can stand on the screen.
  static func isGoodDisplay(_ name: String) -> Bool {
    (1...100).contains(name.count) && name.utf8.count <= 400
      && name.unicodeScalars.allSatisfy {
        !$0.properties.isDefaultIgnorableCodePoint && $0.value >= 0x20
      }
      && name.contains { !$0.isWhitespace } && !name.contains { $0.isNewline }
  }
}
