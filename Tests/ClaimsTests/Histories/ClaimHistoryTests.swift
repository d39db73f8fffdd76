import Access
import Claims
import Commissioning
import Journal
import Quantities
import Rules
import Testing

@Suite("Properties of claims over generated histories")
struct ClaimHistoryTests {
  static let seeds = UInt64(1)...300
  static let claims = 14

  @Test("No verdict takes the awarded sum above the version it names, at any prefix")
  func ceilings() {
    var approved = 0
    var refused = 0
    var credited = 0
    for seed in Self.seeds {
      var history = ClaimHistory(seed: seed)
      for step in 0..<Self.claims {
        let notice = history.next()
        let verdict = history.take(notice)
        for (line, receipt) in zip(notice.lines, verdict.receipts) {
          approved += receipt.isApproved && !line.isCredit ? 1 : 0
          credited += receipt.isApproved && line.isCredit ? 1 : 0
          refused += receipt.isApproved ? 0 : 1
          guard receipt.isApproved, !line.isCredit else { continue }
          let number = line.allocationNumber
          let ceiling = history.model.ceilings[number]
          if let most = ceiling?.minutes {
            #expect(history.model.minutes(number) <= most, "seed \(seed), step \(step)")
          }
          if let most = ceiling?.cents {
            #expect(history.model.cents(number) <= most, "seed \(seed), step \(step)")
          }
        }
      }
    }
    // The histories are worth something only when all of it happens often.
    #expect(
      approved > 3_000 && refused > 1_000 && credited > 300,
      "\(approved) \(refused) \(credited)"
    )
  }

  @Test("Balances are what plain adding up gives: credits restore, refusals change nothing")
  func balances() {
    for seed in Self.seeds {
      var history = ClaimHistory(seed: seed)
      for step in 0..<Self.claims {
        let notice = history.next()
        _ = history.take(notice)
        for number in Int64(1)...4 {
          let balance = history.scene.balance(number)
          #expect(
            balance.volumes[.minute] == history.model.minutes(number),
            "seed \(seed), step \(step)"
          )
          #expect(
            balance.amount == Cents(history.model.cents(number)),
            "seed \(seed), step \(step)"
          )
          #expect(Int(balance.standingLines) == history.model.count(number), "seed \(seed)")
        }
      }
    }
  }

  @Test("Any order of the lines gives the same verdicts")
  func order() {
    for seed in Self.seeds {
      var history = ClaimHistory(seed: seed)
      for step in 0..<Self.claims {
        let notice = history.next()
        let straight = byReference(notice, history.scene.verdict(notice))
        for _ in 0..<3 {
          let mixed = history.shuffled(notice)
          let other = history.scene.verdict(mixed)
          #expect(byReference(mixed, other) == straight, "seed \(seed), step \(step)")
          #expect(other.awarded == history.scene.verdict(notice).awarded, "seed \(seed)")
        }
        _ = history.take(notice)
      }
    }
  }

  @Test("The approved lines add up to what is awarded, and judging again gives the same")
  func awarded() {
    for seed in Self.seeds {
      var history = ClaimHistory(seed: seed)
      for step in 0..<Self.claims {
        let notice = history.next()
        let first = history.scene.verdict(notice)
        let again = history.scene.verdict(notice)
        #expect(first.receipts == again.receipts, "seed \(seed), step \(step)")
        #expect(first.clients == again.clients && first.awarded == again.awarded)
        let sum = zip(notice.lines, first.receipts).reduce(Int64(0)) {
          $0 + ($1.1.isApproved ? $1.0.signedAmount.rawValue : 0)
        }
        #expect(first.awarded == Cents(sum), "seed \(seed), step \(step)")
        #expect(history.take(notice).receipts == first.receipts)
      }
    }
  }

  @Test("One more allocation never refuses what was approved")
  func moreAllocations() {
    for seed in Self.seeds {
      var history = ClaimHistory(seed: seed)
      for step in 0..<Self.claims {
        let notice = history.next()
        let before = history.scene.verdict(notice)
        for number in [Int64(9), 10] {
          var richer = history.scene
          richer.allocate(number, "02A03", volume: total(5), client: ClaimScene.client)
          let after = richer.verdict(notice)
          for (old, new) in zip(before.receipts, after.receipts) where old.isApproved {
            #expect(new.isApproved, "seed \(seed), step \(step)")
          }
        }
        _ = history.take(notice)
      }
    }
  }

  @Test("A ledger read from a snapshot is the ledger that was written, and goes on as it does")
  func snapshots() throws {
    for seed in UInt64(1)...100 {
      var history = ClaimHistory(seed: seed)
      var resumed: ClaimScene?
      for step in 0..<Self.claims {
        let notice = history.next()
        let expected = history.scene.verdict(notice)
        if var scene = resumed {
          scene.allocations = history.scene.allocations
          scene.position = history.scene.position
          #expect(scene.verdict(notice).receipts == expected.receipts, "seed \(seed), step \(step)")
          #expect(
            scene.claim(notice.lines, String("\(notice.period.first)".prefix(7))).awarded
              == expected.awarded
          )
          resumed = scene
        }
        _ = history.take(notice)
        let ledger = history.scene.ledger
        if let resumed { #expect(resumed.ledger == ledger, "seed \(seed), step \(step)") }
        let bytes = written(ledger)
        var reader = BinaryReader(bytes)
        let read = try ClaimLedger(from: &reader)
        try reader.finish()
        #expect(read == ledger, "seed \(seed), step \(step)")
        #expect(written(read) == bytes, "seed \(seed), step \(step)")
        if step == 5 {
          resumed = history.scene
          resumed?.ledger = read
        }
      }
    }
  }

  private func written(_ ledger: ClaimLedger) -> [UInt8] {
    var writer = BinaryWriter()
    ledger.write(to: &writer)
    return writer.bytes
  }

  private func byReference(_ notice: ClaimNotice, _ verdict: ClaimVerdict) -> [String: [String]] {
    var found: [String: [String]] = [:]
    for (line, receipt) in zip(notice.lines, verdict.receipts) {
      found[line.reference] =
        receipt.isAssessed ? receipt.failures + ["/"] + receipt.skipped : ["client"]
    }
    return found
  }
}
