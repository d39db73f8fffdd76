import Synchronization

/// How much of what is sent is held in memory at once, and by how many (WB-10).
///
/// Half of the places of the server at most wait for bodies, so that a crowd of slow senders never
/// keeps those from their pages who only look.
final class BodyBudget: Sendable {
  private struct Held {
    var bytes = 0
    var senders = 0
  }

  private let byteLimit: Int
  private let senderLimit: Int
  private let held = Mutex(Held())

  init(bytes: Int, senders: Int) {
    byteLimit = bytes
    senderLimit = senders
  }

  /// Whether there is room for so many bytes; then `giveBack` must follow.
  ///
  /// The first sender is always let in, however much is sent.
  func take(_ bytes: Int) -> Bool {
    held.withLock { held in
      let isFirst = held.senders == 0
      guard isFirst || (held.senders < senderLimit && held.bytes <= byteLimit - bytes) else {
        return false
      }
      held.bytes += bytes
      held.senders += 1
      return true
    }
  }

  func giveBack(_ bytes: Int) {
    held.withLock { held in
      held.bytes -= bytes
      held.senders -= 1
    }
  }
}
