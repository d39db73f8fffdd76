package import Access
package import Commissioning
package import Quantities
import Rules

/// Judges a claim against what the region knows, without changing anything.
///
/// Lines are judged in an order of their own, credits first, then debits by the begin of their
/// period and then by their reference, so that the order in the message does not matter. A line
/// counts for the lines after it when it is approved, and not at all when it is refused.
package struct ClaimJudge {
  private let allocations: AllocationBook
  private let ledger: ClaimLedger
  private let prices: PriceList
  private let settings: ClaimSettings

  package init(
    allocations: AllocationBook,
    ledger: ClaimLedger,
    prices: PriceList,
    settings: ClaimSettings
  ) {
    self.allocations = allocations
    self.ledger = ledger
    self.prices = prices
    self.settings = settings
  }

  /// Judges the claim by the rules in force on a day.
  ///
  /// Time grows with the number of lines, memory with the number of allocations they name.
  package func judge(_ notice: ClaimNotice, on day: CivilDate) -> ClaimVerdict {
    let claim = ClaimRules.set.assess(claimCase(notice), on: day)
    guard claim.passes else {
      return ClaimVerdict(claim: claim, clients: [], receipts: [], awarded: .zero)
    }
    let clients = notice.clients.map { client in
      ClaimedClientRules.set.assess(
        ClaimedClientCase(isKnown: allocations.knows(client: client.key)),
        on: day
      )
    }
    var pending = PendingEffects()
    var receipts = [LineReceipt](repeating: .notAssessed, count: notice.lines.count)
    var awarded: Int64 = 0
    for index in LineOrder.judging(notice.lines) {
      let line = notice.lines[index]
      guard clients[Int(line.clientIndex)].passes else { continue }
      let receipt = judge(line, of: notice, on: day, after: pending)
      receipts[index] = receipt
      guard receipt.isApproved else { continue }
      pending.add(line, receipt, ledger: ledger)
      // At most 99,999,999 cents a line and 256 MB a message: the sum fits in 64 bits.
      awarded &+= line.signedAmount.rawValue
    }
    return ClaimVerdict(
      claim: claim,
      clients: clients,
      receipts: receipts,
      awarded: Cents(awarded)
    )
  }

  /// What the rules about the claim as a whole see.
  package func claimCase(_ notice: ClaimNotice) -> ClaimCase {
    ClaimCase(
      number: notice.number,
      period: notice.period,
      numberUsed: ledger.claim(number: notice.number, of: notice.provider) != nil,
      lastPeriod: ledger.lastPeriod(of: notice.provider, from: notice.municipality)
    )
  }

  private func judge(
    _ line: ClaimLine,
    of notice: ClaimNotice,
    on day: CivilDate,
    after pending: PendingEffects
  ) -> LineReceipt {
    let tied = tie(line, of: notice)
    let allocation = tied.map { allocations[$0].current }
    let price = prices.price(
      provider: notice.provider,
      municipality: notice.municipality,
      category: line.category,
      code: line.code,
      on: line.period.first
    )
    let sameReference = ledger.line(reference: line.reference, of: notice.provider)
    let debit = matchDebit(line, of: notice, tied: tied, after: pending)
    var balance = tied.map { ledger.balance(of: $0.slot) } ?? AllocationBalance()
    if let tied { pending.addEffects(on: tied.slot, to: &balance) }
    let usedVolume = balance.usedVolume(for: line.unit, settings.contract)
    let usedBudget = balance.usedBudget(settings.contract)
    let standing = tied.flatMap { standingDebit(line, on: $0.slot, after: pending) }
    let subject = LineCase(
      line: line,
      claimPeriod: notice.period,
      allocation: allocation,
      price: price?.row,
      usedVolume: usedVolume,
      usedAmount: usedBudget,
      referenceUsed: sameReference != nil,
      debit: debit.match,
      standingDebit: standing != nil,
      settings: settings
    )
    return LineReceipt(
      allocation: tied?.slot ?? -1,
      allocationPosition: allocation?.position ?? 0,
      priceRow: Int32(price?.index ?? -1),
      usedVolume: usedVolume,
      usedAmount: usedBudget,
      sameReference: Int32(sameReference ?? -1),
      debit: debit.match,
      debitLine: debit.line,
      standingDebit: standing ?? -1,
      assessment: LineRules.set.assess(subject, on: day),
      isAssessed: true
    )
  }

  /// The allocation a line is tied to: by number and client together, and for this provider.
  private func tie(_ line: ClaimLine, of notice: ClaimNotice) -> AllocationID? {
    guard
      let found = allocations.find(
        number: line.allocationNumber,
        municipality: notice.municipality
      ),
      allocations[found].belongs(
        to: notice.clients[Int(line.clientIndex)].key,
        at: notice.provider
      )
    else { return nil }
    return found
  }

  private func standingDebit(
    _ line: ClaimLine,
    on slot: Int32,
    after pending: PendingEffects
  ) -> Int32? {
    guard !line.isCredit else { return nil }
    if pending.hasDebit(line, on: slot) { return PendingEffects.inThisMessage }
    return ledger.lines.standingDebit(
      allocation: slot,
      first: line.period.first,
      category: line.category,
      code: line.code,
      except: pending.credited
    ).map { Int32(truncatingIfNeeded: $0) }
  }

  private func matchDebit(
    _ line: ClaimLine,
    of notice: ClaimNotice,
    tied: AllocationID?,
    after pending: PendingEffects
  ) -> (match: DebitMatch, line: Int32) {
    guard line.isCredit else { return (.notAsked, -1) }
    guard let previous = line.previousReference, let tied,
      let row = ledger.line(reference: previous, of: notice.provider)
    else { return (.none, -1) }
    let debit = ledger.lines[row]
    let isSame =
      debit.flags.contains(.approved) && !debit.flags.contains(.credit)
      && debit.allocation == tied.slot && debit.category == line.category
      && debit.code == line.code && debit.period == line.period && debit.volume == line.volume
      && debit.unit == line.unit && debit.tariff == line.tariff && debit.amount == line.amount
    let place = Int32(truncatingIfNeeded: row)
    guard isSame else { return (.none, place) }
    let isCredited = debit.flags.contains(.credited) || pending.credited.contains(place)
    return (isCredited ? .credited : .standing, place)
  }
}
