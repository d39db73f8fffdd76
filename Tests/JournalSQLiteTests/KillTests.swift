import Digests
import Foundation
import Generators
import Journal
import JournalSQLite
import JournalTesting
import Quantities
import Testing

/// Needs the probe program, which is built with the tests.
@Suite("A writer that is killed", .enabled(if: WriterProbe.executable != nil))
struct KillTests {
  @Test("RL-01, RL-02: 25 kills lose nothing that was acknowledged and leave nothing half done")
  func killed() async throws {
    let folder = try TemporaryFolder()
    let path = folder.file("journal")
    let executable = try #require(WriterProbe.executable)
    let seed = SeededGenerator.freshSeed()
    var generator = SeededGenerator(seed: seed)
    try await SQLiteJournal.create(at: path, digest: StandardDigest.sha256).close()
    var acknowledged: [Int64: String] = [:]
    for round in 0..<25 {
      let probe = try WriterProbe(executable, journal: path, seed: generator.next())
      let lines = probe.kill(
        afterLines: generator.number(1...12),
        microseconds: UInt32(generator.number(0...20_000))
      )
      var last: Int64 = 0
      for line in lines {
        let words = line.split(separator: " ")
        guard words.count > 1, let position = Int64(words[1]) else {
          Issue.record("seed \(seed), round \(round): the probe said \(line)")
          continue
        }
        last = position
        if words.count > 2 { acknowledged[position] = String(words[2]) }
      }
      let journal = try SQLiteJournal.open(at: path, digest: StandardDigest.sha256)
      let head = try await journal.head()
      #expect(head.position.rawValue >= last, "seed \(seed), round \(round): \(lines.suffix(2))")
      let report = try await journal.verify(with: ChainVerifier(digest: StandardDigest.sha256))
      #expect(report.isWhole, "seed \(seed), round \(round): \(report.faults)")
      try await journal.close()
    }
    let journal = try SQLiteJournal.openForReading(at: path, digest: StandardDigest.sha256)
    var lost = acknowledged
    try await journal.scan {
      if lost[$0.position.rawValue] == $0.hash.description {
        lost[$0.position.rawValue] = nil
      }
      return true
    }
    #expect(!acknowledged.isEmpty)
    #expect(lost.isEmpty, "seed \(seed): acknowledged and lost: \(lost)")
  }

  @Test("A second writer is told that the journal is in use; readers are welcome")
  func secondWriter() async throws {
    let folder = try TemporaryFolder()
    let path = folder.file("journal")
    let executable = try #require(WriterProbe.executable)
    let journal = try SQLiteJournal.create(at: path, digest: StandardDigest.sha256)
    try await journal.append(EntryBuilder.command(1), expecting: .start, at: EntryBuilder.opening)
    let failure = #expect(throws: JournalFailure.self) {
      try SQLiteJournal.open(at: path, digest: StandardDigest.sha256)
    }
    #expect(failure?.code == .inUse)
    let lines = try WriterProbe(executable, journal: path, seed: 1, batches: 1).finish()
    #expect(lines.first?.hasPrefix("failed inUse") == true, "\(lines)")
    let reader = try SQLiteJournal.openForReading(at: path, digest: StandardDigest.sha256)
    #expect(try await reader.head().position == Position(1))
    let refused = await #expect(throws: JournalFailure.self) {
      try await reader.append(
        EntryBuilder.command(2),
        expecting: Position(1),
        at: EntryBuilder.opening
      )
    }
    #expect(refused?.code == .readOnly)
    try await journal.close()
    let again = try WriterProbe(executable, journal: path, seed: 1, batches: 2).finish()
    #expect(again.last == "closed", "\(again)")
    #expect(try await reader.head().position > Position(1), "an open reader sees what is new")
  }
}
