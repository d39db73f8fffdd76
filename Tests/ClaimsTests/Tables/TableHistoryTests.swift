import Claims
import Commissioning
import Journal
import People
import Quantities
import Testing

@Suite("Properties of claims by message and by table, with taken-over balances")
struct TableHistoryTests {
  static let seeds = UInt64(1)...200
  static let steps = 12

  @Test("No verdict takes the awarded sum above the allocation, at any prefix of history")
  func ceilings() throws {
    var approved = 0
    var refused = 0
    for seed in Self.seeds {
      var history = ClaimHistory(seed: seed, opened: true)
      for step in 0..<Self.steps {
        let notice = history.next()
        let judged: [(ClaimNotice, ClaimVerdict)] =
          step % 2 == 0
          ? [(notice, history.take(notice))] : history.takeTable(notice).map { ($0, $1) }
        for (notice, verdict) in judged {
          for (line, receipt) in zip(notice.lines, verdict.receipts) {
            refused += receipt.isApproved ? 0 : 1
            guard receipt.isApproved, !line.isCredit, line.allocationNumber > 0 else { continue }
            approved += 1
            let number = line.allocationNumber
            if let most = history.model.ceilings[number]?.minutes {
              #expect(history.model.minutes(number) <= most, "seed \(seed), step \(step)")
            }
            if let most = history.model.ceilings[number]?.cents {
              #expect(history.model.cents(number) <= most, "seed \(seed), step \(step)")
            }
          }
        }
        for number in Int64(1)...4 {
          let balance = history.scene.balance(number)
          #expect(balance.volumes[.minute] == history.model.minutes(number), "seed \(seed)")
          #expect(balance.amount == Cents(history.model.cents(number)), "seed \(seed)")
          #expect(Int(balance.standingLines) == history.model.count(number), "seed \(seed)")
        }
        let ledger = history.scene.ledger
        var reader = BinaryReader(written(ledger))
        let read = try ClaimLedger(from: &reader)
        try reader.finish()
        #expect(read == ledger && written(read) == written(ledger), "seed \(seed), step \(step)")
      }
    }
    #expect(approved > 1_000 && refused > 500, "\(approved) \(refused)")
  }

  @Test("Any order of the rows of a table gives the same verdicts")
  func order() {
    for seed in Self.seeds.prefix(100) {
      var history = ClaimHistory(seed: seed, opened: true)
      for _ in 0..<Self.steps {
        let lines = history.rows(of: history.next())
        var straight = history.scene
        var reversed = history.scene
        let one = verdicts(straight.table(lines))
        #expect(verdicts(reversed.table(lines.reversed())) == one, "seed \(seed)")
        history.scene = straight
      }
    }
  }

  private func verdicts(_ tables: [TableJudged]) -> [Int32: [String]] {
    var found: [Int32: [String]] = [:]
    for table in tables {
      for (row, fact) in table.facts.enumerated() { found[fact.row] = table.failures(row) }
    }
    return found
  }

  private func written(_ ledger: ClaimLedger) -> [UInt8] {
    var writer = BinaryWriter()
    ledger.write(to: &writer)
    return writer.bytes
  }
}

extension ClaimHistory {
  /// The lines of a claim as rows of a table; every third leaves the allocation out.
  func rows(of notice: ClaimNotice) -> [DeliveredLine] {
    notice.lines.enumerated().map { index, line in
      DeliveredLine(
        row: Int32(index + 2),
        law: .socialSupport,
        municipality: notice.municipality,
        provider: notice.provider,
        client: notice.clients[Int(line.clientIndex)].key,
        allocationNumber: index % 3 == 2 ? nil : line.allocationNumber,
        category: line.category,
        code: line.code,
        period: line.period,
        volume: line.volume,
        unit: line.unit,
        tariff: line.tariff,
        amount: line.amount,
        reference: line.reference,
        previousReference: line.previousReference
      )
    }
  }

  /// Judges the lines of a claim as a table and takes them over, here and in the naive books.
  mutating func takeTable(_ notice: ClaimNotice) -> [(ClaimNotice, ClaimVerdict)] {
    scene.table(rows(of: notice)).map { table in
      model.take(table.claim.notice, table.claim.verdict)
      return (table.claim.notice, table.claim.verdict)
    }
  }
}
