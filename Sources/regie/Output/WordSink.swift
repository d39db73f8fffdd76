import Foundation

/// Which of the two streams of a command words belong to.
enum WordStream: UInt8, Sendable {
  case output = 1
  case errors = 2
}

/// Where the words of a run of a command go.
protocol WordSink: Sendable {
  /// Whether someone is looking: progress is shown on a terminal and kept quiet in a pipe.
  var showsProgress: Bool { get }

  /// Whether nobody is there any more: a long command then stops between two things it does.
  ///
  /// Asked and not told by a cancelled task, because that would break off a write halfway.
  var isGone: Bool { get }

  /// Writes bytes at once, so that a reader gets whole lines.
  func write(_ bytes: [UInt8], to stream: WordStream) throws
}

/// The standard output and the standard error of this process.
struct ProcessWords: WordSink {
  let showsProgress = isatty(STDERR_FILENO) == 1
  let isGone = false

  func write(_ bytes: [UInt8], to stream: WordStream) throws {
    let handle: FileHandle =
      switch stream {
      case .output: .standardOutput
      case .errors: .standardError
      }
    try handle.write(contentsOf: Data(bytes))
  }
}
