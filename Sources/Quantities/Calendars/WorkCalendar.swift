/// Which days are working days: not a Saturday, not a Sunday, and not a holiday.
///
/// The holidays are computed. What a royal decree equates with them for a few years, such as the
/// Friday after Ascension Day, cannot be computed and is given (article 3, third paragraph).
///
/// - Dutch term: werkdag (Algemene termijnenwet, artikel 3; Verordening 1182/71, artikel 2)
package struct WorkCalendar: Hashable, Sendable {
  /// Days that a decree equates with holidays.
  package let equatedDays: Set<CivilDate>

  package init(equatedDays: Set<CivilDate> = []) { self.equatedDays = equatedDays }

  package func isWorkingDay(_ date: CivilDate) -> Bool {
    date.weekday < 6 && !isHoliday(date)
  }

  package func isHoliday(_ date: CivilDate) -> Bool {
    DutchHoliday.falling(on: date) != nil || equatedDays.contains(date)
  }

  /// The day itself when it is a working day, otherwise the next one that is.
  package func workingDay(onOrAfter date: CivilDate) -> CivilDate {
    var day = date
    // The end of the range of dates is no working day either; there the search stops.
    while !isWorkingDay(day), day.dayNumber < .max { day = day.adding(days: 1) }
    return day
  }

  /// The working day that comes a number of working days later, or earlier when negative.
  package func adding(workingDays: Int, to date: CivilDate) -> CivilDate {
    var day = date
    var left = workingDays.magnitude
    let step = workingDays < 0 ? -1 : 1
    while left > 0 {
      let next = day.adding(days: step)
      if next == day { return day }
      day = next
      if isWorkingDay(day) { left -= 1 }
    }
    return day
  }

  /// Whether a period holds two working days, without looking further than the second.
  func hasTwoWorkingDays(_ period: Period) -> Bool {
    var found = 0
    var day = period.first
    while day <= period.last {
      if isWorkingDay(day) { found += 1 }
      if found == 2 { return true }
      let next = day.adding(days: 1)
      if next == day { return false }
      day = next
    }
    return false
  }

  /// The number of working days among the days of a period.
  package func workingDays(in period: Period) -> Int {
    (0..<period.dayCount).count { isWorkingDay(period.first.adding(days: $0)) }
  }
}
