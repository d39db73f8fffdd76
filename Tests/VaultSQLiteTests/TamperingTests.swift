import Foundation
import Generators
import GRDB
import People
import PeopleTesting
import Quantities
import Testing
import VaultSQLite

@Suite("CR-03: whatever is changed or moved in the vault does not open")
struct TamperingTests {
  /// Every sealed value in the file: table, row and column.
  private static let sealed = [
    ("vault", "key_check"), ("client_page", "sealed"), ("record", "sealed"),
    ("original", "wrapped"), ("original", "contents"), ("original_chunk", "bytes"),
  ]

  @Test("CR-03: one flipped bit in any sealed value is found", arguments: 0..<6)
  func flippedBit(kind: Int) async throws {
    let (table, column) = Self.sealed[kind]
    var generator = SeededGenerator(seed: UInt64(kind))
    try await withVaultFolder { folder in
      let filled = try await FilledVault.fill(folder)
      let good = try Data(contentsOf: URL(fileURLWithPath: folder.vaultFile))
      for round in 0..<12 {
        try good.write(to: URL(fileURLWithPath: folder.vaultFile))
        try folder.tamper { db in
          let row = try Row.fetchOne(db, sql: "SELECT \(column), * FROM \(table)")
          var bytes: Data = try #require(row)[0]
          // The first rounds hit the key number, the nonce, the text and the tag.
          let places = [0, 3, 4, 15, 16, bytes.count - 1, bytes.count - 16]
          let place =
            round < places.count ? places[round] : Int.random(in: bytes.indices, using: &generator)
          bytes[bytes.startIndex + place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
          let old: Data = try #require(row)[0]
          try db.execute(
            sql: "UPDATE \(table) SET \(column) = ? WHERE \(column) = ?",
            arguments: [bytes, old]
          )
          try #require(db.changesCount == 1)
        }
        do {
          try await filled.readAll(folder)
          Issue.record("\(table).\(column), round \(round): the flipped bit was not found")
        } catch let failure as VaultFailure {
          #expect([.tampered, .wrongKey].contains(failure.code), "\(failure)")
        }
      }
    }
  }

  @Test(
    "CR-03: a value moved to another record, person, scope, message or place does not open",
    arguments: [
      "UPDATE record SET purpose = 3 - purpose",
      """
      UPDATE record SET sealed = (SELECT r.sealed FROM record r WHERE r.client > record.client
        ORDER BY r.client LIMIT 1)
        WHERE client = (SELECT min(client) FROM record) AND purpose = 1
      """,
      """
      UPDATE client_page SET sealed = (SELECT p.sealed FROM client_page p
        WHERE p.scope <> client_page.scope)
      """,
      "UPDATE original SET wrapped = (SELECT o.wrapped FROM original o WHERE o.id <> original.id)",
      "UPDATE original SET contents = (SELECT o.contents FROM original o WHERE o.id <> original.id)",
      "UPDATE original_chunk SET original = 3 - original",
      "UPDATE original_chunk SET original = 3 - original WHERE kind = 0",
      "UPDATE original_chunk SET kind = 1 - kind",
      "DELETE FROM original_chunk WHERE kind = 0",
      "DELETE FROM original_chunk WHERE kind = 1",
      "UPDATE original_chunk SET bytes = substr(bytes, 1, length(bytes) - 1)",
      "INSERT INTO original_chunk SELECT original, kind, 1, bytes FROM original_chunk",
      "UPDATE vault SET region = zeroblob(16)",
    ]
  )
  func moved(change: String) async throws {
    try await withVaultFolder { folder in
      let filled = try await FilledVault.fill(folder)
      try folder.tamper { db in
        if change.contains("3 - ") {
          try db.execute(sql: change.replacing("3 - ", with: "103 - "))
          try db.execute(
            sql: change.replacing("= 3 - original", with: "= original - 100")
              .replacing("= 3 - purpose", with: "= purpose - 100")
          )
        } else if change.contains("1 - kind") {
          try db.execute(sql: "UPDATE original_chunk SET kind = 101 - kind")
          try db.execute(sql: "UPDATE original_chunk SET kind = kind - 100")
        } else {
          try db.execute(sql: change)
        }
        try #require(db.changesCount > 0)
      }
      do {
        try await filled.readAll(folder)
        Issue.record("what was moved did open")
      } catch let failure as VaultFailure {
        #expect([.tampered, .wrongKey].contains(failure.code), "\(failure)")
      }
    }
  }

  @Test("CR-03: the page of a scope does not open as that of another region's vault")
  func otherRegion() async throws {
    try await withVaultFolder { folder in
      let filled = try await FilledVault.fill(folder)
      var page = Data()
      try await withVaultFolder { other in
        _ = try await FilledVault.fill(other)
        try other.tamper { db in
          page = try #require(try Data.fetchOne(db, sql: "SELECT sealed FROM client_page"))
        }
      }
      try folder.tamper { db in
        try db.execute(sql: "UPDATE client_page SET sealed = ?", arguments: [page])
      }
      await expectFailure(.tampered) { try await filled.readAll(folder) }
    }
  }
}
