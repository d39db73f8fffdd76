package import Journal
package import People
import Quantities

/// An access record as it is stored and exported: plain values, of which none was believed yet.
package struct StoredAccessRecord: Hashable, Sendable {
  package let number: Int64
  package let at: Int64
  package let purpose: Int64
  package let actor: String
  /// The keys of the subjects, 16 bytes each, in the order of the keys.
  package let subjects: [UInt8]
  package let hash: Digest

  package init(
    number: Int64,
    at milliseconds: Int64,
    purpose: Int64,
    actor: String,
    subjects: [UInt8],
    hash: Digest
  ) {
    self.number = number
    at = milliseconds
    self.purpose = purpose
    self.actor = actor
    self.subjects = subjects
    self.hash = hash
  }

  /// The record of a request that follows one with a hash.
  init(
    _ request: AccessRequest,
    number: UInt64,
    after previous: Digest,
    _ hasher: inout AccessHasher
  ) {
    let open = StoredAccessRecord(
      number: Int64(number),
      at: request.at.milliseconds,
      purpose: Int64(request.purpose.rawValue),
      actor: request.actor.description,
      subjects: Self.pack(request.subjects),
      hash: .zero
    )
    self = open.with(hash: hasher.hash(of: open, after: previous))
  }

  /// The same record with another hash.
  package func with(hash: Digest) -> StoredAccessRecord {
    StoredAccessRecord(
      number: number,
      at: at,
      purpose: purpose,
      actor: actor,
      subjects: subjects,
      hash: hash
    )
  }

  /// The record that the values stand for; nil when Regie never writes such values.
  package var record: AccessRecord? {
    guard let number = UInt64(exactly: number),
      let purpose = UInt8(exactly: purpose).flatMap(AccessPurpose.init(rawValue:)),
      let actor = AccessActor(actor), let keys = Self.unpack(subjects)
    else { return nil }
    let request = AccessRequest(
      actor: actor,
      purpose: purpose,
      subjects: keys,
      at: Instant(milliseconds: at)
    )
    // Each person once, in the order of the keys: else it was not made by a request.
    guard request.subjects == keys else { return nil }
    return AccessRecord(number: number, request: request)
  }

  private static func pack(_ subjects: [ClientKey]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(subjects.count * ClientKey.byteCount)
    for subject in subjects {
      bytes.appendBigEndian(subject.high)
      bytes.appendBigEndian(subject.low)
    }
    return bytes
  }

  private static func unpack(_ bytes: [UInt8]) -> [ClientKey]? {
    guard bytes.count % ClientKey.byteCount == 0 else { return nil }
    return stride(from: 0, to: bytes.count, by: ClientKey.byteCount).compactMap { start in
      ClientKey(bytes: bytes[start..<start + ClientKey.byteCount])
    }
  }
}

/// Computes the hashes of access records, in one buffer that is used again for each.
///
/// `hash = SHA-256(previous hash || number (8) || at (8) || purpose (1) || length of actor (8) ||
/// actor || number of subjects (8) || subjects (16 each))`, integers big-endian; before the first
/// record the previous hash is 32 zeros (LG-06).
struct AccessHasher: Sendable {
  let digest: DigestFunction
  private var buffer: [UInt8] = []

  init(digest: @escaping DigestFunction) { self.digest = digest }

  /// The hash that a record must have when it follows one with the hash `previous`; the record's
  /// own plays no part.
  mutating func hash(of record: StoredAccessRecord, after previous: Digest) -> Digest {
    buffer.removeAll(keepingCapacity: true)
    previous.append(to: &buffer)
    buffer.appendBigEndian(record.number)
    buffer.appendBigEndian(record.at)
    buffer.append(UInt8(truncatingIfNeeded: record.purpose))
    buffer.appendBigEndian(UInt64(record.actor.utf8.count))
    buffer.append(contentsOf: record.actor.utf8)
    buffer.appendBigEndian(UInt64(record.subjects.count / ClientKey.byteCount))
    buffer.append(contentsOf: record.subjects)
    return digest(buffer.span)
  }
}
