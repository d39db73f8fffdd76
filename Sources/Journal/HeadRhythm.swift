package import Quantities

/// When the end of a journal is to be signed again while a command is at work.
///
/// Signed ends are what finds a cut tail, so no more than a minute of work may be without one. Half
/// of that minute is left to what the command is doing when the time comes.
package struct HeadRhythm: Sendable {
  /// How far apart in time the signed ends of something that goes on may lie, in milliseconds.
  package static let longestMilliseconds: Int64 = 60_000
  /// After how long a new end is signed, in milliseconds.
  package static let intervalMilliseconds: Int64 = 30_000

  private var position: Position
  private var signedAt: Instant

  /// Begins with an end that needs no signature: nothing was added to it yet.
  package init(after position: Position, at now: Instant) {
    self.position = position
    signedAt = now
  }

  /// Whether the end at a position is to be signed now.
  ///
  /// A clock that was put back says nothing about how long ago it was, so then it is.
  package func isDue(_ position: Position, at now: Instant) -> Bool {
    guard position != self.position else { return false }
    let elapsed = now.milliseconds.subtractingReportingOverflow(signedAt.milliseconds)
    return elapsed.overflow || elapsed.partialValue < 0
      || elapsed.partialValue >= Self.intervalMilliseconds
  }

  /// Notes that an end was signed.
  package mutating func signed(_ position: Position, at now: Instant) {
    self.position = position
    signedAt = now
  }
}
