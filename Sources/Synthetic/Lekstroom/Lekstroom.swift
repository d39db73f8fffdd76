package import Landscape
import Quantities

/// The synthetic region Lekstroom: its strategies, its contracts, and a year of support.
///
/// Clients and euros are those of the source. That contracts of the strategy for 2022 are claimed
/// by the levels of its predecessor is ours (aanname): the cells of its product grid are empty.
package struct Lekstroom: Sendable {
  package let support: SyntheticRegion
  /// What was decided, tendered and contracted, in order of time.
  package let steps: [CommissioningStep]

  /// The strategies that the region runs by.
  package struct Strategies: Sendable {
    package let earlier: Strategy
    package let later: Strategy
    /// The next version of the later one.
    package let completed: Strategy

    package init(earlier: Strategy, later: Strategy, completed: Strategy) {
      self.earlier = earlier
      self.later = later
      self.completed = completed
    }
  }

  /// Makes the region; the same seed makes the same bytes.
  package static func make(
    _ strategies: Strategies,
    size: RegionSize,
    tools: RegionTools
  ) throws(ShapeFault) -> Lekstroom {
    let isSmall = size == .small
    let support: SyntheticRegion =
      isSmall ? try .small(strategies.earlier) : try .lekstroom(strategies.earlier)
    let shape: RegionShape =
      isSmall ? try .small(strategies.earlier) : try .lekstroom(strategies.earlier)
    let buying = LekstroomBuying(
      strategies: strategies,
      parties: BuyingParties(
        municipalities: support.municipalities.map(\.municipality),
        providers: support.providers,
        tools: tools
      ),
      prices: PriceList(shape, providers: support.providers.map(\.code)),
      seed: support.seed
    )
    return Lekstroom(support: support, steps: try buying.script().ordered)
  }
}
