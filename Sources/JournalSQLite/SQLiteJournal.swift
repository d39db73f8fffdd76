import GRDB
import GRDBSQLite
package import Journal
package import Quantities
import Synchronization

/// A journal in one SQLite file.
///
/// One connection writes and does every checkpoint; it syncs each commit to the disk (write-ahead
/// log, `synchronous=FULL`). Others only read. A process that writes holds a lock beside the file.
/// No memory is mapped, so a failing disk gives an error and not a crash.
package final class SQLiteJournal: Journal {
  private let writer: DatabaseQueue?
  let readers: any DatabaseReader
  let digest: DigestFunction
  private let state: Mutex<State>

  /// What the one writer knows between two appends.
  private struct State: Sendable {
    var head: JournalHead
    /// Why writing has stopped; never cleared.
    var stopped: JournalFailure?
    var hasher: EntryHasher
    var uncheckpointedByteCount = 0
    var lock: JournalLock?
  }

  /// How many bytes may wait in the write-ahead log before they are moved to the main file.
  private static let checkpointByteCount = 16 << 20

  private init(
    writer: DatabaseQueue?,
    readers: any DatabaseReader,
    digest: @escaping DigestFunction,
    head: JournalHead,
    lock: JournalLock?
  ) {
    self.writer = writer
    self.readers = readers
    self.digest = digest
    state = Mutex(State(head: head, hasher: EntryHasher(digest: digest), lock: lock))
  }
}

// MARK: - Opening and closing

extension SQLiteJournal {
  /// Makes a new journal and opens it for writing; throws `.cannotCreate` when a file is there.
  package static func create(
    at path: String,
    digest: @escaping DigestFunction
  ) throws(JournalFailure) -> SQLiteJournal {
    let lock = try JournalLock(forJournalAt: path)
    try JournalFile.create(path)
    return try openForWriting(path, lock, digest)
  }

  /// Opens a journal for writing; throws `.inUse` while another process, or this one, has it open.
  package static func open(
    at path: String,
    digest: @escaping DigestFunction
  ) throws(JournalFailure) -> SQLiteJournal {
    try requireFile(path)
    return try openForWriting(path, try JournalLock(forJournalAt: path), digest)
  }

  /// Opens a journal for reading only, also while another process writes it, and on a full disk.
  package static func openForReading(
    at path: String,
    digest: @escaping DigestFunction
  ) throws(JournalFailure) -> SQLiteJournal {
    try requireFile(path)
    do throws(JournalFailure) {
      return try reading(digest, lock: nil) {
        try DatabasePool(path: path, configuration: configuration(isReadOnly: true))
      }
    } catch {
      // Readers share an index of the write-ahead log in a file, and there is no room for it. Alone
      // on the journal the index can be kept in memory.
      guard error.code == .diskFull else { throw error }
    }
    return try reading(digest, lock: JournalLock(forJournalAt: path)) {
      try DatabaseQueue(path: path, configuration: configurationAlone())
    }
  }

  private static func reading(
    _ digest: @escaping DigestFunction,
    lock: JournalLock?,
    _ open: () throws -> any DatabaseReader
  ) throws(JournalFailure) -> SQLiteJournal {
    do {
      let readers = try open()
      try readers.read { try requireJournal($0) }
      return SQLiteJournal(
        writer: nil,
        readers: readers,
        digest: digest,
        head: .empty,
        lock: lock
      )
    } catch {
      throw .storage(error, while: .opening)
    }
  }

  private static func openForWriting(
    _ path: String,
    _ lock: JournalLock,
    _ digest: @escaping DigestFunction
  ) throws(JournalFailure) -> SQLiteJournal {
    do {
      if JournalFile.exists(path + "-wal") { try workOffLog(path) }
      let writer = try DatabaseQueue(path: path, configuration: configuration(isReadOnly: false))
      let head = try writer.inDatabase { database in
        try requireJournal(database)
        // Set last: the library lowers it when it switches the write-ahead log on.
        try database.execute(sql: "PRAGMA synchronous = FULL")
        try JournalSchema.migrate(database)
        if let difference = try JournalSchema.differences(in: database).first {
          throw JournalFailure.broken(
            ChainFault(.schema(part: difference.part, difference.fault), at: .start)
          )
        }
        return try lastHead(database, digest)
      }
      return SQLiteJournal(
        writer: writer,
        readers: try DatabasePool(path: path, configuration: configuration(isReadOnly: true)),
        digest: digest,
        head: head,
        lock: lock
      )
    } catch {
      throw .storage(error, while: .opening)
    }
  }

  /// Moves what a writer that died left in the log to the main file, and removes the log.
  ///
  /// After a failed sync nobody knows how much of it is on the disk, and its name may not be: then
  /// what is added to it could be lost with it.
  private static func workOffLog(_ path: String) throws {
    let queue = try DatabaseQueue(path: path, configuration: configuration(isReadOnly: false))
    try queue.inDatabase { try requireJournal($0) }
    // The last one who closes the file does the work.
    try queue.close()
  }

