package import Access
package import Commissioning
import People
import Quantities
import Rules

/// Judges a group of a table of deliveries against what the region knows, without changing anything.
///
/// It does what `ClaimJudge` does for a message, in the same order of lines and with the same
/// balances. Besides, it looks for the allocation of a line that names none, fills in the tariff of
/// the contract where the table leaves it out, knows support without an allocation again, and holds
/// lines against the ceiling of the contract.
package struct TableJudge {
  private let allocations: AllocationBook
  private let ledger: ClaimLedger
  private let prices: PriceList
  private let settings: ClaimSettings
  private let ceilings: [TableCeiling]

  /// The ceilings are those of the contracts of the provider with the municipality.
  package init(
    allocations: AllocationBook,
    ledger: ClaimLedger,
    prices: PriceList,
    settings: ClaimSettings,
    ceilings: [TableCeiling]
  ) {
    self.allocations = allocations
    self.ledger = ledger
    self.prices = prices
    self.settings = settings
    self.ceilings = ceilings
  }

  /// Judges a group by the rules of the day in its basis.
  ///
  /// The number is what the lines are kept under, and what a line without a number of its own is
  /// called after.
  package func judge(
    _ group: DeliveryGroup,
    number: String,
    basis: ClaimBasis
  ) -> TableJudged {
    let ties = group.lines.map { tie($0) }
    let notice = notice(group, ties, number: number, dated: basis.day)
    var pending = PendingTable(ceilings)
    var receipts = [LineReceipt](repeating: .notAssessed, count: notice.lines.count)
    var facts = [TableLineFact?](repeating: nil, count: notice.lines.count)
    var awarded: Int64 = 0
    for index in LineOrder.judging(notice.lines) {
      let line = notice.lines[index]
      let (subject, receipt, fact) = subject(
        Place(line: line, given: group.lines[index], tie: ties[index], notice: notice),
        on: basis.day,
        after: pending
      )
      let judged = receipt.judged(TableRules.set.assess(subject, on: basis.day))
      receipts[index] = judged
      facts[index] = fact
      guard judged.isApproved else { continue }
      pending.add(line, judged, fact, of: group.lines[index], ledger: ledger)
      // At most 99,999,999 cents a line and a million lines: the sum fits in 64 bits.
      awarded &+= line.signedAmount.rawValue
    }
    let verdict = ClaimVerdict(
      claim: Assessment(),
      clients: notice.clients.map { _ in Assessment() },
      receipts: receipts,
      awarded: Cents(awarded)
    )
    return TableJudged(
      claim: ClaimJudged(notice: notice, verdict: verdict, basis: basis),
      law: group.law,
      ceilings: ceilings,
      facts: facts.compactMap(\.self)
    )
  }
}

// MARK: - Lines

extension TableJudge {
  /// The allocation of a line, and how many fit when it names none.
  private struct Tie {
    var id: AllocationID?
    var fitting = 0
  }

  private func tie(_ line: DeliveredLine) -> Tie {
    if let number = line.allocationNumber {
      let found = allocations.find(number: number, municipality: line.municipality)
      guard let found, allocations[found].belongs(to: line.client, at: line.provider) else {
        return Tie()
      }
      return Tie(id: found)
    }
    let fitting = allocations.allocations(of: line.client, with: line.provider).filter { id in
      let allocation = allocations[id]
      guard !allocation.isDeleted, allocation.municipality == line.municipality else {
        return false
      }
      let terms = allocation.current.terms
      let lasts = terms.from <= line.period.last && terms.lasts(on: line.period.first)
      return lasts && (terms.code.map { $0 == line.code } ?? fits(terms.category, line))
    }
    return Tie(id: fitting.count == 1 ? fitting[0] : nil, fitting: fitting.count)
  }

  private func fits(_ allocated: ProductCategory?, _ line: DeliveredLine) -> Bool {
    guard let allocated else { return true }
    return category(of: line) == allocated
  }

  /// The category of a line: as it is given, else as the list of products says.
  private func category(of line: DeliveredLine) -> ProductCategory {
    line.category ?? settings.contract.productList.category(of: line.code) ?? .notGiven
  }

