import Foundation
import Rules
import Synchronization

/// Carries out the commands of other processes of the same user in the region that is held open.
///
/// One request per connection. Speaking is done by threads of its own, never by those on which
/// commands run, so that a client that neither reads nor goes away keeps nobody from his work.
final class CommandListener: Sendable {
  private let holder: RegionHolder
  private let socket: RegionSocket
  private let descriptor: CInt
  private let wake: WakePipe
  private let connections = Mutex(0)
  /// How many clients may be there at a time; the next one is told to come back.
  static let clientLimit = 32

  /// Begins to listen in the folder of the held region.
  init(_ holder: RegionHolder) throws {
    self.holder = holder
    socket = RegionSocket(folder: holder.region.folder)
    wake = try WakePipe()
    descriptor = try socket.listen()
    Thread.detachNewThread { self.accept() }
  }

  /// Takes nobody new in, and waits a while for the commands that run and their last words.
  func stop() async {
    unlink(socket.path)
    wake.wake()
    for _ in 0..<500 where connections.withLock({ $0 }) > 0 {
      try? await Task.sleep(for: .milliseconds(20))
    }
  }

  private func accept() {
    defer { close(descriptor) }
    while true {
      var waiting = [
        pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: wake.reader, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&waiting, 2, -1) >= 0 || errno == EINTR else { return }
      if waiting[1].revents != 0 { return }
      guard waiting[0].revents != 0 else { continue }
      let client = Foundation.accept(descriptor, nil, nil)
      guard client >= 0 else {
        // No descriptor is free: a moment later one may be.
        usleep(10_000)
        continue
      }
      _ = fcntl(client, F_SETFD, FD_CLOEXEC)
      guard RegionSocket.isOwnUser(client) else {
        close(client)
        continue
      }
      let count = connections.withLock { count in
        count += 1
        return count
      }
      Thread.detachNewThread {
        self.serve(client, isOneTooMany: count > Self.clientLimit)
        close(client)
        self.connections.withLock { $0 -= 1 }
      }
    }
  }

  private func serve(_ client: CInt, isOneTooMany: Bool) {
    var patience = timeval(tv_sec: 10, tv_usec: 0)
    setsockopt(
      client,
      SOL_SOCKET,
      SO_RCVTIMEO,
      &patience,
      socklen_t(MemoryLayout<timeval>.size)
    )
    guard let head = RegionSocket.read(4, from: client) else { return }
    let length = Int(CommandFrame.value(head[...]))
    guard length <= CommandRequest.longest,
      let bytes = RegionSocket.read(length, from: client),
      let request = CommandRequest(bytes)
    else { return refuse(client, Self.notUnderstood) }
    if isOneTooMany { return refuse(client, Self.busy) }
    guard let answer = try? CommandAnswer(showsProgress: request.showsProgress) else {
      return refuse(client, Self.busy)
    }
    answer.carryOut(request, BorrowedRegion(holder: holder), for: client)
  }

  private func refuse(_ client: CInt, _ text: BilingualText) {
    let words = Array("regie: \(text.dutch) / \(text.english)\n".utf8)
    let bytes = CommandFrame.pieces(words, .errors) + CommandFrame.status(Status.inUse).bytes
    _ = RegionSocket.send(bytes[...], to: client, waits: false)
  }

  private static let notUnderstood = BilingualText(
    "De map is open in een andere versie van regie. Gebruik dezelfde versie.",
    "The folder is open in another version of regie. Use the same version."
  )
  private static let busy = BilingualText(
    "Er wachten al veel opdrachten op deze map. Probeer het straks opnieuw.",
    "Many commands wait for this folder already. Try again later."
  )
}
