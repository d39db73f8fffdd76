import Digests
import Generators
import Journal
import JournalSQLite
import JournalTesting
import Quantities
import StorageFaults
import Testing

/// A process that writes to a journal on a disk that may fail, and what it was told was durable.
struct JournalSession {
  let path: String
  private let disk: FailingDisk
  /// The end that was acknowledged last.
  private(set) var acknowledged: JournalHead
  /// What it was told when it failed.
  private(set) var failures: [JournalFailure] = []
  private var builder: EntryBuilder
  private var generator: SeededGenerator

  init(
    _ path: String,
    on disk: FailingDisk,
    seed: UInt64,
    after acknowledged: JournalHead = .empty
  ) {
    self.path = path
    self.disk = disk
    self.acknowledged = acknowledged
    builder = EntryBuilder(seed: seed)
    generator = SeededGenerator(seed: seed)
  }

  /// Opens the journal, or makes it, writes some batches, closes it, and ends at the first failure.
  mutating func run(batches: Int, bulkByteCount: Int = 0, creating: Bool) async {
    do throws(JournalFailure) {
      let journal =
        creating
        ? try SQLiteJournal.create(at: path, digest: StandardDigest.sha256)
        : try await Self.opened(path)
      do throws(JournalFailure) {
        try await write(batches, bulkByteCount, to: journal)
      } catch {
        failures.append(error)
        await expectToBeStopped(journal)
      }
      try await journal.close()
    } catch {
      failures.append(error)
    }
  }

  private mutating func write(
    _ batches: Int,
    _ bulkByteCount: Int,
    to journal: SQLiteJournal
  ) async throws(JournalFailure) {
    // What was written without an acknowledgement may have stayed, and counts from now on.
    acknowledged = try await journal.head()
    for _ in 0..<batches {
      var batch = builder.batch(commands: generator.number(1...4))
      if bulkByteCount > 0 {
        let bytes = [UInt8](
          repeating: UInt8(generator.number(0...255)),
          count: generator.number(1...bulkByteCount)
        )
        batch += EntryBuilder.command(
          generator.next(),
          knownOn: batch.last?.knownOn ?? CivilDate(dayNumber: 20_454),
          attachments: [NewAttachment(layout: Layout("bulk", version: 1), bytes: bytes)]
        )
      }
      acknowledged = try await journal.append(
        batch,
        expecting: acknowledged.position,
        at: Instant(
          milliseconds: EntryBuilder.opening.milliseconds + acknowledged.position.rawValue
        )
      )
    }
  }

  /// After a failed write the journal writes no more, and is still read; after a full disk it
  /// either stopped as well, or stands where it stood.
  private mutating func expectToBeStopped(_ journal: SQLiteJournal) async {
    guard failures.last?.stopsWriting == true, failures.last?.code != .readFailed else { return }
    do {
      let head = try await journal.append(
        [],
        expecting: acknowledged.position,
        at: EntryBuilder.opening
      )
      #expect(failures.last?.code == .diskFull, "\(failures)")
      #expect(head == acknowledged, "\(failures)")
    } catch {
      #expect(error.code == .stopped, "\(failures)")
    }
    if disk.isDark { return }
    do {
      var last = JournalHead.empty
      try await journal.scan {
        last = $0.head
        return true
      }
      #expect(last.position >= acknowledged.position, "reading goes on: \(failures)")
    } catch {
      Issue.record("reading stopped with \(error) after \(failures)")
    }
  }

  /// What is wrong with what a journal holds after it was opened anew; nil when it is as it should.
  static func complaint(_ path: String, _ acknowledged: JournalHead) async -> String? {
    do throws(JournalFailure) {
      let journal = try await opened(path)
      let report = try await journal.verify(with: ChainVerifier(digest: StandardDigest.sha256))
      let kept =
        acknowledged.position == .start
        ? true : try await journal.entry(at: acknowledged.position)?.hash == acknowledged.hash
      try await journal.close()
      if !report.isWhole { return "broken: \(report.faults.map(\.english))" }
      return kept ? nil : "lost: up to \(acknowledged.position), there is \(report.head.position)"
    } catch {
      if error.code == .noSuchFile, acknowledged.position == .start { return nil }
      return "not opened: \(error) \(String(describing: error.cause))"
    }
  }

  /// Opens a journal; patient, because a program that another test starts holds every lock of this
  /// process for the moment before it is a program of its own.
  private static func opened(_ path: String) async throws(JournalFailure) -> SQLiteJournal {
    for _ in 0..<100 {
      do throws(JournalFailure) {
        return try SQLiteJournal.open(at: path, digest: StandardDigest.sha256)
      } catch {
        guard error.code == .inUse else { throw error }
        try? await Task.sleep(for: .milliseconds(10))
      }
    }
    return try SQLiteJournal.open(at: path, digest: StandardDigest.sha256)
  }
}
