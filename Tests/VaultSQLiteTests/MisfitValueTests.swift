import Foundation
import GRDB
import Generators
import People
import PeopleTesting
import Testing
import VaultSQLite

/// One changed bit in the head of a row makes a NULL, a number or a text of any column, also in a
/// strict table: SQLite holds values against their types when it writes, not when it reads.
@Suite("RL-04: values of another type than their column allows")
struct MisfitValueTests {
  /// The tables of a vault with the columns that are read back.
  private static let columns = [
    ("vault", ["layout", "region", "key_check"]),
    ("client", ["key", "scope", "batch"]),
    ("client_page", ["page", "sealed"]),
    ("record", ["client", "purpose", "sealed"]),
    ("original", ["id", "batch", "wrapped", "contents"]),
    ("original_chunk", ["original", "kind", "chunk", "bytes"]),
    ("batch", ["id"]),
    ("intake", ["digest", "size", "codes", "at"]),
  ]
  private static let values = ["NULL", "-1", "9223372036854775807", "1.5", "'x'", "x''", "x'00'"]

  @Test(
    "Every column, seven misfits: a failure or the right answer",
    arguments: columns.flatMap { table in table.1.map { (table.0, $0) } }
  )
  func misfits(table: String, column: String) async throws {
    try await withVaultFolder { folder in
      let filled = try await FilledVault.fill(folder)
      let good = try Data(contentsOf: URL(fileURLWithPath: folder.vaultFile))
      var tried = 0
      for value in Self.values {
        for suffix in ["-wal", "-shm"] { unlink(folder.vaultFile + suffix) }
        try good.write(to: URL(fileURLWithPath: folder.vaultFile))
        guard try put(value, table, column, folder) else { continue }
        tried += 1
        let wrong = try? await filled.wrongAnswers(folder)
        // A record under another name is one that is not there, as after a deletion.
        let isName = table == "record" && column != "sealed"
        #expect(
          wrong?.isEmpty != false || isName && Set(wrong ?? []) == ["open record"],
          "\(table).\(column) = \(value): \(wrong ?? [])"
        )
        try? await readLists(folder)
      }
      #expect(tried > 1)
    }
  }

  /// What the questions about persons do not read.
  private func readLists(_ folder: VaultFolder) async throws {
    let vault = try await folder.reopen()
    defer { try? vault.close() }
    _ = try? await vault.unconfirmed()
    _ = try? await vault.intakeRows()
  }

  /// Puts a value into a column whatever the table says; false when SQLite finds it impossible.
  private func put(
    _ value: String,
    _ table: String,
    _ column: String,
    _ folder: VaultFolder
  ) throws -> Bool {
    func definition(_ change: (String) -> String) throws {
      let queue = try DatabaseQueue(path: folder.vaultFile)
      defer { try? queue.close() }
      try queue.writeWithoutTransaction { db in
        let sql = try String.fetchOne(
          db,
          sql: "SELECT sql FROM sqlite_schema WHERE name = ? AND type = 'table'",
          arguments: [table]
        )
        try db.execute(sql: "PRAGMA writable_schema = ON")
        try db.execute(
          sql: "UPDATE sqlite_schema SET sql = ? WHERE name = ? AND type = 'table'",
          arguments: [change(try #require(sql)), table]
        )
      }
    }
    var kept = ""
    try definition { sql in
      kept = sql
      return sql.replacing("STRICT", with: "").replacing("NOT NULL", with: "")
        .replacing(") ,", with: ")")
    }
    defer { try? definition { _ in kept } }
    let queue = try DatabaseQueue(path: folder.vaultFile)
    defer { try? queue.close() }
    do {
      try queue.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF")
        try db.execute(
          sql: """
            UPDATE \(table) SET \(column) = \(value)
            WHERE \(column) = (SELECT max(\(column)) FROM \(table))
            """
        )
      }
    } catch is DatabaseError {
      return false
    }
    return true
  }
}
