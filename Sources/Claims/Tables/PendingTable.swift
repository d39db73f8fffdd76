import Quantities

/// What the lines approved so far in one group of a table do to the lines after them.
struct PendingTable {
  /// What they do to allocations, as in a message.
  private(set) var effects = PendingEffects()
  /// Per ceiling what was awarded under it, by then.
  private(set) var awarded: [Cents]
  private let ceilings: [TableCeiling]
  private var deliveries: [UnallocatedLines.Name: [Period]] = [:]

  init(_ ceilings: [TableCeiling]) {
    self.ceilings = ceilings
    awarded = ceilings.map(\.awardedBefore)
  }

  /// Adds an approved line.
  mutating func add(
    _ line: ClaimLine,
    _ receipt: LineReceipt,
    _ fact: TableLineFact,
    of given: DeliveredLine,
    ledger: ClaimLedger
  ) {
    effects.add(line, receipt, ledger: ledger)
    if fact.ceiling >= 0 {
      let place = Int(fact.ceiling)
      awarded[place] = Cents(awarded[place].rawValue &+ line.signedAmount.rawValue)
    }
    guard receipt.allocation < 0, !line.isCredit else { return }
    let name = UnallocatedLines.Name(
      client: given.client,
      provider: given.provider,
      code: line.code,
      month: line.period.first.firstOfMonth
    )
    deliveries[name, default: []].append(line.period)
  }

  /// The first ceiling that a line falls under.
  func ceiling(of line: ClaimLine) -> Int? {
    ceilings.firstIndex { $0.covers(line.code, on: line.period.first) }
  }

  /// Whether support without an allocation was approved just now for some of the days.
  func hasDelivery(_ name: UnallocatedLines.Name, in period: Period) -> Bool {
    deliveries[name]?.contains { $0.overlaps(period) } ?? false
  }
}
