import Digests
import Foundation
import Generators
import Journal
import JournalSQLite
import JournalTesting
import Quantities
import Testing

/// An enemy who may write to the file with SQLite's own shell, triggers and checks switched off.
@Suite("Attacks on a stored journal")
struct AttackTests {
  /// The journal under attack: its file, its entries, and heads signed while it grew.
  struct Target {
    let folder: TemporaryFolder
    let path: String
    let entries: [Entry]
    let heads: [SignedHead]
    let signer: HeadSigner
    /// A whole copy from before the last stretch was written.
    let oldCopy: String
  }

  static func target(seed: UInt64) async throws -> Target {
    let folder = try TemporaryFolder()
    let path = folder.file("journal")
    let signer = HeadSigner()
    var journal = try SQLiteJournal.create(at: path, digest: StandardDigest.sha256)
    var builder = EntryBuilder(seed: seed)
    var heads: [SignedHead] = []
    var now = EntryBuilder.opening
    for stretch in 0..<4 {
      let end = try await journal.head()
      now = Instant(milliseconds: now.milliseconds + 60_000)
      let head = try await journal.append(
        builder.batch(commands: 12),
        expecting: end.position,
        at: now
      )
      heads.append(
        try SignedHead(head, publicKey: signer.publicKey) { try signer.signature(of: $0) }
      )
      if stretch == 2 {
        try await journal.close()
        try FileManager.default.copyItem(atPath: path, toPath: folder.file("old"))
        journal = try SQLiteJournal.open(at: path, digest: StandardDigest.sha256)
      }
    }
    var entries: [Entry] = []
    try await journal.scan {
      entries.append($0)
      return true
    }
    try await journal.close()
    return Target(
      folder: folder,
      path: path,
      entries: entries,
      heads: heads,
      signer: signer,
      oldCopy: folder.file("old")
    )
  }

  static func verify(_ path: String, _ target: Target) async throws -> ChainReport {
    let journal = try SQLiteJournal.openForReading(at: path, digest: StandardDigest.sha256)
    let report = try await journal.verify(
      with: ChainVerifier(
        digest: StandardDigest.sha256,
        heads: target.heads,
        trusting: target.signer.publicKey,
        check: StandardDigest.ed25519
      )
    )
    try await journal.close()
    return report
  }

  @Test("A journal that nobody touched is whole")
  func untouched() async throws {
    let target = try await Self.target(seed: 1)
    let report = try await Self.verify(target.path, target)
    #expect(report.isWhole, "\(report.faults)")
    #expect(report.entryCount == target.entries.count)
    #expect(report.head.position == target.entries.last?.position)
  }

  @Test("LG-06, RL-04: 1,000 random attacks are all found, and the position is named")
  func randomAttacks() async throws {
    let seed = SeededGenerator.freshSeed()
    let target = try await Self.target(seed: seed)
    var generator = SeededGenerator(seed: seed)
    var kinds: [String: Int] = [:]
    for round in 0..<1_000 {
      let attack = Attack.random(on: target.entries, using: &generator)
      let path = target.folder.file("victim")
      try attack.perform(on: target, at: path)
      let report = try await Self.verify(path, target)
      kinds[attack.kind, default: 0] += 1
      let isNamed = report.faults.contains { attack.positions.contains($0.position.rawValue) }
      #expect(
        !report.isWhole && isNamed,
        "seed \(seed), round \(round): \(attack) gave \(report.faults.map(\.english))"
      )
    }
    #expect(kinds.count == Attack.kindCount, "kinds tried: \(kinds)")
  }

  @Test("A trigger that was dropped is named, and so is one that was added or altered")
  func triggers() async throws {
    let target = try await Self.target(seed: 2)
    let path = target.folder.file("victim")
    let attempts = [
      ("DROP TRIGGER entry_no_update", "trigger entry_no_update", ChainFault.SchemaFault.missing),
      ("CREATE TABLE notes (text TEXT)", "table notes", .added),
      (
        """
        DROP TRIGGER entry_no_delete; CREATE TRIGGER entry_no_delete BEFORE DELETE ON entry
        BEGIN SELECT 1; END
        """, "trigger entry_no_delete", .altered
      ),
      (
        "CREATE INDEX by_actor ON entry (actor)", "index by_actor", .added
      ),
    ]
    for (sql, part, fault) in attempts {
      try Attack.copy(target.path, to: path)
      try Attack.execute(sql, on: path)
      let report = try await Self.verify(path, target)
      #expect(report.faults == [ChainFault(.schema(part: part, fault), at: .start)])
      #expect(report.faults.first?.english.contains(part) == true)
      #expect(report.faults.first?.dutch.contains(part) == true)
      let failure = #expect(throws: JournalFailure.self) {
        try SQLiteJournal.open(at: path, digest: StandardDigest.sha256)
      }
      #expect(failure?.code == .brokenChain)
    }
  }

  @Test("The triggers refuse update, delete, a gap and a step back in time")
  func lawOfTheSchema() async throws {
    let target = try await Self.target(seed: 3)
    let statements = [
      "UPDATE entry SET actor = 'x' WHERE position = 1",
      "DELETE FROM entry WHERE position = 3",
      "UPDATE attachment SET bytes = x'00'",
      "DELETE FROM attachment",
      """
      INSERT INTO entry SELECT position + 5000, recorded_at, known_on, actor, hash, hash, 1, 1,
      event, event_version, body, hash FROM entry ORDER BY position DESC LIMIT 1
      """,
      """
      INSERT INTO entry SELECT position + 1, recorded_at - 1, known_on, actor, hash, hash, 1, 1,
      event, event_version, body, hash FROM entry ORDER BY position DESC LIMIT 1
      """,
      """
      INSERT INTO entry SELECT position + 1, recorded_at, known_on, actor, command_key,
      command_body, command_index + 1, command_count + 1, event, event_version, body, hash
      FROM entry ORDER BY position DESC LIMIT 1
      """,
    ]
    for statement in statements {
      #expect(throws: AttackFailure.self, "\(statement)") {
        try Attack.execute(statement, on: target.path)
      }
    }
    #expect(try await Self.verify(target.path, target).isWhole)
  }
}
