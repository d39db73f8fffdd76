import GRDB
import GRDBSQLite
import Journal

/// Finds the entries of a command by the keyed digest of its key, over the unique index.
enum CommandLookup {
  private static let sql = """
    SELECT position FROM entry WHERE command_key = ? ORDER BY command_index
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
        case SQLITE_ROW: positions.append(sqlite3_column_int64(statement, 0))
        case SQLITE_DONE: return positions
        case let code: throw DatabaseError(resultCode: ResultCode(rawValue: code))
        }
      }
    }
  }
}
