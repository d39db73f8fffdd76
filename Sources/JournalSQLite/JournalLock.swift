package import Journal
import Rules

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The lock that keeps a second writer away from a journal, for as long as this object lives.
///
/// It lies beside the journal in a file of its own, because SQLite's locks come and go with each
/// transaction. The operating system drops it when the process ends, however it ends.
package final class JournalLock: Sendable {
  private let descriptor: CInt

  /// Takes the lock for the journal at a path, or throws `.inUse`.
  package init(forJournalAt path: String) throws(JournalFailure) {
    descriptor = open(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw JournalLock.failure(errno) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      close(descriptor)
      throw JournalLock.failure(code)
    }
  }

  deinit {
    // A program that is being started shares the descriptor for a moment, and with it the lock:
    // closing alone would then leave the journal locked.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  private static func failure(_ code: CInt) -> JournalFailure {
    code == EWOULDBLOCK
      ? JournalFailure(.inUse) : JournalFailure(.cannotLock(JournalFile.trouble(code)))
  }
}

/// The few questions about files that opening a journal asks.
enum JournalFile {
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// What an error number of the system means to a user.
  static func trouble(_ number: CInt) -> SystemTrouble {
    switch number {
    case ENOENT: .noSuchFile
    case ENOTDIR: .notAFolder
    case EEXIST: .exists
    case EACCES, EPERM: .noAccess
    case EROFS: .readOnly
    case ENOSPC, EDQUOT: .diskFull
    case EISDIR: .isFolder
    case EMFILE, ENFILE: .tooManyOpen
    case EIO: .damaged
    default: .other(number)
    }
  }

  /// Makes an empty file that only its owner may read, and makes its name durable.
  static func create(_ path: String) throws(JournalFailure) {
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw JournalFailure(.cannotCreate(path: path, trouble(errno)))
    }
    close(descriptor)
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let folderDescriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if folderDescriptor >= 0 {
      fsync(folderDescriptor)
      close(folderDescriptor)
    }
  }
}
