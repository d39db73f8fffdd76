import Quantities
import Testing

@Suite("Holidays and working days (Algemene termijnenwet)")
struct WorkCalendarTests {
  /// Easter Sundays as printed in almanacs, the earliest and the latest possible among them.
  @Test(
    "Easter Sunday",
    arguments: [
      "1583-04-10", "1700-04-11", "1818-03-22", "1900-04-15", "1943-04-25", "1954-04-18",
      "1981-04-19", "2000-04-23", "2008-03-23", "2011-04-24", "2019-04-21", "2020-04-12",
      "2021-04-04", "2022-04-17", "2023-04-09", "2024-03-31", "2025-04-20", "2026-04-05",
      "2027-03-28", "2028-04-16", "2038-04-25", "2049-04-18", "2076-04-19", "2285-03-22",
    ]
  )
  func easter(_ text: String) throws {
    let day = try #require(CivilDate(text))
    #expect(Easter.sunday(of: day.year) == day)
  }

  @Test("Easter is always a Sunday between 22 March and 25 April, and 30 days wide over time")
  func easterBounds() throws {
    var seen: Set<Int> = []
    for year in 1583...9999 {
      let day = try #require(Easter.sunday(of: year))
      #expect(day.weekday == 7, "\(year)")
      let ofYear = day.parts.month * 31 + day.parts.day
      #expect((3 * 31 + 22...4 * 31 + 25).contains(ofYear), "\(year)")
      seen.insert(ofYear)
    }
    #expect(seen.count == 35)
    #expect(Easter.sunday(of: 1582) == nil)
    #expect(Easter.sunday(of: 10_000) == nil)
  }

  @Test(
    "The holidays of a year",
    arguments: [
      (
        2022,
        [
          "2022-01-01", "2022-04-15", "2022-04-18", "2022-04-27", "2022-05-05", "2022-05-26",
          "2022-06-06", "2022-12-25", "2022-12-26",
        ]
      ),
      (
        2025,
        [
          "2025-01-01", "2025-04-18", "2025-04-21", "2025-04-26", "2025-05-05", "2025-05-29",
          "2025-06-09", "2025-12-25", "2025-12-26",
        ]
      ),
      // Queen's Day, and Ascension Day on the same Thursday.
      (
        2008,
        [
          "2008-01-01", "2008-03-21", "2008-03-24", "2008-04-30", "2008-05-05", "2008-05-01",
          "2008-05-12", "2008-12-25", "2008-12-26",
        ]
      ),
    ]
  )
  func holidays(_ year: Int, _ days: [String]) {
    #expect(DutchHoliday.allCases.map { $0.day(in: year)?.description } == days)
  }

  @Test("The holiday of a day is the inverse of the day of a holiday")
  func inverse() throws {
    for year in 1990...2090 {
      var days: [CivilDate: DutchHoliday] = [:]
      for holiday in DutchHoliday.allCases.reversed() {
        days[try #require(holiday.day(in: year))] = holiday
      }
      var day = try #require(CivilDate(year: year, month: 1, day: 1))
      while day.year == year {
        #expect((DutchHoliday.falling(on: day) == nil) == (days[day] == nil), "\(day)")
        day = day.adding(days: 1)
      }
    }
  }

  @Test("Monarch's day is the Saturday when its date is a Sunday")
  func monarchsDay() {
    #expect(DutchHoliday.monarchsDay.day(in: 2006)?.description == "2006-04-29")
    #expect(DutchHoliday.monarchsDay.day(in: 2013)?.description == "2013-04-30")
    #expect(DutchHoliday.monarchsDay.day(in: 2014)?.description == "2014-04-26")
    #expect(DutchHoliday.monarchsDay.day(in: 2031)?.description == "2031-04-26")
  }

  @Test("Working days are counted forwards and backwards, and a decree can take one away")
  func counting() throws {
    let calendar = WorkCalendar()
    let maundyThursday = try #require(CivilDate("2025-04-17"))
    #expect(calendar.adding(workingDays: 1, to: maundyThursday).description == "2025-04-22")
    #expect(calendar.adding(workingDays: 0, to: maundyThursday) == maundyThursday)
    let tuesday = try #require(CivilDate("2025-04-22"))
    #expect(calendar.adding(workingDays: -1, to: tuesday) == maundyThursday)
    let fridayAfterAscension = try #require(CivilDate("2025-05-30"))
    #expect(calendar.isWorkingDay(fridayAfterAscension))
    #expect(!WorkCalendar(equatedDays: [fridayAfterAscension]).isWorkingDay(fridayAfterAscension))
    let may = Period(monthOf: fridayAfterAscension)
    #expect(calendar.workingDays(in: may) == 20)
  }

  @Test("The ends of the range of dates stop a search instead of trapping it")
  func extremes() {
    let calendar = WorkCalendar()
    let last = CivilDate(dayNumber: .max)
    #expect(calendar.adding(workingDays: 10, to: last) == last)
    #expect(calendar.workingDay(onOrAfter: last) <= last)
    let first = CivilDate(dayNumber: .min)
    #expect(calendar.adding(workingDays: -10, to: first) == first)
  }
}
