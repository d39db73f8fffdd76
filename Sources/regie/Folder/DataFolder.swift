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
struct DataFolder {
  let path: String
  let keyPath: String

  /// The folder, and the key file: named on the command line or in the environment, or beside it.
  init(_ path: String, key: String?) {
    let trimmed = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    self.path = trimmed
    keyPath = key ?? ProcessInfo.processInfo.environment["REGIE_KEY_FILE"] ?? trimmed + ".key"
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
    } catch {
      throw ProgramFailure(any: error)
    }
  }

  /// Opens the folder for writing, does something, and lets everything go again.
  ///
  /// When it fails, what was done until then is signed all the same; the failure is what is told.
  func whileOpen<Value>(_ body: (OpenRegion) async throws -> Value) async throws -> Value {
    let region = try await open()
    let value: Value
    do {
      value = try await body(region)
    } catch {
      try? await region.close()
      throw error
    }
    try await region.close()
    return value
  }

  /// Brings the region up for reading only: needs no key, and others may write meanwhile.
  func openForReading() async throws -> ReadableRegion {
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

  /// Opens the access records, for verifying and exporting them; needs no key, and nobody may
  /// write meanwhile.
  func openAccessLog() async throws -> SQLiteAccessLog {
    try requireRegion()
    do {
      return try await SQLiteAccessLog.open(in: path)
    } catch {
      throw ProgramFailure(any: error)
    }
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
struct ReadableRegion {
  let journal: SQLiteJournal
  let state: RegionState
}

/// A region that is open for writing: the adapters and the office over them.
struct OpenRegion {
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

  /// The context of a command given on the command line.
  func context(_ key: String, body: [UInt8], today: CivilDate) -> CommandContext {
    func digest(_ bytes: [UInt8], _ purpose: DigestPurpose) -> JournalDigest {
      let words = vault.keyedDigest(of: bytes, for: purpose).words
      return JournalDigest(words: JournalDigest.Words(words.0, words.1, words.2, words.3))
    }
    return CommandContext(
      key: digest(Array(key.utf8), .commandKey),
      body: digest(body, .content),
      actor: "command-line",
      today: today,
      now: Clock.now
    )
  }
}

/// The system's randomness, for the names of what is sealed.
struct SystemRandomness: RandomSource {
  func next() -> UInt64 {
    var generator = SystemRandomNumberGenerator()
    return generator.next()
  }
}
