import Foundation
import Synchronization

/// The words of a command on their way to the client, who may read slowly or be gone.
///
/// The command never waits for the client: what it says is kept until the connection takes it.
final class CommandAnswer: WordSink {
  let showsProgress: Bool
  private let wake: WakePipe
  private let state = Mutex(State())
  /// A client that lets more than this lie is treated as gone.
  private static let longestBacklog = 64 << 20

  private struct State {
    var backlog: [UInt8] = []
    var isDone = false
    var isGone = false
  }

  var isGone: Bool { state.withLock(\.isGone) }

  init(showsProgress: Bool) throws {
    self.showsProgress = showsProgress
    wake = try WakePipe()
  }

  /// Keeps words for the client; those for one that is gone are dropped.
  func write(_ bytes: [UInt8], to stream: WordStream) {
    keep(CommandFrame.pieces(bytes, stream))
  }

  private func keep(_ bytes: [UInt8], isLast: Bool = false) {
    state.withLock { state in
      if isLast { state.isDone = true }
      if state.isGone { return }
      state.backlog += bytes
      guard state.backlog.count > Self.longestBacklog else { return }
      state.isGone = true
      state.backlog = []
    }
    wake.wake()
  }

  /// Carries the command out and hands its words to the client until both are done.
  ///
  /// When the client goes away a long command stops between two things it does; this returns when
  /// it has ended.
  func carryOut(_ request: CommandRequest, _ regions: BorrowedRegion, for client: CInt) {
    let surroundings = Surroundings(
      speech: Speech(request.arguments),
      words: self,
      regions: regions,
      workingFolder: request.folder
    )
    let run = CommandRun(arguments: request.arguments)
    Task {
      let status = await Surroundings.$current.withValue(surroundings) { await run.status() }
      keep(CommandFrame.status(status).bytes, isLast: true)
    }
    while let backlog = unfinished() { attend(client, backlog[...]) }
  }

  /// The words that wait; nil when the command has ended and its words are with the client.
  private func unfinished() -> [UInt8]? {
    state.withLock { state in
      state.isDone && state.backlog.isEmpty ? nil : state.backlog
    }
  }

  /// Waits until the client takes words, says or ends something, or the command does.
  private func attend(_ client: CInt, _ backlog: ArraySlice<UInt8>) {
    var waiting = [
      pollfd(fd: wake.reader, events: Int16(POLLIN), revents: 0),
      pollfd(
        fd: isGone ? -1 : client,
        events: Int16(backlog.isEmpty ? POLLIN : POLLIN | POLLOUT),
        revents: 0
      ),
    ]
    _ = poll(&waiting, 2, -1)
    wake.drain()
    let events = CInt(waiting[1].revents)
    // A client says nothing more after its request: what comes is its end.
    if events & CInt(POLLIN | POLLHUP | POLLERR) != 0 { return leave() }
    guard events & CInt(POLLOUT) != 0 else { return }
    guard let sent = RegionSocket.send(backlog, to: client, waits: false) else { return leave() }
    state.withLock { $0.backlog.removeFirst(min(sent, $0.backlog.count)) }
  }

  private func leave() {
    state.withLock { state in
      state.isGone = true
      state.backlog = []
    }
  }
}
