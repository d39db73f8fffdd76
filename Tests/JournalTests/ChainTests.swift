import Digests
import Generators
import Journal
import JournalTesting
import Quantities
import Testing

@Suite("The hash chain")
struct ChainTests {
  static let golden = Entry(
    position: Position(2),
    recordedAt: Instant(milliseconds: 1_767_254_400_123),
    knownOn: CivilDate(dayNumber: 20_454),
    actor: "intake",
    command: CommandStamp(
      key: Digest(words: Digest.Words(1, 2, 3, 4)),
      body: Digest(words: Digest.Words(5, 6, 7, 8)),
      index: 1,
      count: 2
    ),
    event: "allocation.issued",
    eventVersion: 3,
    body: Array(#"{"amount":1250}"#.utf8),
    attachments: [
      EntryAttachment(
        layout: Layout("claim-lines", version: 1),
        bytes: [1, 2, 3],
        digest: Digest(words: Digest.Words(9, 10, 11, 12))
      )
    ],
    hash: .zero
  )

  @Test("LG-06: golden bytes of the canonical form, frozen for ever")
  func canonicalForm() {
    let previous = Digest(words: Digest.Words(0x0102_0304_0506_0708, 0, 0, 0xFF))
    let fields = [
      "0102030405060708" + String(repeating: "0", count: 32) + "00000000000000ff",
      "0000000d" + "72656769652d656e7472792d31", "00000008" + "0000000000000002",
      "00000008" + "0000019b78921c7b", "00000004" + "00004fe6", "00000006" + "696e74616b65",
      "00000020" + "0000000000000001000000000000000200000000000000030000000000000004",
      "00000020" + "0000000000000005000000000000000600000000000000070000000000000008",
      "00000004" + "00000001", "00000004" + "00000002",
      "00000011" + "616c6c6f636174696f6e2e697373756564", "00000002" + "0003",
      "0000000f" + "7b22616d6f756e74223a313235307d", "00000004" + "00000001",
      "0000000b" + "636c61696d2d6c696e6573", "00000002" + "0001",
      "00000020" + "0000000000000009000000000000000a000000000000000b000000000000000c",
    ]
    let form = Self.golden.canonicalForm(after: previous)
    #expect(Hexadecimal.text(form) == fields.joined())
  }

  @Test("LG-06: golden hash, frozen for ever")
  func goldenHash() {
    var hasher = EntryHasher(digest: StandardDigest.sha256)
    #expect(
      hasher.hash(of: Self.golden, after: .zero).description
        == "3e213ade10ff445eb1fdd567efb0234f57bb521ecd6fb9f74c2f925bb54cd397"
    )
  }

  @Test("LG-06: every field takes part in the hash")
  func everyField() {
    var hasher = EntryHasher(digest: StandardDigest.sha256)
    let entry = Self.golden
    let digest = Digest(words: Digest.Words(1, 1, 1, 1))
    var hashes: Set<Digest> = [hasher.hash(of: entry, after: .zero)]
    let changed: [Entry] = [
      entry.changed(position: Position(3)), entry.changed(recordedAt: Instant(milliseconds: 0)),
      entry.changed(knownOn: CivilDate(dayNumber: 0)), entry.changed(actor: "intak"),
      entry.changed(command: CommandStamp(key: digest, body: digest, index: 1, count: 2)),
      entry.changed(
        command: CommandStamp(key: entry.command.key, body: digest, index: 1, count: 2)
      ),
      entry.changed(
        command: CommandStamp(key: entry.command.key, body: entry.command.body, index: 2, count: 2)
      ),
      entry.changed(
        command: CommandStamp(key: entry.command.key, body: entry.command.body, index: 1, count: 3)
      ),
      entry.changed(event: "allocation.ended"), entry.changed(eventVersion: 4),
      entry.changed(body: [1]), entry.changed(attachments: []),
      entry.changed(attachments: entry.attachments + entry.attachments),
    ]
    for other in changed {
      #expect(hashes.insert(hasher.hash(of: other, after: .zero)).inserted)
    }
    #expect(hashes.insert(hasher.hash(of: entry, after: digest)).inserted)
  }

  @Test("Known-on and recorded-at never go back; the property holds for random journals")
  func timesNeverGoBack() async throws {
    let seed = SeededGenerator.freshSeed()
    var builder = EntryBuilder(seed: seed)
    var generator = SeededGenerator(seed: seed)
    let journal = MemoryJournal(digest: StandardDigest.sha256)
    var head = JournalHead.empty
    for _ in 0..<40 {
      let jump = Int64(generator.number(-90_000...200_000))
      let now = Instant(milliseconds: EntryBuilder.opening.milliseconds + jump)
      let before = head
      head = try await journal.append(
        builder.batch(commands: 3),
        expecting: head.position,
        at: now
      )
      #expect(head.recordedAt == max(now, before.recordedAt), "seed \(seed)")
    }
    var verifier = ChainVerifier(digest: StandardDigest.sha256)
    var previous = JournalHead.empty
    try await journal.scan {
      #expect($0.knownOn >= previous.knownOn, "seed \(seed)")
      previous = $0.head
      verifier.check($0)
      return true
    }
    let report = verifier.finish()
    #expect(report.isWhole, "seed \(seed): \(report.faults)")
    #expect(report.head == head)
  }
}

extension Entry {
  /// The same entry with some fields changed, as a forger would.
  func changed(
    position: Position? = nil,
    recordedAt: Instant? = nil,
    knownOn: CivilDate? = nil,
    actor: String? = nil,
    command: CommandStamp? = nil,
    event: String? = nil,
    eventVersion: UInt16? = nil,
    body: [UInt8]? = nil,
    attachments: [EntryAttachment]? = nil,
    hash: Digest? = nil
  ) -> Entry {
    Entry(
      position: position ?? self.position,
      recordedAt: recordedAt ?? self.recordedAt,
      knownOn: knownOn ?? self.knownOn,
      actor: actor ?? self.actor,
      command: command ?? self.command,
      event: event ?? self.event,
      eventVersion: eventVersion ?? self.eventVersion,
      body: body ?? self.body,
      attachments: attachments ?? self.attachments,
      hash: hash ?? self.hash
    )
  }
}
