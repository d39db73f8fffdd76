import Foundation
import Rules

/// Standard output and the progress line on a terminal.
enum Console {
  /// Writes bytes and a line break to standard output at once, so that a reader gets whole lines.
  static func tell(_ bytes: [UInt8]) throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(bytes + [0x0A]))
    } catch {
      throw ProgramFailure(.output)
    }
  }

  /// The same, for the last words of a command: what cannot be told ends the program, because
  /// whoever reads the lines must not miss one.
  static func line(_ bytes: [UInt8]) {
    do {
      try tell(bytes)
    } catch {
      let failure = ProgramFailure(any: error)
      failure.report()
      exit(failure.status)
    }
  }

  static func line(_ text: String) { line(Array(text.utf8)) }

  /// Writes a sentence in the language of this run.
  static func line(_ text: BilingualText) { line(text[Speech.current.language]) }

  /// Whether someone is looking: progress is shown on a terminal and kept quiet in a pipe.
  static let showsProgress = isatty(STDERR_FILENO) == 1

  /// Replaces the progress line.
  static func progress(_ text: BilingualText) {
    guard showsProgress else { return }
    let line = text[Speech.current.language]
    try? FileHandle.standardError.write(contentsOf: Data("\r\u{1B}[K\(line)".utf8))
  }

  /// Ends the progress line.
  static func endProgress() {
    guard showsProgress else { return }
    try? FileHandle.standardError.write(contentsOf: Data("\r\u{1B}[K".utf8))
  }
}
