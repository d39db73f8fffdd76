import Commissioning
import Landscape
import Quantities

/// A lot with the providers that get a contract for it.
struct PlannedLot: Sendable {
  /// The segment of the strategy.
  let segment: Segment
  /// The lot within it; nil where the source names none.
  let lot: Landscape.Lot?
  let code: LotCode
  /// The municipalities that chose the lot, by their place in the region.
  let participants: [Int]
  let contracts: [PlannedContract]

  /// What a provider gets in a lot.
  struct PlannedContract: Sendable {
    /// The place of the provider in the region.
    let provider: Int
    /// The municipalities in which it works, by their place.
    let area: [Int]
  }

  var isRegional: Bool { lot?.code == "regionaal" }
  /// The choices that hold in it: its own, else those of the segment.
  var contract: ContractElement? { (lot?.contract ?? segment.contract).element }
  var payment: PaymentElement? { (lot?.payment ?? segment.payment).element }
  /// How many providers the region wants in it.
  var wanted: ProviderCount? { lot?.providers.value ?? segment.providers }
}

extension ProviderCount {
  /// How many contracts the region is taken to give: the number aimed at, else the middle between
  /// minimum and maximum, else four in five of the maximum; nil where nothing is printed.
  ///
  /// A rule of ours (aanname): the sources do not tell what was awarded for the Wmo.
  var taken: Int? {
    if let target = target.value { return target }
    guard let maximum = maximum.value else { return nil }
    return minimum.value.map { ($0 + maximum) / 2 } ?? max(1, maximum * 4 / 5)
  }
}
