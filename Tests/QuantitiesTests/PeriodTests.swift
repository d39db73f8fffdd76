import Generators
import Quantities
import Testing

@Suite("Period")
struct PeriodTests {
  /// A period of two dates written as text.
  private func period(_ first: String, _ last: String) throws -> Period {
    let from = try #require(CivilDate(first))
    let through = try #require(CivilDate(last))
    return try #require(Period(from: from, through: through))
  }

  @Test(
    "IV076: the ISO weeks touched, as in the worked examples of the standard (13.2)",
    arguments: [
      // Three hours a week from 6 January to 29 June 2025: 12, 15, 18, 15, 15, 15 hours; 75 in all.
      ("2025-01-06", "2025-01-31", 4), ("2025-02-01", "2025-02-28", 5),
      ("2025-03-01", "2025-03-31", 6), ("2025-04-01", "2025-04-30", 5),
      ("2025-05-01", "2025-05-31", 5), ("2025-06-01", "2025-06-29", 5),
      ("2025-01-06", "2025-06-29", 25),
      // Two hours a week over New Year: 6 and 6 hours; 10 in all.
      ("2024-12-18", "2024-12-31", 3), ("2025-01-01", "2025-01-15", 3),
      ("2024-12-18", "2025-01-15", 5),
      // New Year itself: one week, and a year with 53 weeks.
      ("2024-12-30", "2025-01-05", 1), ("2020-12-28", "2021-01-03", 1),
      ("2020-01-01", "2020-12-31", 53), ("2025-05-07", "2025-05-07", 1),
      ("2025-05-11", "2025-05-12", 2),
    ]
  )
  func isoWeeks(first: String, last: String, expected: Int) throws {
    #expect(try period(first, last).isoWeeksTouched == expected)
  }

  @Test(
    "IV077: the Sundays, as in the worked examples of the standard (13.2)",
    arguments: [
      // 250 euro a week to Wednesday 14 May 2025; the broken week is added by the rule itself.
      ("2025-03-10", "2025-03-31", 3), ("2025-04-01", "2025-04-30", 4),
      ("2025-05-01", "2025-05-14", 2),
      // 250 euro a week to Wednesday 2 April 2025.
      ("2025-02-10", "2025-02-28", 2), ("2025-03-01", "2025-03-31", 5),
      ("2025-04-01", "2025-04-02", 0),
      ("2025-05-11", "2025-05-11", 1), ("2025-05-12", "2025-05-17", 0),
      ("2025-05-12", "2025-05-18", 1), ("2025-05-11", "2025-05-18", 2),
    ]
  )
  func sundays(first: String, last: String, expected: Int) throws {
    #expect(try period(first, last).sundays == expected)
  }

  @Test(
    "Months touched, whole months and the month of a day",
    arguments: [
      ("2025-01-01", "2025-01-31", 1, true), ("2025-01-01", "2025-01-30", 1, false),
      ("2025-01-02", "2025-01-31", 1, false), ("2025-01-31", "2025-02-01", 2, false),
      ("2024-02-01", "2024-02-29", 1, true), ("2024-02-01", "2024-02-28", 1, false),
      ("2024-12-31", "2025-01-01", 2, false), ("2025-01-01", "2025-02-28", 2, false),
      ("2023-06-15", "2025-06-14", 25, false),
    ]
  )
  func months(first: String, last: String, touched: Int, whole: Bool) throws {
    let given = try period(first, last)
    #expect(given.monthsTouched == touched)
    #expect(given.isWholeMonth == whole)
    #expect(Period(monthOf: given.first).isWholeMonth)
    #expect(Period(monthOf: given.first).contains(given.first))
  }

  @Test("Weeks, Sundays, months and days agree with counting day by day", arguments: 1...20)
  func agreesWithCounting(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let first = CivilDate(dayNumber: Int32.random(in: -50_000...50_000, using: &random))
    let last = first.adding(days: Int.random(in: 0...400, using: &random))
    let given = try #require(Period(from: first, through: last))
    var days = 0
    var sundays = 0
    var mondays: Set<CivilDate> = []
    var months: Set<CivilDate> = []
    var day = first
    while day <= last {
      days += 1
      sundays += day.weekday == 7 ? 1 : 0
      mondays.insert(day.mondayOfWeek)
      months.insert(day.firstOfMonth)
      #expect(given.contains(day), "seed \(seed)")
      day = day.adding(days: 1)
    }
    #expect(given.dayCount == days, "seed \(seed), \(given)")
    #expect(given.sundays == sundays, "seed \(seed), \(given)")
    #expect(given.isoWeeksTouched == mondays.count, "seed \(seed), \(given)")
    #expect(given.monthsTouched == months.count, "seed \(seed), \(given)")
    #expect(!given.contains(first.adding(days: -1)) && !given.contains(last.adding(days: 1)))
  }

  @Test("A period does not end before it begins")
  func order() throws {
    let first = try #require(CivilDate("2025-01-01"))
    let before = first.adding(days: -1)
    #expect(Period(from: first, through: before) == nil)
    #expect(Period(from: first, through: first)?.dayCount == 1)
    #expect(OpenPeriod(from: first, through: before) == nil)
    #expect(OpenPeriod(from: first, through: first) != nil)
    #expect(OpenPeriod(from: first, through: nil) != nil)
    #expect(Period(from: before, through: first)?.description == "2024-12-31..2025-01-01")
  }

  @Test("Overlap is symmetric and equals sharing a day", arguments: 1...50)
  func overlap(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let bounds = (0..<4).map { _ in Int32.random(in: 20_000...20_012, using: &random) }
    let dates = bounds.map(CivilDate.init(dayNumber:))
    let left = try #require(
      Period(from: min(dates[0], dates[1]), through: max(dates[0], dates[1]))
    )
    let right = try #require(
      Period(from: min(dates[2], dates[3]), through: max(dates[2], dates[3]))
    )
    let shares = (20_000...20_012).contains { number in
      let day = CivilDate(dayNumber: Int32(number))
      return left.contains(day) && right.contains(day)
    }
    #expect(left.overlaps(right) == shares, "seed \(seed): \(left), \(right)")
    #expect(right.overlaps(left) == shares, "seed \(seed): \(left), \(right)")
    let openLeft = try #require(OpenPeriod(from: left.first, through: left.last))
    let openRight = try #require(OpenPeriod(from: right.first, through: right.last))
    #expect(openLeft.overlaps(openRight) == shares, "seed \(seed): \(left), \(right)")
  }

  @Test("An open period goes on for ever")
  func open() throws {
    let first = try #require(CivilDate("2025-01-01"))
    let open = try #require(OpenPeriod(from: first, through: nil))
    let past = try #require(OpenPeriod(from: first.adding(days: -9), through: first))
    let closed = try #require(
      OpenPeriod(from: first.adding(days: -9), through: first.adding(days: -1))
    )
    #expect(open.contains(first) && open.contains(CivilDate(dayNumber: .max)))
    #expect(!open.contains(first.adding(days: -1)))
    #expect(open.overlaps(past) && past.overlaps(open))
    #expect(!open.overlaps(closed) && !closed.overlaps(open))
    #expect(open.overlaps(open))
  }
}
