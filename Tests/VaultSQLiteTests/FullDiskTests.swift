import Foundation
import Generators
import People
import PeopleTesting
import Quantities
import Testing
import VaultSQLite

// Skipped where a disk of our own cannot be made.
@Suite(
  "RL-03, LG-05: the disk of the vault and of the access log is full",
  .enabled(if: SmallDisk.isPossible, "mounting a small disk takes the rights of root")
)
struct FullDiskTests {
  /// What was sealed and acknowledged, and can be read whatever happens.
  private struct Sealed {
    var clients: [NewClient] = []
    var originals: [OriginalParts] = []

    func readAll(_ vault: SQLiteVault, last count: Int = .max) async throws {
      let found = try await vault.find(clients.map(\.number), in: TestPeople.scope)
      #expect(found == clients.map(\.key))
      let grant = try await InMemoryAccessLog().testGrant(clients.map(\.key))
      for original in originals.suffix(count) {
        #expect(try await vault.open(original.id, under: grant).bytes == original.bytes)
      }
    }
  }

  @Test("RL-03: 50 times full: a clear sentence, reading goes on, and so does the work with room")
  func fullVault() async throws {
    let disk = try SmallDisk(megabytes: 48)
    defer { disk.remove() }
    let folder = VaultFolder(existing: disk.path)
    try FileManager.default.createDirectory(
      atPath: folder.data,
      withIntermediateDirectories: true
    )
    let vault = try await folder.create()
    let seed: UInt64 = 3
    var generator = SeededGenerator(seed: seed)
    var people = TestPeople(seed: seed)
    var sealed = Sealed()
    var failures = 0
    for round in 0..<50 {
      disk.fill(leaving: Int.random(in: 0...200_000, using: &generator))
      for _ in 0..<20 {
        let clients = people.clients(3)
        var original = try people.original(clients.map(\.key))
        if round % 3 == 0 {
          let noise = people.noise(Int.random(in: 0...60_000, using: &generator))
          original = try OriginalParts(id: original.id, bytes: noise, parts: [])
        }
        do throws(VaultFailure) {
          try await vault.seal(people.batch(clients: clients, originals: [original]))
          sealed.clients += clients
          sealed.originals.append(original)
        } catch {
          #expect(error.code == .writeFailed, "round \(round): \(error)")
          #expect(error.message.contains("full"), "round \(round): \(error)")
          failures += 1
          let numbers = clients.map(\.number)
          let known = try await vault.find(numbers, in: TestPeople.scope)
          #expect(known == [nil, nil, nil], "round \(round): nothing half done")
          break
        }
      }
      try await sealed.readAll(vault, last: 3)
      disk.makeRoom()
      let clients = people.clients(1)
      try await vault.seal(people.batch(clients: clients))
      sealed.clients += clients
    }
    #expect(failures >= 45)
    try vault.close()
    // A vault at rest on a full disk can be opened and read.
    disk.fill(leaving: 0)
    let again = try await folder.open()
    try await sealed.readAll(again)
    await expectFailure(.writeFailed) {
      try await again.seal(people.batch(clients: people.clients(1)))
    }
    disk.makeRoom()
    try await again.seal(people.batch(clients: people.clients(1)))
    try again.close()
  }

  @Test("LG-05: 10,000 requests to a log on a disk that fills up: as many shown as recorded")
  func fullLog() async throws {
    let disk = try SmallDisk(megabytes: 64)
    defer { disk.remove() }
    try await withVaultFolder { folder in
      let filled = try await FilledVault.fill(folder)
      let vault = try await folder.open()
      let log = try await SQLiteAccessLog.open(in: disk.path)
      var shown: UInt64 = 0
      var refused = 0
      for request in 0..<10_000 {
        if request % 500 == 100 { disk.fill(leaving: request % 3 * 20_000) }
        if request % 500 == 499 { disk.makeRoom() }
        do throws(VaultFailure) {
          let grant = try await log.testGrant(filled.keys)
          _ = try await vault.numbers(of: filled.keys, under: grant)
          shown += 1
          if grant.number != shown { Issue.record("record \(grant.number) for number \(shown)") }
        } catch {
          if error.code != .writeFailed || !error.message.contains("full") {
            Issue.record("\(error)")
          }
          refused += 1
        }
      }
      #expect(shown > 1_000 && refused > 1_000, "\(shown) shown, \(refused) refused")
      try await log.close()
      let again = try await SQLiteAccessLog.open(in: disk.path)
      #expect(try await again.verify().number == shown)
      try await again.close()
      try vault.close()
    }
  }

  @Test("LG-05: a log that became read-only shows nobody, and goes on when it can be written")
  func readOnlyLog() async throws {
    let disk = try SmallDisk(megabytes: 4)
    defer { disk.remove() }
    try await withVaultFolder { folder in
      let filled = try await FilledVault.fill(folder)
      let vault = try await folder.open()
      try FileManager.default.createDirectory(
        atPath: disk.path + "/log",
        withIntermediateDirectories: true
      )
      let log = try await SQLiteAccessLog.open(in: disk.path + "/log")
      _ = try await log.testGrant(filled.keys)
      try await log.close()
      // As after `chattr` or a remount by the system: the whole disk refuses.
      try #require(disk.setReadOnly(true))
      var shown = 0
      for _ in 0..<100 {
        do throws(VaultFailure) {
          let refusing = try await SQLiteAccessLog.open(in: disk.path + "/log")
          let grant = try await refusing.testGrant(filled.keys)
          _ = try await vault.numbers(of: filled.keys, under: grant)
          shown += 1
        } catch {
          #expect([.writeFailed, .unavailable].contains(error.code), "\(error)")
        }
      }
      #expect(shown == 0)
      try #require(disk.setReadOnly(false))
      let again = try await SQLiteAccessLog.open(in: disk.path + "/log")
      #expect(try await again.testGrant(filled.keys).number == 2)
      try await again.close()
      try vault.close()
    }
  }

  @Test("RL-03, PR-07: a key file that cannot be replaced destroys nobody and turns nothing")
  func fullKeyDisk() async throws {
    let disk = try SmallDisk(megabytes: 1)
    defer { disk.remove() }
    try await withVaultFolder { folder in
      let filled = try await FilledVault.fill(folder)
      let keys = disk.path + "/data.key"
      try FileManager.default.moveItem(atPath: folder.key, toPath: keys)
      let before = FileManager.default.contents(atPath: keys)
      let vault = try await SQLiteVault.open(
        in: folder.data,
        keyFile: KeyFile.load(from: keys, outside: folder.data)
      )
      disk.fill(leaving: 0)
      await expectFailure(.writeFailed) { try await vault.destroy([filled.keys[0]]) }
      await expectFailure(.writeFailed) {
        _ = try await vault.turnKeys(on: VaultFolder.day(2026, 2, 1))
      }
      #expect(FileManager.default.contents(atPath: keys) == before)
      let grant = try await InMemoryAccessLog().testGrant(filled.keys)
      #expect(try await vault.numbers(of: filled.keys, under: grant)[0] != nil)
      disk.makeRoom()
      try await vault.destroy([filled.keys[0]])
      #expect(try await vault.turnKeys(on: VaultFolder.day(2026, 2, 1)).master == 2)
      try vault.close()
    }
  }
}
