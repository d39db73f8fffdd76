import Glibc

/// A program that was run to its end.
package struct Child: Sendable {
  package let seconds: Double
  /// The most memory it held.
  ///
  /// It never seems less than what its parent held when it was started, so a parent that asks for
  /// this keeps itself small.
  package let peakMegabytes: Double
  /// When each line of its standard output came, in seconds after the start.
  package let lineTimes: [Double]
  package let lines: [String]
}

extension Child {
  /// Keeps a program on one core.
  package static let oneCore = ["taskset", "-c", "0"]

  /// Runs a program to its end; ours ends with it when it fails.
  @discardableResult
  package static func run(_ arguments: [String]) -> Child {
    var ends: [CInt] = [0, 0]
    guard pipe(&ends) == 0 else { System.fail("cannot make a pipe") }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    posix_spawn_file_actions_addclose(&actions, ends[0])
    posix_spawn_file_actions_addclose(&actions, ends[1])
    defer { posix_spawn_file_actions_destroy(&actions) }
    var pointers = arguments.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    let stopwatch = Stopwatch()
    var process = pid_t()
    guard posix_spawnp(&process, arguments[0], &actions, nil, pointers, environ) == 0 else {
      System.fail("cannot start \(arguments[0])")
    }
    close(ends[1])
    let (lines, times) = read(ends[0], stopwatch)
    close(ends[0])
    var status: CInt = 0
    var usage = rusage()
    wait4(process, &status, 0, &usage)
    let elapsed = stopwatch.seconds
    guard status == 0 else {
      System.fail("\(arguments.joined(separator: " ")) ended with \(status)\n\(lines)")
    }
    return Child(
      seconds: elapsed,
      peakMegabytes: Double(usage.ru_maxrss) / 1_000,
      lineTimes: times,
      lines: lines
    )
  }

  private static func read(_ pipe: CInt, _ stopwatch: Stopwatch) -> ([String], [Double]) {
    var lines: [String] = []
    var times: [Double] = []
    var rest: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(pipe, &buffer, buffer.count)
      guard count > 0 else { return (lines, times) }
      let moment = stopwatch.seconds
      for byte in buffer[..<count] {
        guard byte == UInt8(ascii: "\n") else {
          rest.append(byte)
          continue
        }
        lines.append(String(decoding: rest, as: UTF8.self))
        times.append(moment)
        rest.removeAll(keepingCapacity: true)
      }
    }
  }
}
