import Foundation
import GRDB
import Synthetic
import Testing

@Suite("RL-04: the journal against a head that was kept elsewhere")
struct HeadTests {
  /// A region after some files, and the same one after more of them with the heads it signed.
  private func earlierAndLater() async throws -> (earlier: TestRegion, later: TestRegion) {
    let small = try SmallRegion.shared.get()
    let later = try await small.opened()
    try await later.process((0..<12).map { small.path($0) }, today: small.today)
    let earlier = try later.copy()
    try await later.process((12..<20).map { small.path($0) }, today: small.today)
    return (earlier, later)
  }

  @Test(
    "LG-06: every command that writes signs the end at its stop, also one that is asked to stop"
  )
  func signedAtStop() async throws {
    let small = try SmallRegion.shared.get()
    let region = try await small.opened()
    #expect(try await region.lastSigned() == region.end())
    try await region.process((0..<6).map { small.path($0) }, today: small.today)
    #expect(try await region.lastSigned() == region.end())
    // A request to stop: what is done is signed, and the work can go on.
    let running = try Running(region.processing([small.folder], today: small.today))
    running.wait(forLine: 20)
    running.stop()
    let stopped = await running.finish()
    #expect(!stopped.wasKilled && stopped.status == 128 + SIGTERM, "\(stopped.errorText)")
    #expect(stopped.lines.count >= 20 && stopped.lines.count < small.synthetic.fileCount)
    #expect(try await region.lastSigned() == region.end())
    try await region.verify(["--head", region.heads])
    let demo = TestRegion(existing: Scratch.path("demo"))
    try await demo.regie(["demo", "--once", "--small", "--data", demo.root])
    let folder = demo.root + "/klein"
    let head = try await demo.regie(["journal", "head", "--data", folder, "--json"]).text
    let heads = try String(contentsOfFile: folder + ".head", encoding: .utf8)
    let last = try #require(heads.split(separator: "\n").last)
    let position = try #require(head.firstMatch(of: /"position":([0-9]+)/)?.1)
    #expect(last.contains("\"position\":\(position),"), "\(last)")
  }

  @Test("An old copy is whole by itself, and found out by a later head")
  func oldCopy() async throws {
    let (earlier, later) = try await earlierAndLater()
    try await earlier.verify(["--head", earlier.heads])
    let found = try await earlier.verify(["--head", later.heads], exits: 65)
    #expect(found.text.contains("afgesneden of dit is een oude kopie"), "\(found.text)")
  }

  @Test("A tail that was cut off is found")
  func cutTail() async throws {
    let (_, later) = try await earlierAndLater()
    try Tampering.change(later) { database in
      let last = try Int.fetchOne(database, sql: "SELECT max(position) FROM entry") ?? 0
      try database.execute(sql: "DELETE FROM attachment WHERE position > ?", arguments: [last - 2])
      try database.execute(sql: "DELETE FROM entry WHERE position > ?", arguments: [last - 2])
    }
    let found = try await later.verify(["--head", later.heads], exits: 65)
    #expect(found.text.contains("afgesneden"), "\(found.text)")
  }

  @Test("A tail that was written anew is whole by itself, and found out by a head of the first")
  func rewrittenTail() async throws {
    let small = try SmallRegion.shared.get()
    let (earlier, later) = try await earlierAndLater()
    try await earlier.process((14..<30).map { small.path($0) }, today: small.today)
    try await earlier.verify(["--head", earlier.heads])
    let found = try await earlier.verify(["--head", later.heads], exits: 65)
    #expect(found.text.contains("herschreven"), "\(found.text)")
  }

  @Test("A changed byte in an entry or in its bulk is found, and named with its place")
  func changedByte() async throws {
    let (earlier, later) = try await earlierAndLater()
    try Tampering.change(later) { database in
      try database.execute(
        sql: "UPDATE entry SET body = CAST(body || ' ' AS BLOB) WHERE position = 5"
      )
    }
    let entry = try await later.verify(["--json"], exits: 65)
    #expect(entry.text.contains("Post 5 is gewijzigd"), "\(entry.text)")
    try Tampering.change(earlier) { database in
      try database.execute(
        sql: "UPDATE attachment SET bytes = CAST(bytes || x'00' AS BLOB) WHERE position = 2"
      )
    }
    let bulk = try await earlier.verify(exits: 65)
    #expect(bulk.text.contains("Bijlage 1 van post 2"), "\(bulk.text)")
  }

  @Test("A file that holds no heads, a head that was tampered with, and no file")
  func heads() async throws {
    let (_, later) = try await earlierAndLater()
    try await later.verify(["--head", later.heads + ".none"], exits: 66)
    let other = Scratch.path("heads")
    try Data("niets".utf8).write(to: URL(fileURLWithPath: other))
    try await later.verify(["--head", other], exits: 65)
    let text = try String(contentsOfFile: later.heads, encoding: .utf8)
    try text.replacing("\"recordedAt\":1", with: "\"recordedAt\":2")
      .write(toFile: other, atomically: true, encoding: .utf8)
    let found = try await later.verify(["--head", other], exits: 65)
    #expect(found.text.contains("handtekening"), "\(found.text)")
  }
}

/// Changes a journal as someone with the file in hands could: the law in the file is put aside
/// first and put back afterwards.
enum Tampering {
  static func change(_ region: TestRegion, _ body: (Database) throws -> Void) throws {
    let queue = try DatabaseQueue(path: region.journal)
    try queue.write { database in
      let triggers = try Row.fetchAll(
        database,
        sql: "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
      )
      for trigger in triggers { try database.execute(sql: "DROP TRIGGER \(trigger[0] as String)") }
      try body(database)
      for trigger in triggers { try database.execute(sql: trigger[1]) }
    }
    try queue.close()
  }

  /// Every entry of a journal as it is stored.
  static func entries(_ region: TestRegion) throws -> [Row] {
    let queue = try DatabaseQueue(path: region.journal)
    defer { try? queue.close() }
    return try queue.read { try Row.fetchAll($0, sql: "SELECT * FROM entry ORDER BY position") }
  }
}
