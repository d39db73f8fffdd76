import Foundation
import GRDB
import People
import PeopleTesting
import Quantities
import Testing
import VaultSQLite

/// What several writers sealed together, and whether they may stop.
private actor Load {
  private(set) var sealed: [OriginalParts] = []
  private(set) var isOver = false

  func add(_ original: OriginalParts) { sealed.append(original) }

  func end() { isOver = true }
}

@Suite("CR-03: the master key and the epoch key are replaced")
struct TurningTests {
  private static func day(_ day: Int) throws -> CivilDate { try VaultFolder.day(2026, 2, day) }

  /// The key numbers that sealed values of a kind name.
  private func keys(_ folder: VaultFolder, _ table: String, _ column: String) throws -> Set<Int> {
    var keys: Set<Int> = []
    try folder.tamper { db in
      for name in try Data.fetchAll(db, sql: "SELECT substr(\(column), 1, 4) FROM \(table)") {
        keys.insert(name.reduce(0) { $0 << 8 | Int($1) })
      }
    }
    return keys
  }

  /// Takes the lines of keys out of the key file that are not the newest of their kind.
  private func forgetOldKeys(_ folder: VaultFolder) throws {
    let lines = try String(contentsOfFile: folder.key, encoding: .utf8).split(separator: "\n")
    var kept: [Substring] = []
    for (index, line) in lines.enumerated() {
      let kind = line.prefix { $0 != " " }
      let isOld = lines.dropFirst(index + 1).contains { $0.hasPrefix(kind + " ") }
      if kind == "master" || kind == "epoch", isOld { continue }
      kept.append(line)
    }
    try folder.writeKey(kept.joined(separator: "\n") + "\n")
  }

