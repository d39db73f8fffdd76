import Landscape
import Quantities

extension RegionShape {
  /// Region Noord-Limburg: the lots of its strategy for the Wmo, with clients and euros of ours.
  static func noordLimburg(
    _ strategy: Strategy,
    lots: [PlannedLot],
    providerCount: Int,
    size: RegionSize
  ) throws(ShapeFault) -> RegionShape {
    var municipalities: [Municipality] = []
    var residents: [Int64] = []
    for member in strategy.region.members {
      let code = member.municipality.description
      guard let place = NoordLimburgTable.places[code] else { throw .unknownMunicipality(code) }
      residents.append(place.residents)
      municipalities.append(
        Municipality(
          code: member.municipality,
          name: member.name,
          town: place.town,
          postcode: place.postcode,
          clients: 0,
          cents: 0,
          inConcentrationView: true
        )
      )
    }
    var segments: [SegmentShape] = []
    var prices: [ProductPrice] = []
    for segment in strategy.segments {
      guard let table = NoordLimburgTable.segments[segment.code] else {
        throw .missingSegment(segment.code)
      }
      prices += table.products.map(\.price)
      segments.append(
        SegmentShape(
          assortment: Assortment(
            segment: segment.code,
            levels: table.levels.map(\.product),
            month: table.month?.product,
            trajectory: table.trajectory?.product
          ),
          demand: .areas(
            areas(of: lots.filter { $0.segment.code == segment.code }),
            asked: asked(table, residents, size)
          ),
          movers: size == .small ? residents.map { _ in 0 } : table.movers
        )
      )
    }
    return RegionShape(
      municipalities: municipalities,
      providerCount: providerCount,
      segments: segments,
      prices: prices + ParticipationTable.prices,
      negotiation: Negotiation(largest: 0, discounted: 0),
      faults: size == .small ? .small : NoordLimburgTable.faults
    )
  }

  /// Where the providers of a segment work; regional ones, and those with the lower numbers, are
  /// the larger.
  private static func areas(of lots: [PlannedLot]) -> [SegmentShape.ProviderArea] {
    lots.flatMap { lot in
      lot.contracts.map { contract in
        SegmentShape.ProviderArea(
          provider: contract.provider,
          municipalities: Set(contract.area),
          weight: Int64(lot.isRegional ? 300 : 100) - Int64(contract.provider)
        )
      }
    }
  }

  /// What each municipality asks for, in proportion to its residents.
  private static func asked(
    _ table: NoordLimburgTable.Segment,
    _ residents: [Int64],
    _ size: RegionSize
  ) -> [SegmentShape.Asked] {
    let clients = Int64(max(size.clients(table.clients), residents.count))
    return Apportionment.divide(clients, by: residents, minimum: 1).map { count in
      SegmentShape.Asked(clients: Int(count), cents: count * table.cents)
    }
  }
}

extension FaultShares {
  /// So many faults that each kind is found among a few hundred files.
  fileprivate static let small = FaultShares(
    refusedPerMille: 90,
    mistakenPerMille: 30,
    doubleStarts: 3,
    claimMessages: 12
  )
}
