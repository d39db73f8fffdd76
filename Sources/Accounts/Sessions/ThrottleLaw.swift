/// How guessing is slowed (AU-09): from the fifth failure in a row each next try waits longer, and
/// after a hundred nothing is looked at for a day.
///
/// Nothing is locked for good.
struct ThrottleLaw: Sendable {
  /// The failure from which on the next try waits.
  let firstHeld: Int64
  /// The longest wait between two tries.
  let longest: Int64
  /// The number of failures in a row after which nothing is looked at for a day.
  let limit: Int64

  /// Of one account.
  static let account = ThrottleLaw(firstHeld: 5, longest: 15 * Term.minute, limit: 100)
  /// Of one network, behind which a whole town hall may sit: slower, and never a stop.
  static let network = ThrottleLaw(firstHeld: 5, longest: Term.minute, limit: .max)

  /// After this long without a try the count begins anew.
  static let forgotten = Term.day

  /// How long the next try waits after so many failures: a second, and twice as long each time.
  func wait(after failures: Int64) -> Int64 {
    guard failures >= firstHeld else { return 0 }
    guard failures < limit else { return Self.forgotten }
    return min(1_000 << min(failures - firstHeld, 40), longest)
  }
}

/// A counter of failures in a row.
struct ThrottleKey: Hashable, Sendable {
  let digest: [UInt8]
  let law: ThrottleLaw

  static func == (left: ThrottleKey, right: ThrottleKey) -> Bool { left.digest == right.digest }

  func hash(into hasher: inout Hasher) { hasher.combine(digest) }
}
