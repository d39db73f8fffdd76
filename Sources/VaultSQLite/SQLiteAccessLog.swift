import Foundation
import GRDB
import Journal
package import People
import Quantities

/// The access log in a file of its own, `access.sqlite` in the data folder.
///
/// Requests that arrive during a write are written together in the next one. Each caller gets its
/// number only when its record is on disk, so nobody reads a person without a record (LG-05). After
/// a write of which nobody knows what became durable, the log refuses everything until a new start.
package actor SQLiteAccessLog: AccessLog {
  /// The name of the file in the data folder.
  package static let fileName = "access.sqlite"
  /// How many callers may wait before the next one is sent away.
  private static let waitingLimit = 10_000

  /// What a waiting caller is told.
  private enum Turn: Sendable {
    case written(UInt64)
    case failed(VaultFailure)
    /// The writer before it is done: now it writes for everybody who waits.
    case write
  }

  private struct Waiting {
    let request: AccessRequest
    let caller: CheckedContinuation<Turn, Never>
  }

  let queue: DatabaseQueue
  private var end: AccessTree
  private var waiting: [Waiting] = []
  private var isWriting = false
  private var stopped: VaultFailure?

  private init(queue: DatabaseQueue, end: AccessTree) {
    self.queue = queue
    self.end = end
    if end.isBroken { stopped = Self.broken(end.number + 1) }
  }

  /// The failure of a log that has something else where a record should be.
  static func broken(_ number: UInt64) -> VaultFailure {
    VaultFailure(.accessLogBroken(record: number))
  }

  /// Opens the log of a data folder, and makes it when there is none.
  ///
  /// The records are not checked, only counted; `verify` checks them all. A log with a gap can be
  /// verified and exported, but takes no more records.
  package static func open(in dataFolder: String) async throws(VaultFailure) -> SQLiteAccessLog {
    let path = dataFolder + "/" + fileName
    do {
      let isNew = DurableFile.realPath(path) == nil
      let queue = try DatabaseQueue(path: path, configuration: VaultSchema.configuration())
      let end = try await queue.write { db in
        try db.execute(sql: schema + AccessTree.schema)
        return try AccessTree(db)
      }
      if isNew { try DurableFile.syncFolder(of: path) }
      return SQLiteAccessLog(queue: queue, end: end)
    } catch {
      throw SQLiteFailure.translate(error, file: fileName)
    }
  }

  /// The end of the records that are durable, with the root of the tree over all of them.
  package func head() -> AccessHead { end.head }

  /// Writes everything into the one file and lets it go.
  package func close() throws(VaultFailure) {
    do { try queue.close() } catch { throw SQLiteFailure.translate(error, file: Self.fileName) }
  }

  package func append(_ request: AccessRequest) async throws(VaultFailure) -> UInt64 {
    if let stopped { throw stopped }
    var mine = [request]
    var others: [Waiting] = []
    if isWriting {
      guard waiting.count < Self.waitingLimit else {
        throw VaultFailure(.accessLogBusy)
      }
      let turn = await withCheckedContinuation { caller in
        waiting.append(Waiting(request: request, caller: caller))
      }
      switch turn {
      case .written(let number): return number
      case .failed(let failure): throw failure
      case .write: others = waiting
      }
      waiting = []
    }
    isWriting = true
    mine += others.map(\.request)
    return try await write(mine, others)
  }

  /// Writes a group, tells everybody in it, and hands the next turn to the first who waits.
  private func write(
    _ requests: [AccessRequest],
    _ others: [Waiting]
  ) async throws(VaultFailure) -> UInt64 {
    do {
      let first = end.number + 1
      end = try await Self.insert(requests, after: end, queue)
      for (index, other) in others.enumerated() {
        other.caller.resume(returning: .written(first + 1 + UInt64(index)))
      }
      passTurn()
      return first
    } catch {
      let failure = SQLiteFailure.translate(error, file: Self.fileName)
      if SQLiteFailure.stopsWriting(error) {
        stopped = VaultFailure(.accessLogStopped, cause: failure)
      }
      for other in others + waiting { other.caller.resume(returning: .failed(failure)) }
      waiting = []
      isWriting = false
      throw failure
    }
  }

  private func passTurn() {
    guard !waiting.isEmpty else {
      isWriting = false
      return
    }
    waiting.removeFirst().caller.resume(returning: .write)
  }
}

// MARK: - The file

extension SQLiteAccessLog {
  private static let schema = """
    CREATE TABLE IF NOT EXISTS access(
      number INTEGER PRIMARY KEY CHECK(number > 0),
      at INTEGER NOT NULL, purpose INTEGER NOT NULL, actor TEXT NOT NULL,
      subjects BLOB NOT NULL, hash BLOB NOT NULL CHECK(length(hash) = 32)
    ) STRICT;
    CREATE TRIGGER IF NOT EXISTS access_gap BEFORE INSERT ON access
      WHEN new.number <> (SELECT ifnull(max(number), 0) + 1 FROM access)
      BEGIN SELECT RAISE(ABORT, 'a gap in the access log'); END;
    CREATE TRIGGER IF NOT EXISTS access_update BEFORE UPDATE ON access
      BEGIN SELECT RAISE(ABORT, 'an access record is never changed'); END;
    CREATE TRIGGER IF NOT EXISTS access_delete BEFORE DELETE ON access
      BEGIN SELECT RAISE(ABORT, 'an access record is never removed'); END;
    """

  private static func insert(
    _ requests: [AccessRequest],
    after end: AccessTree,
    _ queue: DatabaseQueue
  ) async throws -> AccessTree {
    let path = queue.path + "-wal"
    return try await queue.writeWithoutTransaction { db in
      if DurableFile.size(of: path) > logLimit {
        try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      }
      var end = end
      try db.inTransaction(.immediate) {
        try insert(requests, &end, db)
        return .commit
      }
      return end
    }
  }

  /// The size from which the log beside the file is emptied before the next write.
  private static let logLimit = 16 << 20

  private static func insert(
    _ requests: [AccessRequest],
    _ end: inout AccessTree,
    _ db: Database
  ) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO access(number, at, purpose, actor, subjects, hash) VALUES (?, ?, ?, ?, ?, ?)
        """
    )
    for request in requests {
      let record = end.append(request)
      try statement.execute(
        arguments: [
          record.number, record.at, record.purpose, record.actor, Data(record.subjects),
          Data(record.hash.bytes),
        ]
      )
    }
    try end.keep(db)
  }
}
