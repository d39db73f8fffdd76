import Crypto
import Foundation
import GRDB
import People

/// The sealed word by which a vault knows its master key, and a turn to another one under way.
///
/// It is `regie`, or `regie N` while values may still stand under master key N. So it takes the
/// master key itself to have the vault believe an older one.
struct KeyCheck: Equatable {
  private static let word = "regie"

  /// The number of the master key under which is sealed now.
  let master: UInt32
  /// The number of the one before, while the vault is turned from it.
  let turningFrom: UInt32?

  init(master: UInt32, turningFrom: UInt32? = nil) {
    self.master = master
    self.turningFrom = turningFrom
  }

  /// Reads the check of a vault and holds it against the keys.
  init(_ db: Database, _ keyFile: KeyFile) throws {
    guard let row = try Row.fetchOne(db, sql: "SELECT layout, region, key_check FROM vault") else {
      throw VaultFailure(.incompleteVault)
    }
    let layout = try row.integer(0, of: "vault")
    let region = try row.bytes(1, of: "vault")
    let sealed = try row.bytes(2, of: "vault")
    guard layout == Int64(VaultSchema.layout) else {
      throw VaultFailure(.otherVersion)
    }
    let number = sealed.withUnsafeBytes { Envelope.keyID(of: $0) }
    guard Array(region) == keyFile.region.bytes, let number, let key = keyFile.master(number)
    else { throw Self.otherKey }
    let context = SealContext(.keyCheck, region: keyFile.region)
    let opened = sealed.withUnsafeBytes { try? Envelope.open($0, with: key, in: context) }
    guard let opened else { throw Self.otherKey }
    let words = String(decoding: opened, as: UTF8.self).split(separator: " ")
    guard words.first == Self.word[...] else { throw Envelope.tampered(context) }
    self.init(master: number, turningFrom: words.dropFirst().first.flatMap { UInt32($0) })
  }

  /// The check as it stands in the file.
  func sealed(_ keyFile: KeyFile, _ nonces: inout NonceSource) throws -> Data {
    guard let key = keyFile.master(master) else { throw Self.otherKey }
    return try Envelope.seal(
      Array((Self.word + (turningFrom.map { " \($0)" } ?? "")).utf8),
      with: key,
      in: SealContext(.keyCheck, region: keyFile.region),
      nonces: &nonces
    )
  }

  func write(_ db: Database, _ keyFile: KeyFile, _ nonces: inout NonceSource) throws {
    try db.execute(
      sql: "UPDATE vault SET key_check = ?",
      arguments: [sealed(keyFile, &nonces)]
    )
  }

  /// The failure of keys that are not, or not any more, the vault's.
  static let otherKey = VaultFailure(.otherVault)
}
