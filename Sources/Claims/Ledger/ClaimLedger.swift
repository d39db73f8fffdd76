package import Access
package import Columns
package import Quantities

/// A claim as the region keeps it.
package struct ClaimRecord: Hashable, Sendable {
  /// The journal entry that holds its lines and receipts.
  package let position: Int64
  package let municipality: MunicipalityCode
  package let provider: ProviderCode
  package let number: String
  package let period: Period
  /// The total asked for, with its sign.
  package let claimed: Cents
  /// The total of the approved lines, with its sign; nil while our own claim awaits its answer.
  package var awarded: Cents?
  /// The first row of its lines in the line table.
  package let firstLine: Int
  package let lineCount: Int

  package init(
    position: Int64,
    municipality: MunicipalityCode,
    provider: ProviderCode,
    number: String,
    period: Period,
    claimed: Cents,
    awarded: Cents?,
    firstLine: Int,
    lineCount: Int
  ) {
    self.position = position
    self.municipality = municipality
    self.provider = provider
    self.number = number
    self.period = period
    self.claimed = claimed
    self.awarded = awarded
    self.firstLine = firstLine
    self.lineCount = lineCount
  }
}

/// The money side of a region's state: claims, lines, and what stands on every allocation.
///
/// Only `claim.judged`, `claim.submitted` and `claim.answered` events change it. A copy is cheap:
/// all of it is chunked.
package struct ClaimLedger: Sendable {
  package private(set) var lines = LineTable()
  package private(set) var claims = ChunkedArray<ClaimRecord>()
  private var balances = ChunkedArray<AllocationBalance>()
  private var byNumber = HashIndex()
  private var lastPeriods: [ClaimParties: CivilDate] = [:]

  package init() {}

  /// Who claims from whom.
  private struct ClaimParties: Hashable, Sendable {
    let provider: ProviderCode
    let municipality: MunicipalityCode
  }
}

// MARK: - Snapshots

extension ClaimLedger {
  /// The number of allocations for which there is a balance, also an empty one.
  var balanceCount: Int { balances.count }

  /// Adds a claim without its lines.
  mutating func add(_ claim: ClaimRecord) {
    let row = claims.count
    claims.append(claim)
    byNumber.insert(hash: Self.hash(claim.number, of: claim.provider), value: row)
    let parties = ClaimParties(provider: claim.provider, municipality: claim.municipality)
    lastPeriods[parties] = max(lastPeriods[parties] ?? claim.period.first, claim.period.first)
  }

  /// Takes over lines and balances that were read.
  mutating func take(_ lines: LineTable, _ balances: [AllocationBalance]) {
    self.lines = lines
    self.balances = ChunkedArray(balances)
  }
}

// MARK: - Asking

extension ClaimLedger {
  /// What stands on an allocation.
  package func balance(of allocation: Int32) -> AllocationBalance {
    let slot = Int(allocation)
    return slot < balances.count ? balances[slot] : AllocationBalance()
  }

  /// Whether an allocation has approved lines that were not taken back (TR385).
  package func hasStandingLines(_ allocation: AllocationID) -> Bool {
    balance(of: allocation.slot).standingLines > 0
  }

  /// The claim of a provider with a number, as its row in `claims`.
  package func claim(number: String, of provider: ProviderCode) -> Int? {
    byNumber.find(hash: Self.hash(number, of: provider)) { row in
      claims[row].number == number && claims[row].provider == provider
    }
  }

  /// The first day of the last month a provider claimed from a municipality (TR318).
  package func lastPeriod(
    of provider: ProviderCode,
    from municipality: MunicipalityCode
  ) -> CivilDate? {
    lastPeriods[ClaimParties(provider: provider, municipality: municipality)]
  }

  /// The first line a provider delivered under a reference.
  package func line(reference: String, of provider: ProviderCode) -> Int? {
    lines.find(reference: reference, of: provider) { claims[Int($0)].provider }
  }

