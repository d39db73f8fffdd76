import Foundation

/// A writer process of its own, which a test may kill.
final class WriterProbe {
  private let process = Process()
  private let output = Pipe()

  /// The program beside the test bundle, or nil when it was not built.
  static var executable: URL? {
    let folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent()
    let arguments = CommandLine.arguments.map { URL(fileURLWithPath: $0) }
    let folders = [folder] + arguments.map { $0.deletingLastPathComponent() }
    return folders.map { $0.appendingPathComponent("JournalWriterProbe") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  init(_ executable: URL, journal: String, seed: UInt64, batches: Int? = nil) throws {
    process.executableURL = executable
    process.arguments = [journal, "\(seed)"] + (batches.map { ["\($0)"] } ?? [])
    process.standardOutput = output
    try process.run()
  }

  /// Waits until it ends by itself and gives the lines it printed.
  func finish() -> [String] {
    let lines = rest()
    process.waitUntilExit()
    return lines
  }

  /// Reads until so many lines have come, waits a little, kills it and gives all lines.
  func kill(afterLines count: Int, microseconds: UInt32) -> [String] {
    var data = Data()
    while data.count(where: { $0 == 0x0A }) < count {
      let more = output.fileHandleForReading.availableData
      if more.isEmpty { break }
      data += more
    }
    usleep(microseconds)
    endAtOnce(process.processIdentifier)
    let tail = rest(after: data)
    process.waitUntilExit()
    return tail
  }

  private func rest(after data: Data = Data()) -> [String] {
    let all = data + output.fileHandleForReading.readDataToEndOfFile()
    // A last line that was cut off was never said.
    let whole = all.lastIndex(of: 0x0A).map { all[...$0] } ?? Data()
    return String(decoding: whole, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}

/// Ends a process in the way that it cannot see coming.
private func endAtOnce(_ identifier: Int32) { _ = kill(identifier, SIGKILL) }
