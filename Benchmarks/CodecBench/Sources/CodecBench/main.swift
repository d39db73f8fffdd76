import Glibc
import Messages

// Times the reading of a declaration of 100,000 lines against xmllint on the same file.
//
//   CodecBench generate one|indented|varied FILE [LINES]
//   CodecBench read FILE [general|copy]      reads once and ends: the process that is measured
//   CodecBench loop FILE [general]           times the reading alone, ten times in one process
//   CodecBench compare FILE                  whole processes, ours and xmllint, in turn

let arguments = CommandLine.arguments
guard arguments.count >= 3 else {
  System.fail("use: generate SHAPE FILE [LINES] | read FILE | loop FILE | compare FILE")
  exit(64)
}
let file = arguments[arguments[1] == "generate" ? 3 : 2]
let mode = arguments.count > 3 ? arguments[3] : ""

func check(_ result: ReadResult) {
  guard let message = result.message, let line = message.type.grammar.table("Prestatie") else {
    return System.fail(result.findings.first?.english ?? "not read")
  }
  if message.count(line) == 0 { System.fail("no lines") }
}

func best(_ count: Int, _ body: () -> Double) -> (best: Double, median: Double) {
  let times = (0..<count).map { _ in body() }.sorted()
  return (times[0], times[times.count / 2])
}

switch arguments[1] {
case "generate":
  guard let shape = ClaimFile.Shape(rawValue: arguments[2]) else { exit(64) }
  var claims = ClaimFile(shape, seed: 7)
  System.write(
    claims.bytes(lines: arguments.count > 4 ? Int(arguments[4]) ?? 0 : 100_000),
    to: file
  )
case "read" where mode == "copy":
  check(MessageReader.read(System.contents(file).span))
case "read":
  check(System.withFile(file) { MessageReader.read($0, remembering: mode != "general") })
case "loop":
  System.withFile(file) { bytes in
    let time = best(10) {
      let start = System.now()
      check(MessageReader.read(bytes, remembering: mode != "general"))
      return System.now() - start
    }
    let speed = Double(bytes.count) / time.best / 1000
    print("reading alone: best \(time.best) ms, median \(time.median) ms, \(Int(speed)) MB/s")
  }
default:
  let ours = best(15) { System.time([arguments[0], "read", file]) }
  let copy = best(15) { System.time([arguments[0], "read", file, "copy"]) }
  let general = best(15) { System.time([arguments[0], "read", file, "general"]) }
  let floor = best(7) { System.time(["xmllint", "--noout", "--nonet", "--stream", file]) }
  print("xmllint --stream       best \(floor.best) ms, median \(floor.median) ms")
  for (name, time) in [("mapped file", ours), ("read into memory", copy), ("no memory", general)] {
    let ratio = (floor.best / time.best * 10).rounded() / 10
    print("\(name): best \(time.best) ms, median \(time.median) ms, \(ratio) times as fast")
  }
}
