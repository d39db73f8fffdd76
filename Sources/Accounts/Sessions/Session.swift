import People
package import Quantities

/// The name of a session by which its user sees and ends it; it opens nothing.
package struct SessionID: RandomIdentifier {
  package let high: UInt64
  package let low: UInt64

  @inlinable
  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }
}

/// Somebody who came through the door, and how far.
package struct Session: Hashable, Sendable {
  /// How far somebody is.
  ///
  /// The raw values are stored and never change.
  package enum Stage: Int64, Hashable, Sendable {
    /// The password was right: nothing may be done but giving the second factor (AU-04).
    case secondFactor = 1
    /// The password was right and there is no second factor yet: it has to be set first.
    case enrolment = 2
    /// Signed in.
    case full = 3
  }

  package let id: SessionID
  package let stage: Stage
  package let user: UserKey
  package let signInName: String
  package let displayName: String
  /// The role that is acted in, with its number; nil before the second factor, and when the role
  /// that was chosen has ended.
  package let acting: RoleAssignment?
  /// The roles that can be chosen today.
  package let roles: [RoleAssignment]
  package let began: Instant
  package let seen: Instant
  /// When it ends if nothing happens.
  package let idleEnd: Instant
  /// When it ends whatever happens.
  package let absoluteEnd: Instant
  /// Until when the authentication counts as fresh (AU-12).
  package let freshUntil: Instant

  /// Who asks; nil as long as nothing may be asked.
  package var principal: Principal? {
    guard stage == .full, let acting else { return nil }
    return Principal(user: user, role: acting.role, reach: acting.reach)
  }

  /// Whether what needs a fresh authentication may be done.
  package func isFresh(at now: Moment) -> Bool { now.instant < freshUntil }
}

extension Session {
  /// What the session may have of a right; a right that asks for a fresh authentication throws
  /// `.notFresh` when it is too old, and nil is a refusal.
  package func grant(_ right: Right, at now: Moment) throws(AccountRefusal) -> Grant? {
    guard let principal, let grant = Rights.grant(right, to: principal) else { return nil }
    guard !right.needsFreshAuthentication || isFresh(at: now) else { throw .notFresh }
    return grant
  }
}
