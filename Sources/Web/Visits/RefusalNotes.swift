import Accounts
import Quantities
import Synchronization

/// Records that somebody asked for what he or she may not have (LG-04): once in a while per user
/// and right, so that nobody fills the events by asking again and again.
final class RefusalNotes: Sendable {
  private struct Key: Hashable {
    let user: UserKey
    let right: Right
  }

  private static let pause: Int64 = 10 * 60_000
  private static let longest = 10_000
  private let last = Mutex<[Key: Instant]>([:])

  /// Records a refusal; it stands whether or not it could be recorded.
  func note(_ right: Right, _ visitor: Visitor, in accounts: AccountStore) async {
    let user = visitor.principal.user
    let key = Key(user: user, right: right)
    let now = visitor.now.instant
    let isNew = last.withLock { last in
      if let earlier = last[key], now.milliseconds - earlier.milliseconds < Self.pause {
        return false
      }
      if last.count >= Self.longest { last.removeAll() }
      last[key] = now
      return true
    }
    guard isNew else { return }
    try? await accounts.record(.refusedRight(right), by: .user(user), at: visitor.now)
  }
}
