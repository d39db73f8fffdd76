import Access
import Claims
import Columns
import Commissioning
import Journal
import Landscape
import People
import Quantities
import Region
import Rules
import Testing

private typealias Fixture = RegionFixture
private typealias Own = ProviderFixture

/// A journal whose hashes were made to fit is outside data all the same: whatever stands in it is a
/// failure with a place or is taken in, and never a trap or memory for what is not there.
@Suite("Entries that no region ever wrote, LG-05")
struct HostileEntryTests {
  /// The lives of which every entry is broken, with the state before each.
  private static let lives: [[Entry]] = {
    var history = RegionHistory(seed: 5)
    for _ in 0..<20 { history.step() }
    var examples = RuleExamples(seed: 2)
    for _ in 0..<5 { examples.step() }
    return [history.run.entries, provider.entries] + examples.entries
  }()

  private static let provider: RegionRun = {
    var run = Own.opened
    run.perform(Own.allocation("A1", number: 1))
    let lines = [
      Fixture.line("R1", month: 1, hours: 1), Fixture.line("R2", month: 2, hours: 2),
      Fixture.line("R3", month: 2, hours: 2, allocation: 7),
    ]
    run.perform(Own.sent("S1", Fixture.claim("D1", month: 2, lines)))
    run.perform(
      Own.answer("T1", to: "S1", "D1", claimed: 30_000, awarded: 18_000, refused: [lines[1]])
    )
    let credit = [Fixture.line("C1", month: 1, hours: 1, credits: "R1")]
    run.perform(Own.sent("S2", Fixture.claim("D2", month: 2, credit)))
    run.perform(Own.answer("T2", to: "S2", "D2", claimed: -6_000, awarded: -6_000))
    run.perform(Own.sent("S3", Fixture.claim("D3", month: 2, lines)))
    run.perform(Own.answer("T3", to: "S3", nil, refusal: ["0001"]))
    run.perform(Own.allocation("A2", number: 7))
    return run
  }()

  @Test("A broken entry is a failure or an event of the region", arguments: 1...6)
  func broken(seed: UInt64) throws {
    var attack = Attack(seed: seed)
    var taken = 0
    var refused = 0
    for entries in Self.lives {
      var state = RegionState()
      for entry in entries {
        for _ in 0..<40 {
          let broken = attack.breaking(entry)
          var next = state
          do throws(EventFailure) { try next.take(broken) } catch {
            refused += 1
            #expect(error.position == entry.position)
            continue
          }
          taken += 1
          goOn(from: next, broken)
        }
        try state.take(entry)
      }
    }
    #expect(taken > 200 && refused > 200, "\(taken) \(refused)")
  }

  /// A region that took a broken entry in goes on: it writes itself, explains and judges.
  private func goOn(from state: RegionState, _ entry: Entry) {
    let bytes = state.snapshot()
    if let read = try? RegionState(snapshot: bytes) { #expect(read.snapshot() == bytes) }
    if case .claim(.judged(let claim)) = try? EventTable.event(of: entry) {
      _ = RegionHistory.json(claim, in: state)
    }
    if case .claim(.tableJudged(let table)) = try? EventTable.event(of: entry) {
      _ = RegionHistory.json(table, in: state)
    }
    let rows = [
      Fixture.delivered(2, month: 3, hours: 2),
      Fixture.delivered(3, month: 4, hours: 1, credits: "R1"),
      Fixture.delivered(4, law: .participation, month: 3, hours: 2, product: "IAT"),
    ]
    _ = try? state.decide(Fixture.deliveries(9, rows), on: Fixture.today)
    let lines = [
      Fixture.line("Z1", month: 12, hours: 3), Fixture.line("Z2", month: 11, hours: 3, client: 1),
      Fixture.line("Z3", month: 12, hours: 1, credits: "R1"),
    ]
    _ = try? state.decide(
      Fixture.received("Z1", Fixture.claim("Z1", month: 12, lines)),
      on: Fixture.today
    )
    _ = try? state.decide(
      Own.answer("Z9", to: "S1", "D1", claimed: 30_000, awarded: 30_000),
      on: Fixture.today
    )
  }

  @Test("A broken entry of a book is a failure or an event of the region", arguments: 1...3)
  func brokenBooks(seed: UInt64) throws {
    var attack = Attack(seed: seed)
    var taken = 0
    var refused = 0
    var state = RegionState()
    let entries = BookFixture.life.entries + SupplyFixture.life.entries
    for entry in entries {
      if entry.position.rawValue == 1 { state = RegionState() }
      for _ in 0..<12 {
        var next = state
        do throws(EventFailure) { try next.take(attack.breaking(entry)) } catch {
          refused += 1
          #expect(error.position == entry.position)
          continue
        }
        taken += 1
        try goOnWithBooks(from: next)
      }
      try state.take(entry)
    }
    #expect(taken > 50 && refused > 50, "\(taken) \(refused)")
  }

  /// A region whose books hold something broken goes on: it writes itself, decides and answers.
  private func goOnWithBooks(from state: RegionState) throws {
    let bytes = state.snapshot()
    #expect(try RegionState(snapshot: bytes).snapshot() == bytes)
    for (command, at) in BookFixture.commands {
      if case .strategy = command { continue }
      _ = try? state.decide(command, on: day(at))
    }
    for contract in state.contracts.contracts.values {
      _ = contract.parts(on: Fixture.today)
      _ = contract.nextDecisiveDate(from: Fixture.today)
      _ = contract.version(on: Fixture.today)
    }
    for procedure in state.procedures.procedures.values {
      _ = procedure.ranking(of: BookFixture.label("regionaal"))
    }
    _ = state.strategies.holding(.socialSupport, on: Fixture.today)
    _ = AgreementIndex.make(state.contracts)
    _ = state.transitionSignals()
    _ = state.contractedDifference(from: Fixture.today, to: Fixture.today)
    _ = CoverageMatrix(state.coverage, contracts: state.contracts, on: Fixture.today).findings(
      municipalities: state.coverageMunicipalities,
      targetGroups: ["dg-a"],
      products: state.coverageProducts(on: Fixture.today)
    )
    _ = state.suppliers.alerts(contracts: state.contracts, on: Fixture.today)
    _ = state.suppliers.evaluations(contracts: state.contracts, on: Fixture.today)
    for forms in state.segmentForms {
      _ = state.suppliers.coverage(of: forms, contracts: state.contracts, on: Fixture.today)
    }
  }

  @Test("Slots, rows and places beyond their table are refused by name")
  func beyond() throws {
    let entries = Self.lives[1]
    var state = RegionState()
    for entry in entries {
      if entry.event == "claim.submitted" {
        for slot in [Int32(99), .max] {
          let count = try #require(try? ClaimColumns.slots(Self.slots(entry))).count
          let broken = entry.with(ClaimColumns.write(slots: Array(repeating: slot, count: count)))
          var next = state
          let failure = #expect(throws: EventFailure.self) { try next.take(broken) }
          #expect(failure?.why.contains("toewijzing die er niet is") == true)
        }
      }
      if entry.event == "claim.answered" {
        for place in [Int32(3), .max] {
          var next = state
          let broken = entry.with(ClaimColumns.write(slots: [place]))
          #expect(throws: EventFailure.self) { try next.take(broken) }
        }
      }
      try state.take(entry)
    }
  }

  private static func slots(_ entry: Entry) -> [UInt8] {
    entry.attachments.first { $0.layout == ClaimColumns.slotsLayout }?.bytes ?? []
  }
}

extension Entry {
  /// The entry with other slots.
  fileprivate func with(_ slots: [UInt8]) -> Entry {
    replacing(body: body) { $0 == ClaimColumns.slotsLayout ? slots : nil }
  }

