import Quantities

/// What a region must come to: who takes part, with how many clients and how much money.
///
/// A shape is made from a strategy; what a strategy does not say stands in the table of the region,
/// with its source or as our own assumption.
struct RegionShape: Sendable {
  /// A municipality of the region, with what it must come to over all segments.
  struct Municipality: Sendable {
    let code: MunicipalityCode
    let name: String
    let town: String
    let postcode: Int
    let clients: Int
    let cents: Int64
    /// Whether the table of concentration counts it.
    let inConcentrationView: Bool
  }

  let municipalities: [Municipality]
  let providerCount: Int
  let segments: [SegmentShape]
  /// Every product with its prices, in the order of the price list.
  let prices: [ProductPrice]
  let negotiation: Negotiation
  let faults: FaultShares
}

/// What one segment must come to.
struct SegmentShape: Sendable {
  let assortment: Assortment
  let demand: Demand
  /// How many clients change provider during the year, per municipality.
  let movers: [Int]

  /// How clients and money are spread over providers and municipalities.
  enum Demand: Sendable {
    /// The sums of both are known and how they meet is not: the planner fills the table between.
    /// The providers are those of the concentration view, the largest first.
    case margins([Provider])
    /// Every provider serves its own area, and gets its share of what each municipality asks for.
    case areas([ProviderArea], asked: [Asked])
  }

  /// A provider by its rank, with its clients and money in the concentration view.
  struct Provider: Sendable {
    let clients: Int
    let cents: Int64
  }

  /// Where a provider works in a segment.
  struct ProviderArea: Sendable {
    /// The place of the provider in the region.
    let provider: Int
    let municipalities: Set<Int>
    /// How large it is beside the others.
    let weight: Int64
  }

  /// What the residents of a municipality ask for in a segment.
  struct Asked: Sendable {
    let clients: Int
    let cents: Int64
  }
}

/// How often things go wrong, in a thousand lines or in whole messages.
struct FaultShares: Sendable {
  let refusedPerMille: Int
  let mistakenPerMille: Int
  let doubleStarts: Int
  let claimMessages: Int
}
