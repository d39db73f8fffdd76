import Foundation
import Synchronization

/// A request from outside (Ctrl-C, the end of a service) that a long command stops.
///
/// It stops between two things it does, so that the end of the journal is signed first. The second
/// request ends the program at once.
struct StopRequest: Error {
  /// The signal that asked for it.
  let signal: Int32

  private static let asked = Atomic<Int32>(0)

  /// Notes requests from here on instead of ending at once.
  ///
  /// A command that is run for another process leaves that to whoever runs it.
  static func listen() {
    if Surroundings.current.isServed { return }
    asked.store(0, ordering: .relaxed)
    for number in [SIGINT, SIGTERM] {
      Foundation.signal(number) { number in
        StopRequest.asked.store(number, ordering: .relaxed)
        Foundation.signal(number, SIG_DFL)
      }
    }
  }

  /// Throws the request when there is one; whoever gave the command may be gone too.
  static func check() throws {
    let number = asked.load(ordering: .relaxed)
    if number != 0 { throw StopRequest(signal: number) }
    if Surroundings.current.words.isGone { throw StopRequest(signal: SIGPIPE) }
  }

  /// Waits for a request.
  static func wait() async throws {
    while asked.load(ordering: .relaxed) == 0 { try await Task.sleep(for: .milliseconds(50)) }
  }

  /// The exit code by which a shell knows a program that a signal ended.
  var status: Int32 { 128 + signal }
}
