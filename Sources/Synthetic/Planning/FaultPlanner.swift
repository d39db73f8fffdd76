import Quantities

/// Puts faults among lines that are all right, each with the correction that makes the totals
/// come out the same.
///
/// An allocation gets at most one fault, so that no fault changes what another one leads to.
struct FaultPlanner {
  let allocations: [PlannedAllocation]
  let prices: PriceList
  let assortments: [Assortment]
  private(set) var lines: [PlannedLine]
  var generator: SeededGenerator

  /// The right lines of every allocation, by index.
  private var linesOf: [[Int]]
  private var touched: Set<Int> = []
  /// The accepted line that a credit takes back, by index of the credit.
  private var credited: [Int: Int] = [:]
  /// The line whose reference is used once more, by index of the second.
  private var borrowed: [Int: Int] = [:]
  private var unknownReferences = 0

  init(
    allocations: [PlannedAllocation],
    lines: [PlannedLine],
    prices: PriceList,
    assortments: [Assortment],
    seed: UInt64
  ) {
    self.allocations = allocations
    self.lines = lines
    self.prices = prices
    self.assortments = assortments
    generator = SeededGenerator(seed: seed, part: 4)
    linesOf = [[Int]](repeating: [], count: allocations.count)
    for index in lines.indices { linesOf[lines[index].allocation].append(index) }
  }

  /// Plans the faults and gives every line its reference, in the order in which lines are sent.
  mutating func plan(_ shares: FaultShares) -> (lines: [PlannedLine], touched: Set<Int>) {
    var order = Array(lines.indices)
    generator.shuffle(&order)
    let weights = FaultPlanner.weights.reduce(0) { $0 + $1.weight }
    for (fault, weight) in FaultPlanner.weights {
      place(fault, max(1, order.count * shares.refusedPerMille * weight / weights / 1000), order)
    }
    place(.mistakenLine, max(1, order.count * shares.mistakenPerMille / 10_000), order)
    place(.mistakenVolume, max(1, order.count * shares.mistakenPerMille / 1000), order)
    number()
    return (lines, touched)
  }

  /// How often each kind of refusal occurs beside the others; those that suit few lines first.
  private static let weights: [(fault: LineFault, weight: Int)] = [
    (.aboveBudget, 2), (.volumeAboveWhole, 8), (.beforeAllocation, 8), (.afterAllocation, 10),
    (.otherProduct, 7), (.beginInsideMonth, 8), (.usedReference, 6), (.unknownClient, 3),
    (.creditWithoutDebit, 3), (.secondDebit, 10), (.wrongAmount, 12), (.unknownAllocation, 12),
    (.oldTariff, 15), (.volumeAboveLine, 16),
  ]

  /// Gives so many lines the fault, as far as there are lines that it suits.
  private mutating func place(_ fault: LineFault, _ count: Int, _ order: [Int]) {
    var left = count
    for index in order where left > 0 {
      let allocation = lines[index].allocation
      guard !touched.contains(allocation), lines[index].round < 13, apply(fault, to: index) else {
        continue
      }
      touched.insert(allocation)
      left -= 1
    }
  }

  private mutating func apply(_ fault: LineFault, to index: Int) -> Bool {
    switch fault {
    case .mistakenVolume: mistakeVolume(index)
    case .mistakenLine: mistakeLine(index)
    case .beforeAllocation, .afterAllocation, .secondDebit, .creditWithoutDebit:
      addExtra(fault, beside: index)
    case .usedReference: reuseReference(index)
    default: replace(index, fault)
    }
  }
}

// MARK: - Lines refused instead of the right one

extension FaultPlanner {
  /// Sends a wrong line first and the right one a round later.
  private mutating func replace(_ index: Int, _ fault: LineFault) -> Bool {
    guard let content = wrongContent(fault, index) else { return false }
    var wrong = lines[index]
    wrong.content = content
    wrong.fault = fault
    lines[index].round += 1
    lines.append(wrong)
    return true
  }

  /// Sends the line under a reference that an earlier line of the allocation already has.
  private mutating func reuseReference(_ index: Int) -> Bool {
    let round = lines[index].round
    let earlier = linesOf[lines[index].allocation].first { lines[$0].round < round }
    guard let earlier else { return false }
    var wrong = lines[index]
    wrong.fault = .usedReference
    lines[index].round += 1
    borrowed[lines.count] = earlier
    lines.append(wrong)
    return true
  }

