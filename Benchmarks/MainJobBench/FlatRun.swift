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
    let times = zip(child.lineTimes.dropFirst(), child.lineTimes).map { $0 - $1 }
    // The time of the first claim holds the start of the program too; it is left out.
    let part = max(1, min(10, times.count / 3))
    let first = perLine(times.prefix(part))
    let last = perLine(times.suffix(part))
    let ratio = last / first
    show(times)
    Figure(
      "cost per line: \(claims) claims of \(Turns.text(lines)) lines in one run, one core",
      measured: "last \(part): \(Turns.text(last)) µs a line, peak"
        + " \(Turns.text(child.peakMegabytes)) MB",
      floor: "the first \(part) after the start: \(Turns.text(first)) µs a line",
      ratio: Figure.times(ratio, "the first"),
      promise: Figure.promise(atMost: 1.2, ratio, " times")
    ).show()
  }

  private func perLine(_ times: some Collection<Double>) -> Double {
    Turns(Array(times)).median * 1e6 / Double(lines)
  }

  /// The course of it, tenth by tenth.
  private func show(_ times: [Double]) {
    let tenths = (0..<10).compactMap { tenth -> String? in
      let part = times[(times.count * tenth / 10)..<(times.count * (tenth + 1) / 10)]
      return part.isEmpty ? nil : Turns.text(perLine(part))
    }
    print("µs a line, tenth by tenth: \(tenths.joined(separator: ", "))")
  }
}
