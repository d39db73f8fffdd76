import Digests
import Journal
import JournalTesting
import Quantities
import Testing

@Suite("Verifying a chain")
struct ChainVerifierTests {
  private let entries: [Entry]
  private let signer = HeadSigner()

  init() {
    var hasher = EntryHasher(digest: StandardDigest.sha256)
    let batch =
      EntryBuilder.command(1, events: 2) + EntryBuilder.command(2, events: 3)
      + EntryBuilder.command(3) + EntryBuilder.command(4, events: 4)
    entries = JournalHead.empty.sealing(batch, at: EntryBuilder.opening, with: &hasher)
  }

  private func verify(
    _ entries: [Entry],
    heads: [SignedHead] = [],
    key: [UInt8]? = nil
  )
    -> ChainReport
  {
    var verifier = ChainVerifier(
      digest: StandardDigest.sha256,
      heads: heads,
      trusting: key,
      check: StandardDigest.ed25519
    )
    for entry in entries { verifier.check(entry) }
    return verifier.finish()
  }

  private func head(_ position: Int, of entries: [Entry]? = nil) throws -> SignedHead {
    let head = (entries ?? self.entries)[position - 1].head
    return try SignedHead(head, publicKey: signer.publicKey) { try signer.signature(of: $0) }
  }

  /// The entries with new hashes, as a forger who knows the format would make them.
  private func resealed(_ entries: [Entry]) -> [Entry] {
    var hasher = EntryHasher(digest: StandardDigest.sha256)
    var previous = Digest.zero
    return entries.map { entry in
      previous = hasher.hash(of: entry, after: previous)
      return entry.with(hash: previous)
    }
  }

  @Test("LG-06: a whole chain has no faults")
  func whole() throws {
    let report = verify(entries, heads: [try head(4), try head(10)], key: signer.publicKey)
    #expect(report.isWhole && report.entryCount == 10 && report.head.position == Position(10))
  }

