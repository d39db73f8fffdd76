package import Quantities

/// How much an allocation awards.
package enum AwardedSize: Hashable, Sendable {
  case volume(SupportVolume)
  case budget(Cents)
  /// Nothing but the category: the volume is for the provider to choose.
  case open
}

/// One sending of an allocation: its first or a changed one.
package struct PlannedVersion: Hashable, Sendable {
  /// The day of the 301, also the day of the decision (Toewijzingsdatum).
  package let day: CivilDate
  package let first: CivilDate
  package let last: CivilDate?
  package let size: AwardedSize
  /// RedenWijziging; nil on the first sending.
  package let reason: String?
}

/// What an allocation says about the product (IV075).
package enum AwardedProduct: Hashable, Sendable {
  case specific(SupportProduct)
  case categoryOnly(String)
  case generic
}

/// The start of support on an allocation, with the day of its message.
package struct PlannedStart: Hashable, Sendable {
  package let begin: CivilDate
  package let day: CivilDate
}

/// The end of support on an allocation, with the day of its message.
package struct PlannedStop: Hashable, Sendable {
  package let end: CivilDate
  /// RedenBeeindiging.
  package let reason: String
  package let day: CivilDate
}

/// An allocation of the synthetic region with its whole history.
///
/// - Dutch term: toewijzing (iWmo 3.2 `ToegewezenProduct`)
package struct PlannedAllocation: Hashable, Sendable {
  package let number: Int
  /// Index of the client.
  package let client: Int
  /// Index of the provider by rank.
  package let provider: Int
  /// Index of the municipality.
  package let municipality: Int
  package let product: AwardedProduct
  package var versions: [PlannedVersion]
  package var start: PlannedStart?
  package var stop: PlannedStop?
}

extension PlannedAllocation {
  /// The version in force at the end of the year.
  var latest: PlannedVersion { versions[versions.count - 1] }

  /// The version in force on a day; the first one before that.
  func version(on day: CivilDate) -> PlannedVersion {
    versions.last { $0.day <= day } ?? versions[0]
  }
}

extension PlannedVersion {
  /// The most a line of household help may claim: six weeks in a month, whatever its days (TR321);
  /// nil for all other support.
  func householdLimit(_ product: SupportProduct) -> Int64? {
    guard case .volume(let volume) = size, volume.frequency == .week, !volume.unit.isOutput,
      product.category == "01"
    else { return nil }
    return volume.amount * 6
  }

  /// The most a line over a period may claim, in the unit of the line (TR321); nil: no limit.
  ///
  /// Lines of household help are planned within it too, though they may claim more.
  func lineLimit(_ period: Period, unit: ClaimUnit) -> Int64? {
    guard case .volume(let volume) = size else { return nil }
    let amount =
      switch volume.frequency {
      case .day: Int64(period.dayCount) * volume.amount
      case .week where volume.unit.isOutput: Int64(period.sundays) * volume.amount
      case .week: Int64(period.isoWeeksTouched) * volume.amount
      case .month, .total: volume.amount
      }
    return amount * PlannedVersion.factor(from: volume.unit, to: unit)
  }

  /// The most that all lines together may claim, in the unit of the lines (TR322); nil: no limit.
  func wholeLimit(unit: ClaimUnit) -> Int64? {
    guard case .volume(let volume) = size else { return nil }
    let factor = PlannedVersion.factor(from: volume.unit, to: unit)
    if volume.frequency == .total { return volume.amount * factor }
    guard let last, let whole = Period(from: first, through: last) else { return nil }
    let times =
      switch volume.frequency {
      case .day: whole.dayCount
      case .week: volume.unit.isOutput ? whole.sundays : whole.isoWeeksTouched
      case .month: whole.monthsTouched
      case .total: 1
      }
    return Int64(times) * volume.amount * factor
  }

  private static func factor(from awarded: ClaimUnit, to claimed: ClaimUnit) -> Int64 {
    awarded == .hour && claimed == .minute ? 60 : 1
  }
}
