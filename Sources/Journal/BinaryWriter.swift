/// Writes the hand-made binary form of attachments and snapshots.
///
/// Small numbers take few bytes (base 128, lowest seven bits first), fixed ones are little-endian,
/// texts and bytes follow their length. A column says itself how it is packed, so that a reader
/// needs no knowledge of the data.
package struct BinaryWriter: Sendable {
  /// What was written so far.
  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// Starts with room for a number of bytes.
  package init(capacity: Int) { bytes.reserveCapacity(max(0, capacity)) }
}

// MARK: - Single values

extension BinaryWriter {
  package mutating func byte(_ value: UInt8) { bytes.append(value) }

  package mutating func boolean(_ value: Bool) { bytes.append(value ? 1 : 0) }

  /// Writes a number without a sign in 1 to 10 bytes.
  package mutating func varint(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Writes a count; a negative one, which nothing has, is written as 0.
  package mutating func count(_ value: Int) { varint(UInt64(max(0, value))) }

  /// Writes a number with a sign in 1 to 10 bytes, small magnitudes in few.
  package mutating func signed(_ value: Int64) {
    varint(UInt64(bitPattern: value << 1 ^ value >> 63))
  }

  /// Writes an integer in all its bytes, lowest first.
  package mutating func fixed(_ value: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Writes a length and the bytes.
  package mutating func data(_ value: [UInt8]) {
    count(value.count)
    bytes.append(contentsOf: value)
  }

  /// Writes a length and the text in UTF-8.
  package mutating func string(_ text: String) {
    var text = text
    text.withUTF8 {
      count($0.count)
      bytes.append(contentsOf: $0)
    }
  }

  /// Writes the 32 bytes of a digest.
  package mutating func digest(_ digest: Digest) { digest.append(to: &bytes) }

  /// Writes whether there is a value, and the value when there is one.
  package mutating func optional<Value>(
    _ value: Value?,
    _ write: (inout BinaryWriter, Value) -> Void
  ) {
    boolean(value != nil)
    if let value { write(&self, value) }
  }
}

// MARK: - Columns

/// How the numbers of a column are packed.
package enum ColumnPacking: UInt8, Sendable {
  /// Every number in all its bytes, lowest first.
  case plain = 0
  /// Every number as its difference from the one before, small differences in few bytes.
  case delta = 1
}

extension BinaryWriter {
  /// Writes a column of numbers: packing, width in bytes, count, numbers.
  package mutating func column<Value: FixedWidthInteger>(
    _ values: [Value],
    _ packing: ColumnPacking = .plain
  ) {
    byte(packing.rawValue)
    byte(UInt8(Value.bitWidth / 8))
    count(values.count)
    switch packing {
    case .plain:
      bytes.reserveCapacity(bytes.count + values.count * (Value.bitWidth / 8))
      for value in values { fixed(value) }
    case .delta:
      var previous: Int64 = 0
      for value in values {
        let current = Int64(truncatingIfNeeded: value)
        signed(current &- previous)
        previous = current
      }
    }
  }

  /// Writes a column of texts: count, then each with its length.
  package mutating func column(_ texts: [String]) {
    count(texts.count)
    for text in texts { string(text) }
  }
}