  /// What the wrong line says; nil when this fault does not suit the line.
  private func wrongContent(_ fault: LineFault, _ index: Int) -> LineContent? {
    let line = lines[index]
    let allocation = allocations[line.allocation]
    var content = line.content
    switch fault {
    case .volumeAboveLine:
      return aboveLine(line)
    case .volumeAboveWhole:
      return aboveWhole(line)
    case .aboveBudget:
      return aboveBudget(line)
    case .oldTariff:
      guard content.unit == .hour || content.unit == .outputPiece else { return nil }
      return priced(content, allocation, year: 2024)
    case .wrongAmount:
      guard content.tariff != nil, case .specific = allocation.product else { return nil }
      content.cents += content.cents % 1000 == 0 ? 100 : 1000
    case .otherProduct:
      guard content.unit == .hour, case .specific(let product) = allocation.product,
        let other = assortments.lazy.compactMap({ $0.mixedUp(with: product) }).first
      else { return nil }
      content.product = other
      return priced(content, allocation, year: 2025)
    case .beginInsideMonth:
      let first = content.period.first.adding(days: 2)
      guard content.period.isWholeMonth else { return nil }
      content.period = Calendar2025.period(first, content.period.last)
      let limit = allocation.latest.lineLimit(content.period, unit: content.unit)
      guard limit.map({ $0 >= content.volume }) ?? true else { return nil }
    default: break
    }
    return content
  }

  private func aboveLine(_ line: PlannedLine) -> LineContent? {
    let allocation = allocations[line.allocation]
    guard case .volume(let size) = allocation.latest.size, size.frequency != .total else {
      return nil
    }
    let unit = line.content.unit
    let factor: Int64 = size.unit == .hour && unit == .minute ? 60 : 1
    let limit =
      allocation.latest.householdLimit(line.content.product).map { $0 * factor }
      ?? allocation.latest.lineLimit(line.content.period, unit: unit) ?? 0
    let volume = limit + (unit == .euro ? 2_500 : unit == .minute ? 45 : 2)
    guard volume - line.content.volume <= slack(line.allocation) else { return nil }
    return withVolume(volume, line)
  }

  /// Suits the last line of an allocation that ends with it: one unit more than is left in all.
  private func aboveWhole(_ line: PlannedLine) -> LineContent? {
    let allocation = allocations[line.allocation]
    guard isLast(line), allocation.versions.count == 1, let last = allocation.latest.last,
      last <= line.content.period.last || isTotal(allocation.latest.size)
    else { return nil }
    let left = slack(line.allocation)
    let limit = allocation.latest.lineLimit(line.content.period, unit: line.content.unit)
    guard left < 100_000_000, let limit, left >= 0 else { return nil }
    let volume = line.content.volume + left + 1
    return volume <= limit ? withVolume(volume, line) : nil
  }

  private func aboveBudget(_ line: PlannedLine) -> LineContent? {
    guard case .budget(let budget) = allocations[line.allocation].latest.size, isLast(line),
      let tariff = line.content.tariff
    else { return nil }
    let spent = linesOf[line.allocation].reduce(0) { $0 + lines[$1].content.cents }
    return withVolume(line.content.volume + (budget.rawValue - spent) / tariff + 1, line)
  }

  /// Whether every other line of the allocation goes in an earlier round.
  private func isLast(_ line: PlannedLine) -> Bool {
    linesOf[line.allocation].allSatisfy { index in
      lines[index].round < line.round || lines[index].content == line.content
    }
  }

  private func isTotal(_ size: AwardedSize) -> Bool {
    if case .volume(let volume) = size { volume.frequency == .total } else { false }
  }
}

// MARK: - Lines that should not have been sent

extension FaultPlanner {
  /// Adds a refused line beside the right one, which stays as it is.
  private mutating func addExtra(_ fault: LineFault, beside index: Int) -> Bool {
    let allocation = allocations[lines[index].allocation]
    var extra = lines[index]
    extra.fault = fault
    switch fault {
    case .beforeAllocation:
      let month = allocation.latest.first.firstOfMonth
      guard month > Calendar2025.first, case .specific = allocation.product,
        lines[index].content.period.first == allocation.latest.first,
        lines[index].round == month.month
      else { return false }
      extra.content.period = Period(monthOf: month.adding(days: -1))
    case .afterAllocation:
      guard let last = allocation.latest.last, last.lastOfMonth < Calendar2025.last,
        case .specific = allocation.product, lines[index].content.period.last == last
      else { return false }
      extra.content.period = Period(monthOf: last.lastOfMonth.adding(days: 1))
      extra.round = max(extra.round, extra.content.period.first.month)
    case .creditWithoutDebit:
      extra.isCredit = true
      extra.round += 1
    default:
      extra.round += 1
    }
    guard extra.isCredit || lines[index].content.volume <= slack(lines[index].allocation) else {
      return false
    }
    let limit = allocation.latest.lineLimit(extra.content.period, unit: extra.content.unit)
    guard limit.map({ $0 >= extra.content.volume }) ?? true else { return false }
    if fault == .creditWithoutDebit {
      unknownReferences += 1
      extra.previous = 70_000_000 + unknownReferences
    }
    lines.append(extra)
    return true
  }

