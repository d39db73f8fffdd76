package import Quantities

/// The product codes of a list, each with the category it belongs to.
///
/// - Dutch term: productcodelijst (iWmo WMO021, or the region's own)
package struct ProductList: Sendable {
  /// One product of the list.
  package struct Entry: Hashable, Sendable {
    package let code: ProductCode
    package let category: ProductCategory
    package let name: String
    /// The list the code is from, such as `WMO021-2016`.
    package let list: String

    package init(code: ProductCode, category: ProductCategory, name: String, list: String) {
      self.code = code
      self.category = category
      self.name = name
      self.list = list
    }
  }

  /// All products, in the order of their codes.
  package let entries: [Entry]
  private let places: [ProductCode: Int]

  /// Makes a list; of two entries with one code the later counts.
  package init(_ entries: [Entry]) {
    self.entries = entries
    var places: [ProductCode: Int] = [:]
    for (place, entry) in entries.enumerated() { places[entry.code] = place }
    self.places = places
  }

  /// The product with a code, or nil when the list has none.
  package subscript(code: ProductCode) -> Entry? {
    places[code].map { entries[$0] }
  }

  /// The national lists of the Wmo: products of 2016 and aids of 2022.
  package static let nationalWmo = ProductList(
    DataText.rows(EmbeddedTables.productcodesWmo, columns: 3).compactMap { row in
      guard let code = ProductCode(row[0]), let category = ProductCategory(row[0].prefix(2))
      else { return nil }
      return Entry(code: code, category: category, name: String(row[2]), list: String(row[1]))
    }
  )
}

/// How the category of a product code is known (iWmo 3.2 TR381).
///
/// The current national list was not published with the standard, and regions use lists of their
/// own. By default the first two characters of a code are therefore its category.
package enum ProductCodeReading: Sendable {
  /// The first two characters of the code are the category.
  case firstTwoCharacters
  /// Only the codes of a list are valid, each with its category.
  case list(ProductList)

  /// Whether a code belongs to a category.
  package func fits(_ code: ProductCode, category: ProductCategory) -> Bool {
    switch self {
    case .firstTwoCharacters: ProductCategory(code.description.prefix(2)) == category
    case .list(let list): list[code]?.category == category
    }
  }
}
