import Commissioning
import Landscape
import Quantities

/// Chooses the providers of the segments of Youth that can be bought: those of which the strategy
/// knows every choice.
struct YouthLots {
  let lots: [PlannedLot]

  init(
    _ strategy: Strategy,
    providers: Int,
    size: RegionSize,
    seed: UInt64
  ) throws(ShapeFault) {
    var generator = SeededGenerator(seed: seed, part: 43)
    let municipalities = Array(strategy.region.members.indices)
    var lots: [PlannedLot] = []
    for segment in strategy.segments where segment.obstacles.isEmpty {
      var pool = Array(0..<providers)
      generator.shuffle(&pool)
      let chosen = pool.prefix(size.providers(YouthTable.admitted)).sorted()
      let contracts = chosen.enumerated().map { place, provider in
        // Everywhere is somebody: the first works in the whole region.
        let area =
          place == 0
          ? municipalities : municipalities.filter { ($0 + place) % 3 == 0 || $0 == place % 7 }
        return PlannedLot.PlannedContract(
          provider: provider,
          area: area.isEmpty ? municipalities : area
        )
      }
      lots.append(
        PlannedLot(
          segment: segment,
          lot: nil,
          code: try .made(segment.code),
          participants: municipalities,
          contracts: contracts
        )
      )
    }
    self.lots = lots
  }
}
