/// The day on which Easter falls, from which five Dutch holidays follow.
package enum Easter {
  /// Easter Sunday of a year in the Gregorian calendar, or nil outside the years 1583 to 9999.
  ///
  /// The method is the one that walks the golden number, the century's corrections and the
  /// epact; it needs no table and holds for every Gregorian year.
  package static func sunday(of year: Int) -> CivilDate? {
    guard (1583...9999).contains(year) else { return nil }
    let golden = year % 19
    let century = year / 100
    let ofCentury = year % 100
    let skippedLeap = (century + 8) / 25
    let moonCorrection = (century - skippedLeap + 1) / 3
    let epact = (19 * golden + century - century / 4 - moonCorrection + 15) % 30
    let toSunday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7
    let late = (golden + 11 * epact + 22 * toSunday) / 451
    let marchDay = epact + toSunday - 7 * late + 114
    return CivilDate(year: year, month: marchDay / 31, day: marchDay % 31 + 1)
  }
}
