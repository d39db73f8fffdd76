package import People
import Quantities

/// The end of the access records, which the log itself gives from the beginning only.
package struct AccessTail {
  let log: any AccessLog

  package init(log: any AccessLog) { self.log = log }

  /// The number of the last record; 0 when there is none.
  ///
  /// - Complexity: about two looks per doubling of the log.
  package func last() async throws -> UInt64 {
    guard try await exists(1) else { return 0 }
    var low: UInt64 = 1
    var high: UInt64 = 2
    while try await exists(high) {
      low = high
      high *= 2
    }
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if try await exists(middle) { low = middle } else { high = middle }
    }
    return low
  }

  /// The records of a moment and later, oldest first.
  func records(since moment: Instant) async throws -> [AccessRecord] {
    var next = try await last()
    var found: [AccessRecord] = []
    while next > 0 {
      let from = next > Self.stretch ? next - Self.stretch + 1 : 1
      let part = try await log.records(from: from, limit: Int(next - from + 1))
      found = part.filter { $0.request.at >= moment } + found
      guard let first = part.first, first.request.at >= moment else { break }
      next = from - 1
    }
    return found
  }

  private static let stretch: UInt64 = 500

  private func exists(_ number: UInt64) async throws -> Bool {
    try await !log.records(from: number, limit: 1).isEmpty
  }
}
