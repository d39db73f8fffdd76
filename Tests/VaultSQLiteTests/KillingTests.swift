import Foundation
import Glibc
import People
import PeopleTesting
import Quantities
import Testing
import VaultSQLite

/// What a killed process left behind, and what it was told was durable.
private struct Aftermath {
  let folder: VaultFolder
  let acknowledged: Set<Int>

  init(_ root: String) throws {
    folder = VaultFolder(existing: root)
    let text = (try? String(contentsOfFile: root + "/acknowledged", encoding: .utf8)) ?? ""
    // The last line may be half written; what it names then was not acknowledged.
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    acknowledged = Set(lines.compactMap { Int($0) })
  }
}

/// The batch of a round, the same in the process that is killed and in the test that looks after
/// it.
private func batch(_ index: Int) throws -> SealBatch {
  var people = TestPeople(seed: UInt64(index))
  let clients = people.clients(8).enumerated().map { offset, client in
    NewClient(
      key: client.key,
      number: CitizenNumber(number: 999_900_000 + index * 8 + offset) ?? client.number,
      scope: client.scope
    )
  }
  let original = try people.original(clients.map(\.key))
  return people.batch(clients: clients, originals: [original])
}

@Suite("RL-01, RL-02: killing a process that seals")
struct KillingTests {
  @Test("RL-02: kill -9 at a random moment loses nothing acknowledged and leaves nothing half done")
  func killed() async throws {
    var acknowledged = 0
    for round in 0..<25 {
      let folder = try VaultFolder()
      defer { folder.remove() }
      let vault = try await folder.create()
      try vault.close()
      let root = folder.root
      var system = SystemRandomNumberGenerator()
      let microseconds = UInt32.random(in: 2_000...60_000, using: &system)
      await #expect(processExitsWith: .signal(SIGKILL)) {
        [root = root as String, microseconds = microseconds as UInt32] in
        try await sealUntilKilled(root, after: microseconds)
      }
      let after = try Aftermath(root)
      acknowledged += after.acknowledged.count
      try await check(after, round: round)
    }
    #expect(acknowledged > 25)
  }

  private func check(_ after: Aftermath, round: Int) async throws {
    let vault = try await after.folder.open()
    let unconfirmed = try await vault.unconfirmed()
    let log = InMemoryAccessLog()
    for (index, there) in unconfirmed.enumerated() {
      let expected = try batch(index)
      #expect(there.id == expected.id, "round \(round)")
      let numbers = expected.clients.map(\.number)
      let keys = expected.clients.map(\.key)
      #expect(try await vault.find(numbers, in: TestPeople.scope) == keys)
      let grant = try await log.testGrant(keys)
      let opened = try await vault.open(expected.originals[0].id, under: grant)
      #expect(opened.bytes == expected.originals[0].bytes, "round \(round), batch \(index)")
    }
    // Batches are sealed one after the other: all the acknowledged, and at most one more.
    #expect(unconfirmed.count >= after.acknowledged.count, "round \(round)")
    #expect(unconfirmed.count <= after.acknowledged.count + 1, "round \(round)")
    try await vault.sweep(unconfirmed.map(\.id), keeping: [])
    #expect(try await vault.find([batch(0).clients[0].number], in: TestPeople.scope) == [nil])
    try vault.close()
  }
}

/// Seals batch after batch and notes each that was acknowledged, until the process kills itself.
private func sealUntilKilled(_ root: String, after microseconds: UInt32) async throws {
  let vault = try await VaultFolder(existing: root).open()
  let notes = open(root + "/acknowledged", O_CREAT | O_WRONLY | O_APPEND, 0o600)
  Thread.detachNewThread {
    usleep(microseconds)
    kill(getpid(), SIGKILL)
  }
  for index in 0..<100_000 {
    try await vault.seal(batch(index))
    let line = Array("\(index)\n".utf8)
    _ = line.withUnsafeBytes { write(notes, $0.baseAddress, $0.count) }
  }
}
