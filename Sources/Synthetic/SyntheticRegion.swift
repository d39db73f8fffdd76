package import Landscape
package import Messages
package import Quantities

/// A made-up year of messages of a region, exact to the cent and the same for the same seed.
///
/// Region Lekstroom takes over the clients and euros that the purchasing strategy of the real
/// region gives for 2020. They are delivered in 2025 and claimed from February 2025 to January
/// 2026, because the standard refuses claims before 2021; every table must show `caption`. People,
/// providers, addresses and prices are invented.
package struct SyntheticRegion: Sendable {
  package let name: String
  package let seed: UInt64
  /// The providers, largest first.
  package let providers: [SyntheticProvider]
  /// What must come out: clients and accepted cost per municipality.
  package let municipalities: [MunicipalityFigure]
  /// What must come out: how the money is spread over providers.
  package let concentration: [ConcentrationFigure]
  /// The second table as the source prints it; one line of it differs by two euros.
  package let printedConcentration: [ConcentrationFigure]
  /// The municipalities that the concentration view counts.
  package let concentrationView: Set<MunicipalityCode>
  /// The contract prices, as tab separated text.
  package let contractList: [UInt8]
  package let allocations: [PlannedAllocation]
  /// Every line of the right claims, in no particular order.
  package let lines: [PlannedLine]
  let files: [PlannedFile]
  let composer: Composer
}

extension SyntheticRegion {
  /// The seed of the region that the demo shows.
  package static let lekstroomSeed: UInt64 = 2_020_1877

  /// Region Lekstroom: 1,877 clients, 49 providers, five municipalities.
  ///
  /// Made from the strategy of the three levels (OZR), which holds the figures of 2020.
  package static func lekstroom(
    _ strategy: Strategy,
    seed: UInt64 = lekstroomSeed
  ) throws(ShapeFault) -> SyntheticRegion {
    let shape = try RegionShape.lekstroom(strategy)
    return SyntheticRegion(
      name: strategy.region.name,
      shape: shape,
      providers: SyntheticProvider.invented(shape.providerCount, seed: seed),
      printed: try StrategyFigures(strategy).printedConcentration(),
      seed: seed
    )
  }

  /// Two municipalities, five providers and some sixty clients, with every kind of fault.
  package static func small(
    _ strategy: Strategy,
    seed: UInt64 = 1
  ) throws(ShapeFault) -> SyntheticRegion {
    let shape = try RegionShape.small(strategy)
    return SyntheticRegion(
      name: "Klein",
      shape: shape,
      providers: SyntheticProvider.invented(shape.providerCount, seed: seed),
      seed: seed
    )
  }

  /// What every table of the region must say about its figures, in Dutch.
  package static let caption =
    "Cliënten en euro's van 2020 uit de bron; hier geleverd in 2025 en gedeclareerd van februari"
    + " 2025 tot en met januari 2026. Personen, aanbieders en tarieven zijn verzonnen."

  /// The same in English.
  package static let englishCaption =
    "Clients and euros of 2020 from the source; here delivered in 2025 and claimed from February"
    + " 2025 up to January 2026. People, providers and tariffs are invented."

  /// Why one printed figure of the source is not met, in Dutch.
  package static let printedNote =
    "De bron drukt voor de overige 37 aanbieders € 657.945 af, € 2 meer dan haar totaal toelaat;"
    + " bedoeld is € 657.943."

  /// The same in English.
  package static let englishPrintedNote =
    "The source prints 657,945 euro for the other 37 providers, 2 more than its own total allows;"
    + " 657,943 is meant."

  /// The last day on which anything is sent: process with this day or a later one as today.
  package var lastDay: CivilDate { files.last?.day ?? Calendar2025.last }

  /// The last day on which support is delivered.
  package static var lastDeliveryDay: CivilDate { Calendar2025.last }

  /// The first day on which anything is sent.
  package var firstDay: CivilDate { files.first?.day ?? Calendar2025.first }

  /// The day on which a file is sent, by its place.
  package func day(_ index: Int) -> CivilDate { files[index].day }

  /// The number of files.
  package var fileCount: Int { files.count }

