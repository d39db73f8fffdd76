/// A day and a time of that day, in the Netherlands.
///
/// Only where the hour decides in law, such as the closing of a tender.
package struct CivilMoment: Hashable, Comparable, Sendable {
  package let date: CivilDate
  package let time: CivilTime

  package init(_ date: CivilDate, _ time: CivilTime) {
    self.date = date
    self.time = time
  }

  package static func < (left: CivilMoment, right: CivilMoment) -> Bool {
    (left.date, left.time) < (right.date, right.time)
  }
}

extension CivilMoment: CustomStringConvertible {
  /// `2025-01-31 12:00:00`.
  package var description: String { "\(date) \(time)" }

  /// Reads `2025-01-31 12:00:00`; anything else is nil.
  package init?(_ text: String) {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 2, let date = CivilDate(parts[0]), let time = CivilTime(parts[1]) else {
      return nil
    }
    self.init(date, time)
  }

  /// `31 januari 2025 om 12:00`.
  package var dutchText: String { "\(date.dutchText) om \(time.description.prefix(5))" }
}
