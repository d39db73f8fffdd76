import Commissioning
import Landscape
import Quantities

/// What Lekstroom decided, tendered and contracted: the contracts until 2021, and their successors.
///
/// The source gives years; the days within them are ours (aanname).
struct LekstroomBuying {
  let strategies: Lekstroom.Strategies
  let parties: BuyingParties
  let prices: PriceList
  let seed: UInt64

  /// The days of the region.
  private enum Days {
    static let earlierAdopted = Calendar2025.day(2014, 11, 17)
    static let earlierStart = Calendar2025.day(2015, 1, 1)
    /// Vijfheerenlanden exists since this day (003:44 prints it as a member from 2013).
    static let merger = Calendar2025.day(2019, 1, 1)
    static let programme = Calendar2025.day(2020, 7, 6)
    static let adopted = Calendar2025.day(2021, 4, 6)
    static let completed = Calendar2025.day(2021, 4, 20)
    static let publication = Calendar2025.day(2021, 6, 7)
    static let conclusion = Calendar2025.day(2021, 12, 6)
    static let start = Calendar2025.day(2022, 1, 1)
    static let extensions = [Calendar2025.day(2023, 5, 22), Calendar2025.day(2024, 5, 20)]
    static let indexation = Calendar2025.day(2024, 11, 18)
  }

  /// All steps, and the region as it stands in the end.
  func script() throws(ShapeFault) -> CommissioningScript {
    var script = CommissioningScript(parties.municipalities, digest: parties.tools.digest)
    try script.adopt(strategies.earlier, on: Days.earlierAdopted)
    try register(to: &script)
    try earlierContracts(to: &script)
    try script.adopt(strategies.later, on: Days.adopted)
    try script.adopt(
      strategies.completed,
      reason: "contractvorm gekozen, zodat de procedure kan beginnen (verzonnen)",
      on: Days.completed
    )
    try StrategyProgrammeMaker(
      strategy: strategies.completed,
      adopted: Days.adopted
    ).write(to: &script)
    let lot = try lot()
    var tender = TenderMaker(
      plan: try PlanCompletion(strategies.completed, segment: lot.segment.code).plan(
        try .made(lot.segment.code),
        read: parties.tools.readPlan
      ),
      lots: [lot],
      parties: parties,
      days: .published(Days.publication),
      generator: SeededGenerator(seed: seed, part: 50)
    )
    try tender.write(to: &script)
    try contracts(lot, to: &script)
    try BridgeMaker().write(to: &script)
    return script
  }

  /// The only lot of the strategy, for all municipalities and providers (003:163, 003:203).
  private func lot() throws(ShapeFault) -> PlannedLot {
    guard let segment = strategies.completed.segments.first, let lot = segment.lots.first else {
      throw .missingSegment(strategies.completed.code)
    }
    let all = Array(parties.municipalities.indices)
    return PlannedLot(
      segment: segment,
      lot: lot,
      code: try .made("\(segment.code)-\(lot.code)"),
      participants: all,
      contracts: parties.providers.indices.map { .init(provider: $0, area: all) }
    )
  }

  private func products() throws(ShapeFault) -> [(code: ProductCode, product: SupportProduct)] {
    var products: [(code: ProductCode, product: SupportProduct)] = []
    for product in prices.prices.map(\.product) {
      guard let code = ProductCode(product.code) else { throw .missingProduct(product.code) }
      products.append((code, product))
    }
    return products
  }

  private func register(to script: inout CommissioningScript) throws(ShapeFault) {
    guard let period = OpenPeriod(from: Days.earlierStart, through: nil) else { return }
    let codes = try products().map(\.code).sorted()
    for provider in parties.providers {
      let record = ProviderRecord(
        chamber: provider.chamber,
        name: provider.name,
        claimCodes: [ProviderRecord.DatedCode(provider.code, period)],
        lots: [try lot().code],
        products: codes,
        area: parties.municipalities,
        capacity: 40,
        profile: "\(provider.name): verzonnen aanbieder voor de demonstratie."
      )
      try script.contract(.recordProvider(record), on: Days.earlierAdopted)
    }
  }
}

// MARK: - Until 2021

