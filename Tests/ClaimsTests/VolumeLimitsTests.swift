import Claims
import Commissioning
import Quantities
import Testing

@Suite("Volume limits (iWmo/iJw 3.2 TR321, TR322)")
struct VolumeLimitsTests {
  /// A product period and the most that one line in it may claim.
  struct Part: Sendable {
    let first: String
    let last: String
    let amount: Int64
  }

  /// A worked example of the standard's reference.
  struct Example: Sendable, CustomTestStringConvertible {
    let name: String
    let amount: Int64
    let unit: ClaimUnit
    let first: String
    let last: String
    let parts: [Part]
    let total: Int64
    var testDescription: String { name }
  }

  static let examples = [
    Example(
      name: "3 hours a week, 2025-01-06 to 2025-06-29",
      amount: 3,
      unit: .hour,
      first: "2025-01-06",
      last: "2025-06-29",
      parts: [
        Part(first: "2025-01-06", last: "2025-01-31", amount: 12),
        Part(first: "2025-02-01", last: "2025-02-28", amount: 15),
        Part(first: "2025-03-01", last: "2025-03-31", amount: 18),
        Part(first: "2025-04-01", last: "2025-04-30", amount: 15),
        Part(first: "2025-05-01", last: "2025-05-31", amount: 15),
        Part(first: "2025-06-01", last: "2025-06-29", amount: 15),
      ],
      total: 75
    ),
    Example(
      name: "2 hours a week over New Year, 2024-12-18 to 2025-01-15",
      amount: 2,
      unit: .hour,
      first: "2024-12-18",
      last: "2025-01-15",
      parts: [
        Part(first: "2024-12-18", last: "2024-12-31", amount: 6),
        Part(first: "2025-01-01", last: "2025-01-15", amount: 6),
      ],
      total: 10
    ),
    Example(
      name: "250 euro a week, 2025-03-10 to Wednesday 2025-05-14",
      amount: 25_000,
      unit: .euro,
      first: "2025-03-10",
      last: "2025-05-14",
      parts: [
        Part(first: "2025-03-10", last: "2025-03-31", amount: 75_000),
        Part(first: "2025-04-01", last: "2025-04-30", amount: 100_000),
        Part(first: "2025-05-01", last: "2025-05-14", amount: 75_000),
      ],
      total: 250_000
    ),
    Example(
      name: "250 euro a week, 2025-02-10 to Wednesday 2025-04-02: the broken week is in March",
      amount: 25_000,
      unit: .euro,
      first: "2025-02-10",
      last: "2025-04-02",
      parts: [
        Part(first: "2025-02-10", last: "2025-02-28", amount: 50_000),
        Part(first: "2025-03-01", last: "2025-03-31", amount: 150_000),
        Part(first: "2025-04-01", last: "2025-04-02", amount: 0),
      ],
      total: 200_000
    ),
    Example(
      name: "Output a week, 2022-04-15 to 2022-06-04: two, six and no weeks",
      amount: 1,
      unit: .outputPiece,
      first: "2022-04-15",
      last: "2022-06-04",
      parts: [
        Part(first: "2022-04-15", last: "2022-04-30", amount: 2),
        Part(first: "2022-05-01", last: "2022-05-31", amount: 6),
        Part(first: "2022-06-01", last: "2022-06-04", amount: 0),
      ],
      total: 8
    ),
    Example(
      name: "Output a week that ends on a Sunday: no broken week",
      amount: 10,
      unit: .outputPiece,
      first: "2025-03-03",
      last: "2025-03-30",
      parts: [Part(first: "2025-03-03", last: "2025-03-30", amount: 40)],
      total: 40
    ),
    Example(
      name: "Output a week without any Sunday: nothing to count",
      amount: 10,
      unit: .outputPiece,
      first: "2025-03-03",
      last: "2025-03-08",
      parts: [Part(first: "2025-03-03", last: "2025-03-08", amount: 0)],
      total: 0
    ),
  ]

