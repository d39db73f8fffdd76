import Measuring
import Messages

// Times the reading of a claim of 100,000 lines into typed values beside xmllint on the same file:
// whole processes in turn, first with lines of one shape and then with lines that differ in shape.
//
//   CodecBench [LINES] [TURNS]
//   CodecBench generate one|indented|varied FILE LINES
//   CodecBench read FILE                     reads once and ends: the process that is measured
//   CodecBench loop FILE [general]           times the reading alone, ten times in one process

let arguments = CommandLine.arguments

/// An argument at a place, or what stands for it.
func argument(_ index: Int, or standard: String = "") -> String {
  arguments.count > index ? arguments[index] : standard
}

func number(_ index: Int, or standard: Int) -> Int { Int(argument(index)) ?? standard }

func check(_ result: ReadResult) {
  guard let message = result.message, let line = message.type.grammar.table("Prestatie") else {
    System.fail(result.findings.first?.english ?? "not read")
  }
  if message.count(line) == 0 { System.fail("no lines") }
}

func generate(_ shape: ClaimFile.Shape, _ path: String, lines: Int) {
  var claims = ClaimFile(shape, seed: 7)
  System.write(claims.bytes(lines: lines), to: path)
}

/// Reads again and again in this process, which leaves starting and mapping out.
func loop(_ path: String, remembering: Bool) {
  System.withFile(path) { bytes in
    var turns = Turns()
    for _ in 0..<11 {
      let stopwatch = Stopwatch()
      check(MessageReader.read(bytes, remembering: remembering))
      turns.add(stopwatch.seconds * 1_000)
    }
    let speed = Turns.text(Double(bytes.count) / turns.least / 1_000)
    print("reading alone: \(turns.text("ms")), at best \(speed) MB a second")
  }
}

func compare(_ shape: ClaimFile.Shape, lines: Int, turns count: Int, promise: Double) {
  let folder = System.makeFolder()
  let path = folder + "/claim.xml"
  defer { Child.run(["rm", "-r", folder]) }
  Child.run([arguments[0], "generate", shape.rawValue, path, "\(lines)"])
  let ours = Child.oneCore + [arguments[0], "read", path]
  let floor = Child.oneCore + ["xmllint", "--noout", "--nonet", "--stream", path]
  // Once beforehand, so that no turn waits for the disk.
  Child.run(ours)
  Child.run(floor)
  var reading = Turns()
  var parsing = Turns()
  for _ in 0..<count {
    reading.add(Child.run(ours).seconds)
    parsing.add(Child.run(floor).seconds)
  }
  let ratio = parsing.median / reading.median
  let kind = shape == .varied ? "lines that differ in shape" : "one sender"
  let size = System.withFile(path) { $0.count } / 1_000_000
  Figure(
    "read \(Turns.text(lines)) lines, \(kind), \(size) MB, whole process, one core",
    measured: reading.text("s"),
    floor: "`xmllint --stream`: \(parsing.text("s"))",
    ratio: Figure.times(ratio, "as fast"),
    promise: Figure.promise(atLeast: promise, ratio, " times")
  ).show()
}

switch argument(1) {
case "generate":
  guard let shape = ClaimFile.Shape(rawValue: argument(2)) else {
    System.fail("the shape is one, indented or varied")
  }
  generate(shape, argument(3), lines: number(4, or: 100_000))
case "read":
  System.withFile(argument(2)) { check(MessageReader.read($0)) }
case "loop":
  loop(argument(2), remembering: argument(3) != "general")
default:
  let lines = number(1, or: 100_000)
  let turns = number(2, or: 7)
  compare(.one, lines: lines, turns: turns, promise: 4)
  compare(.varied, lines: lines, turns: turns, promise: 2.5)
}
