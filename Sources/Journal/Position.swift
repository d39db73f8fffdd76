/// The place of an entry in the journal: 1, 2, 3 and so on without gaps; 0 stands for "before all".
///
/// Positions are the one order of everything that happened; no time decides an order.
package struct Position: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let rawValue: Int64

  @inlinable
  package init(_ rawValue: Int64) { self.rawValue = rawValue }

  /// The place before the first entry, and so the head of an empty journal.
  @inlinable
  package static var start: Position { Position(0) }

  @inlinable
  package static func < (left: Position, right: Position) -> Bool {
    left.rawValue < right.rawValue
  }

  /// The next position; the largest one is its own successor, which no journal ever reaches.
  @inlinable
  package var next: Position { advanced(by: 1) }

  /// The position a number of entries further, within the range of 64 bits and never below 0.
  @inlinable
  package func advanced(by count: Int) -> Position {
    let (sum, overflow) = rawValue.addingReportingOverflow(Int64(count))
    return Position(overflow ? (count < 0 ? 0 : .max) : max(0, sum))
  }

  /// The number of the position.
  package var description: String { "\(rawValue)" }
}
