import Foundation
import Rules

/// The output of a command and its progress line, in the surroundings of its run.
enum Console {
  private static var words: any WordSink { Surroundings.current.words }

  /// Writes bytes and a line break to the output at once, so that a reader gets whole lines.
  static func tell(_ bytes: [UInt8]) throws {
    do {
      try words.write(bytes + [0x0A], to: .output)
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

  /// Replaces the progress line.
  static func progress(_ text: BilingualText) {
    showProgress("\r\u{1B}[K\(text[Speech.current.language])")
  }

  /// Ends the progress line.
  static func endProgress() { showProgress("\r\u{1B}[K") }

  private static func showProgress(_ text: String) {
    guard words.showsProgress else { return }
    try? words.write(Array(text.utf8), to: .errors)
  }
}
