import Digests
import Foundation
import GRDB
import Journal
package import People
import Quantities

extension SQLiteAccessLog {
  package func records(
    from number: UInt64,
    limit: Int
  ) async throws(VaultFailure) -> [AccessRecord] {
    var records: [AccessRecord] = []
    for stored in try await stored(from: number, limit: limit) {
      guard let record = stored?.record else {
        throw Self.broken(number + UInt64(records.count))
      }
      records.append(record)
    }
    return records
  }

  /// The records from a number on as they stand in the file; nil for one that is none.
  private func stored(
    from number: UInt64,
    limit: Int
  ) async throws(VaultFailure) -> [StoredAccessRecord?] {
    do {
      return try await queue.read { db in
        try Row.fetchAll(
          db,
          sql: "\(Self.select) WHERE number >= ? ORDER BY number LIMIT ?",
          arguments: [Int64(clamping: number), max(0, limit)]
        ).map { StoredAccessRecord($0) }
      }
    } catch {
      throw SQLiteFailure.translate(error, file: Self.fileName)
    }
  }

  fileprivate static let select = "SELECT number, at, purpose, actor, subjects, hash FROM access"
}

// MARK: - Verifying

extension SQLiteAccessLog {
  package func verify() async throws(VaultFailure) -> AccessHead {
    try await verify(against: nil)
  }

  /// Checks the whole chain, and that it still holds a head that was kept elsewhere: only that
  /// finds a tail that was cut or written anew.
  package func verify(against kept: AccessHead?) async throws(VaultFailure) -> AccessHead {
    let verifier = AccessVerifier(
      digest: StandardDigest.sha256,
      kept: kept.map { [$0] } ?? []
    )
    let report = try await verify(with: verifier)
    if let fault = report.faults.first { throw Self.broken(fault.number) }
    return report.head
  }

  /// Has every record judged, and the file by SQLite itself; finding faults is no failure.
  package func verify(
    with verifier: AccessVerifier
  ) async throws(VaultFailure) -> AccessReport {
    do {
      return try await queue.read { db in
        var verifier = verifier
        let rows = try Row.fetchCursor(db, sql: "\(Self.select) ORDER BY number")
        while let row = try rows.next() {
          if let record = StoredAccessRecord(row) {
            verifier.check(record)
          } else {
            verifier.checkUnreadable()
          }
        }
        let complaint = try String.fetchOne(db, sql: "PRAGMA integrity_check(1)") ?? "no answer"
        if complaint != "ok" { verifier.report(.integrity(complaint)) }
        return verifier.finish()
      }
    } catch {
      throw SQLiteFailure.translate(error, file: Self.fileName)
    }
  }
}

// MARK: - Exporting

extension SQLiteAccessLog {
  /// How many records are held at a time.
  private static let exportPage = 1_000

  /// Hands every record to `write` as a line of an export, without the line end.
  package func export(_ write: ([UInt8]) throws -> Void) async throws {
    var next: UInt64 = 1
    while true {
      let page = try await stored(from: next, limit: Self.exportPage)
      for record in page {
        guard let record else { throw Self.broken(next) }
        try write(AccessExport.line(record))
        next = UInt64(clamping: record.number) + 1
      }
      if page.count < Self.exportPage { return }
    }
  }
}

extension StoredAccessRecord {
  /// A row as it stands in the file; nil when a column holds something else.
  fileprivate init?(_ row: Row) {
    guard let number = Int64.fromDatabaseValue(row[0]), let at = Int64.fromDatabaseValue(row[1]),
      let purpose = Int64.fromDatabaseValue(row[2]), let actor = String.fromDatabaseValue(row[3]),
      let subjects = Data.fromDatabaseValue(row[4]),
      let hash = Data.fromDatabaseValue(row[5]).flatMap({ Digest(Array($0)) })
    else { return nil }
    self.init(
      number: number,
      at: at,
      purpose: purpose,
      actor: actor,
      subjects: Array(subjects),
      hash: hash
    )
  }
}
