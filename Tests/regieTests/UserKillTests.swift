import Foundation
import Glibc
import Synthetic
import Testing

@Suite("RL-01, RL-02: kill -9 while accounts are changed")
struct UserKillTests {
  private static let rounds = 20
  private static let seed: UInt64 = 12

  private func number(_ finished: Finished, _ name: String) throws -> Int {
    let line = try #require(finished.lines.last)
    let json = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    return try #require(json?[name] as? Int)
  }

  @Test("20 times at a random moment: a user is there with both events or not at all")
  func killed() async throws {
    let region = try await TestRegion(["0321"])
    let data = ["--data", region.data, "--json"]
    var generator = SeededGenerator(seed: Self.seed)
    var told: Set<String> = []
    var killedCount = 0
    for round in 0..<Self.rounds {
      let name = "naam.\(round)"
      let running = try Running(["user", "add", name, "--name", "Proef"] + data)
      running.pause(microseconds: generator.below(120_000))
      running.kill()
      let finished = await running.finish()
      if finished.wasKilled { killedCount += 1 }
      if !finished.lines.isEmpty { told.insert(name) }
      let list = try await region.regie(["user", "list"] + data)
      let events = try await region.regie(["user", "verify"] + data)
      #expect(try number(events, "events") == 2 * list.lines.count, "round \(round)")
      for name in told {
        #expect(list.text.contains("\"\(name)\""), "round \(round): \(name) was told and is gone")
      }
    }
    #expect(killedCount > 5)
  }

  @Test("An older copy of the accounts, or one without its seal, is refused in a sentence")
  func older() async throws {
    let region = try await TestRegion(["0321"])
    let data = ["--data", region.data]
    let file = region.data + "/accounts.sqlite"
    try await region.regie(["user", "add", "a.een", "--name", "Een"] + data)
    let older = try #require(FileManager.default.contents(atPath: file))
    try await region.regie(["user", "disable", "a.een"] + data)
    try older.write(to: URL(fileURLWithPath: file))
    let refused = try await region.regie(["user", "list"] + data, exits: 65)
    #expect(refused.errorText.contains("oudere kopie"), "\(refused.errorText)")
    #expect(refused.errorText.split(separator: "\n").count == 1)
    let served = try await region.regie(["serve", "--port", "0"] + data, exits: 65)
    #expect(served.errorText.contains("oudere kopie"), "\(served.errorText)")
    let taken = try await region.regie(["user", "take"] + data)
    #expect(taken.text.contains("regie user review"))
    #expect(try await region.regie(["user", "list"] + data).lines.count == 1)
    unlink(region.data + ".accounts-head")
    let missing = try await region.regie(["user", "list"] + data, exits: 65)
    #expect(missing.errorText.contains(".accounts-head"), "\(missing.errorText)")
  }

  @Test("AZ-06: the roles to look at, what is overdue, and that one is still right")
  func reviews() async throws {
    let region = try await TestRegion(["0321"])
    let data = ["--data", region.data]
    let role = ["--role", "administrator", "--from", "2025-01-01"]
    try await region.regie(["user", "add", "a.een", "--name", "Een"] + role + data)
    let review = ["user", "review", "--today", "2025-06-01"] + data
    let late = try await region.regie(review + ["--overdue", "--json"])
    #expect(late.text.contains("\"due\":\"2025-04-01\"") && late.lines.count == 1)
    #expect(try await region.regie(review).text.contains("te laat"))
    try await region.regie(review + ["--right", "1"])
    #expect(try await region.regie(review + ["--overdue"]).output.isEmpty)
    try await region.regie(review + ["--right", "9"], exits: 65)
  }
}
