import Quantities

/// Sixteen random bytes that name something and say nothing about it.
///
/// The bytes come from a generator that the caller supplies, so that this room draws no randomness
/// of its own; the program hands in the system's generator.
package protocol RandomIdentifier: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The first eight bytes, big-endian.
  var high: UInt64 { get }
  /// The last eight bytes, big-endian.
  var low: UInt64 { get }

  init(high: UInt64, low: UInt64)
}

extension RandomIdentifier {
  /// The number of bytes of every identifier.
  @inlinable
  package static var byteCount: Int { 16 }

  /// Draws a new identifier.
  @inlinable
  package init(using generator: inout some RandomNumberGenerator) {
    self.init(high: generator.next(), low: generator.next())
  }

  /// Reads exactly sixteen bytes; any other number is nil.
  package init?(bytes: some Collection<UInt8>) {
    guard bytes.count == Self.byteCount else { return nil }
    var words: (UInt64, UInt64) = (0, 0)
    for (index, byte) in bytes.enumerated() {
      if index < 8 {
        words.0 = words.0 << 8 | UInt64(byte)
      } else {
        words.1 = words.1 << 8 | UInt64(byte)
      }
    }
    self.init(high: words.0, low: words.1)
  }

  /// Reads the text form: 32 lower-case hexadecimal digits; anything else is nil.
  package init?(_ text: some StringProtocol) {
    var text = String(text)
    let words = text.withUTF8 { bytes -> (UInt64, UInt64)? in
      guard bytes.count == 32 else { return nil }
      var words: (UInt64, UInt64) = (0, 0)
      for (index, byte) in bytes.enumerated() {
        guard let digit = FixedDigits.hexadecimal(byte) else { return nil }
        if index < 16 {
          words.0 = words.0 << 4 | UInt64(digit)
        } else {
          words.1 = words.1 << 4 | UInt64(digit)
        }
      }
      return words
    }
    guard let words else { return nil }
    self.init(high: words.0, low: words.1)
  }

  /// The sixteen bytes in order.
  package var bytes: [UInt8] {
    [UInt8](unsafeUninitializedCapacity: Self.byteCount) { buffer, count in
      for index in 0..<8 {
        buffer[index] = UInt8(truncatingIfNeeded: high >> (56 - 8 * UInt64(index)))
        buffer[8 + index] = UInt8(truncatingIfNeeded: low >> (56 - 8 * UInt64(index)))
      }
      count = Self.byteCount
    }
  }

  /// The text form: 32 lower-case hexadecimal digits.
  package var description: String {
    String(unsafeUninitializedCapacity: 32) { buffer in
      FixedDigits.put(high, width: 16, base: 16, into: buffer, at: 0)
      FixedDigits.put(low, width: 16, base: 16, into: buffer, at: 16)
      return 32
    }
  }

  @inlinable
  package static func < (left: Self, right: Self) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}
