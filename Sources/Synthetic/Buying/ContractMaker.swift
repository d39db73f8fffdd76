import Commissioning
import Landscape
import Quantities

/// Turns awarded lots into contracts with their tariffs, and lets the years after the start happen.
struct ContractMaker {
  let parties: BuyingParties
  /// What a segment needs that its strategy does not say, by its code.
  let tables: [String: NoordLimburgTable.Segment]

  private typealias Days = BuyingDays

  /// The contracts, tariffs and years of some lots.
  func write(_ lots: [PlannedLot], to script: inout CommissioningScript) throws(ShapeFault) {
    for lot in lots {
      for contract in lot.contracts {
        let draft = try draft(contract, of: lot, from: start(of: lot))
        try script.contract(.conclude(draft), on: Days.conclusion)
      }
      try agreeTariffs(lot, to: &script)
    }
    for lot in lots {
      for contract in lot.contracts { try live(code(contract.provider, lot), to: &script) }
    }
  }

  /// The name of a contract: its lot and the provider's number.
  func code(_ provider: Int, _ lot: PlannedLot) throws(ShapeFault) -> ContractCode {
    try .made("\(lot.code)-\(parties.providers[provider].chamber)")
  }

  /// A contract as it is concluded, with what the strategy says of the lot.
  func draft(
    _ contract: PlannedLot.PlannedContract,
    of lot: PlannedLot,
    from start: CivilDate
  ) throws(ShapeFault) -> ContractDraft {
    guard let table = tables[lot.segment.code], let choices = lot.contract,
      let form = choices.form.value.flatMap({ Commissioning.ContractForm(rawValue: $0.rawValue) }),
      let term = choices.term.value, let base = term.baseYears.value,
      let pattern = TermPattern(
        baseYears: base,
        extensionYears: term.extensionYears.value ?? [],
        mode: term.way.value == .rolling ? .rolling : .option
      )
    else { throw .missingSegment(lot.segment.code) }
    let provider = parties.providers[contract.provider]
    return ContractDraft(
      code: try code(contract.provider, lot),
      provider: provider.chamber,
      claimCodes: [provider.code],
      lot: lot.code,
      municipalities: contract.area.map { parties.municipalities[$0] },
      products: try products(table).map(\.code),
      form: form,
      variant: table.levels.isEmpty ? .output : .effort,
      start: start,
      pattern: pattern,
      reasonForLength: term.justification?.value,
      mayBringInCeiling: form == .ceiling,
      mayDissolveAfterFirstYear: choices.evaluation?.mayDissolve ?? false,
      parts: try parts(of: lot, from: start)
    )
  }

  private func start(of lot: PlannedLot) -> CivilDate {
    lot.contract?.term.value?.start.value?.day ?? Days.start
  }

  private func products(
    _ table: NoordLimburgTable.Segment
  ) throws(ShapeFault) -> [(code: ProductCode, priced: NoordLimburgTable.Priced)] {
    var products: [(code: ProductCode, priced: NoordLimburgTable.Priced)] = []
    for priced in table.products {
      guard let code = ProductCode(priced.product.code) else {
        throw .missingProduct(priced.product.code)
      }
      products.append((code, priced))
    }
    return products
  }

  private func parts(
    of lot: PlannedLot,
    from start: CivilDate
  ) throws(ShapeFault) -> [ContractPart] {
    guard let period = OpenPeriod(from: start, through: nil) else { return [] }
    return [
      ContractPart(
        code: try .made("raam"),
        kind: .framework,
        title: "Raamovereenkomst \(lot.segment.displayName)",
        period: period,
        clauses: [
          ContractClause(
            subject: "accountgesprek",
            place: "artikel 7",
            text: "Partijen bespreken kwaliteit en resultaat structureel (002:101-103)."
          )
        ]
      ),
      ContractPart(
        code: try .made("product"),
        kind: .productDescription,
        title: "Productbeschrijving \(lot.segment.code)",
        period: period
      ),
    ]
  }
}

// MARK: - Tariffs

extension ContractMaker {
  /// The tariffs of a lot from the start, and indexed for 2024 and 2025.
  private func agreeTariffs(
    _ lot: PlannedLot,
    to script: inout CommissioningScript
  ) throws(ShapeFault) {
    guard let table = tables[lot.segment.code] else { return }
    for (code, priced) in try products(table) {
      var versions: [(price: Int64, from: CivilDate, on: CivilDate)] = [
        (priced.atStart, start(of: lot), Days.conclusion)
      ]
      if priced.product.unit != .euro {
        versions.append((priced.before, Calendar2025.day(2024, 1, 1), Days.firstIndexation))
        versions.append((priced.current, Calendar2025.first, Days.secondIndexation))
        versions.append((priced.next, Calendar2025.day(2026, 1, 1), Days.thirdIndexation))
      }
      for version in versions {
        guard let period = OpenPeriod(from: version.from, through: nil) else { continue }
        let tariff = Tariff(
          price: Cents(version.price),
          unit: priced.product.unit,
          period: period,
          basis: .assumption("de strategie noemt geen bedrag; dit is van ons")
        )
        let key = TariffBook.Key(.lot(lot.code), code)
        try script.contract(.agreeTariff(key, tariff), on: version.on)
      }
    }
  }
}

// MARK: - The register

extension ContractMaker {
  /// Every provider that got a contract, with what it offers and where.
  func register(_ lots: [PlannedLot], to script: inout CommissioningScript) throws(ShapeFault) {
    for place in parties.providers.indices {
      var area: Set<Int> = []
      let own = lots.filter { lot in
        let contracts = lot.contracts.filter { $0.provider == place }
        for contract in contracts { area.formUnion(contract.area) }
        return !contracts.isEmpty
      }
      guard !own.isEmpty else { continue }
      try register(place, own, area, from: Days.start, on: Days.providers, to: &script)
    }
  }

  /// One provider with the lots in which it delivers.
  func register(
    _ place: Int,
    _ lots: [PlannedLot],
    _ area: Set<Int>,
    from start: CivilDate,
    on day: CivilDate,
    to script: inout CommissioningScript
  ) throws(ShapeFault) {
    guard let period = OpenPeriod(from: start, through: nil) else { return }
    let provider = parties.providers[place]
    var codes: Set<ProductCode> = []
    for lot in lots {
      if let table = tables[lot.segment.code] { codes.formUnion(try products(table).map(\.code)) }
    }
    let record = ProviderRecord(
      chamber: provider.chamber,
      name: provider.name,
      claimCodes: [ProviderRecord.DatedCode(provider.code, period)],
      lots: lots.map(\.code).sorted(),
      products: codes.sorted(),
      area: area.sorted().map { parties.municipalities[$0] },
      capacity: 10 + 7 * lots.count,
      profile: "\(provider.name): verzonnen aanbieder voor de demonstratie, met "
        + lots.map(\.segment.displayName).joined(separator: "; ") + "."
    )
    try script.contract(.recordProvider(record), on: day)
  }
}
