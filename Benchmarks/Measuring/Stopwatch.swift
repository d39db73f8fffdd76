/// Time since it was made, by the clock that nobody sets.
package struct Stopwatch: Sendable {
  private let start = ContinuousClock.now

  package init() {}

  package var seconds: Double { (ContinuousClock.now - start) / .seconds(1) }
}

/// Seconds that a piece of work takes.
package func seconds(_ work: () async throws -> Void) async rethrows -> Double {
  let stopwatch = Stopwatch()
  try await work()
  return stopwatch.seconds
}
