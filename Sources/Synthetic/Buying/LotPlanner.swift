import Commissioning
import Landscape
import Quantities

/// Chooses which provider gets which lots of the Wmo, and where each of them works.
///
/// The numbers are those of the strategy; who it is falls by the seed. In one segment a provider
/// has one lot, so that it is never in doubt which contract sets its price.
struct LotPlanner {
  let strategy: Strategy
  let municipalities: [MunicipalityCode]
  let size: RegionSize
  private var generator: SeededGenerator
  /// Where a provider is at home, and how many municipalities it serves from there.
  private let homes: [(first: Int, count: Int)]

  init(_ strategy: Strategy, size: RegionSize, seed: UInt64) {
    self.strategy = strategy
    self.size = size
    municipalities = strategy.region.members.map(\.municipality)
    var generator = SeededGenerator(seed: seed, part: 40)
    let places = municipalities.count
    homes = (0..<LotPlanner.providerCount(size)).map { provider in
      (provider % max(1, places), 1 + generator.below(3))
    }
    self.generator = generator
  }

  /// How many providers there are for the Wmo.
  static func providerCount(_ size: RegionSize) -> Int {
    size == .small ? 18 : NoordLimburgTable.wmoProviders
  }

  /// All lots of the segments that have one, in the order of the strategy.
  mutating func lots() throws(ShapeFault) -> [PlannedLot] {
    var lots: [PlannedLot] = []
    for segment in strategy.segments {
      guard let table = NoordLimburgTable.segments[segment.code] else {
        throw .missingSegment(segment.code)
      }
      var free = Array(0..<homes.count)
      generator.shuffle(&free)
      // The largest providers bid for the regional lots.
      free = free.filter { $0 < homes.count / 2 } + free.filter { $0 >= homes.count / 2 }
      if segment.lots.isEmpty {
        lots.append(try planned(segment, nil, taken: table.admitted, from: &free))
      }
      for lot in segment.lots {
        let taken = lot.providers.value?.taken ?? 0
        lots.append(try planned(segment, lot, taken: taken, from: &free))
        generator.shuffle(&free)
      }
    }
    return lots
  }

  private func planned(
    _ segment: Segment,
    _ lot: Landscape.Lot?,
    taken: Int,
    from free: inout [Int]
  ) throws(ShapeFault) -> PlannedLot {
    let name = lot.map { "\(segment.code)-\($0.code)" } ?? segment.code
    guard let code = LotCode(name) else { throw .missingSegment(name) }
    let participants = municipalities.indices.filter { place in
      NoordLimburgTable.notChosen[municipalities[place].description]?.contains(name) != true
    }
    let count = min(size.providers(taken), free.count)
    let isRegional = lot?.code == "regionaal"
    let contracts = free.prefix(count).sorted().map { provider in
      PlannedLot.PlannedContract(
        provider: provider,
        area: isRegional ? participants : area(of: provider, in: participants)
      )
    }
    free.removeFirst(count)
    return PlannedLot(
      segment: segment,
      lot: lot,
      code: code,
      participants: participants,
      contracts: contracts
    )
  }

  /// Where a provider works that is not at home everywhere.
  private func area(of provider: Int, in participants: [Int]) -> [Int] {
    let home = homes[provider]
    let around = (0..<home.count).map { (home.first + $0) % municipalities.count }
    let area = participants.filter { around.contains($0) }
    return area.isEmpty ? Array(participants.prefix(1)) : area
  }
}
