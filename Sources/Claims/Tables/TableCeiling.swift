package import Quantities

/// A budget ceiling of a contract, as far as judging a line needs it.
///
/// - Dutch term: budgetplafond, bestedingsruimte (contractstandaard 1.5)
package struct TableCeiling: Hashable, Sendable {
  /// The code of the contract.
  package let contract: String
  package let period: Period
  package let amount: Cents
  /// The products of the contract; empty for all.
  package let products: Set<ProductCode>
  /// What was awarded under the ceiling before the table.
  package let awardedBefore: Cents

  package init(
    contract: String,
    period: Period,
    amount: Cents,
    products: Set<ProductCode> = [],
    awardedBefore: Cents
  ) {
    self.contract = contract
    self.period = period
    self.amount = amount
    self.products = products
    self.awardedBefore = awardedBefore
  }

  /// Whether the ceiling is about a product on a day.
  package func covers(_ code: ProductCode, on day: CivilDate) -> Bool {
    period.contains(day) && (products.isEmpty || products.contains(code))
  }
}

/// A ceiling with what was awarded under it before one line.
package struct CeilingUse: Hashable, Sendable {
  package let contract: String
  package let period: Period
  package let amount: Cents
  package let awardedBefore: Cents

  package init(contract: String, period: Period, amount: Cents, awardedBefore: Cents) {
    self.contract = contract
    self.period = period
    self.amount = amount
    self.awardedBefore = awardedBefore
  }
}
