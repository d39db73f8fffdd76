import Foundation
import GRDB
package import Quantities

extension AccountStore {
  /// Every role that somebody has today, with when it was last looked at, what is due first in
  /// front.
  package func reviews(on day: CivilDate) async throws -> [RoleReview] {
    let last = try await read { db in
      try db.rows(
        "event",
        "SELECT subject, max(at) FROM event WHERE kind = ? GROUP BY subject",
        [SecurityEvent.Kind.roleReviewed.rawValue]
      ).reduce(into: [String: Instant]()) { found, row in
        found[try row.text(0)] = try row.instant(1)
      }
    }
    return try await reviewList(privilegedOnly: false, on: day).map { user, role in
      RoleReview(user: user, role: role, last: last[Self.subject(role.number)])
    }.sorted { ($0.due, $0.role.number) < ($1.due, $1.role.number) }
  }

  /// Notes that a role was looked at and is right; nobody does so for the own roles.
  package func review(
    assignment number: Int64,
    by actor: AccountActor,
    at now: Moment
  ) async throws {
    try await write { db in
      let row = try db.row(
        "assignment",
        "SELECT user, role FROM assignment WHERE number = ?",
        [number]
      )
      guard let row else { throw AccountRefusal.noSuchRole }
      if case .user(let key) = actor, key == (try row.user(0)) { throw AccountRefusal.ownRights }
      try Self.record(
        .roleReviewed,
        by: actor,
        about: Self.subject(number),
        word: try row.text(1),
        at: now,
        db
      )
    }
  }

  private static func subject(_ assignment: Int64) -> String { "assignment:\(assignment)" }
}