  init(
    name: String,
    shape: RegionShape,
    providers: [SyntheticProvider],
    printed: [ConcentrationFigure] = [],
    seed: UInt64
  ) {
    let codes = providers.map(\.code)
    let prices = PriceList(shape, providers: codes)
    let assortments = shape.segments.map(\.assortment)
    let support = SyntheticRegion.support(shape, prices: prices, seed: seed)
    var faults = FaultPlanner(
      allocations: support.allocations,
      lines: support.lines,
      prices: prices,
      assortments: assortments,
      seed: seed
    )
    let (withFaults, touched) = faults.plan(shape.faults)
    var scheduler = Scheduler(
      providers: codes,
      allocations: support.allocations,
      lines: withFaults,
      touched: touched,
      seed: seed
    )
    let (files, lines) = scheduler.schedule(shape.faults)

    self.name = name
    self.seed = seed
    self.providers = providers
    municipalities = shape.figures(allocations: support.allocations, lines: lines)
    concentration = shape.concentration(of: codes)
    printedConcentration = printed
    concentrationView = Set(shape.municipalities.filter(\.inConcentrationView).map(\.code))
    contractList = prices.bytes
    allocations = support.allocations
    self.lines = lines
    self.files = files
    composer = Composer(
      people: PersonRegister(seed: seed),
      providers: codes,
      municipalities: shape.municipalities,
      allocations: support.allocations
    )
  }

  /// Everything that residents get, segment by segment.
  private static func support(
    _ shape: RegionShape,
    prices: PriceList,
    seed: UInt64
  ) -> SupportPlanner {
    var support = SupportPlanner(
      prices: prices,
      assortments: shape.segments.map(\.assortment),
      seed: seed
    )
    var clients = 0
    for (place, segment) in shape.segments.enumerated() {
      // The first segment draws from the seed itself, the others each from one of their own.
      var own = SeededGenerator(seed: seed, part: 20 + place)
      let seed = place == 0 ? seed : own.next()
      var dealer = SlotPlanner(
        movers: segment.movers,
        cells: CellTable(shape, segment: place, seed: seed).cells,
        firstClient: clients,
        seed: seed
      )
      for slots in dealer.slots() { support.plan(slots) }
      clients += dealer.clientCount
    }
    return support
  }
}

extension RegionShape {
  /// What each municipality must come to: the sums of the source, or what was planned where the
  /// region has none.
  fileprivate func figures(
    allocations: [PlannedAllocation],
    lines: [PlannedLine]
  ) -> [MunicipalityFigure] {
    guard case .areas? = segments.first?.demand else {
      return municipalities.map { place in
        MunicipalityFigure(
          municipality: place.code,
          name: place.name,
          clients: place.clients,
          cost: Cents(place.cents)
        )
      }
    }
    return MunicipalityFigure.planned(
      municipalities.map { ($0.code, $0.name) },
      allocations: allocations,
      lines: lines
    )
  }

  /// The table of concentration that must come out; empty when the shape does not ask for one.
  fileprivate func concentration(of codes: [ProviderCode]) -> [ConcentrationFigure] {
    guard case .margins(let providers)? = segments.first?.demand else { return [] }
    return ConcentrationFigure.table(
      of: zip(codes, providers).map { code, provider in
        ProviderFigure(provider: code, clients: provider.clients, cost: Cents(provider.cents))
      }
    )
  }
}

// MARK: - Files

extension SyntheticRegion {
  /// The files in the order of their names, each made when it is asked for.
  package var messages: some Sequence<SyntheticFile> & Sendable {
    files.indices.lazy.map { file($0) }
  }

  /// One file by its place in the order of sending.
  package func file(_ index: Int) -> SyntheticFile {
    let file = files[index]
    let written = MessageWriter.write(message(index))
    return SyntheticFile(
      name: fileName(index),
      day: file.day,
      bytes: SyntheticRegion.spoil(written, file.content),
      intent: file.intent
    )
  }

  /// The name of a file by its place.
  package func fileName(_ index: Int) -> String {
    let file = files[index]
    return SyntheticFile.name(
      day: file.day,
      serial: index + 1,
      type: file.typeName,
      provider: providers[file.provider].code
    )
  }

  /// The message in a file, before anything was done to its bytes.
  package func message(_ index: Int) -> Message {
    composer.message(files[index], serial: index + 1)
  }

  /// What a file was made to bring about, by its place.
  package func intent(_ index: Int) -> Intent { files[index].intent }

  /// Breaks the bytes of a file that is to be refused by the transport.
  private static func spoil(_ bytes: [UInt8], _ content: PlannedFile.Content) -> [UInt8] {
    guard case .claim(let claim) = content else { return bytes }
    switch claim.fault {
    case .truncated: return Array(bytes.prefix(bytes.count * 3 / 5))
    case .notUnicode:
      // A letter with an accent as one byte, as Latin-1 writes it.
      let mark = Array("<DeclaratieNummer>".utf8)
      guard let place = bytes.firstRange(of: mark) else { return bytes }
      return Array(bytes[..<place.upperBound]) + [0xE9] + Array(bytes[place.upperBound...])
    default: return bytes
    }
  }
}
