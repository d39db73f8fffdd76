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
        var cursor = try AccessCursor(db, from: Int64(clamping: number))
        defer { cursor.reset() }
        var records: [StoredAccessRecord?] = []
        while records.count < limit, let record = try cursor.next() { records.append(record) }
        return records
      }
    } catch {
      throw SQLiteFailure.translate(error, file: Self.fileName)
    }
  }
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
        try Self.checkRows(db, &verifier)
        let complaint = try String.fetchOne(db, sql: "PRAGMA integrity_check(1)") ?? "no answer"
        if complaint != "ok" { verifier.report(.integrity(complaint)) }
        return verifier.finish()
      }
    } catch {
      throw SQLiteFailure.translate(error, file: Self.fileName)
    }
  }

  private static func checkRows(_ db: Database, _ verifier: inout AccessVerifier) throws {
    // From the very lowest number, so that rows below 1 are seen as well.
    var cursor = try AccessCursor(db, from: .min)
    defer { cursor.reset() }
    while let row = try cursor.next() {
      if let record = row {
        verifier.check(record)
      } else {
        verifier.checkUnreadable()
      }
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