  private static func hash(_ number: String, of provider: ProviderCode) -> UInt64 {
    var hash = StableHash(seed: 1)
    hash.combine(UInt64(provider.number))
    hash.combine(number)
    return hash.value
  }
}

// MARK: - Evolving

extension ClaimLedger {
  /// Takes over a claim that was judged by the municipality, with every line and its verdict.
  ///
  /// Total: it can be given any claim that stands in a journal.
  package mutating func record(
    _ notice: ClaimNotice,
    receipts: [LineReceipt],
    awarded: Cents,
    at position: Int64
  ) {
    let claim = open(notice, awarded: awarded, at: position)
    for (line, receipt) in zip(notice.lines, receipts) {
      var flags: LineTable.Flags = line.isCredit ? .credit : []
      if receipt.isApproved { flags.insert(.approved) }
      append(line, flags: flags, allocation: receipt.allocation, claim: claim, of: notice.provider)
      if receipt.isApproved { apply(line, receipt) }
    }
  }

  /// Takes over a claim that the provider whose records these are sent itself.
  package mutating func submit(
    _ notice: ClaimNotice,
    allocations: [Int32],
    at position: Int64
  ) {
    let claim = open(notice, awarded: nil, at: position)
    for (line, allocation) in zip(notice.lines, allocations) {
      let flags: LineTable.Flags = line.isCredit ? [.credit, .awaiting] : .awaiting
      append(line, flags: flags, allocation: allocation, claim: claim, of: notice.provider)
    }
  }

  /// Takes over the answer to a claim of our own: the lines that were refused; the rest stands.
  package mutating func answer(claim row: Int, refused: Set<Int>, awarded: Cents) {
    guard row < claims.count, claims[row].awarded == nil else { return }
    claims[row].awarded = awarded
    let range = claims[row].firstLine..<claims[row].firstLine + claims[row].lineCount
    for line in range {
      lines.remove(.awaiting, at: line)
      guard !refused.contains(line - claims[row].firstLine) else { continue }
      lines.insert(.approved, at: line)
    }
  }

  private mutating func open(
    _ notice: ClaimNotice,
    awarded: Cents?,
    at position: Int64
  ) -> Int32 {
    let row = claims.count
    add(
      ClaimRecord(
        position: position,
        municipality: notice.municipality,
        provider: notice.provider,
        number: notice.number,
        period: notice.period,
        claimed: notice.total,
        awarded: awarded,
        firstLine: lines.count,
        lineCount: notice.lines.count
      )
    )
    return Int32(truncatingIfNeeded: row)
  }

  private mutating func append(
    _ line: ClaimLine,
    flags: LineTable.Flags,
    allocation: Int32,
    claim: Int32,
    of provider: ProviderCode
  ) {
    _ = lines.append(
      LineRow(
        claim: claim,
        allocation: allocation,
        reference: line.reference,
        category: line.category,
        code: line.code,
        period: line.period,
        volume: line.volume,
        unit: line.unit,
        tariff: line.tariff,
        amount: line.amount,
        flags: flags
      ),
      of: provider
    )
  }

  /// Books an approved line; a credit gives back exactly what its debit took.
  private mutating func apply(_ line: ClaimLine, _ receipt: LineReceipt) {
    if line.isCredit {
      let debit = Int(receipt.debitLine)
      guard debit >= 0, debit < lines.count else { return }
      lines.insert(.credited, at: debit)
      guard let slot = lines.allocation(of: debit) else { return }
      let taken = lines[debit]
      book(slot, volume: taken.volume, taken.unit, taken.amount, sign: -1)
    } else if receipt.allocation >= 0 {
      book(receipt.allocation, volume: line.volume, line.unit, line.amount, sign: 1)
    }
  }

  private mutating func book(
    _ slot: Int32,
    volume: Int64,
    _ unit: ClaimUnit,
    _ amount: Cents,
    sign: Int64
  ) {
    let index = Int(slot)
    while balances.count <= index { balances.append(AllocationBalance()) }
    balances[index].book(volume, unit, amount, sign: sign)
    balances[index].standingLines &+= Int32(sign)
  }
}
