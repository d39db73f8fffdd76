package import Journal

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
    guard descriptor >= 0 else { throw JournalLock.failure(errno, path) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      close(descriptor)
      throw JournalLock.failure(code, path)
    }
  }

  deinit { close(descriptor) }

  private static func failure(_ code: CInt, _ path: String) -> JournalFailure {
    switch code {
    case EWOULDBLOCK:
      JournalFailure(.inUse, "The journal is in use by another process; end that one first.")
    case ENOENT, ENOTDIR:
      JournalFailure(.noSuchFile, "The folder of the journal \(path) does not exist.")
    case EROFS, EACCES, EPERM:
      JournalFailure(.readOnly, "The folder of the journal may be read only; give write access.")
    case ENOSPC, EDQUOT:
      JournalFailure(.diskFull, "The disk is full: the journal cannot be locked for writing.")
    default:
      JournalFailure(.writeFailed, "The journal cannot be locked for writing (error \(code)).")
    }
  }
}

/// The few questions about files that opening a journal asks.
enum JournalFile {
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Makes an empty file that only its owner may read, and makes its name durable.
  static func create(_ path: String) throws(JournalFailure) {
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      let why =
        switch errno {
        case EEXIST: "there is a file already"
        case ENOENT, ENOTDIR: "the folder does not exist"
        case EROFS, EACCES, EPERM: "the folder may be read only"
        case ENOSPC, EDQUOT: "the disk is full"
        case let code: "error \(code)"
        }
      throw JournalFailure(.cannotCreate, "The journal \(path) cannot be made: \(why).")
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
