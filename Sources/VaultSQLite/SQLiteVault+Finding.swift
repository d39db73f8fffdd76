import Foundation
import GRDB
package import People
package import Quantities

extension SQLiteVault {
  /// From this many numbers on, opening the scope's pages costs less than asking for each digest.
  private static let directoryFrom = 64

  package func find(
    _ numbers: [CitizenNumber],
    in scope: ClientScope
  ) async throws(VaultFailure) -> [ClientKey?] {
    let code = scope.code
    return try await read { db, state in
      if numbers.count >= Self.directoryFrom {
        let directory = try state.directory(code, db)
        return numbers.map(directory.key(of:))
      }
      let statement = try db.cachedStatement(
        sql: "SELECT key FROM client WHERE scope = ? AND digest = ?"
      )
      return try numbers.map { number in
        let digest = state.digest(of: number, scope: code)
        return try Data.fetchOne(statement, arguments: [code, digest]).flatMap(
          ClientKey.init(bytes:)
        )
      }
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
        let digest: Data = row[0]
        let codes: String = row[2]
        guard let digest = KeyedDigest(bytes: digest) else {
          throw VaultFailure(.intakeRowWithoutDigest)
        }
        return try IntakeRow(
          digest: digest,
          size: row[1],
          codes: codes.split(separator: " ").map(String.init),
          at: Instant(milliseconds: row[3])
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
