package import Quantities

extension ContractBook {
  /// A tariff raised by an indexation, with the one that it follows.
  package struct IndexedTariff: Hashable, Sendable {
    package let before: Tariff
    package let key: TariffBook.Key
    package let tariff: Tariff
  }

  /// The new tariffs of a contract from a day on, one for each product that has a price the day
  /// before; nothing is agreed by it.
  package func indexed(
    _ contract: Contract,
    by step: IndexationStep,
    from first: CivilDate,
    basis: Basis
  ) throws(IndexationGap) -> [IndexedTariff] {
    var indexed: [IndexedTariff] = []
    for product in contract.draft.products {
      let version = tariffs.version(of: product, under: contract, on: first.adding(days: -1))
      guard let version else { continue }
      guard let price = step.applied(to: version.price),
        let period = OpenPeriod(from: first, through: nil)
      else { throw .doesNotFit }
      indexed.append(
        IndexedTariff(
          before: version,
          key: TariffBook.Key(.contract(contract.draft.code), product),
          tariff: Tariff(price: price, unit: version.unit, period: period, basis: basis)
        )
      )
    }
    return indexed
  }
}
