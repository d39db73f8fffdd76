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
      var nonces = NonceSource()
      let check = try KeyCheck(master: keyFile.newestMaster.number).sealed(keyFile, &nonces)
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

  /// Opens the vault of a data folder; refuses another region's keys, destroys again whoever the
  /// key file lists as destroyed, and finishes a turn of keys that was interrupted.
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
      _ = try await vault.read { db, state in try state.keyCheck(db) }
    } catch {
      throw SQLiteFailure.translate(error, file: fileName)
    }
    try await vault.destroyAgain()
    do throws(VaultFailure) {
      _ = try await vault.finishTurn()
    } catch {
      // On a full disk reading goes on: both keys are in the file until the turn is finished.
      guard error.code == .writeFailed else { throw error }
    }
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
          stopWriting(after: error)
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
      try await queue.writeWithoutTransaction { [self] db in
        do {
          try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        } catch {
          stopWriting(after: error)
          throw error
        }
      }
    } catch {
      throw SQLiteFailure.translate(error, file: Self.fileName)
    }
  }

  /// Writes no more after a failure that leaves open what became durable; called inside `queue`.
  private func stopWriting(after error: any Error) {
    guard SQLiteFailure.stopsWriting(error) else { return }
    state.stopped = VaultFailure(.file(name: Self.fileName, .stopped))
  }
}
