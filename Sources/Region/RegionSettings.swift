package import Access
package import Commissioning
package import Messages

/// The choices of a region where the standard leaves an interpretation open.
///
/// - Dutch term: instellingen van de regio
package struct RegionSettings: Hashable, Sendable {
  /// How rules about allocations, requests and deliveries are read.
  package var access: AccessSettings
  /// How volumes, budgets and product codes are counted.
  package var contract: ContractSettings
  /// How the rules within a message are read.
  package var levelTwo: LevelTwoSettings

  package init(
    access: AccessSettings = AccessSettings(),
    contract: ContractSettings = ContractSettings(),
    levelTwo: LevelTwoSettings = .standard
  ) {
    self.access = access
    self.contract = contract
    self.levelTwo = levelTwo
  }
}
