import GRDB
import GRDBSQLite
import Journal
import Quantities

/// Reads entries in order with SQLite's own calls, their attachments beside them.
///
/// Two statements run side by side, both by position, so that an entry without attachments costs
/// nothing extra.
struct EntryCursor {
  /// What a stored row turns out to be.
  enum Item {
    case entry(Entry)
    /// A column holds what no journal writes.
    case unreadable(Position, column: String)
    /// Attachments of an entry that is not there, or with numbers that do not follow each other.
    case stray(Position)
  }

  private let connection: OpaquePointer
  private let entries: OpaquePointer
  private let attachments: OpaquePointer
  /// The position of the attachment at hand; nil when there is none left.
  private var attachmentPosition: Int64?
  /// An item found together with the one that was given out before it.
  private var waiting: Item?
  private var actor = RepeatedText()
  private var event = RepeatedText()

  private static let entrySQL = """
    SELECT position, recorded_at, known_on, actor, command_key, command_body, command_index,
      command_count, event, event_version, body, hash
    FROM entry WHERE position >= ? ORDER BY position
    """

  private static let attachmentSQL = """
    SELECT position, number, layout, layout_version, digest, bytes
    FROM attachment WHERE position >= ? ORDER BY position, number
    """

  /// Starts at the first entry at or after a position.
  init(_ database: Database, from position: Int64) throws {
    guard let connection = database.sqliteConnection else {
      throw DatabaseError(resultCode: .SQLITE_MISUSE)
    }
    self.connection = connection
    entries = try database.cachedStatement(sql: Self.entrySQL).sqliteStatement
    attachments = try database.cachedStatement(sql: Self.attachmentSQL).sqliteStatement
    reset()
    sqlite3_bind_int64(entries, 1, position)
    sqlite3_bind_int64(attachments, 1, position)
    try advanceAttachment()
  }

  /// Ends both statements; call it when done, so that the connection holds no old snapshot.
  func reset() {
    sqlite3_reset(entries)
    sqlite3_reset(attachments)
  }

  /// The next item, or nil at the end.
  mutating func next() throws -> Item? {
    if let item = waiting {
      waiting = nil
      return item
    }
    guard try step(entries) else {
      guard let position = attachmentPosition else { return nil }
      try skipAttachments(of: position)
      return .stray(Position(position))
    }
    let position = sqlite3_column_int64(entries, 0)
    if let stray = attachmentPosition, stray < position {
      try skipAttachments(through: position - 1)
      waiting = try entry(position)
      return .stray(Position(stray))
    }
    return try entry(position)
  }
}

// MARK: - One entry

extension EntryCursor {
  private mutating func entry(_ position: Int64) throws -> Item {
    let place = Position(position)
    let (attached, complaint) = try attachments(of: position)
    if let complaint { return .unreadable(place, column: complaint) }
    guard let recordedAt = integer(1, Int64.self) else { return unreadable(place, 1) }
    guard let knownOn = integer(2, Int32.self) else { return unreadable(place, 2) }
    guard let actor = actor.text(entries, 3) else { return unreadable(place, 3) }
    guard let key = digest(entries, 4) else { return unreadable(place, 4) }
    guard let commandBody = digest(entries, 5) else { return unreadable(place, 5) }
    guard let index = integer(6, UInt32.self) else { return unreadable(place, 6) }
    guard let count = integer(7, UInt32.self) else { return unreadable(place, 7) }
    guard let event = event.text(entries, 8) else { return unreadable(place, 8) }
    guard let eventVersion = integer(9, UInt16.self) else { return unreadable(place, 9) }
    guard let body = blob(entries, 10) else { return unreadable(place, 10) }
    guard let hash = digest(entries, 11) else { return unreadable(place, 11) }
    return .entry(
      Entry(
        position: place,
        recordedAt: Instant(milliseconds: recordedAt),
        knownOn: CivilDate(dayNumber: knownOn),
        actor: actor,
        command: CommandStamp(key: key, body: commandBody, index: index, count: count),
        event: event,
        eventVersion: eventVersion,
        body: body,
        attachments: attached,
        hash: hash
      )
    )
  }

