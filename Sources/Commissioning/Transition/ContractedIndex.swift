package import Quantities

/// Who is contracted, found by the code under which a provider claims.
///
/// Made once for many trajectories, because each is then held against the few contracts of its own
/// provider and not against all.
///
/// - Dutch term: opzoektabel van gecontracteerde aanbieders (001:38-46)
package struct ContractedIndex: Sendable {
  private let book: ContractBook
  private let contracts: [ProviderCode: [Entry]]

  /// A contract, with the days on which the code stands for its provider; nil for always.
  private struct Entry {
    let contract: Contract
    let codeHolds: OpenPeriod?
  }

  package init(_ book: ContractBook) {
    self.book = book
    var contracts: [ProviderCode: [Entry]] = [:]
    for contract in book.contracts.values.sorted(by: { $0.draft.code < $1.draft.code }) {
      for code in contract.draft.claimCodes {
        contracts[code, default: []].append(Entry(contract: contract, codeHolds: nil))
      }
      for dated in book.providers[contract.draft.provider]?.claimCodes ?? [] {
        contracts[dated.code, default: []].append(
          Entry(contract: contract, codeHolds: dated.period)
        )
      }
    }
    self.contracts = contracts
  }
}

extension ContractedIndex {
  /// The organisation behind a claim code on a day, when it has or had a contract.
  package func provider(behind code: ProviderCode, on day: CivilDate) -> ChamberNumber? {
    contracts[code]?.first { $0.codeHolds?.contains(day) ?? true }?.contract.draft.provider
  }

  /// Whether a provider has a contract for a product in a municipality on a day.
  ///
  /// A stop on new clients does not end the contract, so it does not count here.
  package func isContracted(
    _ code: ProviderCode,
    for product: ProductCode,
    in municipality: MunicipalityCode,
    on day: CivilDate
  ) -> Bool {
    contracts[code]?.contains { entry in
      entry.contract.period?.contains(day) == true && (entry.codeHolds?.contains(day) ?? true)
        && entry.contract.draft.municipalities.contains(municipality)
        && book.products(of: entry.contract).contains(product)
    } == true
  }
}
