import GRDB
import People

/// SQLite's own account of a failure: result code and text, which name tables and never values.
struct SQLiteCause: Error, CustomStringConvertible {
  let code: Int32
  let text: String

  var description: String { "SQLite \(code): \(text)" }
}

enum SQLiteFailure {
  /// The failure of a store named `file`, for an error that came out of it.
  static func translate(_ error: any Error, file: String) -> VaultFailure {
    if let failure = error as? VaultFailure { return failure }
    guard let error = error as? DatabaseError else {
      return VaultFailure(.file(name: file, .unusable))
    }
    let cause = SQLiteCause(
      code: error.extendedResultCode.rawValue,
      text: error.message ?? "no text"
    )
    let fault: VaultFailure.FileFault =
      switch error.resultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED: .inUse
      case .SQLITE_CORRUPT, .SQLITE_NOTADB: .damaged
      case .SQLITE_FULL: .diskFull
      case .SQLITE_IOERR, .SQLITE_READONLY: .notWritable
      case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: .cannotOpen
      case .SQLITE_CONSTRAINT: .alreadyHolds
      default: .unusable
      }
    return VaultFailure(.file(name: file, fault), cause: cause)
  }

  /// Whether a store must stop writing until it is opened again.
  ///
  /// After a failed write to the disk nobody knows what became durable. A full disk is not that:
  /// SQLite undid the transaction.
  static func stopsWriting(_ error: any Error) -> Bool {
    guard let error = error as? DatabaseError else { return false }
    return [.SQLITE_IOERR, .SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode)
  }
}