  /// The group as a claim: what later lines are compared with.
  private func notice(
    _ group: DeliveryGroup,
    _ ties: [Tie],
    number: String,
    dated: CivilDate
  ) -> ClaimNotice {
    var clients: [ClaimedClient] = []
    var places: [ClientKey: Int32] = [:]
    var lines: [ClaimLine] = []
    var total: Int64 = 0
    for (line, tie) in zip(group.lines, ties) {
      let place = places[line.client] ?? Int32(truncatingIfNeeded: clients.count)
      if places.updateValue(place, forKey: line.client) == nil {
        clients.append(ClaimedClient(key: line.client))
      }
      let claimed = claimed(line, tie, client: place, number: number)
      lines.append(claimed)
      total &+= claimed.signedAmount.rawValue
    }
    let first = lines.map(\.period.first).min() ?? dated
    let last = lines.map(\.period.last).max() ?? dated
    return ClaimNotice(
      municipality: group.municipality,
      provider: group.provider,
      number: number,
      period: Period(from: first, through: last) ?? Period(monthOf: dated),
      dated: dated,
      total: Cents(total),
      clients: clients,
      lines: lines
    )
  }

  private func claimed(
    _ line: DeliveredLine,
    _ tie: Tie,
    client: Int32,
    number: String
  ) -> ClaimLine {
    let category = category(of: line)
    let digits = String(line.row)
    let padding = String(repeating: "0", count: max(0, 7 - digits.count))
    return ClaimLine(
      reference: line.reference ?? "\(number)-\(padding)\(digits)",
      previousReference: line.previousReference,
      clientIndex: client,
      allocationNumber: line.allocationNumber ?? tie.id.map { allocations[$0].number } ?? 0,
      category: category,
      code: line.code,
      period: line.period,
      volume: line.volume,
      unit: line.unit,
      tariff: line.unit == .euro ? nil : line.tariff ?? tariff(of: line, in: category),
      amount: line.amount,
      isCredit: line.previousReference != nil
    )
  }

  private func price(of line: DeliveredLine, in category: ProductCategory) -> PriceMatch? {
    prices.price(
      provider: line.provider,
      municipality: line.municipality,
      category: category,
      code: line.code,
      on: line.period.first
    )
  }

  /// The tariff of the contract for a line that gives none.
  private func tariff(of line: DeliveredLine, in category: ProductCategory) -> Cents? {
    guard let row = price(of: line, in: category)?.row,
      case .tariff(let tariff) = ClaimAmounts.tariff(for: line.unit, under: row)
    else { return nil }
    return tariff
  }
}

// MARK: - What the rules see

extension TableJudge {
  /// A line as it was given and as it is claimed.
  private struct Place {
    let line: ClaimLine
    let given: DeliveredLine
    let tie: Tie
    let notice: ClaimNotice
  }

  private func subject(
    _ place: Place,
    on day: CivilDate,
    after pending: PendingTable
  ) -> (TableLineCase, LineReceipt, TableLineFact) {
    let line = place.line
    let tied = place.tie.id
    let allocation = tied.map { allocations[$0].current }
    let price = price(of: place.given, in: line.category)
    let sameReference = ledger.line(reference: line.reference, of: place.notice.provider)
    let debit = matchDebit(place, after: pending)
    let standing = standingDebit(line, on: tied?.slot, after: pending)
    var balance = tied.map { ledger.balance(of: $0.slot) } ?? AllocationBalance()
    if let tied { pending.effects.addEffects(on: tied.slot, to: &balance) }
    let receipt = LineReceipt(
      allocation: tied?.slot ?? -1,
      allocationPosition: allocation?.position ?? 0,
      priceRow: Int32(price?.index ?? -1),
      usedVolume: balance.usedVolume(for: line.unit, settings.contract),
      usedAmount: balance.usedBudget(settings.contract),
      sameReference: Int32(sameReference ?? -1),
      debit: debit.match,
      debitLine: debit.line,
      standingDebit: standing ?? -1,
      assessment: Assessment(),
      isAssessed: true
    )
    let ceiling = line.isCredit ? creditedCeiling(debit.line) : pending.ceiling(of: line)
    let fact = TableLineFact(
      row: place.given.row,
      namesAllocation: place.given.allocationNumber != nil,
      fittingAllocations: Int32(truncatingIfNeeded: place.tie.fitting),
      sameDelivery: sameDelivery(place, after: pending) ?? -1,
      ceiling: Int32(truncatingIfNeeded: ceiling ?? -1),
      awardedBefore: ceiling.map { pending.awarded[$0] } ?? .zero
    )
    let lineCase = LineCase(
      line: line,
      claimPeriod: place.notice.period,
      allocation: allocation,
      price: price?.row,
      usedVolume: receipt.usedVolume,
      usedAmount: receipt.usedAmount,
      referenceUsed: sameReference != nil,
      debit: debit.match,
      standingDebit: standing != nil,
      settings: settings
    )
    let use = ceiling.map { index in
      CeilingUse(
        contract: ceilings[index].contract,
        period: ceilings[index].period,
        amount: ceilings[index].amount,
        awardedBefore: pending.awarded[index]
      )
    }
    let subject = TableLineCase(
      line: lineCase,
      law: place.given.law,
      day: day,
      namesAllocation: fact.namesAllocation,
      fittingAllocations: place.tie.fitting,
      sameDelivery: fact.sameDelivery != -1,
      ceiling: use
    )
    return (subject, receipt, fact)
  }

