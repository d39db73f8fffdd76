import Claims
import Commissioning
import Generators
import Quantities
import Testing

/// Counts every limit day by day, without any of the formulas of the source.
private struct DayByDay {
  let volume: SupportVolume
  let category: ProductCategory?
  let allocation: OpenPeriod

  func perLine(_ period: Period) -> Int64 {
    switch volume.frequency {
    case .day: return volume.amount * Int64(days(of: period).count)
    case .month, .total: return volume.amount
    case .week:
      if volume.unit.isOutput { return volume.amount * sundays(days(of: period)) }
      if category == .householdHelp { return volume.amount * 6 }
      return volume.amount * weeks(days(of: period))
    }
  }

  func overAllocation() -> Int64? {
    if volume.frequency == .total { return volume.amount }
    guard let last = allocation.last, let period = Period(from: allocation.first, through: last)
    else { return nil }
    let all = days(of: period)
    switch volume.frequency {
    case .day: return volume.amount * Int64(all.count)
    case .total: return volume.amount
    case .month:
      return volume.amount * Int64(Set(all.map { $0.year * 12 + $0.month }).count)
    case .week:
      guard volume.unit.isOutput else { return volume.amount * weeks(all) }
      // The sum of what each month of the allocation may claim.
      var sum: Int64 = 0
      var month = all[0]
      while month <= last {
        let first = max(month.firstOfMonth, allocation.first)
        let end = min(month.lastOfMonth, last)
        sum += volume.amount * sundays(all.filter { $0 >= first && $0 <= end })
        month = month.lastOfMonth.adding(days: 1)
      }
      return sum
    }
  }

  /// Walks from Monday to Monday: a new week whenever a Monday, or the first day, is met.
  private func weeks(_ days: [CivilDate]) -> Int64 {
    Int64(days.enumerated().filter { $0.offset == 0 || $0.element.weekday == 1 }.count)
  }

  private func sundays(_ days: [CivilDate]) -> Int64 {
    let own = days.filter { $0.weekday == 7 }
    var count = Int64(own.count)
    if let end = allocation.last, end.weekday != 7 {
      var day = end
      while day.weekday != 7 { day = day.adding(days: -1) }
      if day >= allocation.first, own.contains(day) { count += 1 }
    }
    return count
  }

  private func days(of period: Period) -> [CivilDate] {
    (0..<period.dayCount).map { period.first.adding(days: $0) }
  }
}

@Suite("Volume limits against counting day by day")
struct VolumeLimitsModelTests {
  @Test("Random allocations and every month in them agree", arguments: 1...40)
  func agrees(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let units: [ClaimUnit] = [
      .minute, .hour, .fullDay, .halfDay, .outputPiece, .euro, .effortPiece,
    ]
    let start = try #require(CivilDate(year: 2019, month: 12, day: 1))
    for _ in 0..<60 {
      let first = start.adding(days: Int.random(in: 0..<2600, using: &random))
      let length = Bool.random(using: &random) ? 14 : 500
      let last = first.adding(days: Int.random(in: 0..<length, using: &random))
      let open = Int.random(in: 0..<10, using: &random) == 0
      let amount = Int64.random(in: 0...1000, using: &random)
      let unit = try #require(units.randomElement(using: &random))
      let frequency = try #require(Frequency.allCases.randomElement(using: &random))
      let model = DayByDay(
        volume: SupportVolume(amount: amount, unit: unit, frequency: frequency),
        category: ProductCategory(number: Int.random(in: 1...3, using: &random)),
        allocation: try #require(OpenPeriod(from: first, through: open ? nil : last))
      )
      try compare(model, through: last, "seed \(seed): \(model)")
    }
  }

  private func compare(_ model: DayByDay, through last: CivilDate, _ comment: String) throws {
    var first = model.allocation.first
    while first <= last {
      let period = try #require(Period(from: first, through: min(first.lastOfMonth, last)))
      let limit = VolumeLimits.perLine(
        volume: model.volume,
        category: model.category,
        productPeriod: period,
        allocationPeriod: model.allocation,
        settings: ContractSettings()
      )
      #expect(amount(limit) == model.perLine(period), "\(comment), \(period)")
      first = first.lastOfMonth.adding(days: 1)
    }
    let over = VolumeLimits.overAllocation(
      volume: model.volume,
      allocationPeriod: model.allocation,
      settings: ContractSettings()
    )
    #expect(amount(over) == model.overAllocation(), "\(comment)")
  }

  private func amount(_ limit: VolumeLimit) -> Int64? {
    if case .atMost(let limited) = limit { return limited.amount }
    return nil
  }
}
