import Foundation
import Glibc
import Hummingbird
import Testing
import Web

/// The real server of a test's site on a port of this machine.
struct RawServer {
  let port: Int

  /// Starts it, does something, and stops it.
  static func run<Value>(
    _ site: TestSite,
    limits: ConnectionLimits = ConnectionLimits(),
    _ body: (RawServer) async throws -> Value
  ) async throws -> Value {
    let (ports, arrival) = AsyncStream<Int>.makeStream()
    let application = SiteServer(site.site, host: "127.0.0.1", port: 0, limits: limits)
      .application { port in
        arrival.yield(port)
        arrival.finish()
      }
    let task = Task { try await application.run() }
    defer { task.cancel() }
    var iterator = ports.makeAsyncIterator()
    let port = try #require(await iterator.next())
    return try await body(RawServer(port: port))
  }

  /// Sends pieces of bytes with a pause after each, and gives what comes back.
  func send(
    _ pieces: [[UInt8]],
    pause: Int = 0,
    patience: Int = 60_000
  ) async throws -> RawAnswer {
    let port = port
    return try await Self.onThread {
      let client = try RawClient(port: port)
      defer { client.close() }
      for piece in pieces {
        guard client.send(piece) else { break }
        if pause > 0 { usleep(UInt32(pause * 1_000)) }
      }
      return client.receive(patience: patience)
    }
  }

  func send(_ text: String, patience: Int = 60_000) async throws -> RawAnswer {
    try await send([Array(text.utf8)], patience: patience)
  }

  /// What blocks is done on a thread of its own: those that run all tasks are the server's too.
  static func onThread<Value: Sendable>(
    _ work: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { caller in
      Thread.detachNewThread { caller.resume(with: Result { try work() }) }
    }
  }
}

/// A connection without any manners.
struct RawClient {
  struct Refused: Error {}

  private let descriptor: CInt

  init(port: Int) throws {
    descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { throw Refused() }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let isConnected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard isConnected == 0 else {
      Glibc.close(descriptor)
      throw Refused()
    }
  }

  func close() { Glibc.close(descriptor) }

  /// Sends bytes; false when the other side has gone.
  func send(_ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.send(
          descriptor,
          $0.baseAddress.map { $0 + sent },
          $0.count - sent,
          CInt(MSG_NOSIGNAL)
        )
      }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  /// What comes until the other side closes, or says nothing for so many milliseconds.
  func receive(patience: Int) -> RawAnswer {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, CInt(patience)) > 0 else {
        return RawAnswer(bytes: bytes, isClosed: false)
      }
      let count = recv(descriptor, &piece, piece.count, 0)
      guard count > 0 else { return RawAnswer(bytes: bytes, isClosed: true) }
      bytes += piece[..<count]
    }
  }
}

/// What a server said before it closed or fell silent.
struct RawAnswer: Sendable {
  let text: String
  let isClosed: Bool

  init(bytes: [UInt8], isClosed: Bool) {
    text = String(decoding: bytes, as: UTF8.self)
    self.isClosed = isClosed
  }

  /// The statuses of all answers in it.
  var statuses: [Int] {
    text.split(separator: "HTTP/1.1 ", omittingEmptySubsequences: false).dropFirst()
      .compactMap { Int($0.prefix(3)) }
  }

  /// The first status; nil when nothing was said.
  var status: Int? { statuses.first }
}
