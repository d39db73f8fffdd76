import Quantities

/// Allocations that change during the year.
extension SupportPlanner {
  /// Lets an allocation first run to the summer and then be stretched (RedenWijziging 04).
  ///
  /// Only where the lines up to the old end also fit the old version, since at that time it was
  /// the one that counted.
  mutating func stretch(_ versions: inout [PlannedVersion], _ lines: [LineContent]) {
    guard versions.count == 1, let last = versions[0].last, generator.chance(perMille: 90) else {
      return
    }
    let ends = [Calendar2025.day(2025, 6, 30), Calendar2025.day(2025, 9, 28)]
    guard let oldEnd = generator.pick(ends),
      versions[0].first < oldEnd.adding(days: -60), last > oldEnd
    else { return }
    let old = version(versions[0], last: oldEnd, size: versions[0].size)
    let claimed = lines.reduce(0) { $0 + ($1.period.first <= oldEnd ? $1.volume : 0) }
    guard let limit = lines.first.flatMap({ old.wholeLimit(unit: $0.unit) }), claimed <= limit
    else {
      return
    }
    let day = Calendar2025.workday(oldEnd.adding(days: -generator.number(in: 8...25)))
    versions = [old, changed(versions[0], on: day, reason: "04")]
  }

  /// Lets a total first be lower and then be raised (RedenWijziging 14).
  mutating func raise(_ versions: inout [PlannedVersion], _ lines: [LineContent]) {
    guard versions.count == 1, case .volume(let volume) = versions[0].size, lines.count > 4,
      generator.chance(perMille: 250)
    else { return }
    let day = Calendar2025.workday(
      lines[lines.count / 2].period.first.adding(days: generator.below(9))
    )
    let before = lines.reduce(0) { $0 + ($1.period.last < day ? $1.volume : 0) }
    let lower = SupportVolume(
      amount: (before + volume.amount) / 2,
      unit: volume.unit,
      frequency: volume.frequency
    )
    let old = version(versions[0], last: versions[0].last, size: .volume(lower))
    versions = [old, changed(versions[0], on: day, reason: "14")]
  }

  /// Ends a weekly allocation halfway and follows it with another of another volume (OP257).
  ///
  /// - Returns: the cents of all lines, or nil when the volume cannot be divided so.
  mutating func reassessed(_ slot: Slot, _ product: SupportProduct, _ volume: Int64) -> Int64? {
    let turn = Calendar2025.day(2025, generator.number(in: 4...9), 1)
      .adding(days: generator.chance(perMille: 500) ? 0 : 13)
    let early = Calendar2025.period(slot.window.first, turn.adding(days: -1))
    let late = Calendar2025.period(turn, slot.window.last)
    let share = Int64(generator.number(in: 40...75))
    let firstVolume = volume * Int64(early.dayCount) * share / 50 / Int64(slot.window.dayCount)
    guard firstVolume > 0, firstVolume < volume else { return nil }
    let day = Calendar2025.workday(turn.adding(days: -generator.number(in: 5...15)))
    var spent: Int64 = 0
    var amounts: [Int64] = []
    for (window, part) in [(early, firstVolume), (late, volume - firstVolume)] {
      let weeks = Int64(window.isoWeeksTouched)
      var amount = (part + weeks - 1) / weeks + 1
      if amounts.first == amount { amount += 1 }
      amounts.append(amount)
      let isEarly = amounts.count == 1
      let size = AwardedSize.volume(
        SupportVolume(amount: amount, unit: product.unit, frequency: .week)
      )
      let first = PlannedVersion(
        day: isEarly ? decisionDay(before: window.first) : day,
        first: window.first,
        last: Calendar2025.last,
        size: size,
        reason: nil
      )
      guard
        let parts = LineSpread.spread(
          part,
          over: window,
          limit: { first.lineLimit($0, unit: product.unit) }
        )
      else { continue }
      let lines = parts.map { content(product, slot, $0, unit: product.unit) }
      let shorter = version(first, last: window.last, size: size)
      add(
        slot,
        .specific(product),
        versions: isEarly ? [first, changed(shorter, on: day, reason: "05")] : [first],
        parts: lines,
        end: (window.last, isEarly ? "36" : "19")
      )
      spent += lines.reduce(0) { $0 + $1.cents }
    }
    return spent
  }

  /// Adds an allocation that was sent by mistake and deleted days later (RedenWijziging 13).
  mutating func mistakenAllocation(_ slot: Slot, instead product: SupportProduct) {
    let first = slot.window.first
    let day = decisionDay(before: first)
    let size = AwardedSize.volume(SupportVolume(amount: 2, unit: product.unit, frequency: .week))
    let sent = PlannedVersion(
      day: day,
      first: first,
      last: Calendar2025.last,
      size: size,
      reason: nil
    )
    let deleted = version(sent, last: first, size: size)
    let later = Calendar2025.workday(day.adding(days: 3))
    add(
      slot,
      .specific(product),
      versions: [sent, changed(deleted, on: later, reason: "13")],
      parts: []
    )
  }

  private func version(
    _ original: PlannedVersion,
    last: CivilDate?,
    size: AwardedSize
  ) -> PlannedVersion {
    PlannedVersion(
      day: original.day,
      first: original.first,
      last: last,
      size: size,
      reason: original.reason
    )
  }

  private func changed(
    _ version: PlannedVersion,
    on day: CivilDate,
    reason: String
  ) -> PlannedVersion {
    PlannedVersion(
      day: day,
      first: version.first,
      last: version.last,
      size: version.size,
      reason: reason
    )
  }
}
