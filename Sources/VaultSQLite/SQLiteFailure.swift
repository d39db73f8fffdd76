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
      return VaultFailure(.unavailable, "\(file) cannot be used now.")
    }
    let cause = SQLiteCause(
      code: error.extendedResultCode.rawValue,
      text: error.message ?? "no text"
    )
    return switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      VaultFailure(.busy, "\(file) is in use by another process.", cause: cause)
    case .SQLITE_CORRUPT, .SQLITE_NOTADB:
      VaultFailure(.tampered, "\(file) is damaged; restore it from a backup.", cause: cause)
    case .SQLITE_FULL:
      VaultFailure(.writeFailed, "\(file) cannot be written: the disk is full.", cause: cause)
    case .SQLITE_IOERR, .SQLITE_READONLY:
      VaultFailure(.writeFailed, "\(file) cannot be written.", cause: cause)
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
      VaultFailure(.unavailable, "\(file) cannot be opened.", cause: cause)
    case .SQLITE_CONSTRAINT:
      VaultFailure(.alreadyKnown, "\(file) holds that already.", cause: cause)
    default:
      VaultFailure(.unavailable, "\(file) cannot be used now.", cause: cause)
    }
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
