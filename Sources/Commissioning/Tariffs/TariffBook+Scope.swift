package import Quantities

extension TariffBook {
  /// Whose tariff is paid for a product under a contract on a day: its own, or that of its lot; nil
  /// when there is none.
  package func key(
    of product: ProductCode,
    under contract: Contract,
    on date: CivilDate
  ) -> Key? {
    let scopes =
      [TariffScope.contract(contract.draft.code)] + (contract.draft.lot.map { [.lot($0)] } ?? [])
    return scopes.map { Key($0, product) }.first { series[$0]?.version(on: date) != nil }
  }
}
