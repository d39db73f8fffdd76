import Access
import Claims
import Commissioning
import Quantities

extension RegionState {
  /// How the contracts stand towards support that is allocated; nil when there is nothing to hold
  /// it against.
  ///
  /// Own delivery stands outside purchasing (001:28-31). Who has or had a contract in the register
  /// is held against the register and nothing else, all others against the imported list, just like
  /// their claims.
  func standing(towards support: AgreedSupport) -> ContractStanding? {
    guard transition.ownDelivery[support.provider] == nil else { return nil }
    let registered = contracts.standing(
      towards: support,
      products: currentSettings.contract.productList,
      awarded: { contract in
        guard let period = contract.ceiling?.period else { return .zero }
        return ledger.awarded(under: contract, in: period)
      }
    )
    if let registered { return registered }
    if pricing.imported > 0 { return prices.standing(towards: support) }
    return contracts.hasContracts(of: support.municipality) ? .nowhere : nil
  }
}

extension ClaimLedger {
  /// What was awarded under a contract on support of some days.
  func awarded(under contract: Contract, in period: Period) -> Cents {
    let municipalities = Set(contract.draft.municipalities)
    let products = Set(contract.draft.products)
    let sum = contract.draft.claimCodes.reduce(Int64(0)) { sum, provider in
      sum
        &+ awarded(to: provider) { municipality, code, day in
          municipalities.contains(municipality) && period.contains(day)
            && (products.isEmpty || products.contains(code))
        }.rawValue
    }
    return Cents(sum)
  }
}
