import Quantities

/// Turns the money of every cell into allocations and lines that come to it exactly.
///
/// All clients of a cell but the first get support by the hour or by the month, whose amounts come
/// near what was meant for them; the first one has a trajectory in euros that takes up what is
/// left, to the cent. A segment without trajectories only comes near its money.
struct SupportPlanner {
  let prices: PriceList
  /// By the place of the segment in the region.
  let assortments: [Assortment]
  var generator: SeededGenerator
  private(set) var allocations: [PlannedAllocation] = []
  private(set) var lines: [PlannedLine] = []
  private var numbers: [Int: Int] = [:]

  init(prices: PriceList, assortments: [Assortment], seed: UInt64) {
    self.prices = prices
    self.assortments = assortments
    generator = SeededGenerator(seed: seed, part: 3)
  }

  /// Plans a cell.
  mutating func plan(_ slots: [Slot]) {
    guard let segment = slots.first?.segment, let product = assortments[segment].trajectory else {
      for slot in slots { _ = support(slot) }
      return
    }
    var left = slots.reduce(0) { $0 + $1.cents }
    for slot in slots.dropFirst() { left -= support(slot) }
    guard var first = slots.first else { return }
    // A client alone in the cell often has hours beside the trajectory.
    if slots.count == 1, left > 150_000, generator.chance(perMille: 500) {
      first.cents = left * Int64(generator.number(in: 40...70)) / 100
      left -= support(first, isBeside: true)
    }
    first.cents = left
    trajectory(first, product)
  }

  /// Adds an allocation under the next number of its municipality.
  mutating func add(
    _ slot: Slot,
    _ product: AwardedProduct,
    versions: [PlannedVersion],
    parts: [LineContent],
    begin: CivilDate? = nil,
    end: (date: CivilDate, reason: String)? = nil
  ) {
    let serial = numbers[slot.municipality, default: 0] + 1
    numbers[slot.municipality] = serial
    var allocation = PlannedAllocation(
      number: 1_000_000 * (slot.municipality + 1) + serial,
      client: slot.client,
      provider: slot.provider,
      municipality: slot.municipality,
      product: product,
      versions: versions
    )
    let begin = begin ?? versions[0].first
    if !parts.isEmpty {
      let day = max(begin, versions[0].day).adding(days: generator.below(5))
      allocation.start = PlannedStart(begin: begin, day: Calendar2025.workday(day))
    }
    if let end {
      let day = end.date.adding(days: generator.number(in: 1...6))
      allocation.stop = PlannedStop(
        end: end.date,
        reason: end.reason,
        day: Calendar2025.workday(day)
      )
    }
    for content in parts {
      let month = content.period.first.month
      // Now and then a provider is late and claims a month afterwards.
      let late = month < 11 && generator.chance(perMille: 25) ? generator.number(in: 1...2) : 0
      lines.append(
        PlannedLine(allocation: allocations.count, content: content, round: month + late)
      )
    }
    allocations.append(allocation)
  }

  /// The day of the 301 for support from a day on: some weeks before.
  mutating func decisionDay(before first: CivilDate) -> CivilDate {
    let range = first == Calendar2025.first ? 12...55 : 6...24
    return Calendar2025.workday(first.adding(days: -generator.number(in: range) - 2))
  }
}

// MARK: - Trajectories in euros

extension SupportPlanner {
  /// A trajectory that takes exactly the money of the slot.
  mutating func trajectory(_ slot: Slot, _ product: SupportProduct) {
    guard slot.cents > 0 else { return }
    let months = Calendar2025.months(of: slot.window)
    let monthly = generator.chance(perMille: 450)
    let count = monthly ? months.count : min(months.count, generator.number(in: 1...4))
    var weights = [Int64](repeating: 100, count: count)
    if !monthly {
      for index in weights.indices { weights[index] = Int64(generator.number(in: 60...140)) }
    }
    let money = Apportionment.divide(slot.cents, by: weights)
    let parts = (0..<count).compactMap { index -> LineContent? in
      // Milestones fall at the end of equal pieces of the window.
      let month = months[(index + 1) * months.count / count - 1]
      return money[index] == 0
        ? nil
        : LineContent(
          product: product,
          period: month,
          volume: money[index],
          unit: .euro,
          tariff: nil,
          cents: money[index]
        )
    }
    let amount = monthly ? (money.max() ?? 0) : slot.cents
    let size = AwardedSize.volume(
      SupportVolume(amount: amount, unit: .euro, frequency: monthly ? .month : .total)
    )
    let (versions, end) = life(slot, size: size, needsEnd: true)
    add(slot, .specific(product), versions: versions, parts: parts, end: end)
  }

  /// The versions of an allocation over the window of a slot, and how it ends.
  mutating func life(
    _ slot: Slot,
    size: AwardedSize,
    needsEnd: Bool
  ) -> (versions: [PlannedVersion], end: (date: CivilDate, reason: String)?) {
    let decided = decisionDay(before: slot.window.first)
    func version(_ last: CivilDate?, on day: CivilDate, reason: String? = nil) -> PlannedVersion {
      PlannedVersion(day: day, first: slot.window.first, last: last, size: size, reason: reason)
    }
    guard let end = slot.end else {
      let ahead: [CivilDate?] = [
        Calendar2025.last, Calendar2025.day(2026, 3, 31), Calendar2025.day(2026, 6, 30),
        Calendar2025.day(2026, 10, 11), needsEnd ? Calendar2025.day(2026, 12, 31) : nil,
      ]
      let last: CivilDate? = generator.pick(ahead) ?? Calendar2025.last
      let stop = last == Calendar2025.last ? (Calendar2025.last, "19") : nil
      return ([version(last, on: decided)], stop)
    }
    let stop = (date: slot.window.last, reason: end.stopReason)
    guard let reason = end.changeReason else {
      return ([version(slot.window.last, on: decided)], stop)
    }
    let changed = Calendar2025.workday(slot.window.last.adding(days: -generator.number(in: 4...16)))
    return (
      [
        version(Calendar2025.last, on: decided),
        version(slot.window.last, on: min(changed, slot.window.last), reason: reason),
      ], stop
    )
  }
}
