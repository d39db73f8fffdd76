import Landscape
import Quantities

extension RegionShape {
  /// Region Lekstroom: the clients, euros and providers that its strategy gives for 2020.
  static func lekstroom(_ strategy: Strategy) throws(ShapeFault) -> RegionShape {
    let figures = StrategyFigures(strategy)
    var municipalities: [Municipality] = []
    for member in strategy.region.members {
      municipalities.append(try municipality(member, figures))
    }
    let levels = try levels(of: strategy)
    let movers = municipalities.map { LekstroomTable.movers[$0.code.description] ?? 0 }
    let inView = municipalities.indices.filter { municipalities[$0].inConcentrationView }
    let slots = inView.reduce(0) { $0 + municipalities[$1].clients + movers[$1] }
    let providers = try providers(figures, clients: slots)
    return RegionShape(
      municipalities: municipalities,
      providerCount: providers.count,
      segments: [
        SegmentShape(
          assortment: assortment(levels.map(\.product), of: strategy),
          demand: .margins(providers),
          movers: movers
        )
      ],
      prices: levels + [LekstroomTable.month, LekstroomTable.trajectory],
      negotiation: LekstroomTable.negotiation,
      faults: LekstroomTable.faults
    )
  }

  private static func municipality(
    _ member: RegionMember,
    _ figures: StrategyFigures
  ) throws(ShapeFault) -> Municipality {
    let code = member.municipality.description
    guard let place = LekstroomTable.places[code] else { throw .unknownMunicipality(code) }
    let figure = try figures.municipality(member.municipality)
    return Municipality(
      code: member.municipality,
      name: member.name,
      town: place.town,
      postcode: place.postcode,
      clients: figure.clients,
      cents: figure.cents,
      inConcentrationView: !LekstroomTable.outsideConcentration.contains(code)
    )
  }

  /// The three levels of the strategy, with its prices; it knows no codes for messages.
  private static func levels(of strategy: Strategy) throws(ShapeFault) -> [ProductPrice] {
    let products = strategy.products.sorted { ($0.level ?? 0) < ($1.level ?? 0) }
    guard products.count == LekstroomTable.codes.count else { throw .missingProduct("ozr1") }
    var levels: [ProductPrice] = []
    for product in products {
      guard let price = product.price?.value.value, let unit = product.unit.value?.claimUnit,
        let code = product.productCode.value?.description ?? LekstroomTable.codes[product.code],
        let before = LekstroomTable.before[product.code]
      else { throw .missingProduct(product.code) }
      let category = product.category?.value?.description ?? LekstroomTable.category
      levels.append(
        ProductPrice(
          product: SupportProduct(code: code, category: category, unit: unit),
          before: before,
          current: price.rawValue
        )
      )
    }
    return levels
  }

  private static func assortment(
    _ levels: [SupportProduct],
    of strategy: Strategy
  ) -> Assortment {
    Assortment(
      segment: strategy.segments.first?.code ?? strategy.code,
      levels: levels,
      month: LekstroomTable.month.product,
      trajectory: LekstroomTable.trajectory.product
    )
  }

  /// The 49 providers: the sums of ranks 1–7, 8–12, 13–22 and 23–49 are those of the source.
  private static func providers(
    _ figures: StrategyFigures,
    clients: Int
  ) throws(ShapeFault) -> [SegmentShape.Provider] {
    let all = try figures.group("f2-totaal")
    let top12 = try figures.group("f2-90")
    let top7 = try figures.group("f2-80")
    let small = try figures.group("f2-klein")
    let sums = [
      top7.cents, top12.cents - top7.cents, all.cents - top12.cents - small.cents, small.cents,
    ]
    let cents = zip(sums, LekstroomTable.weights).flatMap { sum, weights in
      Apportionment.divide(sum / 100, by: weights).map { $0 * 100 }
    }
    guard cents.count == all.providers else { throw .missingFigure("f2-totaal") }
    let few = LekstroomTable.middleClients + LekstroomTable.tailClients
    let large = Array(cents.prefix(cents.count - few.count))
    let rest = Int64(clients - few.reduce(0, +))
    let counts = Apportionment.divide(rest, by: large).map { Int($0) } + few
    return zip(counts, cents).map { SegmentShape.Provider(clients: $0, cents: $1) }
  }

  /// Two municipalities and five providers: every kind of line, message and fault in a few hundred
  /// files, for tests and for a quick demonstration; the figures are ours.
  static func small(_ strategy: Strategy) throws(ShapeFault) -> RegionShape {
    let whole = try lekstroom(strategy)
    func smaller(_ place: Municipality?, clients: Int, cents: Int64) -> [Municipality] {
      guard let place else { return [] }
      return [
        Municipality(
          code: place.code,
          name: place.name,
          town: place.town,
          postcode: place.postcode,
          clients: clients,
          cents: cents,
          inConcentrationView: place.inConcentrationView
        )
      ]
    }
    let providers: [(Int, Int64)] = [
      (18, 9_000_000), (12, 5_500_000), (7, 2_700_000), (4, 1_000_000), (2, 261_200),
    ]
    return RegionShape(
      municipalities: smaller(whole.municipalities.first, clients: 42, cents: 18_461_200)
        + smaller(whole.municipalities.last, clients: 20, cents: 7_312_345),
      providerCount: providers.count,
      segments: whole.segments.map { segment in
        SegmentShape(
          assortment: segment.assortment,
          demand: .margins(
            providers.map { SegmentShape.Provider(clients: $0.0, cents: $0.1) }
          ),
          movers: [1, 0]
        )
      },
      prices: whole.prices,
      negotiation: whole.negotiation,
      faults: FaultShares(
        refusedPerMille: 90,
        mistakenPerMille: 30,
        doubleStarts: 3,
        claimMessages: 12
      )
    )
  }
}
