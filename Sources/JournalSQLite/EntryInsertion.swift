import GRDB
import GRDBSQLite
import Journal
import Quantities

/// Writes the entries of one batch with SQLite's own calls: this loop decides how many events a
/// second fit.
///
/// The digests of an entry are bound once, as places in memory that each entry fills anew, and a
/// text is bound again only when it changes, so that SQLite copies nothing that stays the same.
final class EntryInsertion {
  private let connection: OpaquePointer
  private let entry: OpaquePointer
  private let attachment: OpaquePointer
  /// Where the digests of the entry at hand stand: key, body and hash of the command.
  private let digests: UnsafeMutableRawBufferPointer
  private var actor: String?
  private var event: String?

  // A failure takes the whole batch back, so no statement needs a journal of its own.
  private static let entrySQL = """
    INSERT OR ROLLBACK INTO entry (position, recorded_at, known_on, actor, command_key,
      command_body, command_index, command_count, event, event_version, body, hash)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """

  private static let attachmentSQL = """
    INSERT OR ROLLBACK INTO attachment (position, number, layout, layout_version, digest, bytes)
    VALUES (?, ?, ?, ?, ?, ?)
    """

  init(_ database: Database) throws {
    guard let connection = database.sqliteConnection else {
      throw DatabaseError(resultCode: .SQLITE_MISUSE)
    }
    self.connection = connection
    entry = try database.cachedStatement(sql: Self.entrySQL).sqliteStatement
    attachment = try database.cachedStatement(sql: Self.attachmentSQL).sqliteStatement
    digests = .allocate(byteCount: 3 * Digest.byteCount, alignment: 8)
    for (place, index) in [CInt(5), 6, 12].enumerated() {
      let start = digests.baseAddress.map { $0 + place * Digest.byteCount }
      sqlite3_bind_blob(entry, index, start, CInt(Digest.byteCount), nil)
    }
  }

  deinit {
    // The statement outlives the batch, and must not keep the places in memory.
    sqlite3_clear_bindings(entry)
    digests.deallocate()
  }

  /// Writes one entry and its attachments.
  func insert(_ new: Entry) throws {
    sqlite3_bind_int64(entry, 1, new.position.rawValue)
    sqlite3_bind_int64(entry, 2, new.recordedAt.milliseconds)
    sqlite3_bind_int64(entry, 3, Int64(new.knownOn.dayNumber))
    if actor != new.actor {
      bind(new.actor, 4, of: entry)
      actor = new.actor
    }
    put(new.command.key, at: 0)
    put(new.command.body, at: 1)
    sqlite3_bind_int64(entry, 7, Int64(new.command.index))
    sqlite3_bind_int64(entry, 8, Int64(new.command.count))
    if event != new.event {
      bind(new.event, 9, of: entry)
      event = new.event
    }
    sqlite3_bind_int64(entry, 10, Int64(new.eventVersion))
    put(new.hash, at: 2)
    try execute(entry, withBlob: new.body, at: 11)
    for (index, value) in new.attachments.enumerated() {
      try insert(value, number: index + 1, of: new.position)
    }
  }

  private func put(_ digest: Digest, at place: Int) {
    let words = digest.words
    let start = place * Digest.byteCount
    digests.storeBytes(of: words.first.bigEndian, toByteOffset: start, as: UInt64.self)
    digests.storeBytes(of: words.second.bigEndian, toByteOffset: start + 8, as: UInt64.self)
    digests.storeBytes(of: words.third.bigEndian, toByteOffset: start + 16, as: UInt64.self)
    digests.storeBytes(of: words.fourth.bigEndian, toByteOffset: start + 24, as: UInt64.self)
  }

  private func insert(_ new: Attachment, number: Int, of position: Position) throws {
    sqlite3_bind_int64(attachment, 1, position.rawValue)
    sqlite3_bind_int64(attachment, 2, Int64(number))
    bind(new.layout.name, 3, of: attachment)
    sqlite3_bind_int64(attachment, 4, Int64(new.layout.version))
    bind(new.digest, 5, of: attachment)
    try execute(attachment, withBlob: new.bytes, at: 6)
  }

  /// Binds the last value, lent for the time of the call and so never copied, and runs.
  private func execute(
    _ statement: OpaquePointer,
    withBlob bytes: [UInt8],
    at index: CInt
  ) throws {
    try bytes.withUnsafeBytes { buffer in
      // An empty array may have no address, which would bind NULL.
      if buffer.count == 0 {
        sqlite3_bind_zeroblob(statement, index, 0)
      } else {
        sqlite3_bind_blob64(statement, index, buffer.baseAddress, UInt64(buffer.count), nil)
      }
      defer {
        sqlite3_reset(statement)
        sqlite3_bind_null(statement, index)
      }
      guard sqlite3_step(statement) == SQLITE_DONE else {
        throw DatabaseError(
          resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)),
          message: String(cString: sqlite3_errmsg(connection))
        )
      }
    }
  }

  private func bind(_ text: String, _ index: CInt, of statement: OpaquePointer) {
    var text = text
    text.withUTF8 { utf8 in
      utf8.withMemoryRebound(to: CChar.self) {
        _ = sqlite3_bind_text(statement, index, $0.baseAddress, CInt($0.count), Self.copying)
      }
    }
  }

  private func bind(_ digest: Digest, _ index: CInt, of statement: OpaquePointer) {
    let words = digest.words
    let bytes = (
      words.first.bigEndian, words.second.bigEndian, words.third.bigEndian, words.fourth.bigEndian
    )
    withUnsafeBytes(of: bytes) {
      _ = sqlite3_bind_blob(statement, index, $0.baseAddress, CInt($0.count), Self.copying)
    }
  }

  /// Tells SQLite to take its own copy (`SQLITE_TRANSIENT`, a macro that Swift does not import).
  private static let copying = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
