import Synchronization

/// How many requests are worked on at once; more are sent away at once, so that a crowd makes the
/// site say "busy" and never slow for those inside (RL-05).
final class RequestGate: Sendable {
  private let limit: Int
  private let inside = Mutex(0)

  init(limit: Int) { self.limit = limit }

  /// Whether there was room; then `leave` must follow.
  func enter() -> Bool {
    inside.withLock { count in
      guard count < limit else { return false }
      count += 1
      return true
    }
  }

  func leave() { inside.withLock { $0 -= 1 } }

  var count: Int { inside.withLock { $0 } }
}
