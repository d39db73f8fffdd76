package import Quantities

/// How volumes of different units are added up on one allocation.
///
/// On an allocation in hours a provider may claim minutes as well (TR341), so hours and minutes are
/// both counted in minutes; every other unit is counted as it is.
package enum VolumeMeasure {
  /// A volume in the unit in which it is counted; nil when it does not fit in 64 bits.
  @inlinable
  package static func counted(_ volume: Int64, _ unit: ClaimUnit) -> Int64? {
    guard unit == .hour else { return volume }
    let (minutes, overflow) = volume.multipliedReportingOverflow(by: 60)
    return overflow ? nil : minutes
  }

  /// The unit in which a unit is counted.
  @inlinable
  package static func countedUnit(_ unit: ClaimUnit) -> ClaimUnit {
    unit == .hour ? .minute : unit
  }
}
