/// The agreement that a price follows from, as the receipt of a verdict names it.
///
/// - Dutch term: contract, versie en bepaling achter een prijs
package struct PriceSource: Hashable, Sendable {
  package let contract: ContractCode
  /// The version of the contract on the days of the price: 1 at the start, one more with every
  /// amendment and every document that was added.
  package let version: Int
  /// The document and the place in it where the price stands; nil when no document speaks of it.
  package let clause: String?

  package init(contract: ContractCode, version: Int, clause: String? = nil) {
    self.contract = contract
    self.version = version
    self.clause = clause
  }
}

extension ContractClause {
  /// The subjects under which the documents of a contract speak of its prices, the first one first.
  package static let priceSubjects = ["tarief", "tarieven", "prijs"]
}
