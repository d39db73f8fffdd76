import GRDB
import GRDBSQLite
import Journal

/// Finds the entries of a command by the keyed digest of its key, over the unique index.
///
/// Only first entries are indexed: keys are random, so every indexed one costs a page of its own in
/// the write-ahead log, and the entries of a command stand together anyway.
enum CommandLookup {
  private static let sql = """
    SELECT position, command_count FROM entry WHERE command_key = ? AND command_index = 1
    """

  static func positions(ofCommand key: Digest, in database: Database) throws -> [Int64] {
    let statement = try database.cachedStatement(sql: sql).sqliteStatement
    return try key.bytes.withUnsafeBytes { bytes in
      sqlite3_reset(statement)
      sqlite3_bind_blob(statement, 1, bytes.baseAddress, CInt(bytes.count), nil)
      // The bytes are lent for this call only, so the statement must not keep them.
      defer {
        sqlite3_reset(statement)
        sqlite3_clear_bindings(statement)
      }
      var positions: [Int64] = []
      while true {
        switch sqlite3_step(statement) {
        case SQLITE_ROW:
          let first = sqlite3_column_int64(statement, 0)
          let count = min(sqlite3_column_int64(statement, 1), 1 << 20)
          positions += (0..<max(1, count)).map { first + $0 }
        case SQLITE_DONE: return positions
        case let code: throw DatabaseError(resultCode: ResultCode(rawValue: code))
        }
      }
    }
  }
}