  @Test("LG-06: one changed entry is one fault, with its position")
  func oneChange() {
    for index in entries.indices {
      var forged = entries
      forged[index] = forged[index].changed(body: [0x7B, 0x20, 0x7D])
      #expect(
        verify(forged).faults == [ChainFault(.changed, at: entries[index].position)]
      )
      forged = entries
      forged[index] = forged[index].changed(hash: EntryBuilder.digest(5))
      #expect(
        verify(forged).faults == [ChainFault(.changed, at: entries[index].position)]
      )
    }
  }

  @Test("A command that was written twice is named with the place of the first")
  func repeatedCommand() {
    var hasher = EntryHasher(digest: StandardDigest.sha256)
    let batch =
      EntryBuilder.command(1, events: 2) + EntryBuilder.command(2)
      + EntryBuilder.command(1, events: 2)
    let entries = JournalHead.empty.sealing(batch, at: EntryBuilder.opening, with: &hasher)
    #expect(
      verify(entries).faults == [
        ChainFault(.commandRepeated(first: Position(1)), at: Position(4))
      ]
    )
  }

  @Test("LG-06: missing entries are one fault each, and what follows is judged again")
  func gaps() {
    let forged = Array(entries[...2] + entries[5...6] + entries[8...])
    #expect(
      verify(forged).faults == [
        ChainFault(.missing(next: Position(6)), at: Position(4)),
        ChainFault(.missing(next: Position(9)), at: Position(8)),
      ]
    )
    let swapped = Array(entries[...2]) + [entries[4], entries[3]] + Array(entries[5...])
    #expect(
      verify(swapped).faults.contains(
        ChainFault(.misplaced(after: Position(5)), at: Position(4))
      )
    )
  }

  @Test("LG-06: an incomplete command is named, at the end and within")
  func incompleteCommands() {
    #expect(
      verify(Array(entries[...7])).faults
        == [ChainFault(.commandIncomplete(index: 2, count: 4), at: Position(8))]
    )
    var forged = entries
    forged[4] = forged[4].changed(command: entries[5].command)
    #expect(
      verify(resealed(forged)).faults.first
        == ChainFault(.commandIncomplete(index: 2, count: 3), at: Position(4))
    )
    forged = entries
    forged[5] = forged[5].changed(command: entries[4].command)
    #expect(
      verify(resealed(forged)).faults
        == [ChainFault(.commandOutOfPlace(index: 3, count: 3), at: Position(6))]
    )
    let nothing = CommandStamp(key: .zero, body: .zero, index: 0, count: 0)
    forged[5] = forged[5].changed(command: nothing)
    #expect(!verify(resealed(forged)).isWhole)
  }

  @Test("LG-06: times that go back are named")
  func times() {
    var forged = entries
    forged[3] = forged[3].changed(recordedAt: Instant(milliseconds: 5))
    #expect(
      verify(resealed(forged)).faults == [ChainFault(.recordedEarlier, at: Position(4))]
    )
    forged = entries
    forged[3] = forged[3].changed(knownOn: CivilDate(dayNumber: 1))
    #expect(verify(resealed(forged)).faults == [ChainFault(.knownEarlier, at: Position(4))])
  }

  @Test("LG-06: a cut tail and an old copy are found by a head")
  func cutTail() throws {
    let report = verify(Array(entries[...5]), heads: [try head(4), try head(9)])
    #expect(
      report.faults == [
        ChainFault(
          .tailMissing(head: Position(9), recordedAt: EntryBuilder.opening),
          at: Position(7)
        )
      ]
    )
    #expect(verify([], heads: [try head(9)]).faults.first?.position == Position(1))
  }

  @Test("LG-06: a rewritten tail is found by a head, and heads say between which entries")
  func rewrittenTail() throws {
    var forged = entries
    forged[5] = forged[5].changed(body: [0x7B, 0x7D])
    let heads = [try head(2), try head(4), try head(7), try head(10)]
    #expect(verify(resealed(forged)).isWhole, "the chain alone cannot tell")
    #expect(
      verify(resealed(forged), heads: heads).faults == [
        ChainFault(.rewritten(after: Position(4), head: Position(7)), at: Position(7))
      ]
    )
  }

  @Test("LG-06: a head that is not signed, or by another key, is named and not believed")
  func unsignedHead() throws {
    let honest = try head(10)
    let forged = SignedHead(
      position: Position(5),
      hash: honest.hash,
      recordedAt: honest.recordedAt,
      publicKey: honest.publicKey,
      signature: honest.signature
    )
    #expect(
      verify(entries, heads: [forged]).faults == [ChainFault(.headNotSigned, at: Position(5))]
    )
    #expect(
      verify(entries, heads: [honest], key: HeadSigner().publicKey).faults
        == [ChainFault(.headNotSigned, at: Position(10))]
    )
  }

  @Test("An entry that cannot be read is one fault")
  func unreadable() {
    var verifier = ChainVerifier(digest: StandardDigest.sha256)
    for entry in entries {
      if entry.position == Position(4) {
        verifier.checkUnreadable(at: entry.position, column: "hash")
      } else {
        verifier.check(entry)
      }
    }
    #expect(
      verifier.finish().faults == [ChainFault(.unreadable(column: "hash"), at: Position(4))]
    )
  }

  @Test("A report holds a bounded number of faults and counts the rest")
  func bounded() {
    var verifier = ChainVerifier(digest: StandardDigest.sha256)
    for _ in 0..<1_000 { verifier.report(.changed, at: Position(1)) }
    let report = verifier.finish()
    #expect(report.faultCount == 1_000 && report.faults.count == ChainVerifier.maximumFaultCount)
  }

  @Test("Every fault is one sentence in Dutch and one in English, with the position in it")
  func sentences() {
    let kinds: [ChainFault.Kind] = [
      .missing(next: Position(9)), .misplaced(after: Position(9)), .changed,
      .attachmentChanged(number: 2), .unreadable(column: "actor"), .recordedEarlier, .knownEarlier,
      .commandIncomplete(index: 1, count: 2), .commandOutOfPlace(index: 1, count: 2),
      .tailMissing(head: Position(9), recordedAt: Instant(milliseconds: 0)),
      .rewritten(after: Position(3), head: Position(9)), .headNotSigned, .strayAttachment,
    ]
    for kind in kinds {
      let fault = ChainFault(kind, at: Position(7))
      for text in [fault.dutch, fault.english] {
        #expect(text.contains("7") && text.hasSuffix(".") && !text.contains("\n"))
      }
      #expect(fault.dutch != fault.english)
    }
  }
}
