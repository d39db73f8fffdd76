import GRDB
import Journal

extension JournalFailure {
  /// The failure that an error of the database means, on the way to doing something.
  static func storage(_ error: any Error, while doing: Doing) -> JournalFailure {
    if let failure = error as? JournalFailure { return failure }
    guard let error = error as? DatabaseError else {
      return JournalFailure(.storage(doing, .other(nil)), cause: error)
    }
    let fault: StorageFault =
      switch error.resultCode {
      case .SQLITE_FULL: .diskFull
      case .SQLITE_READONLY: .readOnly
      case .SQLITE_BUSY, .SQLITE_LOCKED: .locked
      case .SQLITE_CORRUPT: .damaged
      case .SQLITE_NOTADB: .notAJournal
      case .SQLITE_IOERR where error.extendedResultCode.isLackOfSpace: .diskFull
      default: .other(error.extendedResultCode.rawValue)
      }
    return JournalFailure(.storage(doing, fault), cause: error)
  }

  /// Whether an error left nothing of the write behind, so that the next one may be tried.
  ///
  /// After a failed write or sync nobody knows what became durable. A full disk is not that: SQLite
  /// undid the transaction.
  static func undidAll(_ error: any Error) -> Bool {
    (error as? DatabaseError)?.resultCode == .SQLITE_FULL
  }

  /// The failure of an entry that does not fit the chain.
  static func broken(_ fault: ChainFault) -> JournalFailure {
    JournalFailure(.broken(fault))
  }
}

extension ResultCode {
  /// Whether writing the shared memory file failed for lack of space.
  fileprivate var isLackOfSpace: Bool { self == .SQLITE_IOERR_SHMSIZE }
}
