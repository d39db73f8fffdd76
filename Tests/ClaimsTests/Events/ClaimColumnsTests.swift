import Claims
import Generators
import Journal
import Quantities
import Rules
import Testing

private typealias Fixture = ClaimEventFixture

@Suite("Columns of claims in the journal")
struct ClaimColumnsTests {
  /// The bytes of every layout, as they were first released; they never change.
  fileprivate static let golden: [(layout: Layout, bytes: [UInt8], hex: String)] = [
    (ClaimColumns.linesLayout, ClaimColumns.write(Fixture.lines), goldenLines),
    (
      ClaimColumns.clientsLayout, ClaimColumns.write(Fixture.clients, Fixture.verdicts),
      goldenClients
    ),
    (ClaimColumns.receiptsLayout, ClaimColumns.write(Fixture.receipts), goldenReceipts),
    (ClaimColumns.slotsLayout, ClaimColumns.write(slots: [0, -1, 7, 7]), goldenSlots),
    (TableColumns.layout, TableColumns.write(Fixture.facts), goldenFacts),
  ]

  @Test("Every layout has the bytes it was released with")
  func bytes() {
    for (layout, bytes, hex) in Self.golden {
      #expect(Hexadecimal.text(bytes) == hex, "\(layout.name)")
      #expect(layout.version == 1)
    }
    #expect(
      Self.golden.map(\.layout.name) == [
        "claim-lines", "claim-clients", "claim-receipts", "claim-slots", "claim-table",
      ]
    )
  }

  @Test("The bytes of a release read back as the values")
  func values() throws {
    let bytes = try Self.golden.map { try #require(Hexadecimal.bytes($0.hex)) }
    #expect(try ClaimColumns.lines(bytes[0]) == Fixture.lines)
    let clients = try ClaimColumns.clients(bytes[1])
    #expect(clients.clients == Fixture.clients)
    #expect(clients.verdicts == Fixture.verdicts)
    #expect(try ClaimColumns.receipts(bytes[2]) == Fixture.receipts)
    #expect(try ClaimColumns.slots(bytes[3]) == [0, -1, 7, 7])
    #expect(try TableColumns.facts(bytes[4]) == Fixture.facts)
  }

  @Test("Empty columns read back empty")
  func empty() throws {
    #expect(try ClaimColumns.lines(ClaimColumns.write([ClaimLine]())).isEmpty)
    #expect(try ClaimColumns.clients(ClaimColumns.write([], [])).clients.isEmpty)
    #expect(try ClaimColumns.receipts(ClaimColumns.write([LineReceipt]())).isEmpty)
    #expect(try ClaimColumns.slots(ClaimColumns.write(slots: [])).isEmpty)
  }

  @Test("Damaged bytes are a failure or a value, and never a trap", arguments: 1...20)
  func damaged(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for (_, bytes, _) in Self.golden {
      for _ in 0..<500 {
        let broken = mutated(bytes, &random)
        if let lines = try? ClaimColumns.lines(broken) { _ = ClaimColumns.write(lines) }
        if let read = try? ClaimColumns.clients(broken) {
          _ = ClaimColumns.write(read.clients, read.verdicts)
        }
        if let receipts = try? ClaimColumns.receipts(broken) { _ = ClaimColumns.write(receipts) }
        if let slots = try? ClaimColumns.slots(broken) { _ = ClaimColumns.write(slots: slots) }
      }
    }
  }

  @Test("A damaged entry is a failure or an event, and never a trap", arguments: 1...10)
  func damagedEntries(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for event in [Fixture.judged, Fixture.submitted, Fixture.answered, Fixture.annulled] {
      let entry = Fixture.entry(event)
      for _ in 0..<300 {
        let broken = Entry(
          position: entry.position,
          recordedAt: entry.recordedAt,
          knownOn: entry.knownOn,
          actor: entry.actor,
          command: entry.command,
          event: entry.event,
          eventVersion: entry.eventVersion,
          body: Bool.random(using: &random) ? entry.body : mutated(entry.body, &random),
          attachments: entry.attachments.map {
            Bool.random(using: &random)
              ? $0
              : Attachment(layout: $0.layout, bytes: mutated($0.bytes, &random), digest: .zero)
          },
          hash: .zero
        )
        guard let read = try? ClaimEvent(broken) else { continue }
        evolve(read)
      }
    }
  }

  /// Takes an event into a ledger: whatever reads as an event can be taken in.
  private func evolve(_ event: ClaimEvent) {
    var ledger = ClaimLedger()
    switch event {
    case .judged(let judged):
      // A slot is bounded by the book that gave it out; the ledger makes room for what it is given.
      guard judged.verdict.receipts.allSatisfy({ $0.allocation < 10_000 }) else { return }
      ledger.record(
        judged.notice,
        receipts: judged.verdict.receipts,
        awarded: judged.verdict.awarded,
        at: 1
      )
    case .submitted(let submitted):
      guard submitted.allocations.allSatisfy({ $0 < 10_000 }) else { return }
      ledger.submit(submitted.notice, allocations: submitted.allocations, at: 1)
      ledger.answer(claim: 0, refused: [1], awarded: .zero)
    case .tableJudged(let table):
      guard table.claim.verdict.receipts.allSatisfy({ $0.allocation < 10_000 }) else { return }
      ledger.record(table, at: 1)
    case .balanceTakenOver(let balance): ledger.open(balance, on: 3, at: 1)
    case .answered, .annulled: break
    }
    var writer = BinaryWriter()
    ledger.write(to: &writer)
    var reader = BinaryReader(writer.bytes)
    #expect((try? ClaimLedger(from: &reader)) == ledger)
  }

  private func mutated(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
      default: bytes.removeLast(Int.random(in: 0...min(8, bytes.count), using: &random))
      }
    }
    return bytes
  }
}

