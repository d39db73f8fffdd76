/// Bytes that are not the binary form they should be.
package struct BinaryFailure: Error, Hashable, Sendable {
  package let reason: Reason
  /// The byte at which it was seen, from 0.
  package let offset: Int

  /// What can be wrong.
  package enum Reason: Hashable, Sendable {
    case endsEarly
    case trailingBytes
    case numberTooLong
    case outOfRange
    case invalidUTF8
    case notABoolean
    case unknownPacking
    case wrongWidth
    case notAllowed(String)
  }

  package init(_ reason: Reason, at offset: Int) {
    self.reason = reason
    self.offset = offset
  }
}

extension BinaryFailure: CustomStringConvertible {
  /// One sentence: where and what.
  package var description: String {
    let what =
      switch reason {
      case .endsEarly: "the bytes end before the value is complete"
      case .trailingBytes: "something follows the last value"
      case .numberTooLong: "a number takes more bytes than it needs"
      case .outOfRange: "a number does not fit"
      case .invalidUTF8: "a text is not UTF-8"
      case .notABoolean: "a byte that must be 0 or 1 is neither"
      case .unknownPacking: "a column is packed in a way that is not known"
      case .wrongWidth: "a column holds numbers of another width"
      case .notAllowed(let why): why
      }
    return "Byte \(offset): \(what)."
  }
}

/// Reads what `BinaryWriter` wrote; anything else is a failure with its place, never a trap.
///
/// Memory is claimed for what is there, never for what a length only promises.
package struct BinaryReader: Sendable {
  private let bytes: [UInt8]
  /// Where the next value begins.
  package private(set) var offset: Int

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    offset = 0
  }

  /// How many bytes are left.
  package var remaining: Int { bytes.count - offset }

  /// Refuses bytes behind the last value.
  package func finish() throws(BinaryFailure) {
    guard remaining == 0 else { throw failure(.trailingBytes) }
  }

  /// A failure at the place reached, for what only the caller can judge.
  package func failure(_ reason: BinaryFailure.Reason) -> BinaryFailure {
    BinaryFailure(reason, at: offset)
  }
}

// MARK: - Single values

extension BinaryReader {
  package mutating func byte() throws(BinaryFailure) -> UInt8 {
    guard offset < bytes.count else { throw failure(.endsEarly) }
    defer { offset += 1 }
    return bytes[offset]
  }

  package mutating func boolean() throws(BinaryFailure) -> Bool {
    let value = try byte()
    guard value <= 1 else { throw BinaryFailure(.notABoolean, at: offset - 1) }
    return value == 1
  }

