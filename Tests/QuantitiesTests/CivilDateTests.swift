import Quantities
import Testing

@Suite("CivilDate")
struct CivilDateTests {
  @Test("IM-05: every day from 1600 to 2400 agrees with a calendar that only counts")
  func agreesWithANaiveCalendar() throws {
    var naive = NaiveCalendar()
    let start = try #require(CivilDate(year: 1600, month: 1, day: 1))
    var mismatches: [String] = []
    var dayNumber = start.dayNumber
    while naive.year <= 2400 {
      if !agrees(CivilDate(dayNumber: dayNumber), with: naive) { mismatches.append(naive.text) }
      dayNumber += 1
      naive.step()
    }
    #expect(mismatches.prefix(10) == [])
    // 801 years, of which 195 have a 29 February.
    #expect(Int(dayNumber) - Int(start.dayNumber) == 801 * 365 + 195)
  }

  private func agrees(_ date: CivilDate, with naive: NaiveCalendar) -> Bool {
    let parts = date.parts
    return parts.year == naive.year && parts.month == naive.month && parts.day == naive.day
      && date.weekday == naive.weekday
      && CivilDate(year: naive.year, month: naive.month, day: naive.day) == date
      && date.firstOfMonth.days(to: date) == naive.day - 1
      && date.days(to: date.lastOfMonth) == naive.daysInMonth - naive.day
      && date.mondayOfWeek.days(to: date) == naive.weekday - 1
  }

  @Test("Each thirteenth day from 1600 to 2400 reads back from its own text")
  func readsBackItsText() {
    var naive = NaiveCalendar()
    var mismatches: [String] = []
    // With steps of 13 all days of the week, of the month and of the year come by.
    while naive.year <= 2400 {
      let date = CivilDate(naive.text)
      if date?.description != naive.text { mismatches.append(naive.text) }
      for _ in 0..<13 { naive.step() }
    }
    #expect(mismatches.prefix(10) == [])
  }

  @Test(
    "Known days stand where they belong",
    arguments: [
      ("1970-01-01", 0, 4), ("1969-12-31", -1, 3), ("2000-02-29", 11016, 2),
      ("2025-01-01", 20089, 3), ("0001-01-01", -719_162, 1), ("9999-12-31", 2_932_896, 5),
    ]
  )
  func knownDays(text: String, dayNumber: Int32, weekday: Int) throws {
    let date = try #require(CivilDate(text))
    #expect(date.dayNumber == dayNumber)
    #expect(date.weekday == weekday)
    #expect(date.description == text)
    #expect(CivilDate(dayNumber: dayNumber) == date)
  }

  @Test(
    "Days that do not exist are nil",
    arguments: [
      (2025, 2, 29), (1900, 2, 29), (2025, 4, 31), (2025, 0, 1), (2025, 13, 1), (2025, 1, 0),
      (2025, 1, 32), (0, 1, 1), (10_000, 1, 1), (-1, 1, 1), (Int.max, 1, 1), (Int.min, 1, 1),
      (2025, Int.max, 1), (2025, Int.min, 1), (2025, 1, Int.max), (2025, 1, Int.min),
    ]
  )
  func impossibleDays(year: Int, month: Int, day: Int) {
    #expect(CivilDate(year: year, month: month, day: day) == nil)
  }

  @Test(
    "IM-05: text in any other form is nil, never a trap",
    arguments: [
      "", "2025", "2025-1-1", "2025-01-1", "2025-01-011", "20250101", "2025/01/01", "2025-02-30",
      " 2025-01-01", "2025-01-01 ", "2025-01-01Z", "+2025-01-01", "-2025-01-1", "2025-01--1",
      "2025-+1-01", "٢٠٢٥-٠١-٠١", "2025-0१-1", "0000-01-01", "2025-01-0\u{0}", "２０２５-01-01",
    ]
  )
  func otherTexts(text: String) {
    #expect(CivilDate(text) == nil)
  }

  @Test("IM-05: moving by any number of days stays within 32 bits and never traps")
  func movingByDays() throws {
    let date = try #require(CivilDate("2025-01-31"))
    #expect(date.adding(days: 29).description == "2025-03-01")
    #expect(date.adding(days: -31).description == "2024-12-31")
    #expect(date.adding(days: .max).dayNumber == .max)
    #expect(date.adding(days: .min).dayNumber == .min)
    let early = CivilDate(dayNumber: -1)
    #expect(early.adding(days: .min).dayNumber == .min)
  }

  @Test(
    "Moving by months keeps the day, or takes the last day of a shorter month",
    arguments: [
      ("2025-01-31", 1, "2025-02-28"), ("2024-01-31", 1, "2024-02-29"),
      ("2025-03-31", -1, "2025-02-28"), ("2024-02-29", 12, "2025-02-28"),
      ("2024-02-29", 48, "2028-02-29"), ("2025-12-15", 1, "2026-01-15"),
      ("2025-01-15", -1, "2024-12-15"), ("2025-06-30", 0, "2025-06-30"),
      ("0001-01-31", -1, "0001-01-31"), ("9999-12-31", 1, "9999-12-31"),
      ("2025-06-30", Int.max, "9999-12-30"), ("2025-06-30", Int.min, "0001-01-30"),
    ]
  )
  func movingByMonths(text: String, months: Int, expected: String) throws {
    let date = try #require(CivilDate(text))
    #expect(date.adding(months: months).description == expected)
  }

  @Test("IM-05: even a day number outside the calendar can be shown, moved and compared")
  func anyDayNumber() {
    for dayNumber in [Int32.min, .min + 1, -719_163, 2_932_897, .max - 1, .max] {
      let date = CivilDate(dayNumber: dayNumber)
      #expect((1...12).contains(date.month))
      #expect((1...31).contains(date.day))
      #expect((1...7).contains(date.weekday))
      #expect(!date.description.isEmpty && !date.dutchText.isEmpty)
      #expect((1...9999).contains(date.adding(months: 1).year))
      #expect(date.adding(days: 0) == date)
    }
  }

  @Test("Dates are ordered as days are, and written as Dutch readers write them")
  func orderAndText() throws {
    let first = try #require(CivilDate("2024-12-31"))
    let second = try #require(CivilDate("2025-01-01"))
    #expect(first < second && !(second < first) && !(first < first))
    #expect(first.days(to: second) == 1 && second.days(to: first) == -1)
    #expect(first.dutchText == "31 december 2024" && second.dutchText == "1 januari 2025")
    #expect(first.year == 2024 && first.month == 12 && first.day == 31)
    #expect(CivilDate.isLeap(2000) && !CivilDate.isLeap(1900) && CivilDate.isLeap(2024))
  }
}
