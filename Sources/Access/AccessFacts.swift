package import Quantities

/// What a decision needs to know that is not in the books of access.
package struct AccessFacts: Sendable {
  /// The day on which the message is judged.
  package let today: CivilDate
  package let products: ProductList
  package let settings: AccessSettings
  /// Whether claim lines on an allocation were approved and not credited since.
  package let hasApprovedLines: @Sendable (AllocationID) -> Bool

  package init(
    today: CivilDate,
    products: ProductList = ProductList(),
    settings: AccessSettings = AccessSettings(),
    hasApprovedLines: @escaping @Sendable (AllocationID) -> Bool = { _ in false }
  ) {
    self.today = today
    self.products = products
    self.settings = settings
    self.hasApprovedLines = hasApprovedLines
  }
}

/// The product codes that are in use and the category of each.
///
/// - Dutch term: productcodelijst (iWmo 3.2 IV075: national or the region's own)
package struct ProductList: Sendable {
  /// The region's own codes; what stands here outweighs the national form.
  package let own: [ProductCode: ProductCategory]

  package init(own: [ProductCode: ProductCategory] = [:]) { self.own = own }

  /// Whether a code belongs to a category (TR381).
  ///
  /// A code of the region's own list has the category given there; of any other code the first two
  /// characters are the category.
  package func fits(_ code: ProductCode, _ category: ProductCategory?) -> Bool {
    guard let category else { return false }
    if let listed = own[code] { return listed == category }
    return code.description.hasPrefix(category.description)
  }
}
