/// What is bought in one segment: support in levels by the time it takes, and forms paid by result.
///
/// - Dutch term: producten van een segment
struct Assortment: Sendable {
  /// The segment of the strategy, by its code.
  let segment: String
  /// By the hour, the half day or the day, the lightest first; empty where all is paid by result.
  let levels: [SupportProduct]
  /// A month of support for one price.
  let month: SupportProduct?
  /// A trajectory with agreed milestones, claimed in euros.
  let trajectory: SupportProduct?

  /// All products, in the order of the price list.
  var all: [SupportProduct] { levels + [month, trajectory].compactMap(\.self) }

  /// Whether an award may leave the level to the provider: all levels are of one kind.
  var allowsOpenAwards: Bool {
    levels.count > 1
      && levels.allSatisfy {
        $0.category == levels[0].category && $0.unit == levels[0].unit
      }
  }

  /// One of the levels, the middle one most often; nil when there are none.
  func level(_ generator: inout SeededGenerator) -> SupportProduct? {
    let place = [0, 1, 1, 1, 2, 2][generator.below(6)]
    return levels.isEmpty ? nil : levels[min(place, levels.count - 1)]
  }

  /// The level below another, or the lightest itself.
  func lighter(than product: SupportProduct) -> SupportProduct {
    guard let place = levels.firstIndex(of: product), place > 0 else { return product }
    return levels[place - 1]
  }

  /// Another level of the same kind, for a mistake in the code; nil when there is none.
  func mixedUp(with product: SupportProduct) -> SupportProduct? {
    guard levels.count > 1, let last = levels.last, levels.contains(product) else { return nil }
    let other = product == last ? levels[levels.count - 2] : last
    return other.category == product.category && other.unit == product.unit ? other : nil
  }
}