extension LekstroomBuying {
  /// The contracts that run out in 2021 (003:58), without tariffs: the source names no amounts.
  ///
  /// Those of the four municipalities run since 2015, those of Vijfheerenlanden since it exists.
  private func earlierContracts(to script: inout CommissioningScript) throws(ShapeFault) {
    let merged = Set(LekstroomTable.outsideConcentration)
    let old = parties.municipalities.filter { !merged.contains($0.description) }
    let new = parties.municipalities.filter { merged.contains($0.description) }
    for (places, start, years) in [(old, Days.earlierStart, 7), (new, Days.merger, 3)] {
      guard !places.isEmpty, let pattern = TermPattern(baseYears: years) else { continue }
      for provider in parties.providers {
        let draft = ContractDraft(
          code: try .made("lek-ozr-\(start.year)-\(provider.chamber)"),
          provider: provider.chamber,
          claimCodes: [provider.code],
          lot: try .made("lek-ozr"),
          municipalities: places,
          products: try products().map(\.code),
          form: .openFramework,
          variant: .effort,
          start: start,
          pattern: pattern,
          reasonForLength: "de bron noemt begin en einde, 2015 tot en met 2021 (003:58, 003:151)"
        )
        try script.contract(.conclude(draft), on: start.adding(days: -21))
      }
    }
  }
}

// MARK: - From 2022

extension LekstroomBuying {
  /// A contract for each provider, and a second one where it agreed on a discount.
  private func contracts(
    _ lot: PlannedLot,
    to script: inout CommissioningScript
  ) throws(ShapeFault) {
    for (code, product) in try products() {
      try agree(.lot(lot.code), code, product, provider: nil, municipality: 0, to: &script)
    }
    for provider in parties.providers.indices {
      let areas = Dictionary(grouping: parties.municipalities.indices) { place in
        prices.prices.map {
          prices.tariff($0.product, provider: provider, municipality: place, year: 2025)
        }
      }
      for area in areas.values.sorted(by: { ($0.first ?? 0) < ($1.first ?? 0) }) {
        try conclude(provider, area, lot, to: &script)
      }
    }
  }

  private func conclude(
    _ provider: Int,
    _ area: [Int],
    _ lot: PlannedLot,
    to script: inout CommissioningScript
  ) throws(ShapeFault) {
    guard let place = area.first, let choices = lot.contract, let term = choices.term.value,
      let form = choices.form.value.flatMap({ Commissioning.ContractForm(rawValue: $0.rawValue) }),
      let base = term.baseYears.value,
      let pattern = TermPattern(
        baseYears: base,
        extensionYears: term.extensionYears.value ?? []
      )
    else { throw .missingSegment(lot.segment.code) }
    let party = parties.providers[provider]
    let suffix = area.contains(0) ? "" : "-\(parties.municipalities[place])"
    let code: ContractCode = try .made("\(lot.code)-\(party.chamber)\(suffix)")
    let draft = ContractDraft(
      code: code,
      provider: party.chamber,
      claimCodes: [party.code],
      lot: lot.code,
      municipalities: area.map { parties.municipalities[$0] },
      products: try products().map(\.code),
      form: form,
      variant: .effort,
      start: Days.start,
      pattern: pattern,
      // The strategy keeps ceilings in hand for later (003:417).
      mayBringInCeiling: !choices.laterInstruments.isEmpty
    )
    try script.contract(.conclude(draft), on: Days.conclusion)
    for day in Days.extensions {
      try script.contract(.act(code, .extend(by: .municipality)), on: day)
    }
    for (product, priced) in try products() {
      let own = prices.tariff(priced, provider: provider, municipality: place, year: 2025)
      guard own != prices.tariff(priced, provider: .max, municipality: 0, year: 2025) else {
        continue
      }
      try agree(
        .contract(code),
        product,
        priced,
        provider: provider,
        municipality: place,
        to: &script
      )
    }
  }

  /// The price from the start, and the one of 2025.
  private func agree(
    _ scope: TariffScope,
    _ code: ProductCode,
    _ product: SupportProduct,
    provider: Int?,
    municipality: Int,
    to script: inout CommissioningScript
  ) throws(ShapeFault) {
    for (year, from, day) in [
      (2024, Days.start, Days.conclusion), (2025, Calendar2025.first, Days.indexation),
    ] {
      // A euro is claimed in cents: one unit of it costs one cent, in every year.
      if product.unit == .euro, year == 2025 { continue }
      let price =
        prices.tariff(
          product,
          provider: provider ?? .max,
          municipality: municipality,
          year: year
        ) ?? 1
      guard let period = OpenPeriod(from: from, through: nil) else { continue }
      let tariff = Tariff(
        price: Cents(price),
        unit: product.unit,
        period: period,
        basis: .assumption("de bron noemt geen bedragen; dit is van ons")
      )
      try script.contract(.agreeTariff(TariffBook.Key(scope, code), tariff), on: day)
    }
  }
}