  @Test("Worked examples of the week", arguments: examples)
  func workedExamples(_ example: Example) throws {
    let volume = SupportVolume(amount: example.amount, unit: example.unit, frequency: .week)
    let allocation = try open(example.first, example.last)
    for part in example.parts {
      let limit = VolumeLimits.perLine(
        volume: volume,
        category: ProductCategory("02"),
        productPeriod: try period(part.first, part.last),
        allocationPeriod: allocation,
        settings: ContractSettings()
      )
      #expect(amount(limit) == part.amount, "\(part.first)")
    }
    let total = VolumeLimits.overAllocation(
      volume: volume,
      allocationPeriod: allocation,
      settings: ContractSettings()
    )
    #expect(amount(total) == example.total)
  }

  @Test("Household help gets six weeks in any month, but the weeks touched over the allocation")
  func householdHelp() throws {
    let volume = SupportVolume(amount: 2, unit: .hour, frequency: .week)
    let allocation = try open("2025-02-03", "2025-02-16")
    for part in [("2025-02-03", "2025-02-16"), ("2025-03-01", "2025-03-31")] {
      let limit = VolumeLimits.perLine(
        volume: volume,
        category: .householdHelp,
        productPeriod: try period(part.0, part.1),
        allocationPeriod: allocation,
        settings: ContractSettings()
      )
      #expect(limit == .atMost(LimitedVolume(amount: 12, unit: .hour, basis: .sixWeeks)))
    }
    let total = VolumeLimits.overAllocation(
      volume: volume,
      allocationPeriod: allocation,
      settings: ContractSettings()
    )
    #expect(total == .atMost(LimitedVolume(amount: 4, unit: .hour, basis: .weeksTouched(2))))
  }

  @Test("Household help as output counts Sundays, or six weeks when the region says so")
  func householdOutput() throws {
    let march = try period("2025-03-01", "2025-03-31")
    func limit(_ settings: ContractSettings) throws -> Int64? {
      amount(
        VolumeLimits.perLine(
          volume: SupportVolume(amount: 100, unit: .euro, frequency: .week),
          category: .householdHelp,
          productPeriod: march,
          allocationPeriod: try open("2025-01-01", "2025-12-28"),
          settings: settings
        )
      )
    }
    var settings = ContractSettings()
    #expect(try limit(settings) == 500)
    settings.householdOutput = .sixWeeks
    #expect(try limit(settings) == 600)
  }

  @Test(
    "Day, month and total, per line and over the allocation",
    arguments: [
      (Frequency.day, 28 as Int64, 62 as Int64), (.month, 1, 3), (.total, 1, 1), (.week, 5, 10),
    ]
  )
  func frequencies(frequency: Frequency, line: Int64, total: Int64) throws {
    let volume = SupportVolume(amount: 7, unit: .halfDay, frequency: frequency)
    let allocation = try open("2025-01-15", "2025-03-17")
    let february = try period("2025-02-01", "2025-02-28")
    let settings = ContractSettings()
    let perLine = VolumeLimits.perLine(
      volume: volume,
      category: nil,
      productPeriod: february,
      allocationPeriod: allocation,
      settings: settings
    )
    #expect(amount(perLine) == 7 * line)
    let over = VolumeLimits.overAllocation(
      volume: volume,
      allocationPeriod: allocation,
      settings: settings
    )
    #expect(amount(over) == 7 * total)
  }

  @Test("Without an end there is no limit over the allocation, except for a total")
  func withoutEnd() throws {
    let allocation = try open("2025-01-15", nil)
    for frequency in Frequency.allCases {
      let limit = VolumeLimits.overAllocation(
        volume: SupportVolume(amount: 7, unit: .hour, frequency: frequency),
        allocationPeriod: allocation,
        settings: ContractSettings()
      )
      if frequency == .total {
        #expect(amount(limit) == 7)
      } else {
        #expect(limit == .unbounded)
      }
    }
    let perLine = VolumeLimits.perLine(
      volume: SupportVolume(amount: 7, unit: .outputPiece, frequency: .week),
      category: nil,
      productPeriod: try period("2025-03-01", "2025-03-31"),
      allocationPeriod: allocation,
      settings: ContractSettings()
    )
    #expect(amount(perLine) == 35)
  }

