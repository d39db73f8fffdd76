import Foundation
import GRDB
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
  private var end: AccessHead
  private var waiting: [Waiting] = []
  private var isWriting = false
  private var stopped: VaultFailure?

  private init(queue: DatabaseQueue, end: AccessHead) {
    self.queue = queue
    self.end = end
  }

  /// Opens the log of a data folder, and makes it when there is none.
  ///
  /// Only the last record is checked; `verify` checks them all.
  package static func open(in dataFolder: String) async throws(VaultFailure) -> SQLiteAccessLog {
    let path = dataFolder + "/" + fileName
    do {
      let isNew = DurableFile.realPath(path) == nil
      let queue = try DatabaseQueue(path: path, configuration: VaultSchema.configuration())
      let end = try await queue.write { db in
        try db.execute(sql: schema)
        return try lastRecord(db)
      }
      if isNew { try DurableFile.syncFolder(of: path) }
      return SQLiteAccessLog(queue: queue, end: end)
    } catch {
      throw SQLiteFailure.translate(error, file: fileName)
    }
  }

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
    after end: AccessHead,
    _ queue: DatabaseQueue
  ) async throws -> AccessHead {
    try await queue.write { db in
      let statement = try db.cachedStatement(
        sql: """
          INSERT INTO access(number, at, purpose, actor, subjects, hash) VALUES (?, ?, ?, ?, ?, ?)
          """
      )
      var number = end.number
      var hash = end.hash
      for request in requests {
        number += 1
        let subjects = AccessChain.pack(request.subjects)
        hash = AccessChain.hash(
          after: hash,
          number: number,
          at: request.at.milliseconds,
          purpose: request.purpose.rawValue,
          actor: request.actor.description,
          subjects: subjects
        )
        try statement.execute(
          arguments: [
            Int64(number), request.at.milliseconds, request.purpose.rawValue,
            request.actor.description, Data(subjects), Data(hash),
          ]
        )
      }
      return AccessHead(number: number, hash: hash)
    }
  }

  private static func lastRecord(_ db: Database) throws -> AccessHead {
    let row = try Row.fetchOne(
      db,
      sql: "SELECT number, hash FROM access ORDER BY number DESC LIMIT 1"
    )
    guard let row else { return AccessHead(number: 0, hash: AccessChain.start) }
    let number: Int64 = row[0]
    let hash: Data = row[1]
    return AccessHead(number: UInt64(number), hash: Array(hash))
  }
}
