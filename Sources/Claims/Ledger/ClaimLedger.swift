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
  /// The schema versions that our own claim named; nil for a claim that was received.
  package let schemaVersion: String?
  /// Whether our own claim was refused as a whole: it counts as not sent.
  package var isAnnulled: Bool
  /// Whether the lines came as a table: it has no claim number and no claim month.
  package let isTable: Bool
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
    schemaVersion: String? = nil,
    isAnnulled: Bool = false,
    isTable: Bool = false,
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
    self.schemaVersion = schemaVersion
    self.isAnnulled = isAnnulled
    self.isTable = isTable
    self.firstLine = firstLine
    self.lineCount = lineCount
  }

  /// The rows of its lines in the line table.
  package var rows: Range<Int> { firstLine..<firstLine + lineCount }
}

/// The money side of a region's state: claims, lines, and what stands on every allocation.
///
/// Only the events of claims change it, and the coming of an allocation that our own lines name. A
/// copy is cheap: all that grows is chunked.
package struct ClaimLedger: Sendable {
  package internal(set) var lines = LineTable()
  package internal(set) var claims = ChunkedArray<ClaimRecord>()
  /// What our own lines still wait for; empty in the records of a municipality.
  package internal(set) var own = OwnLines()
  /// Lines without an allocation; empty where every law has messages.
  package internal(set) var unallocatedLines = UnallocatedLines()
  /// What was awarded on allocations before they were taken over, by slot.
  package internal(set) var openings: [Int32: OpeningBalance] = [:]
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
    guard !claim.isTable else { return }
    byNumber.insert(hash: Self.hash(claim.number, of: claim.provider), value: row)
    guard !claim.isAnnulled else { return }
    let parties = ClaimParties(provider: claim.provider, municipality: claim.municipality)
    lastPeriods[parties] = max(lastPeriods[parties] ?? claim.period.first, claim.period.first)
  }

  /// Whether a line or a balance is about an allocation beyond a number of slots, which only a
  /// ledger that was read can be.
  package func reaches(beyond slotCount: Int) -> Bool {
    balances.count > slotCount || lines.reaches(beyond: slotCount)
      || openings.keys.contains { Int($0) >= slotCount }
  }

  /// Takes over lines, balances and what waits that were read.
  mutating func take(_ lines: LineTable, _ balances: [AllocationBalance], _ own: OwnLines) {
    self.lines = lines
    self.balances = ChunkedArray(balances)
    self.own = own
  }

  /// Takes over what came without messages and was read; the balances hold it already.
  mutating func take(_ unallocated: UnallocatedLines, _ openings: [Int32: OpeningBalance]) {
    unallocatedLines = unallocated
    self.openings = openings
  }
}

// MARK: - Asking

extension ClaimLedger {
  /// What stands on an allocation.
  package func balance(of allocation: Int32) -> AllocationBalance {
    let slot = Int(allocation)
    return slot >= 0 && slot < balances.count ? balances[slot] : AllocationBalance()
  }

  /// Whether an allocation has approved lines that were not taken back (TR385), here or in the
  /// administration from which it was taken over.
  package func hasStandingLines(_ allocation: AllocationID) -> Bool {
    balance(of: allocation.slot).standingLines > 0
      || openings[allocation.slot].map { !$0.balance.isZero } ?? false
  }

  /// The claim of a provider with a number, as its row in `claims`; one that counts as not sent is
  /// none.
  package func claim(number: String, of provider: ProviderCode) -> Int? {
    byNumber.find(hash: Self.hash(number, of: provider)) { row in
      claims[row].number == number && claims[row].provider == provider && !claims[row].isAnnulled
    }
  }

  /// The claim that a message brought, by the position of its first entry, as its row in `claims`;
  /// also one that counts as not sent.
  package func claim(broughtBy message: Int64) -> Int? {
    var low = 0
    var high = claims.count
    while low < high {
      let middle = (low + high) / 2
      if claims[middle].position < message { low = middle + 1 } else { high = middle }
    }
    return low < claims.count && claims[low].position == message ? low : nil
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
    lines.find(reference: reference, of: provider) { claims[Int($0.claim)].provider == provider }
  }

  /// The line of a claim under a reference, which a provider may have used before.
  package func line(reference: String, in claim: ClaimRecord) -> Int? {
    lines.find(reference: reference, of: claim.provider) { claim.rows.contains($0.row) }
  }

  /// Makes the last claimed months anew, for when a claim turns out not to have been sent.
  mutating func recountPeriods() {
    lastPeriods = [:]
    for claim in claims where !claim.isAnnulled && !claim.isTable {
      let parties = ClaimParties(provider: claim.provider, municipality: claim.municipality)
      lastPeriods[parties] = max(lastPeriods[parties] ?? claim.period.first, claim.period.first)
    }
  }

  /// Books a line on an allocation, or takes it back with sign -1.
  mutating func book(_ slot: Int32, _ line: LineRow, sign: Int64) {
    let index = Int(slot)
    guard index >= 0 else { return }
    while balances.count <= index { balances.append(AllocationBalance()) }
    balances[index].book(line.volume, line.unit, line.amount, sign: sign)
    balances[index].standingLines &+= Int32(sign)
  }

  /// Books what was awarded before an allocation was taken over.
  mutating func bookOpening(_ opening: TakenOverBalance, on slot: Int32) {
    let index = Int(slot)
    guard index >= 0 else { return }
    while balances.count <= index { balances.append(AllocationBalance()) }
    let unit = opening.unit ?? .euro
    balances[index].book(opening.unit == nil ? 0 : opening.volume, unit, opening.amount, sign: 1)
  }

  private static func hash(_ number: String, of provider: ProviderCode) -> UInt64 {
    var hash = StableHash(seed: 1)
    hash.combine(UInt64(provider.number))
    hash.combine(number)
    return hash.value
  }
}
