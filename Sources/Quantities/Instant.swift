/// A moment, in milliseconds since 1970-01-01T00:00:00Z.
///
/// Only for when something was written down; everything that matters in law is a `CivilDate`.
package struct Instant: Hashable, Comparable, Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  package let milliseconds: Int64

  @inlinable
  package init(milliseconds: Int64) { self.milliseconds = milliseconds }

  @inlinable
  package static func < (left: Instant, right: Instant) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// The day in UTC.
  package var utcDate: CivilDate {
    let day = milliseconds.quotientAndRemainder(dividingBy: 86_400_000)
    return CivilDate(
      dayNumber: Int32(clamping: day.remainder < 0 ? day.quotient - 1 : day.quotient)
    )
  }
}

extension Instant: CustomStringConvertible {
  /// `2025-01-31T09:00:00.123Z`.
  package var description: String {
    let remainder = milliseconds % 86_400_000
    let ofDay = remainder < 0 ? remainder + 86_400_000 : remainder
    let millis = String(ofDay % 1000)
    let time = CivilTime(nanoseconds: ofDay / 1000 * 1_000_000_000)
    return "\(utcDate)T\(time)." + String(repeating: "0", count: 3 - millis.count) + millis + "Z"
  }
}