@Suite("Events of claims in the journal")
struct ClaimEventTests {
  private static let head =
    #"{"municipality":"0344","provider":"99990101","number":"D-2025-01","first":"2025-01-01","#
    + #""last":"2025-01-31","dated":"2025-02-05","claimed":164060,"lines":4"#

  /// Every event with its stored name and its body; neither ever changes.
  private static let golden: [(ClaimEvent, String, String)] = [
    (
      Fixture.judged, "claim.judged",
      head + #","awarded":-90000,"claimRefusedBy":0,"day":"2025-02-06","#
        + #""ruleSets":["a/1","b/1","c/1"],"priceList":2,"settings":1}"#
    ),
    (Fixture.submitted, "claim.submitted", head + #","schema":"1.0.0 1.0.1"}"#),
    (
      Fixture.answered, "claim.answered",
      #"{"message":41,"provider":"99990101","number":"D-2025-01","awarded":99000}"#
    ),
    (Fixture.annulled, "claim.annulled", #"{"message":41}"#),
    (
      Fixture.tableJudged, "claim.table-judged",
      head + #","awarded":-90000,"claimRefusedBy":0,"day":"2025-02-06","#
        + #""ruleSets":["a/1","b/1","c/1"],"priceList":2,"settings":1,"law":"participatiewet","#
        + #""ceilings":[{"contract":"C-1","first":"2025-01-01","last":"2025-01-31","amount":500,"#
        + #""products":["CAT","IAT"],"awardedBefore":20}]}"#
    ),
    (
      Fixture.balanceTakenOver, "claim.balance-taken-over",
      #"{"municipality":"0344","number":7,"volume":90,"unit":"01","amount":15300}"#
    ),
  ]

  /// The version of each body that is written now.
  private static let versions: [UInt16] = [1, 2, 2, 1, 1, 1]

  @Test("Every event has its stored name and its golden body")
  func bodies() {
    for (event, name, body) in Self.golden {
      #expect(event.name == name)
      #expect(String(decoding: event.body, as: UTF8.self) == body)
    }
    #expect(Self.golden.map(\.0.version) == Self.versions)
    #expect(Self.golden.map(\.1) == ClaimEvent.names)
  }

  @Test("Every event reads back as it was written")
  func reading() throws {
    for (event, _, body) in Self.golden {
      let read = try ClaimEvent(Fixture.entry(event, body: Array(body.utf8)))
      #expect(read.name == event.name)
      #expect(read.body == event.body)
      #expect(read.attachments == event.attachments)
    }
  }

  @Test("A claim of our own of version 1 reads back, without schema versions")
  func olderVersion() throws {
    let body = Array((Self.head + "}").utf8)
    let read = try ClaimEvent(Fixture.entry(Fixture.submitted, body: body, version: 1))
    guard case .submitted(let event) = read else {
      Issue.record("it is another event")
      return
    }
    #expect(event.notice.schemaVersion == nil && event.notice.lines == Fixture.lines)
    for version in [UInt16(0), 3] {
      #expect(throws: ClaimEventFailure.self) {
        try ClaimEvent(Fixture.entry(Fixture.submitted, version: version))
      }
    }
  }

  @Test("Columns that do not belong to the body are a failure")
  func mismatch() {
    let other = ClaimEvent.judged(
      ClaimJudged(
        notice: Fixture.notice,
        verdict: ClaimVerdict(
          claim: Assessment(),
          clients: Fixture.verdicts,
          receipts: Array(Fixture.receipts.dropLast()),
          awarded: .zero
        ),
        basis: ClaimBasis(day: day("2025-02-06"), ruleSets: [], priceList: 0, settings: 0)
      )
    )
    #expect(throws: ClaimEventFailure.self) { try ClaimEvent(Fixture.entry(other)) }
    let slots = ClaimEvent.submitted(ClaimSubmitted(notice: Fixture.notice, allocations: [1]))
    #expect(throws: ClaimEventFailure.self) { try ClaimEvent(Fixture.entry(slots)) }
  }
}

// MARK: - Golden bytes

private let goldenLines =
  "0403522d3103522d3203522d3303432d310400000003522d300104040002010001080402000c0b000104"
  + "020203020205303241303305303341303301040400000201010404f2b9023e3d3d010404aeba0238373d"
  + "0108041eb406fe8501b18c0100010404015304010804e05dad5bb302e25d010804a0fe0ad78503f7eb06"
  + "d0f10900010400000001"
private let goldenClients =
  "0008020100000000000000efcdab89674523010008020200000000000000ffffffffffffffff00080200"
  + "000000000000000100000000000000"
private let goldenReceipts =
  "0104040001000a010804181700c60101040406070000010804880e870e0001010804a0fe0a9ffe0a0003"
  + "0104040100000c000104000000030104040100001201040401000102010804000004030108040000f80f"
  + "f70f00010401000101"
private let goldenSlots =
  "01040400011000"
private let goldenFacts =
  "0104040402020a000104010000000104040004030001040401000126010404000100000108042827"
  + "0000"
