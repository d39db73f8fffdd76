import Foundation
import GRDB
import Quantities

extension AccountStore {
  /// The counters of a try with a name from a network.
  ///
  /// From a network where the account signed in lately it has a count of its own, so that nobody
  /// elsewhere can keep the real user out by guessing.
  func throttles(name: String, network: String, isKnown: Bool) -> [ThrottleKey] {
    let account =
      isKnown ? keys.digest("account here", "\(network) \(name)") : keys.digest("account", name)
    return [
      ThrottleKey(digest: account, law: .account),
      ThrottleKey(digest: keys.digest("network", network), law: .network),
    ]
  }

  /// The counter of second factors of a user.
  func factorThrottle(of user: UserKey) -> ThrottleKey {
    ThrottleKey(digest: keys.digest("factor", "\(user)"), law: .account)
  }

  /// Counts a try as failed before it is looked at, so that many at once count as many; refuses
  /// when one of the counters holds.
  ///
  /// A try that turns out right is taken off again.
  static func charge(
    _ throttles: [ThrottleKey],
    about subject: String,
    at now: Moment,
    _ db: Database
  ) throws -> Instant? {
    var counts: [Int64] = []
    var heldUntil: Int64?
    for throttle in throttles {
      let row = try db.row(
        "throttle",
        "SELECT failures, until, last FROM throttle WHERE digest = ?",
        [Data(throttle.digest)]
      )
      guard let row else {
        counts.append(0)
        continue
      }
      let last = try row.integer(2)
      let isForgotten = now.instant >= Moment.adding(ThrottleLaw.forgotten, to: last)
      let until = try row.integer(1)
      if !isForgotten, now.milliseconds < until { heldUntil = max(heldUntil ?? until, until) }
      counts.append(isForgotten ? 0 : max(0, try row.integer(0)))
    }
    if let heldUntil { return Instant(milliseconds: heldUntil) }
    for (throttle, count) in zip(throttles, counts) {
      let failures = count < .max ? count + 1 : count
      try db.change(
        """
        INSERT INTO throttle(digest, failures, until, last) VALUES (?, ?, ?, ?)
        ON CONFLICT(digest) DO UPDATE
        SET failures = excluded.failures, until = excluded.until, last = excluded.last
        """,
        [
          Data(throttle.digest), failures,
          now.adding(throttle.law.wait(after: failures)).milliseconds, now.milliseconds,
        ]
      )
      if failures == throttle.law.firstHeld {
        try record(.heldBack, by: .unknown, about: subject, at: now, db)
      }
    }
    return nil
  }

  /// Forgets the failures after a try that was right.
  static func release(_ throttles: [ThrottleKey], _ db: Database) throws {
    for throttle in throttles {
      try db.change("DELETE FROM throttle WHERE digest = ?", [Data(throttle.digest)])
    }
  }

  /// After a right password: forgets the failures of the account, and takes this try off the
  /// network, whose other failures stay until somebody came in wholly.
  static func takeOff(_ throttles: [ThrottleKey], _ db: Database) throws {
    try release(Array(throttles.prefix(1)), db)
    for throttle in throttles.dropFirst() {
      try db.change(
        "UPDATE throttle SET failures = max(0, failures - 1), until = 0 WHERE digest = ?",
        [Data(throttle.digest)]
      )
    }
  }

  /// Removes what is over: counters after a day, sessions that have ended (annex E).
  static func sweep(at now: Moment, _ db: Database) throws {
    try db.change(
      "DELETE FROM throttle WHERE last < ?",
      [now.adding(-ThrottleLaw.forgotten).milliseconds]
    )
    try db.change(
      "DELETE FROM session WHERE made <= ? OR seen <= ?",
      [now.adding(-Term.absolute).milliseconds, now.adding(-Term.absolute).milliseconds]
    )
    try db.change(
      "DELETE FROM known_network WHERE seen < ?",
      [now.adding(-Term.knownNetwork).milliseconds]
    )
    try db.change("DELETE FROM invitation WHERE until <= ?", [now.milliseconds])
  }
}
