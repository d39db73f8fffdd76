import GRDB
import GRDBSQLite
import Journal

/// Reads access records in order with SQLite's own calls: verifying goes through all of them.
struct AccessCursor {
  private let connection: OpaquePointer
  private let statement: OpaquePointer
  /// The actor of the last record: mostly the next one's too.
  private var actor = ""

  /// The columns in the order in which they are read.
  static let select = "SELECT number, at, purpose, actor, subjects, hash FROM access"

  /// Starts at the first record with a number or a higher one.
  init(_ database: Database, from number: Int64) throws {
    guard let connection = database.sqliteConnection else {
      throw DatabaseError(resultCode: .SQLITE_MISUSE)
    }
    self.connection = connection
    let sql = "\(Self.select) WHERE number >= ? ORDER BY number"
    statement = try database.cachedStatement(sql: sql).sqliteStatement
    sqlite3_reset(statement)
    sqlite3_bind_int64(statement, 1, number)
  }

  /// Ends the statement, so that the connection holds no old snapshot.
  func reset() { sqlite3_reset(statement) }

  /// The next row: nil at the end, and `.some(nil)` for one with a column that is something else.
  mutating func next() throws -> StoredAccessRecord?? {
    switch sqlite3_step(statement) {
    case SQLITE_ROW: return .some(record())
    case SQLITE_DONE: return nil
    default:
      throw DatabaseError(
        resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)),
        message: String(cString: sqlite3_errmsg(connection))
      )
    }
  }

  private mutating func record() -> StoredAccessRecord? {
    guard let number = integer(0), let at = integer(1), let purpose = integer(2),
      let actor = text(3), let subjects = blob(4), let hash = Digest(blob(5) ?? [])
    else { return nil }
    return StoredAccessRecord(
      number: number,
      at: at,
      purpose: purpose,
      actor: actor,
      subjects: subjects,
      hash: hash
    )
  }

  private func integer(_ column: CInt) -> Int64? {
    guard sqlite3_column_type(statement, column) == SQLITE_INTEGER else { return nil }
    return sqlite3_column_int64(statement, column)
  }

  private mutating func text(_ column: CInt) -> String? {
    guard sqlite3_column_type(statement, column) == SQLITE_TEXT,
      let start = sqlite3_column_text(statement, column)
    else { return nil }
    let count = Int(sqlite3_column_bytes(statement, column))
    let bytes = UnsafeBufferPointer(start: start, count: count)
    if actor.utf8.elementsEqual(bytes) { return actor }
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    actor = text
    return text
  }

  private func blob(_ column: CInt) -> [UInt8]? {
    guard sqlite3_column_type(statement, column) == SQLITE_BLOB else { return nil }
    let start = sqlite3_column_blob(statement, column)
    let count = Int(sqlite3_column_bytes(statement, column))
    guard let start, count > 0 else { return [] }
    return Array(UnsafeRawBufferPointer(start: start, count: count))
  }
}
