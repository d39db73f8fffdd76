import Digests
import Generators
import Journal
import JournalSQLite
import JournalTesting
import Quantities

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

// A process for tests to kill: it appends random commands to a journal for as long as it lives and
// prints each position as soon as the journal says that it is durable.
//
//   JournalWriterProbe JOURNAL SEED            until it is killed
//   JournalWriterProbe JOURNAL SEED COUNT      so many batches, and then the reason it stopped
//   JournalWriterProbe measure JOURNAL COUNT   how fast a new journal writes and reads

let arguments = CommandLine.arguments
if arguments.count == 4, arguments[1] == "measure", let count = Int(arguments[3]) {
  try await Measurement.run(arguments[2], count: count)
  exit(0)
}
guard arguments.count >= 3, let seed = UInt64(arguments[2]) else { exit(64) }
let limit = arguments.count > 3 ? Int(arguments[3]) ?? 0 : Int.max

func say(_ line: String) {
  let bytes = Array((line + "\n").utf8)
  _ = bytes.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
}

do {
  let journal = try SQLiteJournal.open(at: arguments[1], digest: StandardDigest.sha256)
  var head = try await journal.head()
  say("open \(head.position)")
  var builder = EntryBuilder(seed: seed)
  var generator = SeededGenerator(seed: seed)
  for _ in 0..<limit {
    let batch = builder.batch(commands: generator.number(1...40))
    head = try await journal.append(
      batch,
      expecting: head.position,
      at: Instant(milliseconds: head.recordedAt.milliseconds + 7)
    )
    say("durable \(head.position) \(head.hash)")
  }
  try await journal.close()
  say("closed")
} catch {
  say("failed \(error.code) \(error.message)")
  exit(74)
}
