import GRDBSQLite
import Journal
import Measuring
import Quantities

/// The floor of every journal: the same rows in the same table by one prepared statement of SQLite,
/// with the same syncing, and without chain, triggers, other connections or Swift's own queues.
final class RawTable {
  private let database: OpaquePointer
  private let insertion: OpaquePointer
  private let begin: OpaquePointer
  private let commit: OpaquePointer

  private static let schema = """
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA mmap_size = 0;
    PRAGMA wal_autocheckpoint = 4096;
    CREATE TABLE entry (
      position INTEGER PRIMARY KEY CHECK (position > 0),
      recorded_at INTEGER NOT NULL,
      known_on INTEGER NOT NULL,
      actor TEXT NOT NULL,
      command_key BLOB NOT NULL CHECK (length(command_key) = 32),
      command_body BLOB NOT NULL CHECK (length(command_body) = 32),
      command_index INTEGER NOT NULL CHECK (command_index >= 1),
      command_count INTEGER NOT NULL CHECK (command_count >= command_index),
      event TEXT NOT NULL,
      event_version INTEGER NOT NULL CHECK (event_version BETWEEN 1 AND 65535),
      body BLOB NOT NULL,
      hash BLOB NOT NULL CHECK (length(hash) = 32)
    ) STRICT;
    """

  init(_ path: String) {
    var opened: OpaquePointer?
    guard sqlite3_open(path, &opened) == SQLITE_OK, let opened,
      sqlite3_exec(opened, RawTable.schema, nil, nil, nil) == SQLITE_OK
    else { System.fail("SQLite cannot make \(path)") }
    database = opened
    insertion = RawTable.prepare(
      opened,
      "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    )
    begin = RawTable.prepare(opened, "BEGIN IMMEDIATE")
    commit = RawTable.prepare(opened, "COMMIT")
  }

  deinit {
    for statement in [insertion, begin, commit] { sqlite3_finalize(statement) }
    sqlite3_close(database)
  }

  private static func prepare(_ database: OpaquePointer, _ sql: String) -> OpaquePointer {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v3(database, sql, -1, 1, &statement, nil) == SQLITE_OK, let statement
    else { System.fail("SQLite cannot prepare \(sql)") }
    return statement
  }
}

extension RawTable {
  /// A row as SQLite takes it; made before the time is taken.
  struct Row {
    fileprivate let entry: Entry
    /// Key, body and hash, one after the other.
    fileprivate let digests: [UInt8]

    init(_ entry: Entry) {
      self.entry = entry
      digests = entry.command.key.bytes + entry.command.body.bytes + entry.hash.bytes
    }
  }

  /// Writes rows in one transaction, so many positions further than they say.
  func insert(_ rows: ArraySlice<Row>, shiftedBy offset: Int64 = 0) {
    step(begin, SQLITE_DONE)
    for row in rows { insert(row, offset) }
    step(commit, SQLITE_DONE)
  }

  private func insert(_ row: Row, _ offset: Int64) {
    let entry = row.entry
    sqlite3_bind_int64(insertion, 1, entry.position.rawValue + offset)
    sqlite3_bind_int64(insertion, 2, entry.recordedAt.milliseconds)
    sqlite3_bind_int64(insertion, 3, Int64(entry.knownOn.dayNumber))
    sqlite3_bind_int64(insertion, 7, Int64(entry.command.index))
    sqlite3_bind_int64(insertion, 8, Int64(entry.command.count))
    sqlite3_bind_int64(insertion, 10, Int64(entry.eventVersion))
    withUTF8(entry.actor, entry.event) { actor, event in
      bindText(actor, 4)
      bindText(event, 9)
      row.digests.withUnsafeBytes { digests in
        for (place, index) in [CInt(5), 6, 12].enumerated() {
          sqlite3_bind_blob(
            insertion,
            index,
            digests.baseAddress.map { $0 + place * Digest.byteCount },
            CInt(Digest.byteCount),
            nil
          )
        }
        entry.body.withUnsafeBytes { body in
          sqlite3_bind_blob64(insertion, 11, body.baseAddress, UInt64(body.count), nil)
          step(insertion, SQLITE_DONE)
        }
      }
    }
  }

  private func withUTF8(
    _ first: String,
    _ second: String,
    _ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var first = first
    var second = second
    first.withUTF8 { one in second.withUTF8 { two in body(one, two) } }
  }

  private func bindText(_ text: UnsafeBufferPointer<UInt8>, _ index: CInt) {
    text.withMemoryRebound(to: CChar.self) {
      _ = sqlite3_bind_text(insertion, index, $0.baseAddress, CInt($0.count), nil)
    }
  }

  private func step(_ statement: OpaquePointer, _ expected: CInt) {
    guard sqlite3_step(statement) == expected else {
      System.fail("SQLite: \(String(cString: sqlite3_errmsg(database)))")
    }
    sqlite3_reset(statement)
  }
}
