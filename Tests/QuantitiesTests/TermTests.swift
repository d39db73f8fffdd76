import Generators
import Quantities
import Testing

@Suite("Terms: three ways of counting (Verordening 1182/71, Algemene termijnenwet, contract)")
struct TermTests {
  /// One row: the event, the length, and the last day by each way of counting.
  struct Row: Sendable, CustomTestStringConvertible {
    let event: String
    let length: TermLength
    let european: String
    let statutory: String
    let contract: String
    var testDescription: String { "\(length) after \(event)" }
  }

  static let rows: [Row] = [
    // Ends on a Saturday.
    Row(
      event: "2025-03-01",
      length: .days(14),
      european: "2025-03-17",
      statutory: "2025-03-17",
      contract: "2025-03-15"
    ),
    // Ends on Easter Monday.
    Row(
      event: "2025-04-07",
      length: .weeks(2),
      european: "2025-04-22",
      statutory: "2025-04-22",
      contract: "2025-04-21"
    ),
    // Good Friday to Easter Monday: three days must hold two working days.
    Row(
      event: "2025-04-17",
      length: .days(3),
      european: "2025-04-23",
      statutory: "2025-04-23",
      contract: "2025-04-20"
    ),
    // Two days: the regulation asks for two working days, the act only from three days on.
    Row(
      event: "2025-04-17",
      length: .days(2),
      european: "2025-04-23",
      statutory: "2025-04-22",
      contract: "2025-04-19"
    ),
    // Over 90 days the act leaves a term alone; the regulation does not.
    Row(
      event: "2025-01-01",
      length: .days(91),
      european: "2025-04-02",
      statutory: "2025-04-02",
      contract: "2025-04-02"
    ),
    Row(
      event: "2025-01-04",
      length: .days(91),
      european: "2025-04-07",
      statutory: "2025-04-05",
      contract: "2025-04-05"
    ),
    Row(
      event: "2025-02-08",
      length: .months(4),
      european: "2025-06-10",
      statutory: "2025-06-08",
      contract: "2025-06-08"
    ),
    // A month that has no 31st.
    Row(
      event: "2025-01-31",
      length: .months(1),
      european: "2025-02-28",
      statutory: "2025-02-28",
      contract: "2025-02-28"
    ),
    Row(
      event: "2025-04-17",
      length: .workingDays(5),
      european: "2025-04-28",
      statutory: "2025-04-28",
      contract: "2025-04-28"
    ),
    // The stand-still of twenty days over the turn of the year: 25 December to 14 January.
    Row(
      event: "2025-12-05",
      length: .days(20),
      european: "2025-12-29",
      statutory: "2025-12-29",
      contract: "2025-12-25"
    ),
  ]

  @Test("The last day by each way of counting", arguments: rows)
  func ends(_ row: Row) throws {
    let event = try #require(CivilDate(row.event))
    let expected = [
      TermCounting.european: row.european, .statutory: row.statutory, .contract: row.contract,
    ]
    for counting in TermCounting.allCases {
      let end = Term(row.length, counting).end(after: event, in: WorkCalendar())
      #expect(end.description == expected[counting], "\(counting)")
    }
  }

  @Test("A term counted back is not moved, but the regulation keeps its two working days")
  func backwards() throws {
    let calendar = WorkCalendar()
    let end = try #require(CivilDate("2024-12-31"))
    let notice = Term(.months(6), .contract)
    #expect(notice.latestDay(before: end, in: calendar).description == "2024-06-30")
    let tuesday = try #require(CivilDate("2025-04-22"))
    let two = Term(.days(2), .european)
    #expect(two.latestDay(before: tuesday, in: calendar).description == "2025-04-16")
    let statutory = Term(.days(2), .statutory)
    #expect(statutory.latestDay(before: tuesday, in: calendar).description == "2025-04-20")
  }

  @Test("Properties over drawn terms", arguments: [UInt64(1), 22, 333])
  func properties(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let calendar = WorkCalendar()
    let origin = try #require(CivilDate("2015-01-01"))
    for _ in 0..<500 {
      let event = origin.adding(days: Int.random(in: 0..<12_000, using: &generator))
      let unit = TermLength.Unit.allCases.randomElement(using: &generator) ?? .days
      let bound = unit == .years ? 6 : unit == .months ? 40 : 130
      let length = try #require(TermLength(Int.random(in: 1...bound, using: &generator), unit))
      let plain = length.shift(event, in: calendar)
      for counting in TermCounting.allCases {
        let term = Term(length, counting)
        let end = term.end(after: event, in: calendar)
        #expect(end >= plain && end > event, "seed \(seed): \(term) after \(event)")
        #expect(term.latestDay(before: event, in: calendar) < event, "seed \(seed)")
        let later = term.end(after: event.adding(days: 1), in: calendar)
        #expect(later >= end, "seed \(seed): \(term) after \(event) ends after the next day's")
        if counting == .contract { #expect(end == plain, "seed \(seed)") }
        if counting == .european {
          #expect(calendar.isWorkingDay(end), "seed \(seed): \(term) after \(event)")
        }
      }
    }
  }

  @Test("A length reads back from its text, and bad texts do not")
  func lengthText() {
    for unit in TermLength.Unit.allCases {
      let length = TermLength(12, unit)
      #expect(length.flatMap { TermLength($0.description) } == length)
    }
    for text in [
      "", "dagen", "0 dagen", "-1 dagen", "01 dagen", "3 uren", "3  dagen", "10001 dagen",
    ] {
      #expect(TermLength(text) == nil, "\(text)")
    }
    #expect(TermLength.days(1).dutchText == "1 dag")
    #expect(TermLength.years(3).dutchText == "3 jaren")
  }
}
