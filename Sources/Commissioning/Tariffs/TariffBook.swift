package import Quantities

/// All tariffs of a region, by lot or contract and product.
///
/// - Dutch term: tarievenlijst
package struct TariffBook: Hashable, Sendable {
  package private(set) var series: [Key: TariffSeries] = [:]

  /// Whose tariff for which product.
  package struct Key: Hashable, Sendable {
    package let scope: TariffScope
    package let product: ProductCode

    package init(_ scope: TariffScope, _ product: ProductCode) {
      self.scope = scope
      self.product = product
    }
  }

  package init() {}
}

extension TariffBook {
  /// The tariff of a product under a contract on a day: the contract's own, else that of its lot.
  package func version(
    of product: ProductCode,
    under contract: Contract,
    on date: CivilDate
  ) -> Tariff? {
    let own = series[Key(.contract(contract.draft.code), product)]?.version(on: date)
    return own
      ?? contract.draft.lot.flatMap { series[Key(.lot($0), product)]?.version(on: date) }
  }

  package func conflict(with version: Tariff, for key: Key) -> Tariff? {
    series[key]?.conflict(with: version)
  }

  /// Takes over a version; one that would make a day ambiguous is left out.
  mutating func add(_ version: Tariff, for key: Key) {
    series[key, default: TariffSeries()].add(version)
  }
}
