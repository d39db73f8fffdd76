package import Quantities

/// Something that a region buys for its residents, as it stands in messages.
///
/// - Dutch term: product (iWmo 3.2 `Product`)
package struct SupportProduct: Hashable, Sendable {
  /// The code on the wire.
  package let code: String
  /// The category of the code (WMO020).
  package let category: String
  /// The unit in which the contract prices the product.
  package let unit: ClaimUnit

  package init(code: String, category: String, unit: ClaimUnit) {
    self.code = code
    self.category = category
    self.unit = unit
  }
}
