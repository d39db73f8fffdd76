import Digests
import Exchange
import Foundation
import Journal
import JournalSQLite
import People
import Quantities
import Region
import Rules
import VaultSQLite

/// Where the records of one region lie.
struct DataFolder: Sendable {
  let path: String
  let keyPath: String

  /// The folder, and the key file: named on the command line or in the environment, or beside it.
  init(_ path: String, key: String?) {
    let typed = UserPath.absolute(path)
    let trimmed = typed.count > 1 && typed.hasSuffix("/") ? String(typed.dropLast()) : typed
    self.path = trimmed
    keyPath =
      key.map { UserPath.absolute($0) } ?? ProcessInfo.processInfo.environment["REGIE_KEY_FILE"]
      ?? trimmed + ".key"
  }

  var journalPath: String { path + "/journal.sqlite" }
  var outboxPath: String { path + "/outbox" }
  var headPath: String { path + ".head" }
  var accessHeadPath: String { path + ".access-head" }
  var snapshotFolder: String { path + "/snapshots" }
  /// The name of the folder within this one in which a region is made.
  static let workshopName = ".init"
}

extension DataFolder {
  /// Opens the folder for writing: nobody else may write meanwhile.
  func open() async throws -> OpenRegion {
    try requireRegion()
    guard access(keyPath, F_OK) == 0 || errno != ENOENT else {
      throw ProgramFailure(.noKey)
    }
    do {
      let journal = try SQLiteJournal.open(at: journalPath, digest: StandardDigest.sha256)
      UnfinishedRegion(folder: self).tidy()
      let keys = try KeyFile.load(from: keyPath, outside: path)
      let vault = try await SQLiteVault.open(in: path, keyFile: keys)
      try await vault.keepUp(on: Clock.today)
      let log = try await SQLiteAccessLog.open(in: path)
      let state = try await StateLoader(folder: self).load(journal)
      let office = Office(journal: journal, state: state)
      return OpenRegion(
        folder: self,
        journal: journal,
        vault: vault,
        accessLog: log,
        office: office,
        heads: await HeadKeeper(
          file: HeadFile(folder: self),
          vault: vault,
          accessLog: log,
          office: office,
          clock: { Clock.now }
        )
      )
    } catch let failure as JournalFailure where failure.code == .inUse {
      throw held(ProgramFailure(failure))
    } catch {
      throw ProgramFailure(any: error)
    }
  }

  /// Does something with the region of the folder, open for writing.
  ///
  /// The one way to a region for every command that writes: it opens the folder and lets it go
  /// again, or borrows the region from whoever holds it open. When it fails, what was done until
  /// then is signed all the same; the failure is what is told.
  func whileOpen<Value>(_ body: (OpenRegion) async throws -> Value) async throws -> Value {
    try await Surroundings.current.regions.whileOpen(self, body)
  }

  /// The region as it stands, for reading only: needs no key, and others may write meanwhile.
  func openForReading() async throws -> ReadableRegion {
    try await Surroundings.current.regions.readable(self)
  }

  /// Brings the region up from its journal, for reading only.
  func bringUp() async throws -> ReadableRegion {
    let journal = try openJournal()
    do {
      return ReadableRegion(
        journal: journal,
        state: try await StateLoader(folder: self).load(journal)
      )
    } catch {
      throw ProgramFailure(any: error)
    }
  }

  /// Does something with the access records; needs no key, and nobody else may write meanwhile.
  func whileAccessLogOpen<Value>(
    _ body: (SQLiteAccessLog) async throws -> Value
  ) async throws -> Value {
    try await Surroundings.current.regions.whileAccessLogOpen(self, body)
  }

  /// Opens the access records, for verifying and exporting them.
  func openAccessLog() async throws -> SQLiteAccessLog {
    try requireRegion()
    do {
      return try await SQLiteAccessLog.open(in: path)
    } catch let failure where failure.code == .busy {
      throw held(ProgramFailure(failure))
    } catch {
      throw ProgramFailure(any: error)
    }
  }

  /// The failure that the folder is in use, with the folder, whose holder may be asked.
  private func held(_ failure: ProgramFailure) -> ProgramFailure {
    var failure = failure
    failure.heldFolder = self
    return failure
  }

  /// Refuses a folder in which no region was made.
  func requireRegion() throws {
    guard FileManager.default.fileExists(atPath: journalPath) else {
      throw ProgramFailure(.notADataFolder(path: path))
    }
  }

  /// Opens the journal for reading only; others may write meanwhile.
  func openJournal() throws -> SQLiteJournal {
    try requireRegion()
    do {
      return try SQLiteJournal.openForReading(at: journalPath, digest: StandardDigest.sha256)
    } catch {
      throw ProgramFailure(any: error)
    }
  }
}

/// A region as it stood when it was opened for reading.
struct ReadableRegion: Sendable {
  let journal: SQLiteJournal
  let state: RegionState
}

/// A region that is open for writing: the adapters and the office over them.
struct OpenRegion: Sendable {
  let folder: DataFolder
  let journal: SQLiteJournal
  let vault: SQLiteVault
  let accessLog: SQLiteAccessLog
  let office: Office
  /// Signs the end of the journal while a command goes on; `close` signs the last one.
  let heads: HeadKeeper

  /// Signs the head, writes what may be kept for a quick start, and lets everything go.
  func close() async throws {
    do {
      try await heads.stop()
      try StateLoader(folder: folder).save(await office.published)
      try await letGo()
    } catch {
      throw ProgramFailure(any: error)
    }
  }

  /// Lets everything go and writes nothing beside it.
  func letGo() async throws {
    try vault.close()
    try await accessLog.close()
    try await journal.close()
  }
}

/// The system's randomness, for the names of what is sealed.
struct SystemRandomness: RandomSource {
  func next() -> UInt64 {
    var generator = SystemRandomNumberGenerator()
    return generator.next()
  }
}