  /// Lets a wrong volume be accepted, then credits it and claims the right one.
  private mutating func mistakeVolume(_ index: Int) -> Bool {
    let line = lines[index]
    let step: Int64 = line.content.unit == .euro ? 1_000 : line.content.unit == .minute ? 15 : 1
    let limit = allocations[line.allocation].latest
      .lineLimit(line.content.period, unit: line.content.unit)
    let isHigher =
      generator.chance(perMille: 500) && slack(line.allocation) >= step
      && (limit.map { $0 >= line.content.volume + step } ?? true)
    let volume = line.content.volume + (isHigher ? step : -step)
    guard volume > 0, let content = withVolume(volume, line) else { return false }
    // The version in force when the line is sent must allow it too.
    guard !isHigher || allocations[line.allocation].versions.count == 1 else { return false }
    addMistake(content, on: line)
    lines[index].round += 1
    return true
  }

  /// Lets a line over a month without support be accepted, then credits it.
  private mutating func mistakeLine(_ index: Int) -> Bool {
    let line = lines[index]
    let allocation = allocations[line.allocation]
    guard line.content.unit == .hour, slack(line.allocation) >= 1, allocation.versions.count == 1,
      case .specific = allocation.product
    else { return false }
    let last = min(allocation.latest.last ?? Calendar2025.last, Calendar2025.day(2025, 11, 30))
    guard allocation.latest.first <= last else { return false }
    let used = Set(linesOf[line.allocation].map { lines[$0].content.period.first.month })
    let months = Calendar2025.months(of: Calendar2025.period(allocation.latest.first, last))
    guard let month = months.first(where: { !used.contains($0.first.month) }) else { return false }
    guard var content = withVolume(1, line) else { return false }
    content.period = month
    var mistaken = line
    mistaken.round = month.first.month
    addMistake(content, on: mistaken, fault: .mistakenLine)
    return true
  }

  private mutating func addMistake(
    _ content: LineContent,
    on line: PlannedLine,
    fault: LineFault = .mistakenVolume
  ) {
    var mistaken = line
    mistaken.content = content
    mistaken.fault = fault
    var credit = mistaken
    credit.isCredit = true
    credit.round += 1
    credited[lines.count + 1] = lines.count
    lines.append(mistaken)
    lines.append(credit)
  }
}

// MARK: - Volumes and prices

extension FaultPlanner {
  /// How much more the allocation would bear beside all its right lines, in the unit of its lines
  /// (in cents for a budget).
  private func slack(_ allocation: Int) -> Int64 {
    let indices = linesOf[allocation]
    guard let first = indices.first else { return 0 }
    if case .budget(let budget) = allocations[allocation].latest.size {
      let spent = indices.reduce(0) { $0 + lines[$1].content.cents }
      let dearest = indices.map { lines[$0].content.tariff ?? 1 }.max() ?? 1
      return (budget.rawValue - spent) / dearest
    }
    let used = indices.reduce(0) { $0 + lines[$1].content.volume }
    return allocations[allocation].versions.map { version in
      version.wholeLimit(unit: lines[first].content.unit).map { $0 - used } ?? Int64.max
    }.min() ?? 0
  }

  private func withVolume(_ volume: Int64, _ line: PlannedLine) -> LineContent? {
    var content = line.content
    content.volume = volume
    return priced(content, allocations[line.allocation], year: 2025)
  }

  /// The content with the tariff and the amount of its product in a year.
  private func priced(
    _ content: LineContent,
    _ allocation: PlannedAllocation,
    year: Int
  ) -> LineContent? {
    var content = content
    let tariff = prices.tariff(
      content.product,
      provider: allocation.provider,
      municipality: allocation.municipality,
      year: year
    )
    guard let tariff else {
      content.cents = content.volume
      return content
    }
    let isMinutes = content.unit == .minute
    content.tariff = isMinutes ? Cents(tariff).scaled(by: 1, over: 60)?.rawValue : tariff
    let cents = Cents(tariff).scaled(by: content.volume, over: isMinutes ? 60 : 1)
    guard let cents else { return nil }
    content.cents = cents.rawValue
    return content
  }

  /// Numbers the lines in the order in which they are sent.
  private mutating func number() {
    let order = lines.indices.sorted { left, right in
      let (first, second) = (lines[left], lines[right])
      let (one, two) = (allocations[first.allocation], allocations[second.allocation])
      return (first.round, one.provider, one.municipality, one.client, left)
        < (second.round, two.provider, two.municipality, two.client, right)
    }
    for (position, index) in order.enumerated() { lines[index].reference = position + 1 }
    for (credit, debit) in credited { lines[credit].previous = lines[debit].reference }
    for (second, first) in borrowed { lines[second].reference = lines[first].reference }
  }
}
