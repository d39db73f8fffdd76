package import Quantities

/// What is agreed when a contract is concluded.
///
/// - Dutch term: overeenkomst bij aanvang
package struct ContractDraft: Hashable, Sendable {
  package let code: ContractCode
  package let provider: ChamberNumber
  /// The codes under which the provider claims.
  package let claimCodes: [ProviderCode]
  package let lot: LotCode?
  /// For which municipalities the contract is; ordered.
  package let municipalities: [MunicipalityCode]
  package let products: [ProductCode]
  package let form: ContractForm
  package let variant: DeliveryVariant
  package let start: CivilDate
  package let pattern: TermPattern
  package let missedYear: ContractTerm.MissedYear
  /// Why the term may be longer than 48 months; nil when it is not or nobody gave a reason.
  package let reasonForLength: String?
  /// Whether the clause on changes allows a budget ceiling to be brought in later (B.10).
  package let mayBringInCeiling: Bool
  /// Whether the contract may be dissolved after the review of its first year (000:34).
  package let mayDissolveAfterFirstYear: Bool
  package let precedence: Precedence
  package let parts: [ContractPart]

  package init(
    code: ContractCode,
    provider: ChamberNumber,
    claimCodes: [ProviderCode],
    lot: LotCode? = nil,
    municipalities: [MunicipalityCode],
    products: [ProductCode] = [],
    form: ContractForm,
    variant: DeliveryVariant,
    start: CivilDate,
    pattern: TermPattern,
    missedYear: ContractTerm.MissedYear = .skipped,
    reasonForLength: String? = nil,
    mayBringInCeiling: Bool = false,
    mayDissolveAfterFirstYear: Bool = false,
    precedence: Precedence = .usual,
    parts: [ContractPart] = []
  ) {
    self.code = code
    self.provider = provider
    self.claimCodes = claimCodes
    self.lot = lot
    self.municipalities = municipalities
    self.products = products
    self.form = form
    self.variant = variant
    self.start = start
    self.pattern = pattern
    self.missedYear = missedYear
    self.reasonForLength = reasonForLength
    self.mayBringInCeiling = mayBringInCeiling
    self.mayDissolveAfterFirstYear = mayDissolveAfterFirstYear
    self.precedence = precedence
    self.parts = parts
  }
}
