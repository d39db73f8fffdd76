package import Access
package import People
package import Quantities

/// One row of a table of open allocations: the allocation, and what was awarded on it so far.
///
/// - Dutch term: overgenomen toewijzing met beginstand
package struct TakenOverAllocation: Hashable, Sendable {
  /// The line in the file, counted from one.
  package let row: Int32
  package let law: SupportLaw
  package let municipality: MunicipalityCode
  package let provider: ProviderCode
  package let client: ClientKey
  package let product: AllocatedProduct
  /// The volume awarded so far.
  package let volume: Int64
  /// The unit of that volume; nil when no volume was awarded.
  package let unit: ClaimUnit?
  /// The euros awarded so far.
  package let amount: Cents

  package init(
    row: Int32,
    law: SupportLaw,
    municipality: MunicipalityCode,
    provider: ProviderCode,
    client: ClientKey,
    product: AllocatedProduct,
    volume: Int64,
    unit: ClaimUnit?,
    amount: Cents
  ) {
    self.row = row
    self.law = law
    self.municipality = municipality
    self.provider = provider
    self.client = client
    self.product = product
    self.volume = volume
    self.unit = unit
    self.amount = amount
  }

  /// What was awarded before, as the ledger keeps it.
  package var balance: TakenOverBalance {
    TakenOverBalance(
      municipality: municipality,
      number: product.number,
      volume: volume,
      unit: unit,
      amount: amount
    )
  }
}
