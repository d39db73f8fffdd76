package import Landscape
package import Quantities

/// A made-up region that buys by the strategies of Noord-Limburg: what was decided, tendered and
/// contracted, what was reported, and a year of support.
///
/// Everything is a value and falls by the seed. People, providers, prices and numbers of clients
/// are invented; segments, lots, terms and dates of the programme are those of the strategies.
package struct NoordLimburg: Sendable {
  /// The providers of all laws: those of the Wmo first, the largest before the others.
  package let providers: [SyntheticProvider]
  /// The year of messages of the Wmo.
  package let support: SyntheticRegion
  /// What was decided, tendered and contracted, in order of time.
  package let steps: [CommissioningStep]
  /// A year of deliveries for Participation and Youth, a table a month.
  package let deliveries: [DeliveryFile]
  /// What the deliveries must come to, by municipality.
  package let deliveryFigures: [MunicipalityFigure]
}

extension NoordLimburg {
  /// The seed of the region that the demo shows.
  package static let demoSeed: UInt64 = 2_022_0101

  /// The day on which the strategies are adopted: the colleges followed the board of 2 July 2020 in
  /// the weeks after it (000:29).
  package static var adoptionDay: CivilDate { BuyingDays.interimExecutives }

  /// What every table of the region must say about its figures, in Dutch.
  package static let caption =
    "Segmenten, percelen, looptijden en planning uit de strategieën; contractvormen, aanbieders,"
    + " personen, aantallen cliënten, productcodes, tarieven en alles na 2022 zijn verzonnen"
    + " (aanname)."

  /// The same in English.
  package static let englishCaption =
    "Segments, lots, terms and planning from the strategies; forms of contract, providers,"
    + " people, numbers of clients, product codes, tariffs and all after 2022 are invented"
    + " (assumption)."

  /// The strategies that the region runs by.
  package struct Strategies: Sendable {
    package let socialSupport: Law
    package let participation: Law
    package let youth: Law

    /// The strategy of one law as it was shipped, and its next version.
    package struct Law: Sendable {
      package let shipped: Strategy
      package let completed: Strategy

      package init(shipped: Strategy, completed: Strategy) {
        self.shipped = shipped
        self.completed = completed
      }
    }

    package init(socialSupport: Law, participation: Law, youth: Law) {
      self.socialSupport = socialSupport
      self.participation = participation
      self.youth = youth
    }
  }

  /// Makes the region; the same seed makes the same bytes.
  package static func make(
    _ strategies: Strategies,
    size: RegionSize,
    seed: UInt64 = demoSeed,
    tools: RegionTools
  ) throws(ShapeFault) -> NoordLimburg {
    let law = strategies.socialSupport.completed
    let providers = SyntheticProvider.invented(
      ParticipationLots.providerCount(size),
      firstCode: 99_990_301,
      stock: .noordLimburg,
      seed: seed
    )
    var planner = LotPlanner(law, size: size, seed: seed)
    let lots = try planner.lots()
    let shape = try RegionShape.noordLimburg(
      law,
      lots: lots,
      providerCount: providers.count,
      size: size
    )
    let support = SyntheticRegion(
      name: law.region.name,
      shape: shape,
      providers: providers,
      seed: seed
    )
    let youth = try YouthLots(
      strategies.youth.completed,
      providers: providers.count,
      size: size,
      seed: seed
    )
    let buying = RegionBuying(
      strategies: strategies,
      parties: BuyingParties(
        municipalities: planner.municipalities,
        providers: providers,
        tools: tools
      ),
      wmo: lots,
      participation: try ParticipationLots(
        strategies.participation.completed,
        size: size,
        seed: seed
      ),
      youth: youth.lots,
      support: support,
      seed: seed
    )
    var deliveries = DeliveryPlanner(
      buying.participation.lots + youth.lots,
      tables: RegionBuying.tables,
      municipalities: planner.municipalities,
      size: size,
      seed: seed
    )
    let rows = deliveries.rows()
    return NoordLimburg(
      providers: providers,
      support: support,
      steps: try buying.script().ordered,
      deliveries: DeliveryWriter(providers: providers).files(rows),
      deliveryFigures: figures(support.municipalities, rows)
    )
  }

  /// The clients and the cost of the rows that are to be approved.
  private static func figures(
    _ places: [MunicipalityFigure],
    _ rows: [DeliveredRow]
  ) -> [MunicipalityFigure] {
    places.map { place in
      let own = rows.filter { $0.municipality == place.municipality && $0.fault?.rule == nil }
      return MunicipalityFigure(
        municipality: place.municipality,
        name: place.name,
        clients: Set(own.map(\.client)).count,
        cost: Cents(own.reduce(0) { $0 + $1.acceptedCents })
      )
    }
  }
}
