package import Quantities

/// Which category a product code belongs to: the national way of coding, or the region's own list.
///
/// - Dutch term: productcodelijst (iWmo/iJw 3.2 TR381, IV075)
package enum ProductList: Hashable, Sendable {
  /// The first two characters of a code are its category: `02A03` belongs to 02.
  case national
  /// The region's own list says it; a code that is not on it is invalid.
  case own([ProductCode: ProductCategory])

  /// The category of a code, or nil when the list does not know the code.
  package func category(of code: ProductCode) -> ProductCategory? {
    switch self {
    case .national: ProductCategory(code.description.prefix(2))
    case .own(let categories): categories[code]
    }
  }

  /// Whether code and category fit together (TR381, return code S329).
  package func fits(_ code: ProductCode, in category: ProductCategory) -> Bool {
    self.category(of: code) == category
  }
}
