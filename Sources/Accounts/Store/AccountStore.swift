import Foundation
import GRDB
import Glibc
import People
import Synchronization

/// The users of one region with their roles, secrets, sessions, proposals and security events.
///
/// Kept in a file of its own, `accounts.sqlite` in the data folder, mode 0600; every change is
/// durable when its call returns. Commands of the command line may write beside a running server:
/// nothing that decides about access is kept in memory alone.
package final class AccountStore: Sendable {
  /// The name of the file in the data folder.
  package static let fileName = "accounts.sqlite"

  /// What this process knows besides the file.
  struct Memory: Sendable {
    var stopped: AccountFailure?
    /// The number of the last event that was sealed; -1 when that is not known.
    var sealed: Int64 = -1
    /// When each session was last used, by its digest; written to the file now and then only.
    var seen: [[UInt8]: Int64] = [:]
  }

  let queue: DatabaseQueue
  let keys: AccountKeys
  let random: any SecretSource
  let gate: HashGate
  let cost: ScryptCost
  /// Stands in for the hash of users that do not exist, so that they take as long (AU-09).
  let decoy: PasswordHash
  /// Where the end of the security events is sealed; nil for accounts in memory.
  let headFile: EventHeadFile?
  let memory = Mutex(Memory())

  private init(
    queue: DatabaseQueue,
    keys: AccountKeys,
    settings: Settings,
    decoy: PasswordHash,
    headFile: EventHeadFile?
  ) {
    self.headFile = headFile
    self.queue = queue
    self.keys = keys
    self.decoy = decoy
    random = settings.random
    gate = settings.gate
    cost = settings.cost
  }

  /// What a store is opened with.
  package struct Settings: Sendable {
    package var random: any SecretSource
    package var gate = HashGate()
    package var cost = ScryptCost.standard

    package init(random: any SecretSource) { self.random = random }
  }

  /// Opens the accounts of a data folder, and makes the file when there is none.
  ///
  /// `key` is 32 bytes that are kept outside the folder; another key than before is refused.
  package static func open(
    in dataFolder: String,
    key: [UInt8],
    settings: Settings
  ) async throws -> AccountStore {
    try await open(in: dataFolder, key: key, settings: settings, isTaken: false)
  }

  /// Opens the accounts of a data folder; as they are when they are taken, and else only with all
  /// events that were sealed.
  static func open(
    in dataFolder: String,
    key: [UInt8],
    settings: Settings,
    isTaken: Bool
  ) async throws -> AccountStore {
    let path = dataFolder + "/" + fileName
    guard let keys = AccountKeys(key) else { throw AccountFailure(.wrongKey) }
    try createPrivate(path)
    let headFile = EventHeadFile(dataFolder: dataFolder, keys: keys)
    return try await open(keys, settings, headFile, isTaken: isTaken) {
      try DatabaseQueue(path: path, configuration: AccountSchema.configuration(isFile: true))
    }
  }

  /// Accounts in memory, which are gone with the process.
  static func inMemory(settings: Settings) async throws -> AccountStore {
    guard let keys = AccountKeys(settings.random.bytes(32)) else {
      throw AccountFailure(.wrongKey)
    }
    return try await open(keys, settings, nil, isTaken: false) {
      try DatabaseQueue(configuration: AccountSchema.configuration(isFile: false))
    }
  }

  private static func open(
    _ keys: AccountKeys,
    _ settings: Settings,
    _ headFile: EventHeadFile?,
    isTaken: Bool,
    _ connect: () throws -> DatabaseQueue
  ) async throws -> AccountStore {
    let decoy = PasswordHash(standingInFrom: settings.random, cost: settings.cost)
    do {
      let queue = try connect()
      try await queue.write { db in
        try prepare(db, check: keys.digest("check", "accounts"))
        guard let headFile else { return }
        if isTaken {
          try headFile.write(try head(db), isTaken: true)
        } else {
          try check(db, against: headFile)
        }
      }
      return AccountStore(
        queue: queue,
        keys: keys,
        settings: settings,
        decoy: decoy,
        headFile: headFile
      )
    } catch {
      throw AccountFailure.translate(error)
    }
  }

  /// Makes the tables, or checks that they are of this layout and this key.
  private static func prepare(_ db: Database, check: [UInt8]) throws {
    guard try db.tableExists("account_file") else {
      try db.execute(sql: AccountSchema.text)
      try db.change(
        "INSERT INTO account_file(layout, key_check) VALUES (?, ?)",
        [AccountSchema.layout, Data(check)]
      )
      return
    }
    guard let row = try db.row("account_file", "SELECT layout, key_check FROM account_file"),
      try row.integer(0) == AccountSchema.layout
    else { throw AccountFailure(.otherVersion) }
    guard ConstantTime.equal(try row.bytes(1), check) else { throw AccountFailure(.wrongKey) }
  }

  /// Makes an empty file that only its owner can read; SQLite gives its own files the same mode.
  private static func createPrivate(_ path: String) throws {
    let file = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw AccountFailure(.cannotOpen) }
    defer { Glibc.close(file) }
    guard fchmod(file, 0o600) == 0 else { throw AccountFailure(.cannotOpen) }
  }

  /// Writes what is still to be written and lets the file go.
  package func close() throws {
    do { try queue.close() } catch { throw AccountFailure.translate(error) }
  }
}

// MARK: - Work

extension AccountStore {
  /// Reads.
  func read<Value: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Value
  ) async throws -> Value {
    do { return try await queue.read(body) } catch { throw AccountFailure.translate(error) }
  }

  /// Reads without a transaction around it, for what every request asks.
  ///
  /// Each statement sees the file as it is then; the second sees a change between two.
  func look<Value: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Value
  ) async throws -> Value {
    do { return try await queue.unsafeRead(body) } catch { throw AccountFailure.translate(error) }
  }

  /// Writes in one transaction: durable on return, all or nothing.
  func write<Value: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Value
  ) async throws -> Value {
    if let stopped = memory.withLock({ $0.stopped }) { throw stopped }
    do {
      return try await queue.writeWithoutTransaction { [self] db in
        var value: Value?
        try db.inTransaction(.immediate) {
          value = try body(db)
          return .commit
        }
        seal(db)
        guard let value else { throw AccountFailure(.unusable) }
        return value
      }
    } catch {
      if AccountFailure.stopsWriting(error) {
        memory.withLock { $0.stopped = AccountFailure(.stopped) }
      }
      throw AccountFailure.translate(error)
    }
  }

  /// A new name of sixteen random bytes.
  func identifier<Name: RandomIdentifier>(_ type: Name.Type = Name.self) throws -> Name {
    guard let name = Name(bytes: random.bytes(Name.byteCount)) else {
      throw AccountFailure(.ours)
    }
    return name
  }
}
