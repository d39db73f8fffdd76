/// Numbers as texts of a fixed width, made in one step: dates and codes stand in every event.
package enum FixedDigits {
  /// Writes the last `width` digits of a number, in a base of at most 16, leading zeros included.
  @inlinable
  package static func put(
    _ number: UInt64,
    width: Int,
    base: UInt64 = 10,
    into buffer: UnsafeMutableBufferPointer<UInt8>,
    at start: Int
  ) {
    var rest = number
    for place in stride(from: start + width - 1, through: start, by: -1) {
      let digit = UInt8(truncatingIfNeeded: rest % base)
      buffer[place] = digit < 10 ? 0x30 + digit : 0x57 + digit
      rest /= base
    }
  }

  /// The last `width` digits of a number, leading zeros included.
  package static func text(_ number: UInt64, width: Int) -> String {
    String(unsafeUninitializedCapacity: width) { buffer in
      put(number, width: width, into: buffer, at: 0)
      return width
    }
  }

  /// The value of a hexadecimal digit in lower case; nil for any other byte.
  @inlinable
  package static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}
