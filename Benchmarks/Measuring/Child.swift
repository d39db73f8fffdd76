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
  /// How much processor time it had used when each line came, which a busy machine does not change.
  package let lineProcessorTimes: [Double]
}

extension Child {
  /// Keeps a program on one core.
  package static let oneCore = ["taskset", "-c", "0"]

  /// Runs a program to its end; ours ends with it when it fails.
  ///
  /// What it writes to standard error is shown unless it is to be quiet.
  @discardableResult
  package static func run(_ arguments: [String], quietly: Bool = false) -> Child {
    var ends: [CInt] = [0, 0]
    guard pipe(&ends) == 0 else { System.fail("cannot make a pipe") }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    posix_spawn_file_actions_addclose(&actions, ends[0])
    posix_spawn_file_actions_addclose(&actions, ends[1])
    if quietly {
      posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    }
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
    let output = Output(pipe: ends[0], of: process, stopwatch)
    close(ends[0])
    var status: CInt = 0
    var usage = rusage()
    wait4(process, &status, 0, &usage)
    let elapsed = stopwatch.seconds
    guard status == 0 else {
      System.fail("\(arguments.joined(separator: " ")) ended with \(status)\n\(output.lines)")
    }
    return Child(
      seconds: elapsed,
      peakMegabytes: Double(usage.ru_maxrss) / 1_000,
      lineTimes: output.times,
      lines: output.lines,
      lineProcessorTimes: output.processorTimes
    )
  }
}

/// What a program writes, line by line.
private struct Output {
  var lines: [String] = []
  var times: [Double] = []
  var processorTimes: [Double] = []

  /// Reads until the program has closed its end.
  init(pipe: CInt, of process: pid_t, _ stopwatch: Stopwatch) {
    var clock = clockid_t()
    clock_getcpuclockid(process, &clock)
    var rest: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(pipe, &buffer, buffer.count)
      guard count > 0 else { return }
      let moment = stopwatch.seconds
      var used = timespec()
      clock_gettime(clock, &used)
      for byte in buffer[..<count] {
        guard byte == UInt8(ascii: "\n") else {
          rest.append(byte)
          continue
        }
        lines.append(String(decoding: rest, as: UTF8.self))
        times.append(moment)
        processorTimes.append(Double(used.tv_sec) + Double(used.tv_nsec) / 1e9)
        rest.removeAll(keepingCapacity: true)
      }
    }
  }
}
