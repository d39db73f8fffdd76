import Digests
import Foundation
import Generators
import Journal
import JournalSQLite
import JournalTesting
import Testing

@Suite("RL-04: bits that flip in the file of a journal")
struct FlippedBitTests {
  private static let rounds = 1_000

  @Test("RL-04: 1,000 bits of stored entries: each one is found, and no entry reads otherwise")
  func bitsOfEntries() async throws {
    let seed = SeededGenerator.freshSeed()
    let target = try await AttackTests.target(seed: seed)
    var generator = SeededGenerator(seed: seed)
    let original = try Data(contentsOf: URL(fileURLWithPath: target.path))
    let places = livePlaces(target.entries, original)
    try #require(places.count > 20_000)
    for round in 0..<Self.rounds {
      let place = places[generator.number(0...places.count - 1)]
      let isFound = try await flip(original, place, target, &generator)
      #expect(isFound, "seed \(seed), round \(round), byte \(place)")
    }
  }

  @Test("RL-04: 1,000 bits anywhere in the file: found, or in a place that holds nothing")
  func anyBits() async throws {
    let seed = SeededGenerator.freshSeed()
    let target = try await AttackTests.target(seed: seed)
    var generator = SeededGenerator(seed: seed)
    let original = try Data(contentsOf: URL(fileURLWithPath: target.path))
    var found = 0
    for _ in 0..<Self.rounds {
      let place = generator.number(0...original.count - 1)
      if try await flip(original, place, target, &generator) { found += 1 }
    }
    #expect(found > Self.rounds / 2, "seed \(seed)")
  }

  /// The bytes of the file that hold bodies with the hash behind them, and attachments with the
  /// digest before them, where they lie in one piece.
  private func livePlaces(_ entries: [Entry], _ file: Data) -> [Int] {
    entries.flatMap { entry -> [Int] in
      let pieces = [entry.body + entry.hash.bytes] + entry.attachments.map(\.storedPiece)
      return pieces.flatMap { file.range(of: Data($0)).map(Array.init) ?? [] }
    }
  }

  /// Flips one bit of a byte; true when it is found.
  ///
  /// What is read meanwhile has to be right.
  private func flip(
    _ original: Data,
    _ place: Int,
    _ target: AttackTests.Target,
    _ generator: inout SeededGenerator
  ) async throws -> Bool {
    var data = original
    let bit = generator.number(0...7)
    data[place] ^= 1 << UInt8(bit)
    let path = target.folder.file("victim")
    try Attack.remove(path)
    try data.write(to: URL(fileURLWithPath: path))
    var isFound = true
    if let report = try? await AttackTests.verify(path, target) { isFound = !report.isWhole }
    var entries: [Entry] = []
    do {
      let journal = try SQLiteJournal.openForReading(at: path, digest: StandardDigest.sha256)
      do {
        try await journal.scan {
          entries.append($0)
          return true
        }
      } catch is JournalFailure {
        // What was given out before the fault was met is judged all the same.
        isFound = true
      }
      try await journal.close()
    } catch is JournalFailure {
      return true
    }
    let isRight =
      isFound ? entries.allSatisfy(target.entries.contains) : entries == target.entries
    #expect(isRight, "byte \(place), bit \(bit): a wrong answer")
    return isFound
  }
}

extension EntryAttachment {
  /// The columns of an attachment that follow each other in the file.
  fileprivate var storedPiece: [UInt8] { digest.bytes + bytes }
}
