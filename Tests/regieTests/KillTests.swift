import Foundation
import GRDB
import Synthetic
import Testing

@Suite("RL-01, RL-02, RL-04: kill -9 while messages are taken in")
struct KillTests {
  private static let rounds = 25
  private static let fileCount = 300
  private static let seed: UInt64 = 9

  /// What the program has said so far, by file: it must stay true whatever happens next.
  private struct Acknowledged {
    var lines: [String: String] = [:]

    mutating func add(_ finished: Finished, _ context: String) throws {
      for line in finished.lines {
        let file = try JudgedFile(line).file
        #expect(lines[file] == nil || lines[file] == line, "\(context)")
        lines[file] = line
      }
    }
  }

  @Test("25 times at a random moment: nothing said is lost, nothing is done twice")
  func killed() async throws {
    let small = try SmallRegion.shared.get()
    let undisturbed = try await SmallRegion.undisturbed.value
    let region = try await small.opened()
    let command = region.processing(
      (0..<Self.fileCount).map { small.path($0) },
      today: small.today
    )
    var generator = SeededGenerator(seed: Self.seed)
    var said = Acknowledged()
    var killedCount = 0
    for round in 1...Self.rounds {
      let context = "seed \(Self.seed), round \(round)"
      let known = said.lines.count
      // Now and then while old ground is covered, mostly on new ground.
      let target =
        generator.chance(perMille: 250)
        ? generator.below(known + 1) : known + generator.below(Self.fileCount / Self.rounds)
      let finished = try await kill(command, afterLine: target, &generator)
      if finished.wasKilled { killedCount += 1 }
      try said.add(finished, context)
      let answers = try region.answers()
      for line in said.lines.values {
        guard let reply = try JudgedFile(line).reply else { continue }
        #expect(answers[reply] != nil, "\(context): \(reply) was said and is not there")
      }
      try await region.verify()
    }
    #expect(killedCount >= Self.rounds - 5)

    let expected = undisturbed.files.prefix(Self.fileCount)
    let isBad = expected.contains { $0.line.contains("reject-transport") }
    let last = try await region.regie(command, exits: isBad ? 65 : 0)
    try said.add(last, "the last run")
    #expect(last.lines == expected.map(\.line))
    let names = Set(expected.compactMap(\.reply))
    #expect(try region.answers() == undisturbed.region.answers().filter { names.contains($0.key) })
    try await region.verify()
    try await region.verify(["--head", region.heads])
    try counts(region, expected)
  }

  private func kill(
    _ command: [String],
    afterLine target: Int,
    _ generator: inout SeededGenerator
  ) async throws -> Finished {
    let running = try Running(command)
    running.wait(forLine: target)
    running.pause(microseconds: generator.below(target == 0 ? 300_000 : 8_000))
    running.kill()
    return await running.finish()
  }

  /// Every kept file stands in the journal once and in the vault once.
  private func counts(_ region: TestRegion, _ files: ArraySlice<JudgedFile>) throws {
    let kept = Set(files.compactMap(\.position)).count
    let journal = try DatabaseQueue(path: region.journal)
    let judged = try journal.read {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM entry WHERE event = 'message.judged'")
    }
    let last = try journal.read { try Int.fetchOne($0, sql: "SELECT max(position) FROM entry") }
    try journal.close()
    #expect(judged == kept)
    #expect(last == files.compactMap(\.position).max())
    let vault = try DatabaseQueue(path: region.data + "/vault.sqlite")
    let originals = try vault.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM original") }
    let batches = try vault.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM batch") }
    try vault.close()
    #expect(originals == kept)
    #expect(batches == 0, "everything that was sealed is confirmed")
  }
}
