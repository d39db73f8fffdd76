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
      let term = choices.term.value, let base = term.baseYears.value,
      let pattern = TermPattern(
        baseYears: base,
        extensionYears: term.extensionYears.value ?? [],
        mode: term.way.value == .rolling ? .rolling : .option
      )
    else { throw .missingSegment(lot.segment.code) }
    let form = form(of: lot, choices, table)
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

  /// The form that the strategy names, else ours.
  private func form(
    of lot: PlannedLot,
    _ choices: ContractElement,
    _ table: NoordLimburgTable.Segment
  ) -> Commissioning.ContractForm {
    if let known = choices.form.value,
      let form = Commissioning.ContractForm(rawValue: known.rawValue)
    {
      return form
    }
    return table.forms[lot.lot?.code ?? ""] ?? .closedFramework
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

// MARK: - The years after the start

extension ContractMaker {
  /// Extends by option, or by a good year; where the form asks for it a ceiling is brought in.
  func live(
    _ code: ContractCode,
    to script: inout CommissioningScript
  ) throws(ShapeFault) {
    guard let contract = script.contracts.contracts[code] else { return }
    func act(_ action: ContractAction, _ day: CivilDate) throws(ShapeFault) {
      try script.contract(.act(code, action), on: day)
    }
    if contract.draft.mayDissolveAfterFirstYear {
      try act(.review(year: 1, isGood: true), Days.review(2022))
    }
    switch contract.term.pattern.mode {
    case .rolling:
      for year in 1...3 {
        try act(.review(year: year, isGood: true), Days.review(2021 + year))
      }
    case .option:
      try act(.extend(by: .municipality), Days.extensionNotice)
    }
    guard contract.draft.mayBringInCeiling else { return }
    try act(.announceCeiling(from: Calendar2025.first), Days.ceilingAnnounced)
    try act(
      .decideCeiling(amount: Self.ceiling, through: Calendar2025.last),
      Days.ceilingDecided
    )
    try act(.agreeCeilingPlan, Days.ceilingPlan)
  }

  /// Wide enough that the year does not reach it.
  private static let ceiling = Cents(60_000_000)
}

// MARK: - A stop on new clients

extension ContractMaker {
  /// One provider for respite care asks for a stop in the autumn, and gets it.
  func stopIntake(
    _ lots: [PlannedLot],
    to script: inout CommissioningScript
  ) throws(ShapeFault) {
    guard let lot = lots.first(where: { $0.contract?.isAdmission == true }),
      let provider = lot.contracts.first?.provider
    else { return }
    let code = try code(provider, lot)
    let ask = ContractAction.askIntakeStop(
      from: Calendar2025.day(2025, 10, 20),
      through: Calendar2025.last,
      isCrisis: false
    )
    try script.contract(.act(code, ask), on: Calendar2025.day(2025, 9, 22))
    try script.contract(
      .act(code, .answerIntakeStop(isAllowed: true)),
      on: Calendar2025.day(2025, 9, 29)
    )
  }
}

// MARK: - The register

extension ContractMaker {
  /// Every provider that got a contract, with what it offers and where.
  func register(_ lots: [PlannedLot], to script: inout CommissioningScript) throws(ShapeFault) {
    guard let period = OpenPeriod(from: Days.start, through: nil) else { return }
    for (place, provider) in parties.providers.enumerated() {
      let own = lots.filter { lot in lot.contracts.contains { $0.provider == place } }
      guard !own.isEmpty else { continue }
      var codes: Set<ProductCode> = []
      var area: Set<Int> = []
      for lot in own {
        if let table = tables[lot.segment.code] { codes.formUnion(try products(table).map(\.code)) }
        for contract in lot.contracts where contract.provider == place {
          area.formUnion(contract.area)
        }
      }
      let record = ProviderRecord(
        chamber: provider.chamber,
        name: provider.name,
        claimCodes: [ProviderRecord.DatedCode(provider.code, period)],
        lots: own.map(\.code).sorted(),
        products: codes.sorted(),
        area: area.sorted().map { parties.municipalities[$0] },
        capacity: 10 + 7 * own.count,
        profile: "\(provider.name): verzonnen aanbieder voor de demonstratie, met "
          + own.map(\.segment.displayName).joined(separator: "; ") + "."
      )
      try script.contract(.recordProvider(record), on: Days.providers)
    }
  }
}
