import Foundation
import GRDB
package import People
import Quantities

extension SQLiteAccessLog {
  package func records(
    from number: UInt64,
    limit: Int
  ) async throws(VaultFailure) -> [AccessRecord] {
    do {
      return try await queue.read { db in
        let rows = try Row.fetchAll(
          db,
          sql: """
            SELECT number, at, purpose, actor, subjects, hash FROM access
            WHERE number >= ? ORDER BY number LIMIT ?
            """,
          arguments: [Int64(clamping: number), max(0, limit)]
        )
        return try rows.map { try StoredRecord($0).record() }
      }
    } catch {
      throw SQLiteFailure.translate(error, file: Self.fileName)
    }
  }

  package func verify() async throws(VaultFailure) -> AccessHead {
    try await verify(against: nil)
  }

  /// Checks the whole chain, and that it still holds a head that was kept elsewhere: only that
  /// finds a tail that was cut or written anew.
  package func verify(against kept: AccessHead?) async throws(VaultFailure) -> AccessHead {
    do {
      return try await queue.read { db in try Self.walk(db, kept) }
    } catch {
      throw SQLiteFailure.translate(error, file: Self.fileName)
    }
  }

  private static func walk(_ db: Database, _ kept: AccessHead?) throws -> AccessHead {
    var end = AccessHead(number: 0, hash: AccessChain.start)
    let rows = try Row.fetchCursor(
      db,
      sql: "SELECT number, at, purpose, actor, subjects, hash FROM access ORDER BY number"
    )
    while let row = try rows.next() {
      let stored = StoredRecord(row)
      guard stored.number == Int64(end.number) + 1, stored.hash == stored.computed(after: end.hash)
      else { throw broken(end.number + 1) }
      _ = try stored.record()
      end = AccessHead(number: end.number + 1, hash: stored.hash)
      if let kept, kept.number == end.number, kept.hash != end.hash { throw broken(end.number) }
    }
    if let kept, kept.number > end.number { throw broken(end.number + 1) }
    return end
  }

  fileprivate static func broken(_ number: UInt64) -> VaultFailure {
    VaultFailure(.accessLogBroken(record: number))
  }
}

/// A row of the access log as it stands in the file.
private struct StoredRecord {
  let number: Int64
  let at: Int64
  let purpose: Int64
  let actor: String
  let subjects: [UInt8]
  let hash: [UInt8]

  init(_ row: Row) {
    number = row[0]
    at = row[1]
    purpose = row[2]
    actor = row[3]
    subjects = Array(row[4] as Data)
    hash = Array(row[5] as Data)
  }

  func computed(after previous: [UInt8]) -> [UInt8]? {
    guard let purpose = UInt8(exactly: purpose), let number = UInt64(exactly: number) else {
      return nil
    }
    return AccessChain.hash(
      after: previous,
      number: number,
      at: at,
      purpose: purpose,
      actor: actor,
      subjects: subjects
    )
  }

  func record() throws -> AccessRecord {
    guard let number = UInt64(exactly: number),
      let purpose = UInt8(exactly: purpose).flatMap(AccessPurpose.init(rawValue:)),
      let actor = AccessActor(actor), let subjects = AccessChain.unpack(subjects)
    else { throw SQLiteAccessLog.broken(UInt64(clamping: number)) }
    return AccessRecord(
      number: number,
      request: AccessRequest(
        actor: actor,
        purpose: purpose,
        subjects: subjects,
        at: Instant(milliseconds: at)
      )
    )
  }
}
