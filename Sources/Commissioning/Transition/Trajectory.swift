package import Quantities

/// Support that was bought for one resident at one provider.
///
/// The resident is a number that means nothing outside the question in which it is used.
///
/// - Dutch term: traject (001:28-59, 002:114-126)
package struct Trajectory: Hashable, Sendable {
  package let name: Name
  package let resident: Int
  package let provider: ProviderCode
  /// Nil when the allocation names no product.
  package let product: ProductCode?
  /// The day of the decision to buy it.
  package let bought: CivilDate
  package let period: OpenPeriod

  /// How an allocation is named: its number, which is unique within the municipality.
  ///
  /// - Dutch term: toewijzing van een traject
  package struct Name: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let municipality: MunicipalityCode
    package let number: Int64

    package init(municipality: MunicipalityCode, number: Int64) {
      self.municipality = municipality
      self.number = number
    }

    package static func < (left: Name, right: Name) -> Bool {
      (left.municipality, left.number) < (right.municipality, right.number)
    }

    /// `0983/12`.
    package var description: String { "\(municipality)/\(number)" }
  }

  package init(
    name: Name,
    resident: Int,
    provider: ProviderCode,
    product: ProductCode?,
    bought: CivilDate,
    period: OpenPeriod
  ) {
    self.name = name
    self.resident = resident
    self.provider = provider
    self.product = product
    self.bought = bought
    self.period = period
  }
}
