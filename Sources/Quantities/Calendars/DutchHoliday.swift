/// A day that Dutch law treats as a general holiday.
///
/// - Dutch term: algemeen erkende feestdag (Algemene termijnenwet, artikel 3, leden 1 en 2)
package enum DutchHoliday: String, CaseIterable, Hashable, Sendable {
  case newYear = "Nieuwjaarsdag"
  /// Equated with the holidays by article 3, second paragraph.
  case goodFriday = "Goede Vrijdag"
  case easterMonday = "tweede paasdag"
  case monarchsDay = "Koningsdag"
  case liberationDay = "Bevrijdingsdag"
  case ascension = "Hemelvaartsdag"
  case whitMonday = "tweede pinksterdag"
  case christmas = "eerste kerstdag"
  case secondChristmas = "tweede kerstdag"
}

extension DutchHoliday {
  /// The day on which it falls, or nil outside the years 1583 to 9999.
  ///
  /// The list is that of the act as it reads now, applied to every year.
  package func day(in year: Int) -> CivilDate? {
    guard let easter = Easter.sunday(of: year) else { return nil }
    return switch self {
    case .newYear: CivilDate(year: year, month: 1, day: 1)
    case .goodFriday: easter.adding(days: -2)
    case .easterMonday: easter.adding(days: 1)
    case .monarchsDay: Self.monarchsDay(in: year)
    case .liberationDay: CivilDate(year: year, month: 5, day: 5)
    case .ascension: easter.adding(days: 39)
    case .whitMonday: easter.adding(days: 50)
    case .christmas: CivilDate(year: year, month: 12, day: 25)
    case .secondChristmas: CivilDate(year: year, month: 12, day: 26)
    }
  }

  /// 27 April since 2014 and 30 April before; the day before when that is a Sunday.
  private static func monarchsDay(in year: Int) -> CivilDate? {
    guard let day = CivilDate(year: year, month: 4, day: year >= 2014 ? 27 : 30) else { return nil }
    return day.weekday == 7 ? day.adding(days: -1) : day
  }

  /// The holiday that falls on a day, or nil when it is none.
  ///
  /// The inverse of `day(in:)` without going through all of them, because terms ask it often.
  package static func falling(on date: CivilDate) -> DutchHoliday? {
    let parts = date.parts
    switch (parts.month, parts.day) {
    case (1, 1): return .newYear
    case (4, 26...30) where monarchsDay(in: parts.year) == date: return .monarchsDay
    case (5, 5): return .liberationDay
    case (12, 25): return .christmas
    case (12, 26): return .secondChristmas
    default: break
    }
    // The movable ones lie between 20 March and 14 June, on a Monday, Thursday or Friday.
    guard (3...6).contains(parts.month), let easter = Easter.sunday(of: parts.year) else {
      return nil
    }
    return switch easter.days(to: date) {
    case -2: .goodFriday
    case 1: .easterMonday
    case 39: .ascension
    case 50: .whitMonday
    default: nil
    }
  }
}