  private func unreadable(_ position: Position, _ column: CInt) -> Item {
    .unreadable(position, column: String(cString: sqlite3_column_name(entries, column)))
  }

  /// The attachments of a position, or the column of theirs that cannot be read.
  private mutating func attachments(
    of position: Int64
  ) throws -> (attachments: [Attachment], complaint: String?) {
    guard attachmentPosition == position else { return ([], nil) }
    var found: [Attachment] = []
    var complaint: String?
    while attachmentPosition == position {
      var name = RepeatedText()
      if sqlite3_column_int64(attachments, 1) != Int64(found.count + 1) {
        complaint = complaint ?? "attachment.number"
      }
      if let layout = name.text(attachments, 2),
        let version = UInt16(exactly: sqlite3_column_int64(attachments, 3)),
        let digest = digest(attachments, 4),
        let bytes = blob(attachments, 5)
      {
        let layout = Layout(layout, version: version)
        found.append(Attachment(layout: layout, bytes: bytes, digest: digest))
      } else {
        complaint = complaint ?? "attachment.layout or attachment.digest"
      }
      try advanceAttachment()
    }
    return (found, complaint)
  }
}

// MARK: - Columns

extension EntryCursor {
  private func integer<Value: FixedWidthInteger>(_ column: CInt, _ type: Value.Type) -> Value? {
    guard sqlite3_column_type(entries, column) == SQLITE_INTEGER else { return nil }
    return Value(exactly: sqlite3_column_int64(entries, column))
  }

  private func digest(_ statement: OpaquePointer, _ column: CInt) -> Digest? {
    guard sqlite3_column_type(statement, column) == SQLITE_BLOB,
      let start = sqlite3_column_blob(statement, column),
      sqlite3_column_bytes(statement, column) == Digest.byteCount
    else { return nil }
    func word(_ offset: Int) -> UInt64 {
      UInt64(bigEndian: start.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
    return Digest(words: Digest.Words(word(0), word(8), word(16), word(24)))
  }

  private func blob(_ statement: OpaquePointer, _ column: CInt) -> [UInt8]? {
    guard sqlite3_column_type(statement, column) == SQLITE_BLOB else { return nil }
    let start = sqlite3_column_blob(statement, column)
    let count = Int(sqlite3_column_bytes(statement, column))
    guard let start, count > 0 else { return [] }
    return Array(UnsafeRawBufferPointer(start: start, count: count))
  }
}

// MARK: - Stepping

extension EntryCursor {
  private func step(_ statement: OpaquePointer) throws -> Bool {
    switch sqlite3_step(statement) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default:
      throw DatabaseError(
        resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)),
        message: String(cString: sqlite3_errmsg(connection))
      )
    }
  }

  private mutating func advanceAttachment() throws {
    attachmentPosition = try step(attachments) ? sqlite3_column_int64(attachments, 0) : nil
  }

  private mutating func skipAttachments(of position: Int64) throws {
    while attachmentPosition == position { try advanceAttachment() }
  }

  private mutating func skipAttachments(through position: Int64) throws {
    while let found = attachmentPosition, found <= position { try advanceAttachment() }
  }
}

/// A text column whose value often stays the same from row to row, and is then not made anew.
private struct RepeatedText {
  private var last = ""

  mutating func text(_ statement: OpaquePointer, _ column: CInt) -> String? {
    guard sqlite3_column_type(statement, column) == SQLITE_TEXT,
      let start = sqlite3_column_text(statement, column)
    else { return nil }
    let count = Int(sqlite3_column_bytes(statement, column))
    let bytes = UnsafeBufferPointer(start: start, count: count)
    let isSame = last.withUTF8 { $0.count == count && $0.elementsEqual(bytes) }
    if isSame { return last }
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    last = text
    return text
  }
}
