import Claims
import Columns
import Journal
import Quantities
import Testing

@Suite("The provider's books after the answers are those of the municipality, CR-03")
struct ProviderHistoryTests {
  static let claims = 14

  @Test("With each answer in its turn both books are the same at every prefix")
  func everyPrefix() {
    var credited = 0
    var annulled = 0
    for seed in UInt64(1)...200 {
      var history = ProviderHistory(seed: seed, ordered: true)
      for step in 0..<Self.claims {
        history.step()
        #expect(history.provider == history.municipality, "seed \(seed), step \(step)")
      }
      credited += history.provider.lines.values.count { $0.contains(.credited) }
      annulled += history.ledger.claims.count { $0.isAnnulled }
      #expect(history.ledger.own.credits.isEmpty, "seed \(seed)")
    }
    #expect(credited > 200 && annulled > 20, "\(credited) \(annulled)")
  }

  @Test("In whatever order answers and allocations come in, the books end the same (OP080)")
  func anyOrder() {
    var differed = 0
    for seed in UInt64(1)...200 {
      var history = ProviderHistory(seed: seed, ordered: false)
      for _ in 0..<Self.claims { history.step() }
      differed += history.provider == history.municipality ? 0 : 1
      history.finish()
      #expect(history.provider == history.municipality, "seed \(seed)")
    }
    #expect(differed > 100, "\(differed)")
  }

  @Test("Books read from a snapshot are those that were written, and go on as they do")
  func snapshots() throws {
    for seed in UInt64(1)...60 {
      var history = ProviderHistory(seed: seed, ordered: false)
      for step in 0..<Self.claims {
        history.step()
        var writer = BinaryWriter()
        history.ledger.write(to: &writer)
        var reader = BinaryReader(writer.bytes)
        let read = try ClaimLedger(from: &reader)
        try reader.finish()
        #expect(read == history.ledger, "seed \(seed), step \(step)")
        var again = BinaryWriter()
        read.write(to: &again)
        #expect(again.bytes == writer.bytes, "seed \(seed), step \(step)")
        if step == 6 { history.resume(from: read) }
      }
      history.finish()
      #expect(history.provider == history.municipality, "seed \(seed)")
    }
  }
}

@Suite("Claims of our own, one by one")
struct OwnClaimTests {
  private let scene = ClaimScene()

  private func ledger(_ claims: [(String, [ClaimLine])]) -> ClaimLedger {
    var ledger = ClaimLedger()
    for (place, (number, lines)) in claims.enumerated() {
      let notice = scene.notice(lines, "2025-03", number: number)
      ledger.submit(notice, allocations: lines.map { _ in 0 }, at: Int64(place + 1))
    }
    return ledger
  }

  @Test("An answer settles the lines of a claim once; a second one changes nothing")
  func settled() {
    var ledger = ledger([
      ("D1", [line("R1", "2025-01", 1), line("R2", "2025-02", 2), line("R3", "2025-03", 3)])
    ])
    #expect((0..<3).allSatisfy { ledger.lines.flags(of: $0) == .awaiting })
    #expect(ledger.balance(of: 0) == AllocationBalance())
    ledger.answer(claim: 0, refused: [1], awarded: Cents(24_000))
    #expect((0..<3).map { ledger.lines.flags(of: $0) } == [.approved, [], .approved])
    #expect(ledger.claims[0].awarded == Cents(24_000))
    #expect(ledger.balance(of: 0).volumes[.hour] == 240)
    #expect(ledger.balance(of: 0).amount == Cents(24_000))
    #expect(ledger.balance(of: 0).standingLines == 2)
    let before = ledger
    ledger.answer(claim: 0, refused: [], awarded: .zero)
    ledger.annul(claim: 0)
    ledger.answer(claim: 9, refused: [], awarded: .zero)
    ledger.answer(claim: -1, refused: [], awarded: .zero)
    #expect(ledger == before)
  }

  @Test("A credit gives back exactly what its debit took, whichever is approved first")
  func credits() {
    let debit = line("R1", "2025-01", 5)
    let credit = line("C1", "2025-01", 5, credits: "R1")
    for order in [[0, 1], [1, 0]] {
      var ledger = ledger([("D1", [debit]), ("D2", [credit])])
      for claim in order { ledger.answer(claim: claim, refused: [], awarded: .zero) }
      #expect(ledger.balance(of: 0) == AllocationBalance())
      #expect(ledger.lines.flags(of: 0) == [.approved, .credited])
      #expect(ledger.own == OwnLines())
    }
    var refused = ledger([("D1", [debit]), ("D2", [credit])])
    refused.answer(claim: 0, refused: [], awarded: .zero)
    refused.answer(claim: 1, refused: [0], awarded: .zero)
    #expect(refused.balance(of: 0).standingLines == 1)
    #expect(refused.lines.flags(of: 0) == .approved)
  }

  @Test("A claim refused as a whole counts as not sent: number and references are free")
  func annulled() {
    let lines = [line("R1", "2025-01", 5)]
    var ledger = ledger([("D1", lines), ("D1", lines)])
    ledger.annul(claim: 0)
    #expect(ledger.claim(number: "D1", of: ClaimScene.provider) == 1)
    #expect(ledger.line(reference: "R1", of: ClaimScene.provider) == 1)
    ledger.answer(claim: 1, refused: [], awarded: Cents(30_000))
    #expect(ledger.balance(of: 0).amount == Cents(30_000))
    ledger.answer(claim: 0, refused: [], awarded: Cents(30_000))
    #expect(ledger.balance(of: 0).amount == Cents(30_000))
    var only = self.ledger([("D1", lines)])
    let month = only.lastPeriod(of: ClaimScene.provider, from: ClaimScene.municipality)
    #expect(month == day("2025-03-01"))
    only.annul(claim: 0)
    #expect(only.claim(number: "D1", of: ClaimScene.provider) == nil)
    #expect(only.lastPeriod(of: ClaimScene.provider, from: ClaimScene.municipality) == nil)
  }

  @Test("A unit that changes between versions of an allocation starts its own count (OP257)")
  func changedUnit() {
    var scene = ClaimScene(prices: [price(6_000, unit: nil)])
    scene.allocate(1, "02A03", volume: total(10))
    let first = scene.claim([line("R1", "2025-01", 9)], "2025-01")
    #expect(first.receipts[0].isApproved)
    scene.allocate(1, "02A03", volume: total(10, .effortPiece))
    let pieces = line("R2", "2025-02", 10, unit: .effortPiece)
    #expect(scene.receipt(pieces, in: "2025-02").failures.isEmpty)
    let over = line("R3", "2025-02", 11, unit: .effortPiece)
    #expect(scene.receipt(over, in: "2025-02").failures == ["TR321", "TR322"])
    scene.claim([pieces], "2025-02")
    // Back in hours, the hours of before count again and the pieces do not.
    scene.allocate(1, "02A03", volume: total(10))
    let hours = { scene.receipt(line("R4", "2025-03", $0), in: "2025-03").failures }
    #expect(hours(1).isEmpty && hours(2) == ["TR322"])
    // The hours are credited in full, whatever the unit is now.
    scene.allocate(1, "02A03", volume: total(10, .effortPiece))
    let credit = line("C1", "2025-01", 9, credits: "R1")
    let credited = scene.claim([credit], "2025-03")
    #expect(credited.receipts[0].isApproved)
    #expect(scene.balance(1).volumes[.hour] == 0)
    #expect(scene.balance(1).volumes[.effortPiece] == 10)
  }
}
