import Foundation
import Generators
import Glibc
import People
import PeopleTesting
import Quantities
import Testing
import VaultSQLite

/// Turns the keys again and again, while batches are sealed, until the process kills itself.
private func turnUntilKilled(_ root: String, after microseconds: UInt32) async throws {
  let vault = try await VaultFolder(existing: root).open()
  Thread.detachNewThread {
    usleep(microseconds)
    kill(getpid(), SIGKILL)
  }
  try await withThrowingTaskGroup(of: Void.self) { group in
    group.addTask {
      for turn in 0... {
        _ = try await vault.turnKeys(on: VaultFolder.day(2026, 2, turn % 28 + 1))
      }
    }
    group.addTask {
      var system = SystemRandomNumberGenerator()
      var people = TestPeople(seed: system.next())
      while true {
        let scope = TestPeople.scope(people.generator.next() % 60)
        let key = ClientKey(using: &people.generator)
        let number = 999_900_000 + Int(people.generator.next() % 90_000)
        guard let number = CitizenNumber(number: number) else { continue }
        let client = NewClient(key: key, number: number, scope: scope)
        try? await vault.seal(people.batch(clients: [client]))
      }
    }
    try await group.waitForAll()
  }
}

@Suite("CR-03, RL-02: killing a process that turns keys")
struct TurningKillTests {
  @Test("CR-03: kill -9 between any two steps: the keys that are there open everything")
  func killed() async throws {
    let folder = try VaultFolder()
    defer { folder.remove() }
    let filled = try await FilledVault.fill(folder)
    var turned: Set<UInt32> = []
    for round in 0..<25 {
      let root = folder.root
      var system = SystemRandomNumberGenerator()
      let microseconds = UInt32.random(in: 1_000...30_000, using: &system)
      await #expect(processExitsWith: .signal(SIGKILL)) {
        [root = root as String, microseconds = microseconds as UInt32] in
        try await turnUntilKilled(root, after: microseconds)
      }
      try await filled.readAll(folder)
      let vault = try await folder.open()
      let masters = try await vault.masters()
      turned.insert(try #require(masters.last))
      #expect(masters == masters.sorted(), "round \(round)")
      try vault.close()
    }
    #expect(turned.count > 5, "the keys were turned between kills: \(turned.sorted())")
  }
}
