import Digests
import Foundation
import Generators
import Journal
import People
import PeopleTesting
import Quantities
import Testing
import VaultSQLite

@Suite("LG-06: access records verified by whoever has the export and the public key")
struct AccessVerifierTests {
  private func verify(
    _ records: ExportedRecords,
    kept: [SignedAccessHead] = [],
    trusting publicKey: [UInt8]?
  ) -> AccessReport {
    var verifier = AccessExportVerifier(
      digest: StandardDigest.sha256,
      kept: kept,
      trusting: publicKey,
      check: StandardDigest.ed25519
    )
    for line in records.lines { verifier.check(line: line) }
    return verifier.finish()
  }

  @Test("LG-06: records that nobody touched are whole and confirmed to the last")
  func untouched() throws {
    let signer = HeadSigner()
    for count in [1, 6, 7, 8, 100] {
      let records = try ExportedRecords.make(seed: 1, count: count, signer: signer)
      let report = verify(records, trusting: signer.publicKey)
      #expect(report.isWhole && report.confirmed == UInt64(count), "\(report.faults)")
      #expect(report.head == records.heads.last?.head)
    }
    let nothing = verify(ExportedRecords(heads: [], records: []), trusting: nil)
    #expect(nothing.isWhole && nothing.head.number == 0)
  }

  @Test("LG-06: 10,000 random attacks are all found, and the number is named")
  func randomAttacks() throws {
    let signer = HeadSigner()
    let seed: UInt64 = 6_962
    var generator = SeededGenerator(seed: seed)
    var kinds: [String: Int] = [:]
    var missed = 0
    var records = ExportedRecords(heads: [], records: [])
    for round in 0..<10_000 {
      // Other records now and then only: making and signing them costs more than attacking.
      if round % 400 == 0 {
        let count = 6 + round / 800
        records = try .make(seed: generator.next(), count: count, signer: signer)
      }
      let attack = AccessAttack.random(on: records, using: &generator)
      let report = verify(attack.forged, kept: records.heads, trusting: signer.publicKey)
      kinds[String(attack.kind.prefix(8)), default: 0] += 1
      let isNamed = report.faults.contains { attack.numbers.contains($0.number) }
      if report.isWhole || !isNamed { missed += 1 }
      if missed > 0, missed < 5 {
        #expect(
          !report.isWhole && isNamed,
          "seed \(seed), round \(round): \(attack) gave \(report.faults)"
        )
      }
    }
    #expect(missed == 0, "seed \(seed)")
    #expect(kinds.count == AccessAttack.kindCount, "kinds tried: \(kinds)")
  }

  @Test("LG-06: heads of another key are refused when the right one is known")
  func otherKey() throws {
    let right = HeadSigner()
    let wrong = HeadSigner()
    let forged = try ExportedRecords.make(seed: 2, count: 10, signer: wrong)
    #expect(verify(forged, trusting: nil).isWhole)
    let report = verify(forged, trusting: right.publicKey)
    #expect(report.faults.allSatisfy { $0.kind == .headNotSigned } && report.faultCount == 2)
    #expect(report.confirmed == 0)
  }

  @Test("LG-06: a root that was signed over other records is found although every hash fits")
  func otherTree() throws {
    let signer = HeadSigner()
    var records = try ExportedRecords.make(seed: 3, count: 6, signer: signer)
    let end = records.heads.removeLast()
    let head = try SignedAccessHead(
      AccessHead(number: 6, hash: end.hash.bytes, root: end.hash.bytes),
      at: end.signedAt,
      publicKey: signer.publicKey
    ) { try signer.signature(of: $0) }
    records.heads.append(try #require(head))
    let report = verify(records, trusting: signer.publicKey)
    #expect(report.faults == [AccessFault(.otherTree, at: 6)])
  }

  @Test("LG-06: golden bytes of what is signed and of the lines, frozen for ever")
  func golden() throws {
    let head = SignedAccessHead(
      number: 5,
      hash: Digest(words: .init(1, 2, 3, 4)),
      root: Digest(words: .init(5, 6, 7, 8)),
      signedAt: Instant(milliseconds: 1_767_254_400_123),
      publicKey: [UInt8](repeating: 1, count: 32),
      signature: [UInt8](repeating: 2, count: 64)
    )
    #expect(
      Hexadecimal.text(head.canonicalForm)
        == "0000001372656769652d6163636573732d686561642d31" + "000000080000000000000005"
        + "00000020\(head.hash)" + "00000020\(head.root)" + "000000080000019b78921c7b"
    )
    #expect(try AccessExport.read(head.line) == .head(head))
    let record = StoredAccessRecord(
      number: 1,
      at: 1_700_000_000_000,
      purpose: 5,
      actor: "command-line",
      subjects: ClientKey(high: 1, low: 2).bytes,
      hash: .zero
    ).sealed(after: nil)
    let line =
      #"{"number":1,"at":1700000000000,"purpose":5,"actor":"command-line","subjects":"#
      + #""00000000000000010000000000000002","hash":"#
      + #""20f877e61c7bf34472bed79b944ea5366e3da52d56e93410c1111629fde4cc3f"}"#
    #expect(String(decoding: AccessExport.line(record), as: UTF8.self) == line)
    #expect(try AccessExport.read(Array(line.utf8)) == .record(record))
  }

  @Test(
    "LG-06: a line that is no record is named by the place where one was due",
    arguments: ["", "x", "{}", #"{"number":3}"#, #"{"format":"regie-access-head-1"}"#, "[1]"]
  )
  func unreadable(text: String) throws {
    let signer = HeadSigner()
    let records = try ExportedRecords.make(seed: 4, count: 6, signer: signer)
    var verifier = AccessExportVerifier(
      digest: StandardDigest.sha256,
      trusting: signer.publicKey,
      check: StandardDigest.ed25519
    )
    var lines = records.lines
    lines.insert(Array(text.utf8), at: records.heads.count + 2)
    for line in lines { verifier.check(line: line) }
    #expect(verifier.finish().faults == [AccessFault(.unreadable, at: 3)])
  }
}
