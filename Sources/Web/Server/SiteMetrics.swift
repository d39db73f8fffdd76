import Synchronization

/// Counters for operators, without anything about persons: requests by kind of page and outcome,
/// and how long they took.
package final class SiteMetrics: Sendable {
  private struct Counts {
    var requests: [String: Int] = [:]
    /// Requests that took at most so many milliseconds, per bound.
    var buckets = [Int](repeating: 0, count: SiteMetrics.bounds.count + 1)
    var milliseconds: Double = 0
  }

  /// The bounds of the classes of time, in milliseconds.
  private static let bounds = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 5_000]
  private let counts = Mutex(Counts())

  /// Notes a request; `kind` is the first part of an address, never a whole one.
  func note(kind: String, status: Int, milliseconds: Double) {
    counts.withLock { counts in
      counts.requests["kind=\"\(kind)\",status=\"\(status / 100)xx\"", default: 0] += 1
      let place = Self.bounds.firstIndex { milliseconds <= Double($0) } ?? Self.bounds.count
      counts.buckets[place] += 1
      counts.milliseconds += milliseconds
    }
  }

  /// The counters in the text form of Prometheus, with other lines behind them.
  func text(inFlight: Int, positions: [(region: String, position: Int64)]) -> String {
    let counts = counts.withLock { $0 }
    var lines = ["# TYPE regie_requests_total counter"]
    for (labels, count) in counts.requests.sorted(by: { $0.key < $1.key }) {
      lines.append("regie_requests_total{\(labels)} \(count)")
    }
    lines.append("# TYPE regie_request_seconds histogram")
    var sum = 0
    for (place, count) in counts.buckets.enumerated() {
      sum += count
      let bound = place < Self.bounds.count ? "\(Double(Self.bounds[place]) / 1_000)" : "+Inf"
      lines.append("regie_request_seconds_bucket{le=\"\(bound)\"} \(sum)")
    }
    lines.append("regie_request_seconds_sum \(counts.milliseconds / 1_000)")
    lines.append("regie_request_seconds_count \(sum)")
    lines.append("# TYPE regie_requests_in_flight gauge")
    lines.append("regie_requests_in_flight \(inFlight)")
    lines.append("# TYPE regie_journal_position gauge")
    for (region, position) in positions {
      lines.append("regie_journal_position{region=\"\(region)\"} \(position)")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
