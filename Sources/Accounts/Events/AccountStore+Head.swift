import GRDB
import Quantities
import Synchronization

/// The end of the security events against the sealed one (LG-06, LG-07).
extension AccountStore {
  /// The end of the chain as it stands in the file.
  static func head(_ db: Database) throws -> EventHeadFile.Head {
    let sql = "SELECT number, hash FROM event ORDER BY number DESC LIMIT 1"
    guard let row = try db.row("event", sql) else { return .none }
    return EventHeadFile.Head(number: try row.integer(0), hash: try row.bytes(1))
  }

  /// Refuses a file that lacks events which were sealed, or holds others in their place.
  ///
  /// The first seal is made before the first event, so a file with events has one.
  static func check(_ db: Database, against file: EventHeadFile) throws {
    let end = try head(db)
    guard let sealed = try file.read() else {
      guard end.number == 0 else { throw AccountFailure(.noEventHead) }
      return try file.write(.none)
    }
    guard sealed.number <= end.number else {
      throw AccountFailure(.eventsCut(after: end.number, sealed: sealed.number))
    }
    guard sealed.number > 0 else { return }
    let sql = "SELECT hash FROM event WHERE number = ?"
    guard let row = try db.row("event", sql, [sealed.number]),
      try row.bytes(0) == sealed.hash
    else { throw AccountFailure(.eventsBroken(number: sealed.number)) }
  }

  /// Seals the end of the chain when events came since the last time.
  ///
  /// What was recorded is durable already: when sealing fails, the next event is sealed with it.
  func seal(_ db: Database) {
    guard let headFile, let end = try? Self.head(db) else { return }
    guard memory.withLock({ $0.sealed }) != end.number else { return }
    do {
      try headFile.write(end)
      memory.withLock { $0.sealed = end.number }
    } catch {
      memory.withLock { $0.sealed = -1 }
    }
  }

  /// Takes the accounts as they are, after a backup was put back that is older than the seal, and
  /// records that this was done.
  package static func take(
    in dataFolder: String,
    key: [UInt8],
    settings: Settings,
    at now: Moment
  ) async throws -> AccountStore {
    let store = try await open(in: dataFolder, key: key, settings: settings, isTaken: true)
    try await store.write { db in
      try Self.record(.chainTaken, by: .commandLine, at: now, db)
    }
    return store
  }
}
