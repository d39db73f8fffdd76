import Crypto
import People

/// Where a sealed value belongs: bound to it as associated data, never stored.
///
/// The bytes: `RGV1`, kind (1), region (16), scope (8), subject (16), object (16), ordinal (8).
/// What does not apply is zero. A layout that changes gets another first word.
struct SealContext {
  /// What a sealed value is.
  enum Kind: UInt8 {
    case keyCheck = 1
    case clientPage = 2
    case record = 3
    case messageKey = 4
    case index = 5
    case skeleton = 6
    case part = 7
  }

  let kind: Kind
  private(set) var bytes: [UInt8]

  private static let scopeAt = 21
  private static let subjectAt = 29
  private static let objectAt = 45
  private static let ordinalAt = 61

  init(
    _ kind: Kind,
    region: RegionID,
    scope: Int64 = 0,
    subject: ClientKey? = nil,
    object: OriginalID? = nil,
    ordinal: Int = 0
  ) {
    self.kind = kind
    bytes = Array("RGV1".utf8) + [kind.rawValue] + region.bytes
    bytes += [UInt8](repeating: 0, count: 48)
    put(UInt64(bitPattern: scope), at: Self.scopeAt)
    if let subject { put(subject.high, subject.low, at: Self.subjectAt) }
    if let object { put(object.high, object.low, at: Self.objectAt) }
    put(UInt64(bitPattern: Int64(ordinal)), at: Self.ordinalAt)
  }

  /// Moves the context to another part of the same object, without a new allocation.
  mutating func move(scope: Int64, subject: ClientKey, ordinal: Int) {
    put(UInt64(bitPattern: scope), at: Self.scopeAt)
    put(subject.high, subject.low, at: Self.subjectAt)
    put(UInt64(bitPattern: Int64(ordinal)), at: Self.ordinalAt)
  }

  /// Moves the context to another piece of the same object.
  mutating func move(ordinal: Int) { put(UInt64(bitPattern: Int64(ordinal)), at: Self.ordinalAt) }

  private mutating func put(_ high: UInt64, _ low: UInt64, at index: Int) {
    put(high, at: index)
    put(low, at: index + 8)
  }

  private mutating func put(_ word: UInt64, at index: Int) {
    for offset in 0..<8 {
      bytes[index + offset] = UInt8(truncatingIfNeeded: word >> (56 - 8 * UInt64(offset)))
    }
  }
}

/// The random name of a region's vault, in its key file and in its database.
struct RegionID: RandomIdentifier {
  let high: UInt64
  let low: UInt64
}
