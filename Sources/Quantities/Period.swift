/// Days from the first to the last, both included.
///
/// - Dutch term: gesloten periode (iWmo/iJw `CDT_GeslotenPeriode`)
package struct Period: Hashable, Sendable {
  package let first: CivilDate
  package let last: CivilDate

  /// The period, or nil when it would end before it begins.
  @inlinable
  package init?(from first: CivilDate, through last: CivilDate) {
    guard first <= last else { return nil }
    self.first = first
    self.last = last
  }

  /// The calendar month that holds a day.
  package init(monthOf date: CivilDate) {
    first = date.firstOfMonth
    last = date.lastOfMonth
  }
}

extension Period {
  /// The number of days, at least one.
  @inlinable
  package var dayCount: Int { first.days(to: last) + 1 }

  @inlinable
  package func contains(_ date: CivilDate) -> Bool { first <= date && date <= last }

  @inlinable
  package func overlaps(_ other: Period) -> Bool { first <= other.last && other.first <= last }

  /// The number of ISO weeks of which at least one day lies in the period.
  @inlinable
  package var isoWeeksTouched: Int { first.mondayOfWeek.days(to: last.mondayOfWeek) / 7 + 1 }

  /// The number of Sundays in the period.
  @inlinable
  package var sundays: Int {
    let toSunday = 7 - first.weekday
    let days = dayCount
    return days > toSunday ? (days - toSunday - 1) / 7 + 1 : 0
  }

  /// The number of calendar months of which at least one day lies in the period.
  package var monthsTouched: Int {
    let begin = first.parts
    let end = last.parts
    return (end.year * 12 + end.month) - (begin.year * 12 + begin.month) + 1
  }

  /// Whether the period is exactly one whole calendar month.
  package var isWholeMonth: Bool { first == first.firstOfMonth && last == first.lastOfMonth }
}

extension Period: CustomStringConvertible {
  /// `2025-01-01..2025-01-31`.
  package var description: String { "\(first)..\(last)" }
}
