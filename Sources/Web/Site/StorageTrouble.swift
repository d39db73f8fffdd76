import Journal
import People

/// Whether a failure means that the disk, and not the program or the user, is in trouble.
enum StorageTrouble {
  static func isOne(_ error: any Error) -> Bool {
    error is JournalFailure || error is VaultFailure
  }
}
