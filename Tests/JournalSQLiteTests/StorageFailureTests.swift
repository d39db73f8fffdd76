import Digests
import Foundation
import Journal
import JournalSQLite
import JournalTesting
import Quantities
import Testing

@Suite("Storage that fails")
struct StorageFailureTests {
  /// Needs the right to mount a small file system.
  @Test(
    "RL-03: a full disk is one clear failure; reading goes on and work resumes with the space",
    .enabled(if: SmallDisk.isAvailable)
  )
  func diskFull() async throws {
    let disk = try SmallDisk(megabytes: 24)
    let path = disk.folder.file("journal")
    let filler = URL(fileURLWithPath: disk.folder.file("filler"))
    var builder = EntryBuilder(seed: 11)
    for round in 0..<5 {
      try Data(repeating: 1, count: (20 - 2 * round) << 20).write(to: filler)
      let journal =
        round == 0
        ? try SQLiteJournal.create(at: path, digest: StandardDigest.sha256)
        : try SQLiteJournal.open(at: path, digest: StandardDigest.sha256)
      var head = try await journal.head()
      let failure = await #expect(throws: JournalFailure.self) {
        while true {
          head = try await journal.append(
            builder.batch(commands: 100),
            expecting: head.position,
            at: EntryBuilder.opening
          )
        }
      }
      #expect(failure?.code == .diskFull, "\(String(describing: failure?.cause))")
      #expect(failure?.message.contains("full") == true)
      #expect(try await journal.entry(at: Position(1)) != nil, "reading goes on")
      try FileManager.default.removeItem(at: filler)
      head = try await journal.append(
        builder.batch(commands: 1),
        expecting: head.position,
        at: EntryBuilder.opening
      )
      try await journal.close()

      let again = try SQLiteJournal.open(at: path, digest: StandardDigest.sha256)
      #expect(try await again.head() == head, "nothing acknowledged is lost, nothing half written")
      try await again.append(
        builder.batch(commands: 1),
        expecting: head.position,
        at: EntryBuilder.opening
      )
      let report = try await again.verify(with: ChainVerifier(digest: StandardDigest.sha256))
      #expect(report.isWhole, "\(report.faults)")
      try await again.close()
    }
  }

  @Test("What is not there, not a journal, or of a later version is said in one sentence")
  func notAJournal() async throws {
    let folder = try TemporaryFolder()
    let digest = StandardDigest.sha256
    #expect(
      Self.code { try SQLiteJournal.open(at: folder.file("none"), digest: digest) } == .noSuchFile
    )
    #expect(
      Self.code { try SQLiteJournal.openForReading(at: folder.file("none"), digest: digest) }
        == .noSuchFile
    )
    #expect(
      Self.code { try SQLiteJournal.create(at: folder.file("no/where"), digest: digest) }
        == .noSuchFile
    )
    let text = folder.file("text")
    try Data(repeating: 0x61, count: 5_000).write(to: URL(fileURLWithPath: text))
    #expect(Self.code { try SQLiteJournal.open(at: text, digest: digest) } == .notAJournal)
    #expect(Self.code { try SQLiteJournal.create(at: text, digest: digest) } == .cannotCreate)
    let other = folder.file("other")
    try Attack.execute("CREATE TABLE client (name TEXT)", on: other)
    #expect(Self.code { try SQLiteJournal.open(at: other, digest: digest) } == .notAJournal)
    let later = folder.file("later")
    try await SQLiteJournal.create(at: later, digest: digest).close()
    try Attack.execute("PRAGMA user_version = 99", on: later)
    #expect(Self.code { try SQLiteJournal.open(at: later, digest: digest) } == .notAJournal)
  }

  /// What makes a journal of now one of the first layout again.
  private static let backToFirstLayout = """
    DROP TRIGGER entry_follows;
    CREATE UNIQUE INDEX command_once ON entry (command_key, command_index);
    CREATE TRIGGER entry_unbroken BEFORE INSERT ON entry
    WHEN NEW.position <> (SELECT coalesce(max(position), 0) + 1 FROM entry)
    BEGIN SELECT RAISE(ABORT, 'a position must follow the last one'); END;
    CREATE TRIGGER entry_in_time BEFORE INSERT ON entry
    WHEN EXISTS (
      SELECT 1 FROM entry WHERE position = NEW.position - 1
      AND (recorded_at > NEW.recorded_at OR known_on > NEW.known_on)
    )
    BEGIN SELECT RAISE(ABORT, 'an entry must not lie before the one that precedes it'); END;
    PRAGMA user_version = 1;
    """

  @Test("A journal of the first layout is verified as it is, and brought up to date by a writer")
  func firstLayout() async throws {
    let folder = try TemporaryFolder()
    let path = folder.file("journal")
    let digest = StandardDigest.sha256
    let new = try SQLiteJournal.create(at: path, digest: digest)
    let head = try await new.append(
      EntryBuilder.command(1, events: 3),
      expecting: .start,
      at: EntryBuilder.opening
    )
    try await new.close()
    try Attack.execute(Self.backToFirstLayout, on: path)
    let reader = try SQLiteJournal.openForReading(at: path, digest: digest)
    #expect(try await reader.verify(with: ChainVerifier(digest: digest)).isWhole)
    try await reader.close()
    let writer = try SQLiteJournal.open(at: path, digest: digest)
    let next = try await writer.append(
      EntryBuilder.command(2),
      expecting: head.position,
      at: EntryBuilder.opening
    )
    #expect(next.position == Position(4))
    #expect(try await writer.verify(with: ChainVerifier(digest: digest)).isWhole)
    try await writer.close()
    try Attack.execute("CREATE INDEX command_once ON entry (command_key)", on: path)
    #expect(Self.code { try SQLiteJournal.open(at: path, digest: digest) } == .brokenChain)
  }

  @Test("Making a journal that was cut short is finished by opening it")
  func interruptedCreation() async throws {
    let folder = try TemporaryFolder()
    let path = folder.file("journal")
    try Data().write(to: URL(fileURLWithPath: path))
    let journal = try SQLiteJournal.open(at: path, digest: StandardDigest.sha256)
    #expect(try await journal.head() == .empty)
    try await journal.append(EntryBuilder.command(1), expecting: .start, at: EntryBuilder.opening)
    try await journal.close()
  }

  @Test("A journal that another program locks is busy, not broken")
  func locked() async throws {
    let folder = try TemporaryFolder()
    let path = folder.file("journal")
    let journal = try SQLiteJournal.create(at: path, digest: StandardDigest.sha256)
    try await Attack.whileLocked(path) {
      let failure = await #expect(throws: JournalFailure.self) {
        try await journal.append(
          EntryBuilder.command(1),
          expecting: .start,
          at: EntryBuilder.opening
        )
      }
      #expect(failure?.code == .busy)
    }
  }

  @Test("RL-04: a changed entry is never given out")
  func changedEntry() async throws {
    let target = try await AttackTests.target(seed: 5)
    let path = target.folder.file("victim")
    let attack = Attack("edit", "", [7], "UPDATE entry SET body = x'7B7D' WHERE position = 7")
    try attack.perform(on: target, at: path)
    let journal = try SQLiteJournal.openForReading(at: path, digest: StandardDigest.sha256)
    #expect(try await journal.entry(at: Position(6)) == target.entries[5])
    for position in [0, 5, 6] {
      let failure = await #expect(throws: JournalFailure.self) {
        try await journal.read(after: Position(Int64(position)), limit: 10)
      }
      #expect(failure?.code == .brokenChain)
      #expect(failure?.message.contains("Entry 7") == true)
    }
    #expect(try await journal.entry(at: Position(9)) == target.entries[8])
  }

  @Test("The file is for its owner only, and syncs in full")
  func permissions() async throws {
    let folder = try TemporaryFolder()
    let path = folder.file("journal")
    let journal = try SQLiteJournal.create(at: path, digest: StandardDigest.sha256)
    try await journal.append(EntryBuilder.command(1), expecting: .start, at: EntryBuilder.opening)
    for suffix in ["", "-wal", "-shm", ".lock"] {
      let attributes = try FileManager.default.attributesOfItem(atPath: path + suffix)
      let mode = (attributes[.posixPermissions] as? NSNumber)?.intValue
      #expect(mode == 0o600, "\(suffix)")
    }
    #expect(try await journal.synchronousSetting() == 2)
    try await journal.close()
    #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
  }

  private static func code(_ attempt: () throws -> SQLiteJournal) -> JournalFailure.Code? {
    do {
      _ = try attempt()
      return nil
    } catch {
      return (error as? JournalFailure)?.code
    }
  }
}
