import Access
import Claims
import Commissioning
import Generators
import Quantities
import Rules

/// The books of the provider beside those of the municipality: the same claims, of which the
/// provider learns no more than the answers.
struct ProviderHistory {
  private(set) var history: ClaimHistory
  /// The provider's own books.
  private(set) var ledger = ClaimLedger()
  /// The claims that were sent and not answered, with what the municipality said of them.
  private var sent: [Sent] = []
  /// The allocations that the provider has heard of, by number.
  private var heard: Set<Int64> = []
  private var random: SeededGenerator
  private var position: Int64 = 1
  private let isOrdered: Bool

  private struct Sent {
    let message: Int64
    let notice: ClaimNotice
    /// Nil for a claim that was refused as a whole: at the municipality it counts as not sent.
    let verdict: ClaimVerdict?
  }

  /// A history in which every answer and every allocation comes in order, or as chance has it.
  init(seed: UInt64, ordered: Bool) {
    history = ClaimHistory(seed: seed)
    random = SeededGenerator(seed: seed &+ 1_000)
    isOrdered = ordered
  }

  /// The next claim at both parties, with whatever comes in beside it.
  mutating func step() {
    let notice = history.next()
    hear(among: isOrdered ? 1 : 3)
    let isRefused = Int.random(in: 0..<8, using: &random) == 0
    submit(notice, isRefused ? nil : history.take(notice))
    while let first = sent.indices.first, isOrdered || Bool.random(using: &random) {
      answer(isOrdered ? first : sent.indices.randomElement(using: &random) ?? first)
    }
  }

  /// Everything that was still under way comes in.
  mutating func finish() {
    while !sent.isEmpty { answer(sent.count - 1) }
    hear(among: 1)
  }

  /// Some of the allocations that are not known yet become known.
  private mutating func hear(among chances: Int) {
    for number in Int64(1)...4 where !heard.contains(number) {
      guard Int.random(in: 0..<chances, using: &random) == 0, let name = name(number) else {
        continue
      }
      heard.insert(number)
      ledger.tie(name.name, to: name.slot)
    }
  }

  private func name(_ number: Int64) -> (name: AllocationName, slot: Int32)? {
    let book = history.scene.allocations
    guard let id = book.find(number: number, municipality: ClaimScene.municipality) else {
      return nil
    }
    let name = AllocationName(
      municipality: ClaimScene.municipality,
      provider: ClaimScene.provider,
      client: book[id].client,
      number: number
    )
    return (name, id.slot)
  }

  private mutating func submit(_ notice: ClaimNotice, _ verdict: ClaimVerdict?) {
    let slots = notice.lines.map { line -> Int32 in
      guard heard.contains(line.allocationNumber), let name = name(line.allocationNumber),
        name.name.client == notice.clients[Int(line.clientIndex)].key
      else { return -1 }
      return name.slot
    }
    ledger.submit(notice, allocations: slots, at: position)
    sent.append(Sent(message: position, notice: notice, verdict: verdict))
    position += 1
  }

  private mutating func answer(_ place: Int) {
    let sent = sent.remove(at: place)
    guard let row = ledger.claim(broughtBy: sent.message) else { return }
    guard let verdict = sent.verdict, verdict.claim.passes else {
      ledger.annul(claim: row)
      return
    }
    let refused = verdict.receipts.indices.filter { !verdict.receipts[$0].isApproved }
    ledger.answer(claim: row, refused: Set(refused), awarded: verdict.awarded)
  }
}

extension ProviderHistory {
  /// What stands, in words that do not depend on where it is kept.
  struct Books: Equatable {
    var balances: [Int64: AllocationBalance] = [:]
    var awarded: [String: Cents?] = [:]
    /// The lines of claims that count, by claim and reference, with what became of them.
    var lines: [String: LineTable.Flags] = [:]

    init(_ ledger: ClaimLedger, _ allocations: AllocationBook) {
      for number in Int64(1)...4 {
        let id = allocations.find(number: number, municipality: ClaimScene.municipality)
        balances[number] = id.map { ledger.balance(of: $0.slot) } ?? AllocationBalance()
      }
      for claim in ledger.claims where !claim.isAnnulled {
        awarded[claim.number] = claim.awarded
        for row in claim.rows {
          lines["\(claim.number) \(ledger.lines.reference(of: row))"] = ledger.lines.flags(of: row)
        }
      }
    }
  }

  var municipality: Books { Books(history.scene.ledger, history.scene.allocations) }
  var provider: Books { Books(ledger, history.scene.allocations) }
}

extension ProviderHistory {
  /// Goes on with books that were read from a snapshot.
  mutating func resume(from read: ClaimLedger) { ledger = read }
}
