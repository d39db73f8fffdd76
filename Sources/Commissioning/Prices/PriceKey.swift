import Columns
import Quantities

/// The fields that a price row fixes, as numbers; equal keys apply to the same cases.
struct PriceKey: Equatable, Sendable {
  /// Provider, municipality, category and specificity side by side; zero where not fixed.
  private let fields: UInt64
  /// The number of the product code in the list's dictionary; minus one where not fixed.
  private let code: Int32

  /// The key that a row of this specificity has when it applies to the case.
  init(
    provider: ProviderCode,
    municipality: MunicipalityCode,
    category: ProductCategory,
    code: Int32?,
    specificity: Int
  ) {
    self.init(
      provider: specificity & 8 == 0 ? 0 : provider.number,
      municipality: specificity & 4 == 0 ? 0 : municipality.number,
      category: specificity & 1 == 0 ? 0 : category.number,
      code: specificity & 2 == 0 ? -1 : code ?? -1,
      specificity: specificity
    )
  }

  /// The key of a row itself.
  init(_ row: PriceRow, code: Int32?) {
    self.init(
      provider: row.provider?.number ?? 0,
      municipality: row.municipality?.number ?? 0,
      category: row.category?.number ?? 0,
      code: code ?? -1,
      specificity: row.specificity
    )
  }

  /// Eight digits fit in 27 bits, four in 14, two in 7; the specificity takes 4.
  private init(
    provider: UInt32,
    municipality: UInt32,
    category: UInt32,
    code: Int32,
    specificity: Int
  ) {
    fields =
      UInt64(provider) << 32 | UInt64(municipality) << 16 | UInt64(category) << 8
      | UInt64(specificity)
    self.code = code
  }

  var hash: UInt64 {
    var hash = StableHash()
    hash.combine(fields)
    hash.combine(Int64(code))
    return hash.value
  }
}
