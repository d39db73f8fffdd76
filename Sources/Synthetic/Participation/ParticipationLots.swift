import Commissioning
import Landscape
import Quantities

/// Chooses the providers of the Participation Act: their numbers are those of the strategy.
struct ParticipationLots {
  /// The lots in the order of the strategy; each segment is one.
  let lots: [PlannedLot]
  /// Who came in later by the admission, in order.
  let later: [Int]

  /// The number of providers in all, those of the Wmo included.
  static func providerCount(_ size: RegionSize) -> Int {
    let open = size.providers(41) + ParticipationTable.laterEntries.count
    return LotPlanner.providerCount(size) - ParticipationTable.shared + open
  }

  init(_ strategy: Strategy, size: RegionSize, seed: UInt64) throws(ShapeFault) {
    var generator = SeededGenerator(seed: seed, part: 41)
    let municipalities = Array(strategy.region.members.indices)
    let first = LotPlanner.providerCount(size) - ParticipationTable.shared
    var pool = Array(first..<ParticipationLots.providerCount(size))
    generator.shuffle(&pool)
    var lots: [PlannedLot] = []
    var open: [Int] = []
    for segment in strategy.segments {
      let count: Int
      if let awarded = segment.outcome?.providers.value {
        count = awarded > 10 ? size.providers(awarded) : awarded
      } else {
        count = segment.providers?.maximum.value ?? 1
      }
      let chosen = pool.prefix(count).sorted()
      if segment.code == "pw-s2" { open = chosen }
      lots.append(
        PlannedLot(
          segment: segment,
          lot: nil,
          code: try .made(segment.code),
          participants: municipalities,
          contracts: chosen.map { provider in
            PlannedLot.PlannedContract(
              provider: provider,
              area: segment.code == "pw-s2"
                ? ParticipationLots.area(of: provider, in: municipalities, &generator)
                : municipalities
            )
          }
        )
      )
    }
    self.lots = lots
    later = Array(
      pool.filter { !open.contains($0) }.prefix(ParticipationTable.laterEntries.count)
    )
  }

  /// A provider works in one to four municipalities that lie beside each other in the list.
  private static func area(
    of provider: Int,
    in municipalities: [Int],
    _ generator: inout SeededGenerator
  ) -> [Int] {
    let count = 1 + generator.below(4)
    let around = Set((0..<count).map { (provider + $0) % max(1, municipalities.count) })
    return municipalities.filter { around.contains($0) }
  }
}
