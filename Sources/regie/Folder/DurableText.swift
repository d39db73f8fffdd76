import Foundation
import Rules
import VaultSQLite

/// Files that are whole at every moment: a temporary file, fsync, rename, fsync of the folder.
///
/// Relative paths count from the folder of whoever gave the command; failures name them as typed.
enum DurableText {
  /// Replaces a file; durable on return.
  static func replace(_ path: String, with bytes: [UInt8]) throws {
    let place = UserPath.absolute(path)
    let temporary = place + ".new"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure(path) }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else {
        close(descriptor)
        unlink(temporary)
        throw failure(path)
      }
      written += count
    }
    guard fsync(descriptor) == 0, close(descriptor) == 0, rename(temporary, place) == 0 else {
      unlink(temporary)
      throw failure(path)
    }
    try syncFolder(of: path)
  }

  /// Makes a folder, for its owner alone, and those above it that are missing.
  static func makeFolder(_ path: String) throws {
    let place = UserPath.absolute(path)
    if mkdir(place, 0o700) == 0 || errno == EEXIST { return }
    let above = (path as NSString).deletingLastPathComponent
    guard errno == ENOENT, !above.isEmpty, above != path else {
      throw ProgramFailure(.folderNotMade(path: path, SystemTrouble(errorNumber: errno)))
    }
    try makeFolder(above)
    guard mkdir(place, 0o700) == 0 || errno == EEXIST else {
      throw ProgramFailure(.folderNotMade(path: path, SystemTrouble(errorNumber: errno)))
    }
  }

  /// Makes the names in a file's folder durable.
  static func syncFolder(of path: String) throws {
    let folder = (UserPath.absolute(path) as NSString).deletingLastPathComponent
    let descriptor = open(folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw failure(path) }
  }

  /// All bytes of a file, in memory of our own, so that a file that changes meanwhile harms nobody;
  /// nil when there is none.
  ///
  /// Of a file longer than the limit only so much is read, and one byte more by which to know it.
  static func read(_ path: String, limit: Int = .max - 1) throws -> [UInt8]? {
    let descriptor = open(UserPath.absolute(path), O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      guard errno == ENOENT else { throw failure(path) }
      return nil
    }
    defer { close(descriptor) }
    var information = stat()
    guard fstat(descriptor, &information) == 0 else { throw failure(path) }
    let expected = min(max(0, Int(information.st_size)), limit)
    var bytes = try some(expected + 1, of: descriptor, path)
    // It grew, or it is a pipe, which has no size.
    while bytes.count > expected, bytes.count <= limit {
      let more = try some(1 << 20, of: descriptor, path)
      if more.isEmpty { break }
      bytes += more
    }
    return bytes
  }

  /// The next bytes of a file: as many as are asked for, or up to its end.
  private static func some(
    _ byteCount: Int,
    of descriptor: CInt,
    _ path: String
  ) throws -> [UInt8] {
    try [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, count in
      count = 0
      while count < byteCount {
        let place = buffer.baseAddress.map { $0 + count }
        let step = Foundation.read(descriptor, place, byteCount - count)
        if step == 0 { return }
        if step < 0, errno == EINTR { continue }
        guard step > 0 else { throw failure(path) }
        count += step
      }
    }
  }

  private static func failure(_ path: String) -> ProgramFailure {
    ProgramFailure(.file(path: path, SystemTrouble(errorNumber: errno)))
  }
}
