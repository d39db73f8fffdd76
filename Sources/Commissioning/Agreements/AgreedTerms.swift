package import Quantities
package import Rules

/// Which price and which rules hold for a product of a provider on a day.
///
/// - Dutch term: geldende afspraak (prijs en regels)
package struct AgreedTerms: Hashable, Sendable {
  package let price: Cents
  package let unit: ClaimUnit
  package let rules: AgreedRules
  /// The place of the tariff among the rows of the index, for the receipt.
  package let row: Int
}

/// The rules of a contract that a claim meets.
///
/// - Dutch term: contractregels
package struct AgreedRules: Hashable, Sendable {
  package let contract: ContractCode
  package let version: Int
  package let form: ContractForm
  package let variant: DeliveryVariant
  /// Whether a budget ceiling was brought in.
  package let hasCeiling: Bool
}

/// Two contracts that would both set the price of a product on a day.
package struct AgreementConflict: Hashable, Sendable {
  package let contracts: [ContractCode]
  package let product: ProductCode
  package let municipality: MunicipalityCode
  package let from: CivilDate

  /// The sentence for an official.
  package var text: BilingualText {
    let codes = contracts.map(\.description)
    return BilingualText(
      "Contract \(codes.joined(separator: " en ")) bepalen vanaf \(from.dutchText) allebei de prijs "
        + "van product \(product) in gemeente \(municipality). Geef een van beide een ander gebied, "
        + "product of een andere periode.",
      "Contracts \(codes.joined(separator: " and ")) both set the price of product \(product) in "
        + "municipality \(municipality) from \(from). Give one of the two another area, product or "
        + "period."
    )
  }
}
