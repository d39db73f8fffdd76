package import Quantities

/// How much may be claimed at most, and how that was counted.
///
/// - Dutch term: maximaal volume (iWmo/iJw 3.2 TR321, TR322)
package enum VolumeLimit: Hashable, Sendable {
  /// At most this many units.
  case atMost(LimitedVolume)
  /// No limit follows from the allocation or from the region's settings.
  case unbounded
  /// The numbers in the allocation are too large to count with; no line can be held against it.
  case overflow
}

/// A limit in units, with what it was counted from, so that a verdict can explain it.
package struct LimitedVolume: Hashable, Sendable {
  /// Whole units; cents when the unit is `euro`.
  package let amount: Int64
  package let unit: ClaimUnit
  package let basis: LimitBasis

  package init(amount: Int64, unit: ClaimUnit, basis: LimitBasis) {
    self.amount = amount
    self.unit = unit
    self.basis = basis
  }
}

/// What the allocated volume was multiplied by.
package enum LimitBasis: Hashable, Sendable {
  /// The number of days.
  case days(Int)
  /// The number of ISO weeks with at least one day in the period.
  case weeksTouched(Int)
  /// Always six weeks: household help (Wmo category 01).
  case sixWeeks
  /// The number of Sundays, and whether the broken last week counts with the last of them.
  case sundays(Int, brokenWeek: Bool)
  /// The number of months with at least one day in the period.
  case months(Int)
  /// A part of a month's volume for each broken month, by days.
  case monthsByDays(Int)
  /// The volume is the total itself.
  case total
}

extension VolumeLimit {
  /// The limit in the unit of a line, or nil when that unit does not fit the allocated one.
  ///
  /// An allocation in hours may be claimed in minutes (TR341): sixty for every hour. Nothing else
  /// is converted.
  package func converted(to unit: ClaimUnit) -> VolumeLimit? {
    guard case .atMost(let limit) = self, limit.unit != unit else { return self }
    guard limit.unit == .hour, unit == .minute else { return nil }
    let (minutes, overflow) = limit.amount.multipliedReportingOverflow(by: 60)
    if overflow { return .overflow }
    return .atMost(LimitedVolume(amount: minutes, unit: .minute, basis: limit.basis))
  }

  /// Whether a volume stays within the limit; nil when that cannot be counted.
  package func allows(_ volume: Int64) -> Bool? {
    switch self {
    case .atMost(let limit): volume <= limit.amount
    case .unbounded: true
    case .overflow: nil
    }
  }
}
