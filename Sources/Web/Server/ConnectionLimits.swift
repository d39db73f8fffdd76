package import NIOCore

/// What one connection may cost before anything of it is looked at (WB-10).
package struct ConnectionLimits: Sendable {
  /// How many connections are open at once; the next ones wait outside.
  package var connections = 1_024
  package var headerBytes = 16 << 10
  package var headerCount = 100
  /// How long a new connection may take over the head of its first request.
  package var head = TimeAmount.seconds(10)
  /// How long a body may take, beside the time that its bytes are good for.
  package var body = TimeAmount.seconds(30)
  /// The slowest that a body is taken in, once that time is over.
  package var bytesPerSecond: Int64 = 64 << 10
  /// How long the rest of a body is taken in, and thrown away, after the answer was given.
  package var rest = TimeAmount.seconds(2)
  package var idle = TimeAmount.seconds(60)

  package init() {}
}
