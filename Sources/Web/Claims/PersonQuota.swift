import People
import Quantities

/// How many different persons a user may find in an hour, so that nobody copies the register
/// (WB-09).
///
/// Counted from the access records themselves, so that a restart forgets nothing. Messages that are
/// opened name many persons at once and are limited by their number; only searches are counted.
struct PersonQuota {
  static let limit = 100
  static let window: Int64 = 3_600_000

  /// Whether a user may find one more.
  static func allows(
    _ actor: AccessActor,
    _ log: any AccessLog,
    at now: Instant
  ) async throws -> Bool {
    let start = Instant(milliseconds: now.milliseconds - window)
    let records = try await AccessTail(log: log).records(since: start)
    return allows(records.map(\.request).filter { $0.actor == actor && $0.at <= now })
  }

  /// The same, given what the user asked for in the last hour; a search that found nobody counts as
  /// one.
  static func allows(_ requests: [AccessRequest]) -> Bool {
    var persons: Set<ClientKey> = []
    var misses = 0
    for request in requests where request.subjects.count <= 1 {
      if let person = request.subjects.first { persons.insert(person) } else { misses += 1 }
    }
    return persons.count + misses < limit
  }
}
