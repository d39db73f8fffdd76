import Crypto
import Foundation
import GRDB
package import People

/// The vault in a file: `vault.sqlite` in the data folder, its keys in a file elsewhere.
///
/// One connection does everything, one piece of work at a time and alone on the file. What stands
/// on disk about a person is sealed with AES-256-GCM; citizen numbers are found through
/// HMAC-SHA-256.
package final class SQLiteVault: Vault {
  /// The name of the file in the data folder.
  package static let fileName = "vault.sqlite"

  private let queue: DatabaseQueue
  // Touched only inside `queue`, which runs one piece of work at a time.
  nonisolated(unsafe) private let state: VaultState
  private let digestState: HMAC<SHA256>

  private init(queue: DatabaseQueue, keyFile: KeyFile) {
    self.queue = queue
    state = VaultState(keyFile: keyFile)
    digestState = HMAC<SHA256>(key: keyFile.lookup)
  }

  /// Makes an empty vault in a data folder that has none.
  package static func create(
    in dataFolder: String,
    keyFile: KeyFile
  ) async throws(VaultFailure) {
    let path = dataFolder + "/" + fileName
    guard DurableFile.realPath(path) == nil else {
      throw VaultFailure(.vaultExists)
    }
    do {
      let queue = try DatabaseQueue(path: path, configuration: VaultSchema.configuration())
      let check = try keyCheck(keyFile)
      try await queue.write { db in
        try db.execute(sql: VaultSchema.text)
        try db.execute(
          sql: "INSERT INTO vault(layout, region, key_check) VALUES (?, ?, ?)",
          arguments: [VaultSchema.layout, Data(keyFile.region.bytes), check]
        )
      }
      try queue.close()
    } catch {
      throw SQLiteFailure.translate(error, file: fileName)
    }
    try DurableFile.syncFolder(of: path)
  }

  /// Opens the vault of a data folder; refuses another region's keys, and destroys again whoever
  /// the key file lists as destroyed.
  package static func open(
    in dataFolder: String,
    keyFile: KeyFile
  ) async throws(VaultFailure) -> SQLiteVault {
    let path = dataFolder + "/" + fileName
    guard DurableFile.realPath(path) != nil else {
      throw VaultFailure(.noVault)
    }
    let vault: SQLiteVault
    do {
      let queue = try DatabaseQueue(path: path, configuration: VaultSchema.configuration())
      vault = SQLiteVault(queue: queue, keyFile: keyFile)
      try await queue.read { db in try check(keyFile, db) }
    } catch {
      throw SQLiteFailure.translate(error, file: fileName)
    }
    try await vault.destroyAgain()
    return vault
  }

  /// Writes everything into the one file and lets it go.
  package func close() throws(VaultFailure) {
    do { try queue.close() } catch { throw SQLiteFailure.translate(error, file: Self.fileName) }
  }

  package func keyedDigest(
    of bytes: Span<UInt8>,
    for purpose: DigestPurpose
  ) -> KeyedDigest {
    var mac = digestState
    mac.update(data: [purpose.rawValue])
    bytes.withUnsafeBytes { mac.update(data: $0) }
    return mac.finalize().withUnsafeBytes { digest in
      func word(_ index: Int) -> UInt64 {
        UInt64(bigEndian: digest.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
      }
      return KeyedDigest(words: (word(0), word(1), word(2), word(3)))
    }
  }
}

// MARK: - Opening

extension SQLiteVault {
  private static func keyCheck(_ keyFile: KeyFile) throws -> Data {
    var nonces = NonceSource()
    return try Envelope.seal(
      Array("regie".utf8),
      with: keyFile.masterKey,
      in: SealContext(.keyCheck, region: keyFile.region),
      nonces: &nonces
    )
  }

  private static func check(_ keyFile: KeyFile, _ db: Database) throws {
    guard let row = try Row.fetchOne(db, sql: "SELECT layout, region, key_check FROM vault") else {
      throw VaultFailure(.incompleteVault)
    }
    let layout: Int = row[0]
    let region: Data = row[1]
    let sealed: Data = row[2]
    guard layout == VaultSchema.layout else {
      throw VaultFailure(.otherVersion)
    }
    let context = SealContext(.keyCheck, region: keyFile.region)
    let opened = sealed.withUnsafeBytes {
      try? Envelope.open($0, with: keyFile.masterKey, in: context)
    }
    guard Array(region) == keyFile.region.bytes, opened != nil else {
      throw VaultFailure(.otherVault)
    }
  }
}

// MARK: - Work

extension SQLiteVault {
  /// Reads.
  func read<Result: Sendable>(
    _ body: @escaping @Sendable (Database, VaultState) throws -> Result
  ) async throws(VaultFailure) -> Result {
    do {
      return try await queue.read { [self] db in try body(db, state) }
    } catch {
      throw SQLiteFailure.translate(error, file: Self.fileName)
    }
  }

  /// Writes in one transaction: durable on return, all or nothing.
  func write<Result: Sendable>(
    _ body: @escaping @Sendable (Database, VaultState) throws -> Result
  ) async throws(VaultFailure) -> Result {
    do {
      return try await queue.writeWithoutTransaction { [self] db in
        if let stopped = state.stopped { throw stopped }
        do {
          if DurableFile.size(of: queue.path + "-wal") > Self.logLimit {
            try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
          }
          var result: Result?
          try db.inTransaction(.immediate) {
            result = try body(db, state)
            return .commit
          }
          guard let result else {
            throw VaultFailure(.file(name: Self.fileName, .notWritable))
          }
          return result
        } catch {
          state.forget()
          if SQLiteFailure.stopsWriting(error) {
            state.stopped = VaultFailure(.file(name: Self.fileName, .stopped))
          }
          throw error
        }
      }
    } catch {
      throw SQLiteFailure.translate(error, file: Self.fileName)
    }
  }

  /// The size from which the log beside the file is emptied before the next write.
  private static let logLimit = 256 << 20

  /// Moves what was written into the database file and empties the log beside it, so that no older
  /// form of a page stays on disk.
  func emptyLog() async throws(VaultFailure) {
    do {
      try await queue.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      }
    } catch {
      throw SQLiteFailure.translate(error, file: Self.fileName)
    }
  }
}
