import Foundation

/// Lets through two hashes at a time and makes the others wait, so that signing in takes neither
/// the memory of the machine nor the threads on which pages are made (AU-06).
package actor HashGate {
  private let limit: Int
  private let waitingLimit: Int
  private var running = 0
  private var waiting: [CheckedContinuation<Void, Never>] = []

  /// How many were running at once at most; for tests and metrics.
  package private(set) var peak = 0

  package init(limit: Int = 2, waitingLimit: Int = 64) {
    self.limit = max(1, limit)
    self.waitingLimit = waitingLimit
  }

  /// Does the work when it is its turn; refuses when too many are waiting already.
  package func run<Value: Sendable>(
    _ work: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    try await enter()
    defer { leave() }
    // A thread of its own: a hash of half a second would hold one of the few that run all tasks. A
    // queue will not do, because its threads come from the same few, and no page is made then.
    return try await withCheckedThrowingContinuation { caller in
      Thread.detachNewThread { caller.resume(with: Result { try work() }) }
    }
  }

  private func enter() async throws {
    if running < limit {
      running += 1
      peak = max(peak, running)
      return
    }
    guard waiting.count < waitingLimit else { throw AccountRefusal.busy }
    // Whoever leaves hands the place over, so the count stays.
    await withCheckedContinuation { waiting.append($0) }
  }

  private func leave() {
    if waiting.isEmpty { running -= 1 } else { waiting.removeFirst().resume() }
  }
}
