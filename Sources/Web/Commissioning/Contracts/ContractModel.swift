import Accounts
package import Commissioning
package import Quantities
package import Region

/// One contract with all that follows from it on a day.
package struct ContractModel: Sendable {
  package let contract: Contract
  package let state: ContractState
  /// The documents that hold, the strongest first.
  package let parts: [ContractPart]
  /// Documents that do not hold on the day.
  package let otherParts: [ContractPart]
  package let alerts: [ContractAlert]
  package let decisive: [DecisiveDate]
  package let tariffs: [TariffRow]
  package let ceiling: CeilingUse?
  /// What the ends would be if every option is used.
  package let ends: [CivilDate]

  package struct TariffRow: Sendable {
    package let product: ProductCode
    package let tariff: Tariff
    /// Whether it is the contract's own and not that of its lot.
    package let isOwn: Bool
  }

  /// Nil when there is no such contract, or it may not be seen.
  package init?(_ view: CommissioningView, code: String) {
    guard let code = ContractCode(code), let contract = view.state.contracts.contracts[code],
      view.shows(contract)
    else { return nil }
    self.contract = contract
    state = contract.state(on: view.day)
    parts = contract.parts(on: view.day)
    otherParts = contract.parts.filter { !$0.period.contains(view.day) }
    let facts = view.state.deliveryFacts(of: [contract], on: view.day)
    alerts =
      contract.lastDay < view.day
      ? []
      : view.state.attention(to: [contract], facts: facts, on: view.day, at: view.now)
        .map(\.alert)
    decisive = contract.decisiveDates().filter { $0.date >= view.day }
    let book = view.state.contracts
    tariffs = book.products(of: contract).compactMap { product in
      guard let tariff = book.tariffs.version(of: product, under: contract, on: view.day) else {
        return nil
      }
      let key = TariffBook.Key(.contract(code), product)
      let own = book.tariffs.series[key]?.version(on: view.day)
      return TariffRow(product: product, tariff: tariff, isOwn: own != nil)
    }
    ceiling = view.state.ceilingUses(of: [contract], facts: facts).first
    ends = contract.term.pattern.possibleEnds(from: contract.term.start)
  }

  /// What becomes of the term when the coming years are good: rolling on, year by year.
  package var rolls: Bool { contract.term.pattern.mode == .rolling }
}
