package import Quantities

/// A role of somebody that has to be looked at now and then, whether it is still right (AZ-06).
///
/// - Dutch term: periodieke beoordeling van toegangsrechten (BIO2 5.18.02)
package struct RoleReview: Hashable, Sendable {
  package let user: User
  package let role: RoleAssignment
  /// When it was last found right; nil when it never was.
  package let last: Instant?
  /// The last day on which it may be looked at in time.
  package let due: CivilDate

  package func isOverdue(on day: CivilDate) -> Bool { due < day }

  /// Roles with power over others' rights once a quarter, all others once a year.
  init(user: User, role: RoleAssignment, last: Instant?) {
    self.user = user
    self.role = role
    self.last = last
    let from = max(role.period.first, last?.utcDate ?? role.period.first)
    due = from.adding(months: role.role.isPrivileged ? 3 : 12)
  }
}
