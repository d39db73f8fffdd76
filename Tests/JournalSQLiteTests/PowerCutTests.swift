import Foundation
import GRDB
import Generators
import Journal
import JournalSQLite
import JournalTesting
import StorageFaults
import Testing

@Suite("RL-01: the power goes")
struct PowerCutTests {
  private static let cuts = 20

  @Test("RL-01: 20 cuts at random moments lose nothing acknowledged and damage no file")
  func cuts() async throws {
    let seed = SeededGenerator.freshSeed()
    var generator = SeededGenerator(seed: seed)
    var image = DiskImage()
    var acknowledged = JournalHead.empty
    var positions: Int64 = 0
    for round in 1...Self.cuts {
      let folder = try TemporaryFolder()
      try image.write(to: folder.path)
      let disk = FailingDisk(under: folder.path, seed: generator.next())
      defer { disk.remove() }
      // Small moves and large ones: from the first write to far into the bulk of a checkpoint.
      let call = generator.number(1...(10 << generator.number(0...10)))
      disk.cutPower(atCall: call)
      let path = folder.file("journal")
      var session = JournalSession(path, on: disk, seed: generator.next(), after: acknowledged)
      let bulk = generator.chance(in: 2) ? 2 << 20 : 0
      while !disk.hasStruck {
        await session.run(
          batches: generator.number(1...30),
          bulkByteCount: bulk,
          creating: !FileManager.default.fileExists(atPath: path)
        )
      }
      image = disk.imageAfterCut()
      let after = try TemporaryFolder()
      try image.write(to: after.path)
      let complaint = await JournalSession.complaint(after.file("journal"), session.acknowledged)
      #expect(complaint == nil, "seed \(seed), round \(round), call \(call)")
      acknowledged = session.acknowledged
      positions = max(positions, acknowledged.position.rawValue)
    }
    #expect(positions > 100, "seed \(seed)")
  }

  @Test("RL-01: the harness can tell: with synchronous NORMAL it reports losses, with FULL none")
  func normal() async throws {
    let seed = SeededGenerator.freshSeed()
    #expect(try losses(synchronous: "FULL", seed: seed) == 0, "seed \(seed)")
    #expect(try losses(synchronous: "NORMAL", seed: seed) > 0, "seed \(seed)")
  }

  @Test("RL-01: the harness can tell: on a disk that syncs nothing the journal loses entries")
  func lyingDisk() async throws {
    let seed = SeededGenerator.freshSeed()
    var generator = SeededGenerator(seed: seed)
    var complaints = 0
    for _ in 0..<Self.cuts {
      let folder = try TemporaryFolder()
      let disk = FailingDisk(under: folder.path, seed: generator.next())
      defer { disk.remove() }
      disk.lieAboutSyncs()
      disk.cutPower(atCall: generator.number(60...400))
      var session = JournalSession(folder.file("journal"), on: disk, seed: generator.next())
      await session.run(batches: 100, creating: true)
      let after = try TemporaryFolder()
      try disk.imageAfterCut().write(to: after.path)
      if await JournalSession.complaint(after.file("journal"), session.acknowledged) != nil {
        complaints += 1
      }
    }
    #expect(complaints > 0, "seed \(seed)")
  }

  /// In how many of the cuts a plain table loses a row that was acknowledged.
  private func losses(synchronous: String, seed: UInt64) throws -> Int {
    var generator = SeededGenerator(seed: seed)
    var losses = 0
    for _ in 0..<Self.cuts {
      let folder = try TemporaryFolder()
      let disk = FailingDisk(under: folder.path, seed: generator.next())
      defer { disk.remove() }
      let acknowledged = try PlainTable.fill(folder.file("table"), synchronous) {
        disk.noteFolderSync()
        disk.cutPower(atCall: generator.number(5...60))
      }
      let after = try TemporaryFolder()
      try disk.imageAfterCut().write(to: after.path)
      if try PlainTable.count(after.file("table")) < acknowledged { losses += 1 }
    }
    return losses
  }
}

/// A table to which rows are added one by one.
private enum PlainTable {
  /// Adds rows until the disk fails, and says how many were acknowledged.
  static func fill(
    _ path: String,
    _ synchronous: String,
    whenOpen: () -> Void
  ) throws -> Int {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction {
      try $0.execute(
        sql: """
          PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
          CREATE TABLE number (value INTEGER PRIMARY KEY, filler TEXT);
          PRAGMA synchronous = \(synchronous);
          """
      )
    }
    whenOpen()
    for count in 1...1_000 {
      do {
        try queue.write {
          try $0.execute(
            sql: "INSERT INTO number VALUES (?, hex(randomblob(500)))",
            arguments: [count]
          )
        }
      } catch is DatabaseError {
        try? queue.close()
        return count - 1
      }
    }
    return 1_000
  }

  static func count(_ path: String) throws -> Int {
    let queue = try DatabaseQueue(path: path)
    return try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM number") ?? 0 }
  }
}
