import Quantities

/// Finds products that are given twice for the same days (iWmo 3.2 TR302, TR386, TR410).
///
/// The first and the last day count, and a missing end is open. Two products are the same when
/// their codes are; when one of them has no code, when their categories are; and a product without
/// category is the same as every other.
struct OverlapFinder {
  /// A product with its period.
  struct Item {
    let row: Int
    let category: Int64?
    let code: String?
    let first: CivilDate
    let last: CivilDate?
  }

  private struct Product: Hashable {
    let category: Int64
    let code: String
  }

  private static let open = CivilDate(dayNumber: .max)

  private var lastOfProduct: [Product: CivilDate] = [:]
  private var lastWithoutCode: [Int64: CivilDate] = [:]
  private var lastOfCategory: [Int64: CivilDate] = [:]
  private var lastWithoutProduct: CivilDate?
  private var lastOfAll: CivilDate?

  /// The rows that overlap a product that begins earlier, or on the same day and stands earlier.
  ///
  /// One pass over the products by their first day, remembering how far each kind of product
  /// reaches.
  static func overlapping(_ items: [Item]) -> [Int] {
    var finder = OverlapFinder()
    let sorted = items.sorted { ($0.first, $0.row) < ($1.first, $1.row) }
    return sorted.filter { finder.take($0) }.map(\.row).sorted()
  }

  /// Adds a product and says whether it overlaps an earlier one.
  private mutating func take(_ item: Item) -> Bool {
    let last = item.last ?? OverlapFinder.open
    func reaches(_ end: CivilDate?) -> Bool { end.map { $0 >= item.first } ?? false }
    let overlaps: Bool
    if let category = item.category {
      if let code = item.code {
        let product = Product(category: category, code: code)
        overlaps = reaches(lastOfProduct[product]) || reaches(lastWithoutCode[category])
        OverlapFinder.extend(&lastOfProduct[product], to: last)
      } else {
        overlaps = reaches(lastOfCategory[category])
        OverlapFinder.extend(&lastWithoutCode[category], to: last)
      }
      OverlapFinder.extend(&lastOfCategory[category], to: last)
      OverlapFinder.extend(&lastOfAll, to: last)
      return overlaps || reaches(lastWithoutProduct)
    }
    overlaps = reaches(lastOfAll)
    OverlapFinder.extend(&lastWithoutProduct, to: last)
    OverlapFinder.extend(&lastOfAll, to: last)
    return overlaps
  }

  private static func extend(_ end: inout CivilDate?, to last: CivilDate) {
    end = end.map { max($0, last) } ?? last
  }
}
