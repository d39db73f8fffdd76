import Quantities

/// The 32 bytes that a digest function makes of any bytes.
///
/// Kept as four words, so that digests are compared and hashed without touching the heap.
package struct Digest: Hashable, Sendable {
  /// Bytes 0 to 7, 8 to 15, 16 to 23 and 24 to 31, each read as a big-endian number.
  package let words: Words

  /// The four words of a digest, first bytes first.
  package struct Words: Hashable, Sendable {
    package var first: UInt64
    package var second: UInt64
    package var third: UInt64
    package var fourth: UInt64

    @inlinable
    package init(_ first: UInt64, _ second: UInt64, _ third: UInt64, _ fourth: UInt64) {
      self.first = first
      self.second = second
      self.third = third
      self.fourth = fourth
    }
  }

  @inlinable
  package init(words: Words) { self.words = words }

  /// The number of bytes of every digest.
  @inlinable
  package static var byteCount: Int { 32 }

  /// All zero bytes: what stands for "the hash before the first entry".
  @inlinable
  package static var zero: Digest { Digest(words: Words(0, 0, 0, 0)) }
}

/// A second name, for files in which a cryptography library brings its own `Digest`.
package typealias JournalDigest = Digest

/// A function that makes the SHA-256 digest of bytes.
///
/// It comes in as a parameter: the rooms below the adapters know no cryptography. What has to be
/// hashed is always laid out in one buffer first, so one call per entry is enough.
package typealias DigestFunction = @Sendable (Span<UInt8>) -> Digest

extension Digest {
  /// Takes over exactly 32 bytes; any other number is nil.
  package init?(_ bytes: Span<UInt8>) {
    guard bytes.count == Digest.byteCount else { return nil }
    func word(_ start: Int) -> UInt64 {
      var value: UInt64 = 0
      for index in start..<start + 8 { value = value << 8 | UInt64(bytes[index]) }
      return value
    }
    self.init(words: Words(word(0), word(8), word(16), word(24)))
  }

  /// Takes over exactly 32 bytes; any other number is nil.
  package init?(_ bytes: [UInt8]) { self.init(bytes.span) }

  /// Reads exactly 64 hexadecimal digits in lower case; anything else is nil.
  package init?(hex: some StringProtocol) {
    guard let bytes = Hexadecimal.bytes(hex) else { return nil }
    self.init(bytes)
  }

  /// The 32 bytes.
  package var bytes: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(Digest.byteCount)
    append(to: &result)
    return result
  }

  /// Adds the 32 bytes to a buffer.
  package func append(to buffer: inout [UInt8]) {
    buffer.appendBigEndian(words.first)
    buffer.appendBigEndian(words.second)
    buffer.appendBigEndian(words.third)
    buffer.appendBigEndian(words.fourth)
  }
}

extension Digest: CustomStringConvertible {
  /// The 64 hexadecimal digits, in lower case.
  package var description: String { Hexadecimal.text(bytes) }
}

/// Bytes as hexadecimal digits in lower case, the one form Regie writes and reads.
package enum Hexadecimal {
  /// Two digits per byte.
  package static func text(_ bytes: [UInt8]) -> String {
    String(unsafeUninitializedCapacity: bytes.count * 2) { buffer in
      for (index, byte) in bytes.enumerated() {
        FixedDigits.put(UInt64(byte), width: 2, base: 16, into: buffer, at: 2 * index)
      }
      return bytes.count * 2
    }
  }

  /// The bytes of a text of digit pairs; nil for an odd number or any other character.
  package static func bytes(_ text: some StringProtocol) -> [UInt8]? {
    var text = String(text)
    return text.withUTF8 { utf8 -> [UInt8]? in
      guard utf8.count.isMultiple(of: 2) else { return nil }
      var bytes: [UInt8] = []
      bytes.reserveCapacity(utf8.count / 2)
      for place in stride(from: 0, to: utf8.count, by: 2) {
        guard let high = FixedDigits.hexadecimal(utf8[place]),
          let low = FixedDigits.hexadecimal(utf8[place + 1])
        else { return nil }
        bytes.append(high << 4 | low)
      }
      return bytes
    }
  }
}

extension [UInt8] {
  /// Adds an integer, its most significant byte first.
  package mutating func appendBigEndian(_ value: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: value.bigEndian) { append(contentsOf: $0) }
  }
}
