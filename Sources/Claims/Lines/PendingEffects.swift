import Quantities

/// What the lines approved so far in one message do to the lines after them.
struct PendingEffects {
  /// Stands for "a debit in this same message" where a row of the line table is expected.
  static let inThisMessage: Int32 = -2

  /// Rows of debits that a credit in this message took back.
  private(set) var credited: Set<Int32> = []
  private var balances: [Int32: AllocationBalance] = [:]
  private var debits: Set<Delivery> = []

  /// What may be claimed only once: a month of a product on an allocation.
  private struct Delivery: Hashable {
    let allocation: Int32
    let first: CivilDate
    let category: ProductCategory
    let code: ProductCode
  }

  /// Adds an approved line.
  mutating func add(_ line: ClaimLine, _ receipt: LineReceipt, ledger: ClaimLedger) {
    let sign: Int64 = line.isCredit ? -1 : 1
    if line.isCredit {
      credited.insert(receipt.debitLine)
    } else {
      debits.insert(delivery(line, on: receipt.allocation))
    }
    balances[receipt.allocation, default: AllocationBalance()]
      .book(line.volume, line.unit, line.amount, sign: sign)
  }

  /// Adds what the approved lines did to an allocation to its balance before the message.
  func addEffects(on allocation: Int32, to balance: inout AllocationBalance) {
    guard let change = balances[allocation] else { return }
    balance.add(change)
  }

  /// Whether a debit for the same period and product of the allocation was approved just now.
  func hasDebit(_ line: ClaimLine, on allocation: Int32) -> Bool {
    !debits.isEmpty && debits.contains(delivery(line, on: allocation))
  }

  private func delivery(_ line: ClaimLine, on allocation: Int32) -> Delivery {
    Delivery(
      allocation: allocation,
      first: line.period.first,
      category: line.category,
      code: line.code
    )
  }
}