  /// Reads a number without a sign; one that is longer than it needs to be is refused.
  package mutating func varint() throws(BinaryFailure) -> UInt64 {
    let start = offset
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      guard offset < bytes.count else { throw failure(.endsEarly) }
      let next = bytes[offset]
      offset += 1
      if shift == 63, next > 1 { throw BinaryFailure(.outOfRange, at: start) }
      value |= UInt64(next & 0x7F) << shift
      if next < 0x80 {
        guard next != 0 || shift == 0 else { throw BinaryFailure(.numberTooLong, at: start) }
        return value
      }
      shift += 7
    }
  }

  /// Reads a count, which may not exceed what the bytes left can hold.
  ///
  /// `width` is the fewest bytes that one of the things counted takes.
  package mutating func count(ofAtLeast width: Int = 1) throws(BinaryFailure) -> Int {
    let start = offset
    let value = try varint()
    guard let count = Int(exactly: value), count <= remaining / max(1, width) else {
      throw BinaryFailure(.endsEarly, at: start)
    }
    return count
  }

  /// Reads a number with a sign.
  package mutating func signed() throws(BinaryFailure) -> Int64 {
    let value = try varint()
    return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
  }

  /// Reads a number with a sign into a narrower type.
  package mutating func signed<Value: FixedWidthInteger>(
    as type: Value.Type
  ) throws(BinaryFailure) -> Value {
    let start = offset
    guard let value = Value(exactly: try signed()) else {
      throw BinaryFailure(.outOfRange, at: start)
    }
    return value
  }

  /// Reads an integer in all its bytes, lowest first.
  package mutating func fixed<Value: FixedWidthInteger & BitwiseCopyable>(
    _ type: Value.Type
  ) throws(BinaryFailure) -> Value {
    let width = Value.bitWidth / 8
    guard remaining >= width else { throw failure(.endsEarly) }
    defer { offset += width }
    return loaded(at: offset)
  }

  /// Reads a length and as many bytes.
  package mutating func data() throws(BinaryFailure) -> [UInt8] {
    let count = try count()
    defer { offset += count }
    return Array(bytes[offset..<offset + count])
  }

  /// Reads a length and as many bytes of UTF-8.
  package mutating func string() throws(BinaryFailure) -> String {
    let count = try count()
    guard let text = String(validating: bytes[offset..<offset + count], as: UTF8.self) else {
      throw failure(.invalidUTF8)
    }
    offset += count
    return text
  }

  /// Reads the 32 bytes of a digest.
  package mutating func digest() throws(BinaryFailure) -> Digest {
    guard remaining >= Digest.byteCount,
      let digest = Digest(bytes.span.extracting(offset..<offset + Digest.byteCount))
    else { throw failure(.endsEarly) }
    offset += Digest.byteCount
    return digest
  }

  /// Reads whether there is a value, and the value when there is one.
  package mutating func optional<Value>(
    _ read: (inout BinaryReader) throws(BinaryFailure) -> Value
  ) throws(BinaryFailure) -> Value? {
    try boolean() ? try read(&self) : nil
  }
}

// MARK: - Columns

extension BinaryReader {
  /// Reads a column of numbers of exactly this width.
  package mutating func column<Value: FixedWidthInteger & BitwiseCopyable>(
    of type: Value.Type
  ) throws(BinaryFailure) -> [Value] {
    guard let packing = ColumnPacking(rawValue: try byte()) else {
      throw BinaryFailure(.unknownPacking, at: offset - 1)
    }
    let width = Value.bitWidth / 8
    guard Int(try byte()) == width else { throw BinaryFailure(.wrongWidth, at: offset - 1) }
    switch packing {
    case .plain: return try plainColumn(try count(ofAtLeast: width))
    case .delta: return try deltaColumn(try count())
    }
  }

  /// Reads a column of texts.
  package mutating func texts() throws(BinaryFailure) -> [String] {
    let count = try count()
    var texts: [String] = []
    texts.reserveCapacity(count)
    for _ in 0..<count { texts.append(try string()) }
    return texts
  }

  private mutating func plainColumn<Value: FixedWidthInteger & BitwiseCopyable>(
    _ count: Int
  ) throws(BinaryFailure) -> [Value] {
    let width = Value.bitWidth / 8
    var values: [Value] = []
    values.reserveCapacity(count)
    for index in 0..<count { values.append(loaded(at: offset + index * width)) }
    offset += count * width
    return values
  }

  /// The integer at a place that is known to hold one; indexing stays checked.
  private func loaded<Value: FixedWidthInteger & BitwiseCopyable>(at start: Int) -> Value {
    // The load itself is checked against the end of the bytes.
    bytes.withUnsafeBytes { buffer in
      Value(littleEndian: buffer.loadUnaligned(fromByteOffset: start, as: Value.self))
    }
  }

  private mutating func deltaColumn<Value: FixedWidthInteger & BitwiseCopyable>(
    _ count: Int
  ) throws(BinaryFailure) -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(count)
    var current: Int64 = 0
    for _ in 0..<count {
      let start = offset
      current &+= try signed()
      let value: Value
      if Value.isSigned || Value.bitWidth < 64 {
        guard let exact = Value(exactly: current) else {
          throw BinaryFailure(.outOfRange, at: start)
        }
        value = exact
      } else {
        value = Value(truncatingIfNeeded: current)
      }
      values.append(value)
    }
    return values
  }
}
