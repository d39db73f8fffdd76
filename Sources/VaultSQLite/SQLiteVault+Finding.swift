import Foundation
import GRDB
package import People
package import Quantities

extension SQLiteVault {
  /// Answers from the sealed pages, never from the digests in the open columns: of those a flipped
  /// bit would hide a person or give another one's key.
  package func find(
    _ numbers: [CitizenNumber],
    in scope: ClientScope
  ) async throws(VaultFailure) -> [ClientKey?] {
    let code = scope.code
    return try await read { db, state in
      let directory = try state.directory(code, db)
      return numbers.map(directory.key(of:))
    }
  }

  package func log(_ row: IntakeRow) async throws(VaultFailure) {
    try await write { db, _ in
      try db.execute(
        sql: "INSERT INTO intake(digest, size, codes, at) VALUES (?, ?, ?, ?)",
        arguments: [
          Data(row.digest.bytes), row.size, row.codes.joined(separator: " "),
          row.at.milliseconds,
        ]
      )
    }
  }

  package func intakeRows() async throws(VaultFailure) -> [IntakeRow] {
    try await read { db, _ in
      try Row.fetchAll(db, sql: "SELECT digest, size, codes, at FROM intake ORDER BY number").map {
        row in
        let digest = try row.bytes(0, of: "intake")
        let codes = try row.text(2, of: "intake")
        guard let digest = KeyedDigest(bytes: digest) else {
          throw VaultFailure(.intakeRowWithoutDigest)
        }
        return try IntakeRow(
          digest: digest,
          size: Int(try row.integer(1, of: "intake")),
          codes: codes.split(separator: " ").map(String.init),
          at: Instant(milliseconds: try row.integer(3, of: "intake"))
        )
      }
    }
  }

  package func sweepIntake(at now: Instant) async throws(VaultFailure) -> Int {
    try await write { db, _ in
      try db.execute(
        sql: "DELETE FROM intake WHERE at <= ?",
        arguments: [IntakeRow.horizon(at: now).milliseconds]
      )
      return db.changesCount
    }
  }
}
