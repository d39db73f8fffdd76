package import Commissioning
package import Quantities

/// What a decision needs to know that is not in the books of access.
package struct AccessFacts: Sendable {
  /// The day on which the message is judged.
  package let today: CivilDate
  package let products: ProductList
  package let settings: AccessSettings
  /// Whether claim lines on an allocation were approved and not credited since.
  package let hasApprovedLines: @Sendable (AllocationID) -> Bool
  /// How the contracts stand towards support; nil where there is nothing to hold it against.
  package let standing: @Sendable (AgreedSupport) -> ContractStanding?

  package init(
    today: CivilDate,
    products: ProductList = .national,
    settings: AccessSettings = AccessSettings(),
    hasApprovedLines: @escaping @Sendable (AllocationID) -> Bool = { _ in false },
    standing: @escaping @Sendable (AgreedSupport) -> ContractStanding? = { _ in nil }
  ) {
    self.today = today
    self.products = products
    self.settings = settings
    self.hasApprovedLines = hasApprovedLines
    self.standing = standing
  }
}
