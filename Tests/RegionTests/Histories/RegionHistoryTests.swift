import Claims
import Journal
import Region
import Rules
import Testing

@Suite("Properties of a region over generated histories, IM-06")
struct RegionHistoryTests {
  static let seeds = UInt64(1)...120
  static let steps = 24

  @Test("A receipt gives the same bytes later, also after annulments and from a snapshot")
  func receipts() throws {
    var count = 0
    var tableCount = 0
    for seed in Self.seeds {
      var history = RegionHistory(seed: seed)
      for _ in 0..<Self.steps { history.step() }
      let restored = try RegionState(snapshot: history.run.state.snapshot())
      for (claim, json) in history.told {
        for row in claim.notice.lines.indices {
          let explanation = try #require(
            history.run.state.explanation(of: claim, row: row),
            "seed \(seed), claim \(claim.notice.number), line \(row)"
          )
          #expect(explanation.isReproduced, "seed \(seed)")
          count += 1
        }
        #expect(RegionHistory.json(claim, in: history.run.state) == json, "seed \(seed)")
        #expect(RegionHistory.json(claim, in: restored) == json, "seed \(seed)")
      }
      for (table, json) in history.toldTables {
        for row in table.facts.indices {
          let explanation = history.run.state.explanation(of: table, row: row)
          #expect(explanation?.isReproduced == true, "seed \(seed), row \(row)")
          tableCount += 1
        }
        #expect(RegionHistory.json(table, in: history.run.state) == json, "seed \(seed)")
        #expect(RegionHistory.json(table, in: restored) == json, "seed \(seed)")
      }
    }
    #expect(tableCount > 300)
    #expect(count > 2_000)
  }

  @Test("The claims in the journal read back as the claims that were judged")
  func journal() throws {
    for seed in Self.seeds.prefix(40) {
      var history = RegionHistory(seed: seed)
      for _ in 0..<Self.steps { history.step() }
      let read = try history.run.entries.compactMap { entry -> ClaimJudged? in
        guard case .claim(.judged(let claim)) = try EventTable.event(of: entry) else { return nil }
        return claim
      }
      #expect(read.count == history.told.count, "seed \(seed)")
      for (claim, told) in zip(read, history.told) {
        #expect(claim.notice.lines == told.claim.notice.lines, "seed \(seed)")
        #expect(claim.verdict.receipts == told.claim.verdict.receipts, "seed \(seed)")
        #expect(claim.basis == told.claim.basis, "seed \(seed)")
        #expect(RegionHistory.json(claim, in: history.run.state) == told.json, "seed \(seed)")
      }
    }
  }

  @Test("A state from a snapshot is the state from the beginning, at every prefix and after it")
  func snapshots() throws {
    for seed in Self.seeds.prefix(40) {
      var history = RegionHistory(seed: seed)
      for _ in 0..<Self.steps { history.step() }
      let entries = history.run.entries
      let end = history.run.state.snapshot()
      for prefix in stride(from: 0, through: entries.count, by: max(1, entries.count / 6)) {
        var state = RegionState()
        for entry in entries[..<prefix] { try state.take(entry) }
        let bytes = state.snapshot()
        var resumed = try RegionState(snapshot: bytes)
        #expect(resumed.snapshot() == bytes, "seed \(seed), prefix \(prefix)")
        #expect(RegionState.snapshotPosition(bytes) == state.head.position)
        for entry in entries[prefix...] { try resumed.take(entry) }
        #expect(resumed.snapshot() == end, "seed \(seed), prefix \(prefix)")
        #expect(resumed.ledger == history.run.state.ledger, "seed \(seed), prefix \(prefix)")
      }
    }
  }

  @Test("A snapshot that was damaged is refused or reads as a snapshot, and never traps")
  func damaged() {
    var history = RegionHistory(seed: 3)
    for _ in 0..<12 { history.step() }
    let bytes = history.run.state.snapshot()
    for place in stride(from: 0, to: bytes.count, by: 3) {
      for flip in [UInt8(1), 0x80, 0xFF] {
        var broken = bytes
        broken[place] ^= flip
        // What reads without a failure is whole: it can be written again.
        if let state = try? RegionState(snapshot: broken) { _ = state.snapshot() }
      }
      _ = try? RegionState(snapshot: Array(bytes[..<place]))
    }
  }
}
