package import Commissioning
package import Quantities

/// What was approved on one allocation and not taken back.
package struct AllocationBalance: Hashable, Sendable {
  /// The volumes, each in the unit in which limits are counted.
  package var volumes: CountedVolumes
  /// The part of the hours and minutes that was claimed in minutes.
  package var minutes: Int64
  /// The delivered volumes as they were written, whatever their unit.
  package var delivered: Int64
  package var amount: Cents
  /// The number of approved debits that stand.
  package var standingLines: Int32

  package init(
    volumes: CountedVolumes = CountedVolumes(),
    minutes: Int64 = 0,
    delivered: Int64 = 0,
    amount: Cents = .zero,
    standingLines: Int32 = 0
  ) {
    self.volumes = volumes
    self.minutes = minutes
    self.delivered = delivered
    self.amount = amount
    self.standingLines = standingLines
  }
}

extension AllocationBalance {
  /// Adds an approved line, or takes it back with sign -1.
  ///
  /// Numbers of messages are far too small to wrap; nothing that stands in a journal may trap.
  mutating func book(_ written: Int64, _ unit: ClaimUnit, _ cents: Cents, sign: Int64) {
    let counted = sign &* (VolumeMeasure.counted(written, unit) ?? 0)
    volumes[unit] &+= counted
    if unit == .minute { minutes &+= counted }
    delivered &+= sign &* written
    amount = Cents(amount.rawValue &+ sign &* cents.rawValue)
  }

  /// Adds what another balance holds, but for the number of lines.
  mutating func add(_ other: AllocationBalance) {
    volumes.add(other.volumes)
    minutes &+= other.minutes
    delivered &+= other.delivered
    amount = Cents(amount.rawValue &+ other.amount.rawValue)
  }

  /// What counts against the allocated volume for a line in a unit (TR322).
  package func usedVolume(for unit: ClaimUnit, _ settings: ContractSettings) -> Int64 {
    guard VolumeMeasure.countedUnit(unit) == .minute else { return volumes[unit] }
    switch settings.minutesAndHours {
    case .summedInMinutes: return volumes[unit]
    case .separately: return unit == .minute ? minutes : volumes[unit] &- minutes
    }
  }

  /// What counts against the budget (TR369): amounts, or volumes as the rule says literally.
  package func usedBudget(_ settings: ContractSettings) -> Cents {
    switch settings.budgetCounting {
    case .amounts: amount
    case .volumes: Cents(delivered)
    }
  }
}
