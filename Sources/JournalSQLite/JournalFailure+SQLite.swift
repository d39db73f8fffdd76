import GRDB
import Journal

extension JournalFailure {
  /// The failure that an error of the database means, on the way to doing something.
  static func storage(_ error: any Error, while doing: Doing) -> JournalFailure {
    if let failure = error as? JournalFailure { return failure }
    guard let error = error as? DatabaseError else {
      return JournalFailure(doing.code, "\(doing.text) failed.", cause: error)
    }
    switch error.resultCode {
    case .SQLITE_FULL:
      return JournalFailure(
        .diskFull,
        "\(doing.text) failed: the disk is full; make room and start again.",
        cause: error
      )
    case .SQLITE_READONLY:
      return JournalFailure(
        .readOnly,
        "\(doing.text) failed: the file or its folder may be read only; give write access.",
        cause: error
      )
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      return JournalFailure(
        .busy,
        "\(doing.text) failed: another program holds the file locked; end it and try again.",
        cause: error
      )
    case .SQLITE_CORRUPT:
      return JournalFailure(
        .brokenChain,
        "\(doing.text) failed: the file is damaged; verify it and restore a copy.",
        cause: error
      )
    case .SQLITE_NOTADB:
      return JournalFailure(
        .notAJournal,
        "\(doing.text) failed: the file is not a journal of Regie.",
        cause: error
      )
    case .SQLITE_IOERR where error.extendedResultCode.isLackOfSpace:
      return JournalFailure(
        .diskFull,
        "\(doing.text) failed: the disk is full; make room and start again.",
        cause: error
      )
    default:
      return JournalFailure(
        doing.code,
        "\(doing.text) failed: SQLite says \(error.extendedResultCode.rawValue).",
        cause: error
      )
    }
  }

  /// What was being done when it failed.
  enum Doing: Sendable {
    case opening, reading, writing

    var text: String {
      switch self {
      case .opening: "Opening the journal"
      case .reading: "Reading the journal"
      case .writing: "Writing the journal"
      }
    }

    var code: Code {
      switch self {
      case .opening, .reading: .readFailed
      case .writing: .writeFailed
      }
    }
  }

  /// The failure of an entry that does not fit the chain.
  static func broken(_ fault: ChainFault) -> JournalFailure {
    JournalFailure(.brokenChain, fault.english)
  }
}

extension ResultCode {
  /// Whether writing the shared memory file failed for lack of space.
  fileprivate var isLackOfSpace: Bool { self == .SQLITE_IOERR_SHMSIZE }
}