  @Test("IM-05: volumes too large to multiply are told apart from no limit, never a trap")
  func overflow() throws {
    let allocation = try open("0001-01-01", "9999-12-31")
    let whole = try period("0001-01-01", "9999-12-31")
    var settings = ContractSettings()
    for brokenMonth in BrokenMonth.allCases {
      settings.brokenMonth = brokenMonth
      for frequency in Frequency.allCases where frequency != .total {
        for unit in [ClaimUnit.hour, .euro] {
          let volume = SupportVolume(amount: .max, unit: unit, frequency: frequency)
          let over = VolumeLimits.overAllocation(
            volume: volume,
            allocationPeriod: allocation,
            settings: settings
          )
          #expect(over == .overflow)
          let line = VolumeLimits.perLine(
            volume: volume,
            category: .householdHelp,
            productPeriod: whole,
            allocationPeriod: allocation,
            settings: settings
          )
          let fits = frequency == .month && (brokenMonth == .full || unit == .hour)
          #expect((line == .overflow) == !fits, "\(frequency) \(unit) \(brokenMonth)")
        }
      }
    }
  }

  @Test("A limit in hours is sixty times as much in minutes; no other unit is converted")
  func conversion() {
    let hours = VolumeLimit.atMost(LimitedVolume(amount: 12, unit: .hour, basis: .total))
    #expect(amount(hours.converted(to: .minute)) == 720)
    #expect(hours.converted(to: .hour) == hours)
    #expect(hours.converted(to: .halfDay) == nil)
    let minutes = VolumeLimit.atMost(LimitedVolume(amount: 12, unit: .minute, basis: .total))
    #expect(minutes.converted(to: .hour) == nil)
    let huge = VolumeLimit.atMost(LimitedVolume(amount: .max, unit: .hour, basis: .total))
    #expect(huge.converted(to: .minute) == .overflow)
    #expect(VolumeLimit.unbounded.converted(to: .minute) == .unbounded)
    #expect(hours.allows(12) == true)
    #expect(hours.allows(13) == false)
    #expect(VolumeLimit.unbounded.allows(.max) == true)
    #expect(VolumeLimit.overflow.allows(0) == nil)
  }

  @Test("The region's other answers change exactly what they are about")
  func settings() throws {
    let allocation = try open("2025-01-16", "2025-03-16")
    func limits(
      _ frequency: Frequency,
      _ unit: ClaimUnit,
      _ change: (inout ContractSettings) -> Void
    ) throws -> [Int64?] {
      var settings = ContractSettings()
      change(&settings)
      let volume = SupportVolume(amount: 100, unit: unit, frequency: frequency)
      let line = VolumeLimits.perLine(
        volume: volume,
        category: nil,
        productPeriod: try period("2025-01-16", "2025-01-31"),
        allocationPeriod: allocation,
        settings: settings
      )
      let total = VolumeLimits.overAllocation(
        volume: volume,
        allocationPeriod: allocation,
        settings: settings
      )
      return [amount(line), amount(total)]
    }
    #expect(try limits(.day, .hour) { $0.dayLimits = .lineOnly } == [1600, nil])
    #expect(try limits(.day, .hour) { $0.dayLimits = .none } == [nil, nil])
    #expect(try limits(.month, .hour) { $0.monthTotals = .unlimited } == [100, nil])
    // 16 of 31 days, a whole month, 16 of 31 days: 52 + 100 + 52.
    #expect(try limits(.month, .euro) { $0.brokenMonth = .byDays } == [52, 204])
    #expect(try limits(.month, .hour) { $0.brokenMonth = .byDays } == [100, 300])
    #expect(try limits(.week, .euro) { $0.outputWeekTotals = .weeksTouched } == [200, 900])
    #expect(try limits(.week, .euro) { $0.outputWeekTotals = .unlimited } == [200, nil])
  }

  private func amount(_ limit: VolumeLimit?) -> Int64? {
    if case .atMost(let limited) = limit { return limited.amount }
    return nil
  }

  private func period(_ first: String, _ last: String) throws -> Period {
    let begin = try #require(CivilDate(first))
    let end = try #require(CivilDate(last))
    return try #require(Period(from: begin, through: end))
  }

  private func open(_ first: String, _ last: String?) throws -> OpenPeriod {
    let begin = try #require(CivilDate(first))
    return try #require(OpenPeriod(from: begin, through: last.flatMap { CivilDate($0) }))
  }
}
