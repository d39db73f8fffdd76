import Crypto
import Foundation
import People
import Quantities

/// The form in which an access record is hashed, so that an outsider can verify the chain.
///
/// `hash = SHA-256(previous hash || number (8) || at (8) || purpose (1) || length of actor (8) ||
/// actor || number of subjects (8) || subjects (16 each))`, integers big-endian; before the first
/// record the previous hash is 32 zeros (LG-06).
enum AccessChain {
  /// The hash before the first record.
  static let start = [UInt8](repeating: 0, count: 32)

  /// The hash of a record, given the one before it.
  static func hash(
    after previous: [UInt8],
    number: UInt64,
    at milliseconds: Int64,
    purpose: UInt8,
    actor: String,
    subjects: [UInt8]
  ) -> [UInt8] {
    var bytes = previous
    bytes.reserveCapacity(previous.count + actor.utf8.count + subjects.count + 40)
    func append(_ word: UInt64) {
      withUnsafeBytes(of: word.bigEndian) { bytes.append(contentsOf: $0) }
    }
    append(number)
    append(UInt64(bitPattern: milliseconds))
    bytes.append(purpose)
    append(UInt64(actor.utf8.count))
    bytes += actor.utf8
    append(UInt64(subjects.count / 16))
    bytes += subjects
    return Array(SHA256.hash(data: bytes))
  }

  /// The subjects of a request as they are stored: 16 bytes each, in the order of the keys.
  static func pack(_ subjects: [ClientKey]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(subjects.count * 16)
    for subject in subjects {
      withUnsafeBytes(of: (subject.high.bigEndian, subject.low.bigEndian)) {
        bytes.append(contentsOf: $0)
      }
    }
    return bytes
  }

  /// Reads back what `pack` wrote; nil for another number of bytes.
  static func unpack(_ bytes: [UInt8]) -> [ClientKey]? {
    guard bytes.count % 16 == 0 else { return nil }
    return stride(from: 0, to: bytes.count, by: 16).compactMap { start in
      ClientKey(bytes: bytes[start..<start + 16])
    }
  }
}