  /// The ceiling that a debit of before took from, so that its credit gives it back.
  private func creditedCeiling(_ debit: Int32) -> Int? {
    guard debit >= 0 else { return nil }
    let line = ledger.lines[Int(debit)]
    return ceilings.firstIndex { $0.covers(line.code, on: line.period.first) }
  }

  private func standingDebit(
    _ line: ClaimLine,
    on slot: Int32?,
    after pending: PendingTable
  ) -> Int32? {
    guard !line.isCredit, let slot else { return nil }
    if pending.effects.hasDebit(line, on: slot) { return PendingEffects.inThisMessage }
    return ledger.lines.standingDebit(
      allocation: slot,
      first: line.period.first,
      category: line.category,
      code: line.code,
      except: pending.effects.credited
    ).map { Int32(truncatingIfNeeded: $0) }
  }

  /// The approved support without an allocation of the same client and product on some of the days.
  private func sameDelivery(_ place: Place, after pending: PendingTable) -> Int32? {
    guard place.tie.id == nil, !place.line.isCredit else { return nil }
    let name = UnallocatedLines.Name(
      client: place.given.client,
      provider: place.given.provider,
      code: place.given.code,
      month: place.line.period.first.firstOfMonth
    )
    if pending.hasDelivery(name, in: place.line.period) { return PendingEffects.inThisMessage }
    return ledger.unallocated(name) { row in
      let line = ledger.lines[Int(row)]
      return line.flags.contains(.approved) && line.flags.isDisjoint(with: [.credited, .credit])
        && !pending.effects.credited.contains(row) && line.period.overlaps(place.line.period)
    }
  }

  private func matchDebit(
    _ place: Place,
    after pending: PendingTable
  ) -> (match: DebitMatch, line: Int32) {
    let line = place.line
    guard line.isCredit else { return (.notAsked, -1) }
    guard let previous = line.previousReference,
      let row = ledger.line(reference: previous, of: place.notice.provider)
    else { return (.none, -1) }
    let debit = ledger.lines[row]
    let found = Int32(truncatingIfNeeded: row)
    // Without an allocation it is the client who tells whose line it is.
    let isSamePerson =
      place.tie.id.map { $0.slot == debit.allocation }
      ?? (debit.allocation < 0 && ledger.client(ofUnallocated: found) == place.given.client)
    let isSame =
      isSamePerson && debit.flags.contains(.approved) && !debit.flags.contains(.credit)
      && debit.category == line.category && debit.code == line.code && debit.period == line.period
      && debit.volume == line.volume && debit.unit == line.unit && debit.tariff == line.tariff
      && debit.amount == line.amount
    guard isSame else { return (.none, found) }
    let isCredited =
      debit.flags.contains(.credited) || pending.effects.credited.contains(found)
    return (isCredited ? .credited : .standing, found)
  }
}

extension LineReceipt {
  /// The receipt with what the rules said.
  fileprivate func judged(_ assessment: Assessment) -> LineReceipt {
    LineReceipt(
      allocation: allocation,
      allocationPosition: allocationPosition,
      priceRow: priceRow,
      usedVolume: usedVolume,
      usedAmount: usedAmount,
      sameReference: sameReference,
      debit: debit,
      debitLine: debitLine,
      standingDebit: standingDebit,
      assessment: assessment,
      isAssessed: true
    )
  }
}
