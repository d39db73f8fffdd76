import Digests
import Foundation
import GRDB
import Journal
import People
import PeopleTesting
import Quantities
import Testing
import VaultSQLite

@Suite("LG-06: the tree over the access records, from start to start")
struct AccessTreeTests {
  private func append(_ log: SQLiteAccessLog, _ count: Int) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for index in 0..<count {
        group.addTask {
          let request = AccessRequest(
            actor: .messages,
            purpose: .message,
            subjects: [ClientKey(high: 1, low: UInt64(index))],
            at: Instant(milliseconds: Int64(index))
          )
          _ = try await log.append(request)
        }
      }
      try await group.waitForAll()
    }
  }

  /// The root that the definition gives over the records in the file.
  private func root(_ folder: VaultFolder) throws -> [UInt8] {
    let queue = try DatabaseQueue(path: folder.data + "/" + SQLiteAccessLog.fileName)
    defer { try? queue.close() }
    var tree = MerkleTree(digest: StandardDigest.sha256)
    let hashes = try queue.read {
      try Data.fetchAll($0, sql: "SELECT hash FROM access ORDER BY number")
    }
    for hash in hashes { tree.append(try #require(Digest(Array(hash)))) }
    return tree.root.bytes
  }

  @Test("LG-06: the head has the root over all records, whether peaks were kept or not")
  func starting() async throws {
    try await withVaultFolder { folder in
      var total: UInt64 = 0
      for count in [0, 1, 998, 1, 1, 700, 2_000] {
        let log = try await SQLiteAccessLog.open(in: folder.data)
        try await append(log, count)
        total += UInt64(count)
        let head = await log.head()
        #expect(head.number == total)
        #expect(try await log.verify() == head)
        try await log.close()
        #expect(try root(folder) == head.root)
      }
    }
  }

  @Test(
    "RL-04: peaks that were kept and do not fit any more are made again",
    arguments: [
      "peaks = zeroblob(length(peaks))", "peaks = x''", "number = number - 1", "number = 1",
      "digest = zeroblob(32)", "peaks = substr(peaks, 1, 40)",
    ]
  )
  func keptPeaks(change: String) async throws {
    try await withVaultFolder { folder in
      var log = try await SQLiteAccessLog.open(in: folder.data)
      try await append(log, 1_500)
      try await log.close()
      let queue = try DatabaseQueue(path: folder.data + "/" + SQLiteAccessLog.fileName)
      try await queue.write { db in
        try db.execute(sql: "UPDATE tree SET \(change)")
        try #require(db.changesCount == 1)
      }
      try queue.close()
      log = try await SQLiteAccessLog.open(in: folder.data)
      let head = await log.head()
      #expect(try await log.verify() == head)
      try await log.close()
      #expect(try root(folder) == head.root)
    }
  }

  @Test("LG-06: an export of the stored records verifies with the public key alone")
  func exporting() async throws {
    try await withVaultFolder { folder in
      let signer = HeadSigner()
      let log = try await SQLiteAccessLog.open(in: folder.data)
      try await append(log, 2_100)
      let head = try SignedAccessHead(
        await log.head(),
        at: Instant(milliseconds: 5),
        publicKey: signer.publicKey
      ) { try signer.signature(of: $0) }
      var verifier = AccessExportVerifier(
        digest: StandardDigest.sha256,
        trusting: signer.publicKey,
        check: StandardDigest.ed25519
      )
      verifier.check(line: try #require(head).line)
      try await append(log, 1)
      try await log.export { verifier.check(line: $0) }
      let report = verifier.finish()
      #expect(report.isWhole && report.confirmed == 2_100 && report.head.number == 2_101)
      #expect(try await log.verify() == report.head)
      try await log.close()
    }
  }

  @Test("LG-05, LG-06: a log with a gap takes no more records, so it shows nobody")
  func gap() async throws {
    try await withVaultFolder { folder in
      var log = try await SQLiteAccessLog.open(in: folder.data)
      try await append(log, 10)
      try await log.close()
      let queue = try DatabaseQueue(path: folder.data + "/" + SQLiteAccessLog.fileName)
      try await queue.write {
        try $0.execute(sql: "DROP TRIGGER access_delete; DELETE FROM access WHERE number = 4")
      }
      try queue.close()
      log = try await SQLiteAccessLog.open(in: folder.data)
      await expectFailure(.brokenChain) { _ = try await log.testGrant([]) }
      let report = try await log.verify(with: AccessVerifier(digest: StandardDigest.sha256))
      #expect(report.faults == [AccessFault(.missing(next: 5), at: 4)])
      try await log.close()
    }
  }
}