  @Test("CR-03: two turns; everything is readable, also when the old keys are thrown away")
  func twice() async throws {
    try await withVaultFolder { folder in
      let filled = try await FilledVault.fill(folder)
      let oldKeys = try String(contentsOfFile: folder.key, encoding: .utf8)
      var middleKeys = ""
      let vault = try await folder.open()
      for (turn, epoch) in [(1, 202602), (2, 1_202_602)] as [(Int, UInt32)] {
        let done = try await vault.turnKeys(on: Self.day(turn))
        #expect(done.master == UInt32(turn) + 1 && done.epoch == epoch)
        #expect(done.originals == 2 && done.damaged == 0)
        if turn == 1 { middleKeys = try String(contentsOfFile: folder.key, encoding: .utf8) }
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.key)
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
        #expect(!FileManager.default.fileExists(atPath: folder.key + ".new"))
      }
      try vault.close()
      #expect(try keys(folder, "vault", "key_check") == [3])
      #expect(try keys(folder, "original", "wrapped") == [3])
      #expect(try keys(folder, "client_page", "sealed") == [1_202_602])
      try await filled.readAll(folder)
      try forgetOldKeys(folder)
      try await filled.readAll(folder)
      // The old keys, and those of in between, are refused.
      for text in [oldKeys, middleKeys] {
        try folder.writeKey(text)
        await expectFailure(.wrongKey) { _ = try await folder.open() }
      }
    }
  }

  @Test("CR-03: nothing that was sealed under the old master key is believed after the turn")
  func oldValues() async throws {
    try await withVaultFolder { folder in
      let filled = try await FilledVault.fill(folder)
      var wrapped = Data()
      try folder.tamper { db in
        wrapped = try #require(
          try Data.fetchOne(
            db,
            sql: "SELECT wrapped FROM original WHERE id = ?",
            arguments: [Data(filled.original.id.bytes)]
          )
        )
      }
      let vault = try await folder.open()
      _ = try await vault.turnKeys(on: Self.day(1))
      try vault.close()
      try folder.tamper { db in
        try db.execute(
          sql: "UPDATE original SET wrapped = ? WHERE id = ?",
          arguments: [wrapped, Data(filled.original.id.bytes)]
        )
      }
      await expectFailure(.tampered) { try await filled.readAll(folder) }
    }
  }

  @Test("CR-03: after a turn a flipped bit, a swapped record and another tenant's value are found")
  func tampering() async throws {
    let changes = [
      "UPDATE original SET wrapped = ? WHERE id = ?",
      "UPDATE original SET wrapped = (SELECT o.wrapped FROM original o WHERE o.id <> original.id)",
    ]
    for change in 0..<3 {
      try await withVaultFolder { folder in
        let filled = try await FilledVault.fill(folder)
        let vault = try await folder.open()
        _ = try await vault.turnKeys(on: Self.day(1))
        try vault.close()
        let id = Data(filled.original.id.bytes)
        let read = "SELECT wrapped FROM original WHERE id = ?"
        var value = Data()
        try folder.tamper { db in
          value = try #require(try Data.fetchOne(db, sql: read, arguments: [id]))
        }
        if change == 0 { value[value.startIndex + 20] ^= 4 }
        if change == 2 {
          try await withVaultFolder { other in
            _ = try await FilledVault.fill(other)
            let vault = try await other.open()
            _ = try await vault.turnKeys(on: Self.day(1))
            try vault.close()
            try other.tamper { db in
              value = try #require(try Data.fetchOne(db, sql: "SELECT wrapped FROM original"))
            }
          }
        }
        try folder.tamper { db in
          if change == 1 {
            try db.execute(sql: changes[1])
          } else {
            try db.execute(sql: changes[0], arguments: [value, id])
          }
          try #require(db.changesCount > 0)
        }
        await expectFailure(.tampered) { try await filled.readAll(folder) }
      }
    }
  }

  @Test("CR-03: two turns under load: what was written before, meanwhile and after is readable")
  func underLoad() async throws {
    try await withVaultFolder { folder in
      let vault = try await folder.create()
      let load = Load()
      try await withThrowingTaskGroup(of: Void.self) { group in
        for writer in 0..<4 as Range<UInt64> {
          group.addTask {
            var people = TestPeople(seed: writer)
            var known: [NewClient] = []
            while await !load.isOver || known.count < 40 {
              let fresh = people.clients(2, in: TestPeople.scope(writer))
              known += fresh
              let original = try people.original(known.suffix(4).map(\.key))
              try await vault.seal(people.batch(clients: fresh, originals: [original]))
              await load.add(original)
              let grant = try await InMemoryAccessLog().testGrant(known.map(\.key))
              let opened = try await vault.open(original.id, under: grant)
              #expect(opened.bytes == original.bytes)
              #expect(try await vault.numbers(of: [fresh[0].key], under: grant)[0] != nil)
            }
          }
        }
        group.addTask {
          for day in 1...2 {
            while await load.sealed.count < day * 600 { await Task.yield() }
            let turn = try await vault.turnKeys(on: Self.day(day))
            #expect(turn.originals >= day * 600 && turn.damaged == 0)
          }
          await load.end()
        }
        try await group.waitForAll()
      }
      try vault.close()
      #expect(try keys(folder, "original", "wrapped") == [3])
      #expect(try keys(folder, "client_page", "sealed") == [1_202_602])
      try forgetOldKeys(folder)
      let again = try await folder.open()
      for original in await load.sealed {
        let grant = try await InMemoryAccessLog().testGrant(original.parts.map(\.client))
        let opened = try await again.open(original.id, under: grant)
        #expect(opened.bytes == original.bytes)
      }
      try again.close()
    }
  }

  @Test("CR-03, PR-07: a vault from before a turn that is put back is turned when it is opened")
  func restoring() async throws {
    try await withVaultFolder { folder in
      let filled = try await FilledVault.fill(folder)
      let old = try Data(contentsOf: URL(fileURLWithPath: folder.vaultFile))
      func putBack() throws {
        for suffix in ["", "-wal"] {
          try? FileManager.default.removeItem(atPath: folder.vaultFile + suffix)
        }
        try old.write(to: URL(fileURLWithPath: folder.vaultFile))
      }
      var vault = try await folder.open()
      try await vault.destroy([filled.keys[5]])
      for day in 1...2 { _ = try await vault.turnKeys(on: Self.day(day)) }
      try vault.close()
      try putBack()
      vault = try await folder.open()
      let grant = try await InMemoryAccessLog().testGrant(filled.keys)
      #expect(try await vault.open(filled.original.id, under: grant).isComplete)
      #expect(try await vault.numbers(of: filled.keys, under: grant)[5] == nil)
      try vault.close()
      #expect(try keys(folder, "vault", "key_check") == [3])
      #expect(try keys(folder, "original", "wrapped") == [3])

      // Once no backup is kept from before, its keys are gone, and it opens no more.
      vault = try await folder.open()
      try await vault.keepUp(on: VaultFolder.day(2026, 2, 20))
      #expect(try await vault.masters() == [1, 2, 3])
      try await vault.keepUp(on: VaultFolder.day(2026, 3, 20))
      #expect(try await vault.masters() == [3])
      #expect(try await vault.epochs() == [1_202_602, 202603])
      try vault.close()
      try putBack()
      await expectFailure(.wrongKey) { _ = try await folder.open() }
    }
  }

  @Test("CR-03: a message that was damaged before does not stop the turn, and is counted")
  func damaged() async throws {
    try await withVaultFolder { folder in
      let filled = try await FilledVault.fill(folder)
      try folder.tamper { db in
        try db.execute(
          sql: "UPDATE original SET wrapped = zeroblob(64) WHERE id <> ?",
          arguments: [Data(filled.original.id.bytes)]
        )
        try #require(db.changesCount == 1)
      }
      let vault = try await folder.open()
      let turn = try await vault.turnKeys(on: Self.day(1))
      #expect(turn.originals == 1 && turn.damaged == 1)
      try vault.close()
      try await filled.readAll(folder)
    }
  }
}
