import Quantities

/// The days of the synthetic year: support in 2025, claims from February 2025 to January 2026.
enum Calendar2025 {
  static let first = day(2025, 1, 1)
  static let last = day(2025, 12, 31)
  static var year: Period { period(first, last) }

  /// The rounds of claims: one a month, and a second one on December for the last corrections.
  static let rounds = 1...13

  /// A day that is known to exist.
  static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
    CivilDate(year: year, month: month, day: day) ?? CivilDate(dayNumber: 0)
  }

  /// A period that is known to be in order; the first day alone when it is not.
  static func period(_ first: CivilDate, _ last: CivilDate) -> Period {
    Period(from: first, through: max(first, last)) ?? Period(monthOf: first)
  }

  /// The month that a round of claims is about.
  static func month(ofRound round: Int) -> Period {
    Period(monthOf: day(2025, min(round, 12), 1))
  }

  /// The day itself, or the Monday after it when it falls in a weekend.
  static func workday(_ date: CivilDate) -> CivilDate {
    date.weekday > 5 ? date.adding(days: 8 - date.weekday) : date
  }

  /// The months of a period, the first and the last cut off where it begins and ends.
  static func months(of window: Period) -> [Period] {
    var months: [Period] = []
    var begin = window.first
    while begin <= window.last {
      let end = min(begin.lastOfMonth, window.last)
      months.append(period(begin, end))
      begin = end.adding(days: 1)
    }
    return months
  }
}