  /// The entry with another body and other bytes for some of its columns; taking in does not look
  /// at hashes, which a forger makes fit.
  fileprivate func replacing(body: [UInt8], columns: (Layout) -> [UInt8]?) -> Entry {
    Entry(
      position: position,
      recordedAt: recordedAt,
      knownOn: knownOn,
      actor: actor,
      command: command,
      event: event,
      eventVersion: eventVersion,
      body: body,
      attachments: attachments.map {
        Attachment(layout: $0.layout, bytes: columns($0.layout) ?? $0.bytes, digest: $0.digest)
      },
      hash: hash
    )
  }
}

/// Breaks entries in the ways that hurt: numbers at the ends of their range, and stray bytes.
private struct Attack {
  private var random: UInt64

  init(seed: UInt64) { random = StableHash.of(seed, seed: 99) }

  private mutating func number(_ limit: Int) -> Int {
    random = StableHash.of(random, seed: 3)
    return limit > 0 ? Int(random % UInt64(limit)) : 0
  }

  mutating func breaking(_ entry: Entry) -> Entry {
    let bulk = entry.attachments
    let place = number(bulk.count + 1)
    guard place < bulk.count else {
      return entry.replacing(body: breakingBody(entry.body)) { _ in nil }
    }
    let broken = breakingColumns(bulk[place].bytes)
    return entry.replacing(body: entry.body) { $0 == bulk[place].layout ? broken : nil }
  }

  /// Puts an extreme number in the place of one of the numbers, or a stray byte anywhere.
  private mutating func breakingBody(_ body: [UInt8]) -> [UInt8] {
    let extremes = [
      "-1", "0", "9223372036854775807", "-9223372036854775808", "4294967295", "2147483648",
      "99999999999999999999",
    ]
    var runs: [Range<Int>] = []
    var start: Int?
    for (place, byte) in body.enumerated() {
      let isDigit = byte >= 0x30 && byte <= 0x39
      if isDigit, start == nil { start = place }
      if !isDigit, let first = start {
        runs.append(first..<place)
        start = nil
      }
    }
    guard number(4) > 0, !runs.isEmpty else { return breakingBytes(body) }
    // Numbers stand after a colon; digits within texts are broken as well.
    let bare = runs.filter { $0.lowerBound > 0 && body[$0.lowerBound - 1] == 0x3A }
    let chosen = bare.isEmpty || number(3) == 0 ? runs : bare
    var broken = body
    broken.replaceSubrange(
      chosen[number(chosen.count)],
      with: Array(extremes[number(extremes.count)].utf8)
    )
    return broken
  }

  /// Puts a number of many bytes in the place of one byte, or breaks bytes.
  private mutating func breakingColumns(_ bytes: [UInt8]) -> [UInt8] {
    guard number(2) == 0, !bytes.isEmpty else { return breakingBytes(bytes) }
    var writer = BinaryWriter()
    let extremes: [Int64] = [.min, .max, Int64(Int32.max), Int64(Int32.min), -1, 1 << 40, 300]
    writer.signed(extremes[number(extremes.count)])
    var broken = bytes
    let place = number(bytes.count)
    broken.replaceSubrange(place..<place + 1, with: writer.bytes)
    return broken
  }

  private mutating func breakingBytes(_ bytes: [UInt8]) -> [UInt8] {
    var broken = bytes
    for _ in 0...number(3) where !broken.isEmpty {
      let place = number(broken.count)
      switch number(4) {
      case 0: broken.remove(at: place)
      case 1: broken[place] = [0, 1, 0x7F, 0x80, 0xFF][number(5)]
      default: broken[place] = UInt8(truncatingIfNeeded: number(256))
      }
    }
    return broken
  }
}
