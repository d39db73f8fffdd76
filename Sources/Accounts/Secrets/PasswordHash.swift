import Crypto
import CryptoExtras
import Foundation
import Journal

/// The cost of one hash: what a guess costs whoever stole the file.
package struct ScryptCost: Hashable, Sendable {
  /// The binary logarithm of N.
  package let logRounds: Int
  package let blockSize: Int
  package let parallelism: Int

  package init(logRounds: Int, blockSize: Int, parallelism: Int) {
    self.logRounds = logRounds
    self.blockSize = blockSize
    self.parallelism = parallelism
  }

  /// N = 2^17, r = 8, p = 1: 128 MiB a hash (AU-06).
  package static let standard = ScryptCost(logRounds: 17, blockSize: 8, parallelism: 1)

  /// Bounds within which a stored cost is believed; beyond them the file is damaged, and computing
  /// it would take the memory of the machine.
  fileprivate var isBounded: Bool {
    (1...20).contains(logRounds) && (1...32).contains(blockSize) && (1...4).contains(parallelism)
  }

  /// Whether hashes of this cost have to be replaced by those of another.
  fileprivate func isBelow(_ other: ScryptCost) -> Bool {
    logRounds < other.logRounds || blockSize < other.blockSize || parallelism < other.parallelism
  }
}

/// A stored password hash with its cost and its own salt: `scrypt$17$8$1$SALT$HASH`.
package struct PasswordHash: Hashable, Sendable {
  package let cost: ScryptCost
  let salt: [UInt8]
  let hash: [UInt8]

  /// Computes the hash of a password; takes half a second and 128 MiB at the standard cost, so it
  /// is called through a `HashGate` only.
  init(_ password: String, salt: [UInt8], cost: ScryptCost) throws {
    self.cost = cost
    self.salt = salt
    hash = try Self.derive(password, salt, cost)
  }

  /// A hash that no password has, to compare with where there is none: random bytes, and the same
  /// work as for any other.
  init(standingInFrom random: any SecretSource, cost: ScryptCost) {
    self.cost = cost
    salt = random.bytes(16)
    hash = random.bytes(32)
  }

  private static func derive(
    _ password: String,
    _ salt: [UInt8],
    _ cost: ScryptCost
  ) throws -> [UInt8] {
    // Two keyboards may write one letter in two ways. The zero keeps an empty password from being
    // no bytes at all, which the library does not take.
    let bytes = Array(password.precomposedStringWithCanonicalMapping.utf8) + [0]
    let key = try KDF.Scrypt.deriveKey(
      from: bytes,
      salt: salt,
      outputByteCount: 32,
      rounds: 1 << cost.logRounds,
      blockSize: cost.blockSize,
      parallelism: cost.parallelism,
      maxMemory: 128 * (1 << cost.logRounds) * cost.blockSize * (cost.parallelism + 1)
    )
    return key.withUnsafeBytes { Array($0) }
  }

  /// Whether a password is the one that was hashed; takes as long for a wrong one.
  func matches(_ password: String) throws -> Bool {
    ConstantTime.equal(try Self.derive(password, salt, cost), hash)
  }

  /// Whether it must be made anew at the next sign-in.
  func isBelow(_ other: ScryptCost) -> Bool { cost.isBelow(other) }
}

extension PasswordHash: CustomStringConvertible {
  package var description: String {
    "scrypt$\(cost.logRounds)$\(cost.blockSize)$\(cost.parallelism)$"
      + Hexadecimal.text(salt) + "$" + Hexadecimal.text(hash)
  }

  /// Reads the stored form; anything else, or a cost beyond all bounds, is nil.
  package init?(_ text: String) {
    let parts = text.split(separator: "$", omittingEmptySubsequences: false)
    guard parts.count == 6, parts[0] == "scrypt", let rounds = Int(parts[1]),
      let size = Int(parts[2]), let parallelism = Int(parts[3]),
      let salt = Hexadecimal.bytes(parts[4]), let hash = Hexadecimal.bytes(parts[5]),
      salt.count >= 16, hash.count == 32
    else { return nil }
    cost = ScryptCost(logRounds: rounds, blockSize: size, parallelism: parallelism)
    guard cost.isBounded else { return nil }
    self.salt = salt
    self.hash = hash
  }
}

/// Comparing secrets without telling by the time it takes where they differ.
package enum ConstantTime {
  package static func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    var difference: UInt8 = 0
    for index in left.indices { difference |= left[index] ^ right[index] }
    return difference == 0
  }
}
