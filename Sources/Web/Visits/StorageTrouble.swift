import Accounts
import Journal
import People

/// Whether a failure means that the disk, and not the program or the user, is in trouble.
enum StorageTrouble {
  static func isOne(_ error: any Error) -> Bool {
    if let failure = error as? AccountFailure { return failure.exitCode == readOrWriteFailed }
    return error is JournalFailure || error is VaultFailure
  }

  /// The exit code of a read or a write that failed, such as on a full disk.
  private static let readOrWriteFailed: Int32 = 74
}
