import Foundation

/// Standard output and the progress line on a terminal.
enum Console {
  /// Writes bytes and a line break to standard output at once, so that a reader gets whole lines.
  static func line(_ bytes: [UInt8]) {
    FileHandle.standardOutput.write(Data(bytes + [0x0A]))
  }

  static func line(_ text: String) { line(Array(text.utf8)) }

  /// Whether someone is looking: progress is shown on a terminal and kept quiet in a pipe.
  static let showsProgress = isatty(STDERR_FILENO) == 1

  /// Replaces the progress line.
  static func progress(_ text: String) {
    guard showsProgress else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8))
  }

  /// Ends the progress line.
  static func endProgress() {
    guard showsProgress else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
  }
}
