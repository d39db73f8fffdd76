import Foundation
import People

/// The list of an original's parts: for each its person, the length of the skeleton before it, and
/// its own length; at the end the skeleton after the last part.
///
/// The bytes: per part client key (16), skeleton (4), length (4), big-endian; then skeleton (4).
struct OriginalContents {
  struct Part {
    let client: ClientKey
    let skeletonBefore: Int
    let length: Int
  }

  private static let partBytes = 24

  let parts: [Part]
  let skeletonAfter: Int

  init(of original: OriginalParts) {
    var end = 0
    parts = original.parts.map { part in
      defer { end = part.range.upperBound }
      return Part(
        client: part.client,
        skeletonBefore: part.range.lowerBound - end,
        length: part.range.count
      )
    }
    skeletonAfter = original.bytes.count - end
  }

  /// Reads back what `bytes` wrote; nil for anything else.
  init?(_ bytes: UnsafeRawBufferPointer) {
    let count = (bytes.count - 4) / Self.partBytes
    guard bytes.count >= 4, bytes.count == count * Self.partBytes + 4 else { return nil }
    func word(_ offset: Int) -> UInt64 {
      UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
    func half(_ offset: Int) -> Int {
      Int(UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
    }
    parts = (0..<count).map { index in
      let start = index * Self.partBytes
      return Part(
        client: ClientKey(high: word(start), low: word(start + 8)),
        skeletonBefore: half(start + 16),
        length: half(start + 20)
      )
    }
    skeletonAfter = half(count * Self.partBytes)
  }

  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(parts.count * Self.partBytes + 4)
    func append(_ word: UInt64) {
      withUnsafeBytes(of: word.bigEndian) { bytes.append(contentsOf: $0) }
    }
    func append(_ half: Int) {
      withUnsafeBytes(of: UInt32(truncatingIfNeeded: half).bigEndian) {
        bytes.append(contentsOf: $0)
      }
    }
    for part in parts {
      append(part.client.high)
      append(part.client.low)
      append(part.skeletonBefore)
      append(part.length)
    }
    append(skeletonAfter)
    return bytes
  }

  /// The persons, each once, in the order of the keys.
  var clients: [ClientKey] { Set(parts.map(\.client)).sorted() }

  /// The number of bytes of the message.
  var size: Int { parts.reduce(skeletonAfter) { $0 + $1.skeletonBefore + $1.length } }
}
