import Foundation
import GRDB
import People
import PeopleTesting
import Quantities
import Testing
import VaultSQLite

@Suite("PR-07: destroying persons, and turning keys")
struct DestroyingTests {
  private func copy(_ folder: VaultFolder) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: folder.vaultFile))
  }

  private func restore(_ bytes: Data, _ folder: VaultFolder) throws {
    for suffix in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: folder.vaultFile + suffix)
    }
    try bytes.write(to: URL(fileURLWithPath: folder.vaultFile))
  }

  @Test("PR-07: an old copy that is put back does not bring a destroyed person back")
  func restoring() async throws {
    try await withVaultFolder { folder in
      let filled = try await FilledVault.fill(folder)
      let old = try copy(folder)
      var vault = try await folder.open()
      try await vault.destroy([filled.keys[1]])
      try vault.close()
      try restore(old, folder)
      vault = try await folder.open()
      let grant = try await InMemoryAccessLog().testGrant(filled.keys)
      let opened = try await vault.open(filled.original.id, under: grant)
      #expect(opened.destroyed == [filled.keys[1]])
      let numbers = try await vault.numbers(of: filled.keys, under: grant)
      #expect(numbers.filter { $0 == nil }.count == 1 && numbers[1] == nil)
      let found = try await vault.find([filled.clients[1].number], in: TestPeople.scope)
      #expect(found == [nil])
      try vault.close()
    }
  }

  @Test("PR-07: after destroying, the page in the file no longer holds what the old one held")
  func nothingLeft() async throws {
    try await withVaultFolder { folder in
      let filled = try await FilledVault.fill(folder)
      var pages: [Data] = []
      try folder.tamper { db in
        pages = try Data.fetchAll(db, sql: "SELECT sealed FROM client_page ORDER BY scope")
      }
      let vault = try await folder.open()
      try await vault.destroy([filled.keys[0]])
      for file in try folder.files() {
        #expect(file.bytes.range(of: pages[0]) == nil, "\(file.path) holds the old page")
      }
      try vault.close()
      let bytes = try copy(folder)
      #expect(bytes.range(of: pages[1].prefix(100)) != nil)
    }
  }

  @Test("CR-03: keys turn twice, everything stays readable and the old key is gone in time")
  func rotation() async throws {
    try await withVaultFolder { folder in
      let filled = try await FilledVault.fill(folder)
      let old = try copy(folder)
      var vault = try await folder.open()
      let steps: [(CivilDate, [UInt32])] = [
        (try VaultFolder.day(2026, 1, 31), [202601]),
        (try VaultFolder.day(2026, 2, 3), [202601, 202602]),
        (try VaultFolder.day(2025, 2, 3), [202601, 202602]),
        (try VaultFolder.day(2026, 3, 2), [202601, 202602, 202603]),
        (try VaultFolder.day(2026, 3, 10), [202601, 202602, 202603]),
        (try VaultFolder.day(2026, 3, 11), [202602, 202603]),
      ]
      for (day, epochs) in steps {
        try await vault.rotate(on: day)
        #expect(try await vault.epochs() == epochs, "\(day)")
      }
      try vault.close()
      try await filled.readAll(folder)
      let text = try String(contentsOfFile: folder.key, encoding: .utf8)
      #expect(!text.contains("epoch 202601"))
      // The copy from before opens no more: its epoch key is gone.
      try restore(old, folder)
      vault = try await folder.open()
      await expectFailure(.wrongKey) {
        let grant = try await InMemoryAccessLog().testGrant(filled.keys)
        _ = try await vault.numbers(of: filled.keys, under: grant)
      }
      try vault.close()
    }
  }

  @Test("PR-07: the list of destroyed persons is kept until no copy can be read any more")
  func listIsPruned() async throws {
    try await withVaultFolder { folder in
      let filled = try await FilledVault.fill(folder)
      let vault = try await folder.open()
      try await vault.destroy([filled.keys[0]])
      let line = "destroyed \(filled.keys[0]) 202601"
      #expect(try String(contentsOfFile: folder.key, encoding: .utf8).contains(line))
      try await vault.rotate(on: VaultFolder.day(2026, 2, 3))
      #expect(try String(contentsOfFile: folder.key, encoding: .utf8).contains(line))
      try await vault.rotate(on: VaultFolder.day(2026, 3, 11))
      #expect(try !String(contentsOfFile: folder.key, encoding: .utf8).contains("destroyed"))
      let grant = try await InMemoryAccessLog().testGrant(filled.keys)
      #expect(try await vault.numbers(of: [filled.keys[0]], under: grant) == [nil])
      try vault.close()
    }
  }
}
