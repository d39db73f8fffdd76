package import Commissioning
package import Quantities

/// How much of an allocated volume may be claimed: per line, and over the allocation.
///
/// The tables of the standard (iWmo/iJw 3.2 TR321, TR322, IV076 to IV078), with the region's
/// answers where these leave a question open. Limits are in the allocated unit;
/// `VolumeLimit.converted(to:)` gives them in minutes for an allocation in hours.
package enum VolumeLimits {}

// MARK: - Per line

extension VolumeLimits {
  /// How much one line may claim (TR321).
  ///
  /// The product period is taken as the line gives it; whether it is a month within the allocation
  /// is for other rules (TR387, TR388).
  package static func perLine(
    volume: SupportVolume,
    category: ProductCategory?,
    productPeriod: Period,
    allocationPeriod: OpenPeriod,
    settings: ContractSettings
  ) -> VolumeLimit {
    switch volume.frequency {
    case .day:
      guard settings.dayLimits != .none else { return .unbounded }
      return limit(volume, times: productPeriod.dayCount, .days(productPeriod.dayCount))
    case .week:
      return perLineOfWeek(volume, category, productPeriod, allocationPeriod, settings)
    case .month:
      guard volume.unit.isOutput, settings.brokenMonth == .byDays else {
        return limit(volume, times: 1, .months(1))
      }
      return byDays(volume, in: Period(monthOf: productPeriod.first), only: productPeriod)
    case .total:
      return limit(volume, times: 1, .total)
    }
  }

  private static func perLineOfWeek(
    _ volume: SupportVolume,
    _ category: ProductCategory?,
    _ period: Period,
    _ allocation: OpenPeriod,
    _ settings: ContractSettings
  ) -> VolumeLimit {
    let sixWeeks = !volume.unit.isOutput || settings.householdOutput == .sixWeeks
    if category == .householdHelp, sixWeeks { return limit(volume, times: 6, .sixWeeks) }
    guard volume.unit.isOutput else {
      return limit(volume, times: period.isoWeeksTouched, .weeksTouched(period.isoWeeksTouched))
    }
    return sundays(volume, in: period, of: allocation)
  }

  /// The Sundays of a period, and one more for the broken last week of the allocation.
  ///
  /// Output per week is claimed in the month of the week's Sunday. The last week of an allocation
  /// that does not end on a Sunday has none, so it counts with the last Sunday before it; where
  /// the allocation has no Sunday at all there is nothing to count it with.
  private static func sundays(
    _ volume: SupportVolume,
    in period: Period,
    of allocation: OpenPeriod
  ) -> VolumeLimit {
    let brokenWeek =
      allocation.lastSunday.map { sunday in
        allocation.last != sunday && period.contains(sunday)
      } ?? false
    let count = period.sundays + (brokenWeek ? 1 : 0)
    return limit(volume, times: count, .sundays(period.sundays, brokenWeek: brokenWeek))
  }
}

// MARK: - Over the allocation

extension VolumeLimits {
  /// How much all lines of an allocation together may claim (TR322).
  ///
  /// An allocation without an end has no such limit, except that a volume in total is one whatever
  /// the period. Household help has its six weeks only per line.
  package static func overAllocation(
    volume: SupportVolume,
    allocationPeriod: OpenPeriod,
    settings: ContractSettings
  ) -> VolumeLimit {
    if volume.frequency == .total { return limit(volume, times: 1, .total) }
    guard let last = allocationPeriod.last,
      let period = Period(from: allocationPeriod.first, through: last)
    else { return .unbounded }
    switch volume.frequency {
    case .day:
      guard settings.dayLimits == .lineAndTotal else { return .unbounded }
      return limit(volume, times: period.dayCount, .days(period.dayCount))
    case .week:
      return weeks(volume, of: period, allocationPeriod, settings)
    case .month, .total:
      guard settings.monthTotals == .monthsTouched else { return .unbounded }
      guard volume.unit.isOutput, settings.brokenMonth == .byDays else {
        return limit(volume, times: period.monthsTouched, .months(period.monthsTouched))
      }
      return byDays(volume, over: period)
    }
  }

  private static func weeks(
    _ volume: SupportVolume,
    of period: Period,
    _ allocation: OpenPeriod,
    _ settings: ContractSettings
  ) -> VolumeLimit {
    let touched = period.isoWeeksTouched
    guard volume.unit.isOutput else {
      return limit(volume, times: touched, .weeksTouched(touched))
    }
    switch settings.outputWeekTotals {
    case .sumOfPeriods: return sundays(volume, in: period, of: allocation)
    case .weeksTouched: return limit(volume, times: touched, .weeksTouched(touched))
    case .unlimited: return .unbounded
    }
  }
}

// MARK: - Counting

extension VolumeLimits {
  private static func limit(
    _ volume: SupportVolume,
    times factor: Int,
    _ basis: LimitBasis
  ) -> VolumeLimit {
    let (amount, overflow) = volume.amount.multipliedReportingOverflow(by: Int64(factor))
    if overflow { return .overflow }
    return .atMost(LimitedVolume(amount: amount, unit: volume.unit, basis: basis))
  }

  /// A month's volume for the days of it that lie in a period, rounded half up.
  private static func byDays(
    _ volume: SupportVolume,
    in month: Period,
    only period: Period
  ) -> VolumeLimit {
    guard let part = part(of: volume.amount, of: month, in: period) else { return .overflow }
    return .atMost(LimitedVolume(amount: part, unit: volume.unit, basis: .monthsByDays(1)))
  }

  /// The sum over all months, each rounded by itself as its line is.
  private static func byDays(_ volume: SupportVolume, over period: Period) -> VolumeLimit {
    let full = Int64(max(0, period.monthsTouched - 2))
    let ends =
      period.monthsTouched == 1
      ? [Period(monthOf: period.first)]
      : [Period(monthOf: period.first), Period(monthOf: period.last)]
    var (sum, overflow) = volume.amount.multipliedReportingOverflow(by: full)
    for month in ends where !overflow {
      guard let part = part(of: volume.amount, of: month, in: period) else { return .overflow }
      (sum, overflow) = sum.addingReportingOverflow(part)
    }
    if overflow { return .overflow }
    return .atMost(
      LimitedVolume(amount: sum, unit: volume.unit, basis: .monthsByDays(period.monthsTouched))
    )
  }

  private static func part(of amount: Int64, of month: Period, in period: Period) -> Int64? {
    let first = max(month.first, period.first)
    let last = min(month.last, period.last)
    guard first <= last else { return 0 }
    let days = Int64(first.days(to: last) + 1)
    let (product, overflow) = amount.multipliedReportingOverflow(by: days)
    return overflow ? nil : Rounding.halfUp(product, over: Int64(month.dayCount))
  }
}

extension OpenPeriod {
  /// The last Sunday in the period, or nil when it has none or no end.
  fileprivate var lastSunday: CivilDate? {
    guard let last else { return nil }
    let sunday = last.weekday == 7 ? last : last.mondayOfWeek.adding(days: -1)
    return first <= sunday ? sunday : nil
  }
}
