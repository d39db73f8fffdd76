import Foundation
import Glibc
import Testing

/// A process that holds a region open and carries out the commands of others in it.
struct Holding {
  let region: TestRegion
  private let process: Running

  var socket: String { region.data + "/regie.sock" }

  /// Starts it, and waits until it listens.
  init(_ region: TestRegion) throws {
    self.region = region
    process = try Running(["hold", "--data", region.data])
    process.wait(forLine: 1)
    try #require(process.isRunning)
  }

  /// Ends it as a power cut would.
  func kill() async {
    process.kill()
    _ = await process.finish()
  }

  /// Asks it to stop, and gives how it ended.
  func stop() async -> Finished {
    process.stop()
    return await process.finish()
  }

  /// Reaches it as no client would; whoever calls closes.
  func reach() throws -> CInt {
    let descriptor = Glibc.socket(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0)
    try #require(descriptor >= 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(socket.utf8)) }
    let isConnected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    try #require(isConnected == 0)
    return descriptor
  }

  /// Sends some bytes and nothing after them, and gives what comes back.
  func sends(_ bytes: [UInt8]) throws -> [UInt8] {
    let descriptor = try reach()
    defer { close(descriptor) }
    _ = bytes.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL)) }
    shutdown(descriptor, CInt(SHUT_WR))
    var answer: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 4_096)
    while true {
      let count = recv(descriptor, &piece, piece.count, 0)
      guard count > 0 else { return answer }
      answer += piece[..<count]
    }
  }
}
