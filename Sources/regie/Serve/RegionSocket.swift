import Foundation
import Rules
import VaultSQLite

/// The socket in a data folder by which whoever holds the region open is asked.
///
/// Only the user who holds the region can reach it: it has mode 0600 and lies in a folder that is
/// his alone.
struct RegionSocket {
  let folder: DataFolder

  static let name = "regie.sock"
  var path: String { folder.path + "/" + Self.name }

  /// Does something with the address of the socket.
  ///
  /// An address holds some hundred bytes. Where the path is longer the folder is opened, and named
  /// by its descriptor; where the system has no such names, that is told.
  private func withAddress(
    _ body: (UnsafePointer<sockaddr>, socklen_t) -> CInt
  ) throws -> CInt {
    if let done = Self.withAddress(path, body) { return done }
    #if os(Linux)
    let descriptor = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return -1 }
    defer { close(descriptor) }
    if let done = Self.withAddress("/proc/self/fd/\(descriptor)/\(Self.name)", body) { return done }
    #endif
    throw ProgramFailure(
      Status.cannotCreate,
      "serve.pathTooLong",
      BilingualText(
        "\(path) is te lang voor een socket. Zet de map van de regio op een kortere plaats.",
        "\(path) is too long for a socket. Put the folder of the region in a shorter place."
      )
    )
  }

  /// Nil when the path does not fit in an address.
  private static func withAddress(
    _ path: String,
    _ body: (UnsafePointer<sockaddr>, socklen_t) -> CInt
  ) -> CInt? {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let name = Array(path.utf8)
    let fits = withUnsafeMutableBytes(of: &address.sun_path) { room in
      // The last byte stays zero.
      guard name.count < room.count else { return false }
      room.copyBytes(from: name)
      return true
    }
    guard fits else { return nil }
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
  }

  private static func make() throws -> CInt {
    #if os(Linux)
    let kind = CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue)
    #else
    let kind = SOCK_STREAM
    #endif
    let descriptor = socket(AF_UNIX, kind, 0)
    guard descriptor >= 0 else { throw ProgramFailure.socket(SystemTrouble(errorNumber: errno)) }
    return descriptor
  }
}

extension RegionSocket {
  /// Makes the socket and listens; only for whoever holds the lock of the region, because a socket
  /// that is left of an earlier holder is removed.
  func listen() throws -> CInt {
    let descriptor = try Self.make()
    unlink(path)
    // The mode of the descriptor is that of the file which `bind` makes, so that nobody can come in
    // between.
    guard fchmod(descriptor, 0o600) == 0,
      try withAddress({ bind(descriptor, $0, $1) }) == 0,
      chmod(path, 0o600) == 0,
      Foundation.listen(descriptor, 16) == 0
    else {
      let trouble = SystemTrouble(errorNumber: errno)
      close(descriptor)
      throw ProgramFailure(.file(path: path, trouble))
    }
    return descriptor
  }

  /// Reaches whoever listens; nil when nobody does.
  func connect() throws -> CInt? {
    let descriptor = try Self.make()
    if try withAddress({ Foundation.connect(descriptor, $0, $1) }) == 0 { return descriptor }
    close(descriptor)
    return nil
  }

  /// Whether the other side runs as the user of this process, or may do everything anyhow.
  static func isOwnUser(_ descriptor: CInt) -> Bool {
    #if os(Linux)
    // The number of the process, of its user and of its group.
    var peer: [UInt32] = [0, .max, .max]
    var length = socklen_t(12)
    guard getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &peer, &length) == 0, length == 12 else {
      return false
    }
    return peer[1] == geteuid() || peer[1] == 0
    #else
    var user = uid_t.max
    var group = gid_t.max
    guard getpeereid(descriptor, &user, &group) == 0 else { return false }
    return user == geteuid() || user == 0
    #endif
  }
}

// MARK: - Bytes

extension RegionSocket {
  /// Reads so many bytes; nil when the other side went away or took too long.
  static func read(_ count: Int, from descriptor: CInt) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    var piece = [UInt8](repeating: 0, count: min(count, 1 << 16))
    while bytes.count < count {
      let wanted = min(piece.count, count - bytes.count)
      let got = piece.withUnsafeMutableBytes { recv(descriptor, $0.baseAddress, wanted, 0) }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { return nil }
      bytes += piece[..<got]
    }
    return bytes
  }

  /// Sends bytes; how many went, and nil when the other side is gone.
  static func send(_ bytes: ArraySlice<UInt8>, to descriptor: CInt, waits: Bool) -> Int? {
    #if os(Linux)
    let flags = CInt(MSG_NOSIGNAL) | (waits ? 0 : CInt(MSG_DONTWAIT))
    #else
    let flags = waits ? 0 : CInt(MSG_DONTWAIT)
    #endif
    let count = bytes.withUnsafeBytes {
      Foundation.send(descriptor, $0.baseAddress, $0.count, flags)
    }
    if count >= 0 { return count }
    return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR ? 0 : nil
  }
}

extension ProgramFailure {
  /// No socket, or no thread to speak on one.
  static func socket(_ trouble: SystemTrouble) -> ProgramFailure {
    ProgramFailure(
      Status.readOrWriteFailed,
      "serve.socket",
      BilingualText(
        "De socket van de regio kan niet worden gebruikt: \(trouble.text.dutch)",
        "The socket of the region cannot be used: \(trouble.text.english)"
      )
    )
  }
}
