import Foundation
import Glibc

/// The built program as a process: what is tested is what a user runs.
enum Program {
  /// The program lies beside the test bundle that is running.
  static let path: String = {
    let bundle = Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
    return bundle.resolvingSymlinksInPath().deletingLastPathComponent().path + "/regie"
  }()

  /// Runs the program to its end.
  ///
  /// What it prints to a file or device of the caller's choice is not kept.
  static func run(
    _ arguments: [String],
    environment: [String: String] = [:],
    output: String? = nil,
    in folder: String? = nil
  ) async throws -> Finished {
    try await Running(arguments, environment: environment, output: output, in: folder).finish()
  }
}

/// What a run of the program left: its exit code or signal, and what it printed.
struct Finished: Sendable {
  let status: Int32
  let wasKilled: Bool
  let output: Data
  let errors: Data

  var text: String { String(decoding: output, as: UTF8.self) }
  var errorText: String { String(decoding: errors, as: UTF8.self) }

  /// The whole lines of the output; a last one without its line end was never said.
  var lines: [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }
}

/// A run of the program that may still be going on; its output goes to files.
struct Running {
  private let process = Process()
  private let outputPath: String
  private let errorPath: String
  private let ended: AsyncStream<Void>

  init(
    _ arguments: [String],
    environment: [String: String] = [:],
    output: String? = nil,
    in folder: String? = nil
  ) throws {
    let log = Scratch.path("log")
    outputPath = log + ".out"
    errorPath = log + ".err"
    var whole = ProcessInfo.processInfo.environment
    whole["REGIE_KEY_FILE"] = nil
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    process.environment = whole.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try Self.file(output ?? outputPath)
    process.standardError = try Self.file(errorPath)
    let (stream, continuation) = AsyncStream<Void>.makeStream()
    ended = stream
    process.terminationHandler = { _ in continuation.finish() }
    try process.run()
  }

  private static func file(_ path: String) throws -> FileHandle {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw CocoaError(.fileWriteUnknown) }
    return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  /// Ends the process at once, as a power cut would.
  func kill() { Glibc.kill(process.processIdentifier, SIGKILL) }

  /// Asks the process to stop.
  func stop() { Glibc.kill(process.processIdentifier, SIGTERM) }

  var isRunning: Bool { process.isRunning }

  /// Holds this thread until the program has printed so many lines or has ended.
  ///
  /// On purpose no task that sleeps: while other tests keep the pool of threads busy, such a task
  /// wakes so late that the program is done before it can be killed.
  func wait(forLine count: Int) {
    while isRunning, lineCount < count { pause(microseconds: 1_000) }
  }

  /// Holds this thread for a while.
  func pause(microseconds: Int) { usleep(UInt32(clamping: microseconds)) }

  /// How many lines it has printed by now.
  var lineCount: Int {
    (FileManager.default.contents(atPath: outputPath) ?? Data()).count { $0 == 0x0A }
  }

  /// Waits for its end.
  func finish() async -> Finished {
    for await _ in ended {}
    process.waitUntilExit()
    return Finished(
      status: process.terminationStatus,
      wasKilled: process.terminationReason == .uncaughtSignal,
      output: FileManager.default.contents(atPath: outputPath) ?? Data(),
      errors: FileManager.default.contents(atPath: errorPath) ?? Data()
    )
  }
}