  /// Moves everything to the main file, closes it and gives up the lock; appends then fail.
  package func close() async throws(JournalFailure) {
    let outcome = await onWriter { database, state in
      let wasStopped = state.stopped != nil
      state.stopped = JournalFailure(.closed)
      return wasStopped ? .success(()) : Self.checkpoint(database, SQLITE_CHECKPOINT_TRUNCATE)
    }
    do {
      try readers.close()
      try writer?.close()
    } catch {
      throw .storage(error, while: .writing)
    }
    state.withLock { $0.lock = nil }
    if writer != nil { try outcome.get() }
  }

  private static func requireFile(_ path: String) throws(JournalFailure) {
    guard JournalFile.exists(path) else {
      throw JournalFailure(.noJournal(path: path))
    }
  }

  private static func requireJournal(_ database: Database) throws {
    guard try JournalSchema.isJournal(database) else {
      throw JournalFailure(.notAJournal)
    }
  }

  private static func configuration(isReadOnly: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = isReadOnly
    configuration.busyMode = .timeout(5)
    configuration.maximumReaderCount = 4
    if !isReadOnly { configuration.journalMode = .wal }
    configuration.prepareDatabase { database in
      try database.execute(
        sql: """
          PRAGMA mmap_size = 0;
          PRAGMA wal_autocheckpoint = 0;
          PRAGMA trusted_schema = OFF;
          PRAGMA cell_size_check = ON;
          """
      )
    }
    return configuration
  }

  /// For the only one who has the file open, to read it; GRDB lets nobody write through a read.
  private static func configurationAlone() -> Configuration {
    var configuration = configuration(isReadOnly: false)
    configuration.journalMode = .default
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA locking_mode = EXCLUSIVE") }
    return configuration
  }
}

// MARK: - Writing

extension SQLiteJournal {
  @discardableResult
  package func append(
    _ batch: [NewEntry],
    expecting position: Position,
    at now: Instant
  ) async throws(JournalFailure) -> JournalHead {
    try BatchLaw.check(batch)
    return try await onWriter { database, state in
      if let stopped = state.stopped {
        return .failure(JournalFailure(.stopped(by: stopped.reason), cause: stopped))
      }
      guard position == state.head.position else {
        return .failure(.conflict(expected: position, found: state.head))
      }
      return Self.write(batch, at: now, to: database, &state)
    }.get()
  }

  /// Writes a batch in one transaction and moves the head.
  private static func write(
    _ batch: [NewEntry],
    at now: Instant,
    to database: Database,
    _ state: inout State
  ) -> Result<JournalHead, JournalFailure> {
    let entries = state.head.sealing(batch, at: now, with: &state.hasher)
    guard let last = entries.last else { return .success(state.head) }
    do {
      try database.inTransaction(.immediate) {
        let insertion = try EntryInsertion(database)
        for entry in entries { try insertion.insert(entry) }
        return .commit
      }
    } catch {
      let failure = JournalFailure.storage(error, while: .writing)
      // SQLite undid the whole transaction when the disk was full, and knows that it did.
      if !JournalFailure.undidAll(error) { state.stopped = failure }
      return .failure(failure)
    }
    state.head = last.head
    state.uncheckpointedByteCount += entries.reduce(0) { $0 + 400 + $1.bulkByteCount }
    if state.uncheckpointedByteCount > checkpointByteCount {
      state.uncheckpointedByteCount = 0
      // The batch is durable whatever happens here; a failure only stops what comes after it.
      if case .failure(let failure) = checkpoint(database, SQLITE_CHECKPOINT_PASSIVE) {
        state.stopped = failure
      }
    }
    return .success(last.head)
  }

  private static func checkpoint(
    _ database: Database,
    _ mode: CInt
  ) -> Result<Void, JournalFailure> {
    let code = sqlite3_wal_checkpoint_v2(database.sqliteConnection, nil, mode, nil, nil)
    // Readers may keep part of the log busy: then that part waits for the next checkpoint.
    guard code != SQLITE_OK, code & 0xFF != SQLITE_BUSY else { return .success(()) }
    let error = DatabaseError(resultCode: ResultCode(rawValue: code))
    return .failure(.storage(error, while: .writing))
  }

  /// Runs something on the writer's own thread, whether or not the caller is cancelled meanwhile.
  private func onWriter<Value: Sendable>(
    _ body: @escaping @Sendable (Database, inout State) -> Result<Value, JournalFailure>
  ) async -> Result<Value, JournalFailure> {
    guard let writer else {
      return .failure(JournalFailure(.openedForReading))
    }
    return await withCheckedContinuation { continuation in
      writer.asyncWriteWithoutTransaction { database in
        // Only this thread changes the state, so the lock is never waited for long.
        continuation.resume(returning: self.state.withLock { body(database, &$0) })
      }
    }
  }

  /// How the writer syncs (2 is FULL), so that a test can hold it to that.
  package func synchronousSetting() async throws(JournalFailure) -> Int? {
    try await onWriter { database, _ in
      Result { try Int.fetchOne(database, sql: "PRAGMA synchronous") }
        .mapError { .storage($0, while: .reading) }
    }.get()
  }

  /// What the writer knows of the journal's end.
  var writersHead: JournalHead? {
    writer == nil ? nil : state.withLock { $0.head }
  }
}
