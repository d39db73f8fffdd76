package import Quantities

/// One agreed price: for whom, for what, how much and from when to when.
///
/// A field that is nil holds for every value of it.
///
/// - Dutch term: contractregel, tarief (iWmo/iJw 3.2 TR418, IV081)
package struct PriceRow: Hashable, Sendable {
  package let municipality: MunicipalityCode?
  package let provider: ProviderCode?
  package let category: ProductCategory?
  package let code: ProductCode?
  /// The unit the tariff is for; nil when it is for one of whatever unit is claimed.
  package let unit: ClaimUnit?
  package let tariff: Cents
  package let variant: DeliveryVariant?
  /// The days on which the price holds; what counts is the first day of the product period.
  package let period: OpenPeriod

  package init(
    municipality: MunicipalityCode? = nil,
    provider: ProviderCode? = nil,
    category: ProductCategory? = nil,
    code: ProductCode? = nil,
    unit: ClaimUnit? = nil,
    tariff: Cents,
    variant: DeliveryVariant? = nil,
    period: OpenPeriod
  ) {
    self.municipality = municipality
    self.provider = provider
    self.category = category
    self.code = code
    self.unit = unit
    self.tariff = tariff
    self.variant = variant
    self.period = period
  }
}

extension PriceRow {
  /// How specific the row is: a greater number wins.
  ///
  /// A row that fixes the provider beats every row that does not; then the municipality decides,
  /// then the product code, then the category.
  package var specificity: Int {
    (provider == nil ? 0 : 8) + (municipality == nil ? 0 : 4) + (code == nil ? 0 : 2)
      + (category == nil ? 0 : 1)
  }
}

/// A price row and where it comes from: the line of a file, or a contract.
package struct PriceLine: Hashable, Sendable {
  /// The line in the file, counted from one.
  package let line: Int
  package let row: PriceRow
  /// The contract that the price follows from; nil for a row of an imported list.
  package let source: PriceSource?

  package init(line: Int, row: PriceRow, source: PriceSource? = nil) {
    self.line = line
    self.row = row
    self.source = source
  }
}

/// The price that applies to a case: the row, and where it stands in the list.
package struct PriceMatch: Hashable, Sendable {
  /// The place of the row in its list, counted from zero in the order of the file.
  package let index: Int
  /// The line of the imported file.
  package let line: Int
  package let row: PriceRow
}
