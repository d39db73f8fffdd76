import Measuring

/// Many claims in one run of the program: a line must cost the same after a million as at first.
///
/// The floor is the beginning of the same run. Each claim holds lines of very many clients, so that
/// the balances that a line is held against grow from the first claim to the last.
struct FlatRun {
  let program: String
  let claims: Int
  let lines: Int

  func run() {
    let region = LoadedRegion(program: program, making: ["series", "\(claims)", "\(lines)"])
    defer { region.remove() }
    let child = region.process(["claims"], data: region.copy())
    let other = child.lines.first { !$0.contains(#""outcome":"accept""#) }
    guard child.lineTimes.count == claims, other == nil else {
      System.fail("not every claim was accepted: \(other ?? "\(child.lineTimes.count) of them")")
    }
    let times = differences(child.lineTimes)
    let work = differences(child.lineProcessorTimes)
    // The time of the first claim holds the start of the program too; it is left out.
    let part = max(1, min(10, times.count / 3))
    let first = perLine(times.prefix(part))
    let last = perLine(times.suffix(part))
    let firstWork = perLine(work.prefix(part))
    let lastWork = perLine(work.suffix(part))
    print("µs a line, tenth by tenth: \(course(times)); of processor time: \(course(work))")
    Figure(
      "cost per line: \(claims) claims of \(Turns.text(lines)) lines in one run, one core",
      measured:
        "last \(part): \(Turns.text(last)) µs a line (\(Turns.text(lastWork)) µs of processor"
        + " time), peak \(Turns.text(child.peakMegabytes)) MB",
      floor: "first \(part) after the start: \(Turns.text(first)) µs a line"
        + " (\(Turns.text(firstWork)) µs of processor time)",
      ratio: Figure.times(last / first, "the first") + " (\(Turns.text(lastWork / firstWork)))",
      promise: Figure.promise(atMost: 1.2, last / first, " times")
    ).show()
  }

  private func differences(_ moments: [Double]) -> [Double] {
    zip(moments.dropFirst(), moments).map { $0 - $1 }
  }

  private func perLine(_ times: some Collection<Double>) -> Double {
    Turns(Array(times)).median * 1e6 / Double(lines)
  }

  /// The course of a run, tenth by tenth.
  private func course(_ times: [Double]) -> String {
    (0..<10).compactMap { tenth -> String? in
      let part = times[(times.count * tenth / 10)..<(times.count * (tenth + 1) / 10)]
      return part.isEmpty ? nil : Turns.text(perLine(part))
    }.joined(separator: ", ")
  }
}
