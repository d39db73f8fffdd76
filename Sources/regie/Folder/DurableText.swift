import Foundation

/// Files that are whole at every moment: a temporary file, fsync, rename, fsync of the folder.
enum DurableText {
  /// Replaces a file; durable on return.
  static func replace(_ path: String, with bytes: [UInt8]) throws {
    let temporary = path + ".new"
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
    guard fsync(descriptor) == 0, close(descriptor) == 0, rename(temporary, path) == 0 else {
      unlink(temporary)
      throw failure(path)
    }
    try syncFolder(of: path)
  }

  /// Makes the names in a file's folder durable.
  static func syncFolder(of path: String) throws {
    let folder = (path as NSString).deletingLastPathComponent
    let descriptor = open(folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw failure(path) }
  }

  /// All bytes of a file; nil when there is none.
  static func read(_ path: String) throws -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      guard errno == ENOENT else { throw failure(path) }
      return nil
    }
    defer { close(descriptor) }
    var information = stat()
    guard fstat(descriptor, &information) == 0 else { throw failure(path) }
    let expected = max(0, Int(information.st_size))
    // The bytes are read into memory of our own, so that a file that changes meanwhile harms nobody.
    var bytes = [UInt8](unsafeUninitializedCapacity: expected + 1) { buffer, count in
      count = 0
      while count < buffer.count {
        let step = Foundation.read(
          descriptor,
          buffer.baseAddress.map { $0 + count },
          buffer.count - count
        )
        guard step > 0 else { break }
        count += step
      }
    }
    guard bytes.count <= expected else {
      var rest = [UInt8](repeating: 0, count: 1 << 20)
      while true {
        let step = Foundation.read(descriptor, &rest, rest.count)
        guard step > 0 else { break }
        bytes.append(contentsOf: rest[..<step])
        guard bytes.count <= 257 << 20 else { break }
      }
      return bytes
    }
    return bytes
  }

  private static func failure(_ path: String) -> ProgramFailure {
    let cause = errno
    let why = String(cString: strerror(cause))
    let status = cause == ENOENT ? Status.noSuchFile : Status.readOrWriteFailed
    return ProgramFailure(
      status,
      "\(path) kan niet worden gelezen of geschreven (\(why)). "
        + "Maak ruimte of geef toegang, en geef de opdracht opnieuw."
    )
  }
}
