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
}

extension DataFolder {
  /// Makes a folder with an empty journal, vault and access log, and its key file.
  ///
  /// Nothing is left behind when a part cannot be made.
  func create() async throws {
    let manager = FileManager.default
    var isFolder: ObjCBool = false
    if manager.fileExists(atPath: path, isDirectory: &isFolder) {
      let contents = try? manager.contentsOfDirectory(atPath: path)
      guard isFolder.boolValue, contents?.isEmpty == true else {
        throw ProgramFailure(.folderNotEmpty(path: path))
      }
    } else {
      try DurableText.makeFolder(path)
    }
    do {
      let keys = try KeyFile.create(at: keyPath, outside: path, on: Clock.today)
      try await SQLiteVault.create(in: path, keyFile: keys)
      let journal = try SQLiteJournal.create(at: journalPath, digest: StandardDigest.sha256)
      try await journal.close()
      let log = try await SQLiteAccessLog.open(in: path)
      try await log.close()
    } catch {
      throw ProgramFailure(any: error)
    }
  }

  /// Opens the folder for writing: nobody else may write meanwhile.
  func open() async throws -> OpenRegion {
    try requireRegion()
    do {
      let journal = try SQLiteJournal.open(at: journalPath, digest: StandardDigest.sha256)
      let keys = try KeyFile.load(from: keyPath, outside: path)
      let vault = try await SQLiteVault.open(in: path, keyFile: keys)
      try await vault.keepUp(on: Clock.today)
      let log = try await SQLiteAccessLog.open(in: path)
      let state = try await StateLoader(folder: self).load(journal)
      return OpenRegion(
        folder: self,
        journal: journal,
        vault: vault,
        accessLog: log,
        office: Office(journal: journal, state: state)
      )
    } catch {
      throw ProgramFailure(any: error)
    }
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

  private func requireRegion() throws {
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

  /// Writes what may be kept for a quick start, signs the head, and lets everything go.
  func close() async throws {
    do {
      let state = await office.published
      try StateLoader(folder: folder).save(state)
      try await signHeads()
      try vault.close()
      try await accessLog.close()
      try await journal.close()
    } catch {
      throw ProgramFailure(any: error)
    }
  }

  /// Signs the ends of the journal and of the access records, each into its second place.
  func signHeads() async throws {
    let heads = HeadFile(folder: folder)
    try heads.write(await office.published.head, vault)
    try heads.write(await accessLog.head(), vault)
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
