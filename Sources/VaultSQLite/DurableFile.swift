import Glibc
import People
import Rules

/// Small secret files that are whole at every moment and durable when a call returns.
enum DurableFile {
  /// Writes a file that must not exist yet, with mode 0600.
  static func create(_ path: String, bytes: [UInt8]) throws(VaultFailure) {
    try write(path, bytes: bytes, .making)
    try syncFolder(of: path)
  }

  /// Replaces a file: temporary file, fsync, rename, fsync of the folder.
  static func replace(_ path: String, bytes: [UInt8]) throws(VaultFailure) {
    let temporary = path + ".new"
    unlink(temporary)
    try write(temporary, bytes: bytes, .writing)
    guard rename(temporary, path) == 0 else {
      throw failure(.writing)
    }
    try syncFolder(of: path)
  }

  /// Reads a regular file of the running user with mode 0600; refuses any other.
  static func readPrivate(_ path: String) throws(VaultFailure) -> [UInt8] {
    let file = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { throw failure(.reading) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else {
      throw failure(.reading)
    }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_mode & 0o7777 == 0o600,
      status.st_uid == geteuid()
    else {
      throw VaultFailure(.keyFileReadable)
    }
    guard status.st_size <= 1 << 28 else {
      throw VaultFailure(.keyFileTooLarge)
    }
    return try readAll(file, size: Int(status.st_size))
  }

  /// The real path of the folder in which a file lies or will lie.
  static func realFolder(of path: String) throws(VaultFailure) -> String {
    guard let folder = realPath(Self.folder(of: path)) else {
      throw failure(.findingFolder)
    }
    return folder
  }

  /// The path without links and dots, or nil when there is no such file.
  static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The number of bytes of a file; 0 when there is none.
  static func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Makes the names in a file's folder durable.
  static func syncFolder(of path: String) throws(VaultFailure) {
    let folder = Glibc.open(Self.folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw failure(.writing) }
    defer { close(folder) }
    guard fsync(folder) == 0 else { throw failure(.writing) }
  }

  private static func write(
    _ path: String,
    bytes: [UInt8],
    _ step: VaultFailure.KeyFileStep
  ) throws(VaultFailure) {
    let file = Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw failure(step) }
    defer { close(file) }
    guard fchmod(file, 0o600) == 0 else {
      throw failure(step)
    }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(file, buffer.baseAddress.map { $0 + written }, buffer.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure(.writing) }
      written += count
    }
    guard fsync(file) == 0 else { throw failure(.writing) }
  }

  private static func readAll(_ file: CInt, size: Int) throws(VaultFailure) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: size)
    var done = 0
    while done < size {
      let count = bytes.withUnsafeMutableBytes { buffer in
        read(file, buffer.baseAddress.map { $0 + done }, size - done)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure(.reading) }
      done += count
    }
    return bytes
  }

  /// A failure with what the system said, and without the path: it may hold a name.
  private static func failure(_ step: VaultFailure.KeyFileStep) -> VaultFailure {
    VaultFailure(.keyFileStep(step, SystemTrouble(errorNumber: errno)))
  }
}
