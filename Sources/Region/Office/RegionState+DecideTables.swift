import Access
import Claims
import Commissioning
import Journal
import People
import Quantities
import Rules

/// What comes in as a table and not as a message.
extension RegionState {
  /// Judges a table of deliveries, group by group, each after what the groups before it awarded.
  func judge(
    _ table: TableImported,
    _ lines: [DeliveredLine],
    on today: CivilDate
  ) -> [RegionEvent] {
    let position = head.position.next.rawValue
    var ledger = ledger
    var events: [RegionEvent] = [.table(table)]
    var derived: NumberedPrices?
    for group in DeliveryGroup.groups(of: lines) {
      var prices = prices(for: group.provider, with: group.municipality)
      if prices.isNew {
        // One list serves all groups that need it.
        if derived == nil { events.append(.pricesDerived(prices.list)) }
        prices = derived ?? prices
        derived = prices
      }
      let basis = ClaimBasis(
        day: LineRules.judgingDay(today),
        ruleSets: [TableRules.set.version],
        priceList: prices.version,
        settings: settingsVersion
      )
      let judge = TableJudge(
        allocations: access.allocations,
        ledger: ledger,
        prices: prices.list,
        settings: claimSettings(version: settingsVersion),
        ceilings: ceilings(of: group, in: ledger)
      )
      let judged = judge.judge(group, number: "T\(position)", basis: basis)
      ledger.record(judged, at: position)
      events.append(.claim(.tableJudged(judged)))
    }
    return events
  }

  /// The ceilings of the contracts of a provider with a municipality, with what was awarded under
  /// each, in the order of the contracts.
  private func ceilings(of group: DeliveryGroup, in ledger: ClaimLedger) -> [TableCeiling] {
    let drafts = contracts.contracts.values.filter { contract in
      contract.draft.claimCodes.contains(group.provider)
        && contract.draft.municipalities.contains(group.municipality)
    }
    return drafts.sorted { $0.draft.code < $1.draft.code }.compactMap { contract in
      guard let ceiling = contract.ceiling, let amount = ceiling.amount, let period = ceiling.period
      else { return nil }
      return TableCeiling(
        contract: contract.draft.code.description,
        period: period,
        amount: amount,
        products: Set(contract.draft.products),
        awardedBefore: ledger.awarded(under: contract, in: period)
      )
    }
  }
}

// MARK: - Allocations

extension RegionState {
  /// Takes open allocations over with their opening balances; refused as a whole for one fault.
  ///
  /// What the contracts of their providers leave to signal stands in the event of the table.
  func takeOver(
    _ table: TableImported,
    _ rows: [TakenOverAllocation],
    on today: CivilDate
  ) throws(Refusal) -> [RegionEvent] {
    var events: [RegionEvent] = []
    var findings: [ImportFinding] = []
    var signals: [ToldFinding] = []
    let claimed = ledger.slotsWithLines
    let facts = accessFacts(on: today)
    for row in rows {
      switch takeOver(row, claimed: claimed) {
      case .success(let more):
        for case .access(.allocationTakenOver(let recorded)) in more {
          let told = access.agreementFindings(of: recorded, facts: facts, row: Int(row.row))
          signals += told.map { ToldFinding($0, text: AccessTexts.all.templates[$0.rule]) }
        }
        events += more
      case .failure(let refusal): findings += refusal.findings
      }
    }
    guard findings.isEmpty else { throw .table(ImportRefusal(findings)) }
    guard !events.isEmpty else { throw .nothingChanges }
    return [.table(table.signalling(signals))] + events
  }

  private func takeOver(
    _ row: TakenOverAllocation,
    claimed: Set<Int32>
  ) -> Result<[RegionEvent], ImportRefusal> {
    let product = row.product
    if row.law != .participation, let code = product.terms.code,
      let category = product.terms.category,
      !currentSettings.contract.productList.fits(code, in: category)
    {
      return Self.fault(row, "productcode", TakenOverTexts.misfit)
    }
    let balance = RegionEvent.claim(.balanceTakenOver(row.balance))
    let found = access.allocations.find(
      number: product.number,
      municipality: row.municipality
    )
    guard let found else {
      guard !isAwaited(row) else { return Self.fault(row, "toewijzing", TakenOverTexts.claimed) }
      let recorded = AllocationRecorded(
        municipality: row.municipality,
        provider: row.provider,
        client: row.client,
        product: product
      )
      return .success([.access(.allocationTakenOver(recorded)), balance])
    }
    let allocation = access.allocations[found]
    guard allocation.belongs(to: row.client, at: row.provider) else {
      return Self.fault(row, "toewijzing", TakenOverTexts.another)
    }
    guard allocation.versions.contains(where: { $0.terms == product.terms }) else {
      return Self.fault(row, "toewijzing", TakenOverTexts.otherTerms)
    }
    if let opening = ledger.opening(of: found.slot) {
      guard opening.balance == row.balance else {
        return Self.fault(row, "toewijzing", TakenOverTexts.otherBalance)
      }
      return .success([])
    }
    if row.balance.isZero { return .success([]) }
    guard !claimed.contains(found.slot) else {
      return Self.fault(row, "toewijzing", TakenOverTexts.claimed)
    }
    return .success([balance])
  }

  /// Whether lines of our own wait for the allocation: what they ask may stand in the balance.
  private func isAwaited(_ row: TakenOverAllocation) -> Bool {
    let name = AllocationName(
      municipality: row.municipality,
      provider: row.provider,
      client: row.client,
      number: row.product.number
    )
    return ledger.own.untied[name] != nil
  }

  private static func fault(
    _ row: TakenOverAllocation,
    _ column: String,
    _ text: BilingualText
  ) -> Result<[RegionEvent], ImportRefusal> {
    let finding = ImportFinding(
      line: Int(row.row),
      column: column,
      text: text.dutch,
      english: text.english
    )
    return .failure(ImportRefusal([finding]))
  }
}

/// What is told of an allocation that cannot be taken over.
private enum TakenOverTexts {
  static let misfit = BilingualText(
    "de productcode hoort niet bij de categorie (TR381). Gebruik een code uit de productlijst.",
    "the product code does not belong to the category (TR381). Use a code of the product list."
  )
  static let another = BilingualText(
    "dit nummer is al van een andere client of aanbieder (TR332). Controleer het nummer.",
    "this number is another client's or provider's already (TR332). Check the number."
  )
  static let otherTerms = BilingualText(
    "deze toewijzing staat er al met een ander product, andere data of een andere omvang. Haal de "
      + "regel weg, of neem de wijziging op met het toewijzingsbericht.",
    "this allocation is there already with another product, other dates or another volume. Remove "
      + "the line, or take the change in with the allocation message."
  )
  static let otherBalance = BilingualText(
    "deze toewijzing is al overgenomen met een andere beginstand, en die staat vast. Haal de regel "
      + "weg of geef dezelfde stand.",
    "this allocation was taken over already with another opening balance, which stands. Remove "
      + "the line or give the same balance."
  )
  static let claimed = BilingualText(
    "op deze toewijzing is hier al gedeclareerd, dus een beginstand zou dubbel tellen. Haal de "
      + "regel weg.",
    "claims were made here on this allocation already, so an opening balance would count twice. "
      + "Remove the line."
  )
}
