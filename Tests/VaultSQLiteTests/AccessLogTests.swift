import Foundation
import GRDB
import People
import PeopleTesting
import Quantities
import Testing
import VaultSQLite

@Suite("LG-06: the chain of access records")
struct AccessLogTests {
  private func fill(_ folder: VaultFolder, _ count: Int) async throws -> AccessHead {
    let log = try await SQLiteAccessLog.open(in: folder.data)
    var people = TestPeople(seed: 40)
    for index in 0..<count {
      let keys = people.clients(index % 3 + 1).map(\.key)
      _ = try await log.append(
        AccessRequest(
          actor: index % 2 == 0 ? .messages : .commandLine,
          purpose: .message,
          subjects: keys,
          at: Instant(milliseconds: Int64(index))
        )
      )
    }
    let head = try await log.verify()
    try await log.close()
    return head
  }

  private func tamper(_ folder: VaultFolder, _ sql: String) throws {
    let queue = try DatabaseQueue(path: folder.data + "/" + SQLiteAccessLog.fileName)
    try queue.writeWithoutTransaction { db in
      for trigger in ["access_gap", "access_update", "access_delete"] {
        try db.execute(sql: "DROP TRIGGER \(trigger)")
      }
      try db.execute(sql: sql)
    }
    try queue.close()
  }

  @Test(
    "LG-06: a change, a removal, a swap and an insertion are found, with the first broken record",
    arguments: [
      ("UPDATE access SET at = at + 1 WHERE number = 5", 5),
      ("UPDATE access SET purpose = 2 WHERE number = 1", 1),
      ("UPDATE access SET actor = 'somebody' WHERE number = 7", 7),
      ("UPDATE access SET subjects = zeroblob(16) WHERE number = 3", 3),
      ("UPDATE access SET hash = zeroblob(32) WHERE number = 4", 4),
      ("DELETE FROM access WHERE number = 6", 6),
      ("DELETE FROM access WHERE number = 1", 1),
      ("UPDATE access SET number = 100 WHERE number = 9", 9),
      (
        """
        INSERT INTO access SELECT 21, at, purpose, actor, subjects, hash FROM access
          WHERE number = 20
        """, 21
      ),
      (
        """
        UPDATE access SET subjects = (SELECT a.subjects FROM access a WHERE a.number = 11)
          WHERE number = 10
        """, 10
      ),
    ] as [(String, Int)]
  )
  func tampering(change: String, first: Int) async throws {
    try await withVaultFolder { folder in
      _ = try await fill(folder, 20)
      try tamper(folder, change)
      let log = try await SQLiteAccessLog.open(in: folder.data)
      do throws(VaultFailure) {
        _ = try await log.verify()
        Issue.record("not found")
      } catch {
        #expect(error.code == .brokenChain)
        #expect(error.message.contains("at record \(first):"), "\(error)")
      }
      try await log.close()
    }
  }

  @Test("LG-06: a cut tail and a tail written anew are found by a head kept elsewhere")
  func cutTail() async throws {
    try await withVaultFolder { folder in
      let head = try await fill(folder, 20)
      try tamper(folder, "DELETE FROM access WHERE number > 15")
      let log = try await SQLiteAccessLog.open(in: folder.data)
      #expect(try await log.verify().number == 15)
      await expectFailure(.brokenChain) { _ = try await log.verify(against: head) }
      var people = TestPeople(seed: 41)
      for _ in 0..<10 { _ = try await log.testGrant([people.client().key]) }
      #expect(try await log.verify().number == 25)
      await expectFailure(.brokenChain) { _ = try await log.verify(against: head) }
      try await log.close()
    }
  }

  @Test("LG-06: records cannot be changed, removed or numbered with a gap through SQL")
  func triggers() async throws {
    try await withVaultFolder { folder in
      _ = try await fill(folder, 3)
      let queue = try DatabaseQueue(path: folder.data + "/" + SQLiteAccessLog.fileName)
      let attempts = [
        "UPDATE access SET at = 0", "DELETE FROM access",
        "INSERT INTO access SELECT 5, at, purpose, actor, subjects, hash FROM access LIMIT 1",
      ]
      for attempt in attempts {
        #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: attempt) } }
      }
      try queue.close()
    }
  }

  @Test("LG-06: the chain goes on after a new start")
  func reopening() async throws {
    try await withVaultFolder { folder in
      let head = try await fill(folder, 5)
      let log = try await SQLiteAccessLog.open(in: folder.data)
      #expect(try await log.testGrant([]).number == 6)
      #expect(try await log.verify(against: head).number == 6)
      try await log.close()
    }
  }

  @Test("LG-06: the hash of a record is the documented one")
  func goldenHash() async throws {
    try await withVaultFolder { folder in
      let log = try await SQLiteAccessLog.open(in: folder.data)
      _ = try await log.append(
        AccessRequest(
          actor: .commandLine,
          purpose: .evidence,
          subjects: [ClientKey(high: 1, low: 2)],
          at: Instant(milliseconds: 1_700_000_000_000)
        )
      )
      let hash = try await log.verify().hash.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
      #expect(hash.joined() == "20f877e61c7bf34472bed79b944ea5366e3da52d56e93410c1111629fde4cc3f")
      try await log.close()
    }
  }
}
