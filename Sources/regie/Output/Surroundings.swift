import Foundation

/// What a run of a command has around it: its language and form, where its words go, how it comes
/// by a region, and from which folder its relative paths are meant.
///
/// The program runs one command in surroundings of its own; who holds a region open runs the
/// commands of others in theirs. So a command never asks the process for any of these.
struct Surroundings: Sendable {
  @TaskLocal static var current = Surroundings.process

  let speech: Speech
  let words: any WordSink
  let regions: any RegionAccess
  /// The folder of whoever gave the command; nil when it is that of this process.
  let workingFolder: String?

  /// The surroundings of the program itself.
  static let process = Surroundings(
    speech: Speech(CommandLine.arguments.dropFirst()),
    words: ProcessWords(),
    regions: OwnRegions(),
    workingFolder: nil
  )

  /// Whether the command is run for another process.
  var isServed: Bool { workingFolder != nil }
}

/// Paths that whoever gave the command wrote.
enum UserPath {
  /// The path for this process: a relative one counts from the folder of who gave the command.
  static func absolute(_ path: String) -> String {
    guard let folder = Surroundings.current.workingFolder, !path.hasPrefix("/") else { return path }
    return path.isEmpty ? path : folder + "/" + path
  }
}
