/// A 64-bit hash that is the same in every process, on every machine and in every release.
///
/// Swift's own `Hasher` is seeded anew in every process, so nothing that is kept or compared
/// between runs may depend on it. This one folds eight bytes at a time by a full 64 × 64 bit
/// product. It is no protection against an opponent who knows the seed: where the keys come from
/// others and an index would be slowed down by chosen ones, start it with a seed of the region.
@usableFromInline
package struct StableHash: Sendable {
  @usableFromInline var state: UInt64

  /// A hash of nothing yet.
  @inlinable
  package init(seed: UInt64 = 0) { state = seed ^ 0x9E37_79B9_7F4A_7C15 }

  /// Takes in one number.
  @inlinable
  package mutating func combine(_ value: UInt64) {
    state = Self.fold(state ^ value, 0xD6E8_FEB8_6659_FD93) &+ 0xA076_1D64_78BD_642F
  }

  /// Takes in one number; a negative one by its bits.
  @inlinable
  package mutating func combine(_ value: Int64) { combine(UInt64(bitPattern: value)) }

  /// Takes in bytes and their number, so that ("ab", "c") differs from ("a", "bc").
  @inlinable
  package mutating func combine(_ bytes: Span<UInt8>) {
    state = state &+ UInt64(truncatingIfNeeded: bytes.count) &* 0x8EBC_6AF0_9C88_C6E3
    var index = 0
    while index &+ 8 <= bytes.count {
      combine(Self.word(bytes, from: index))
      index &+= 8
    }
    combine(Self.rest(of: bytes, from: index))
  }

  /// Takes in the UTF-8 of a text; texts equal by Unicode but not by bytes differ.
  @inlinable
  package mutating func combine(_ text: String) {
    combine(text.utf8.span)
  }

  /// The hash of all that was taken in, every bit of it well mixed.
  @inlinable
  package var value: UInt64 {
    Self.fold(state ^ state >> 32, 0xE703_7ED1_A0B4_28DB)
  }
}

extension StableHash {
  /// The hash of bytes alone.
  @inlinable
  package static func of(_ bytes: Span<UInt8>, seed: UInt64 = 0) -> UInt64 {
    var hash = StableHash(seed: seed)
    hash.combine(bytes)
    return hash.value
  }

  /// The hash of the UTF-8 of a text alone.
  @inlinable
  package static func of(_ text: String, seed: UInt64 = 0) -> UInt64 {
    of(text.utf8.span, seed: seed)
  }

  /// The hash of one number alone.
  @inlinable
  package static func of(_ number: UInt64, seed: UInt64 = 0) -> UInt64 {
    var hash = StableHash(seed: seed)
    hash.combine(number)
    return hash.value
  }

  /// Eight bytes as one little-endian number.
  @inlinable
  static func word(_ bytes: Span<UInt8>, from start: Int) -> UInt64 {
    // Safe: any eight bytes are a number, and the load checks the bounds.
    unsafe UInt64(
      littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self)
    )
  }

  /// The last seven bytes or fewer as one number, another one for each content of that length.
  @inlinable
  static func rest(of bytes: Span<UInt8>, from start: Int) -> UInt64 {
    let count = bytes.count &- start
    guard count >= 4 else {
      guard count > 0 else { return 0 }
      let middle = UInt64(bytes[start &+ count / 2]) &<< 8
      return UInt64(bytes[start]) | middle | UInt64(bytes[bytes.count &- 1]) &<< 16
    }
    // Two numbers of four bytes that may share some; safe for the same reason as above.
    let first = unsafe UInt32(
      littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt32.self)
    )
    let last = unsafe UInt32(
      littleEndian: bytes.bytes.unsafeLoadUnaligned(
        fromByteOffset: bytes.count &- 4,
        as: UInt32.self
      )
    )
    return UInt64(first) | UInt64(last) &<< 32
  }

  /// The two halves of the 128-bit product, one over the other.
  ///
  /// A product with zero would forget everything, so the halves keep the factors in them.
  @inlinable
  static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low ^ left &>> 29
  }
}
