/// Short codes as numbers: up to 8 ASCII characters packed big-endian in an `Int64`.
///
/// A code column is then as small and as quick to compare as a column of numbers, and leading zeros
/// are kept: `01` is 0x3031. The order of codes of equal length is that of their text.
package enum PackedCode {
  /// The number for a code; nil when it is empty, longer than 8 or holds more than ASCII.
  package static func pack(_ code: some StringProtocol) -> Int64? {
    var packed: Int64 = 0
    var count = 0
    for byte in code.utf8 {
      guard byte < 0x80, byte > 0, count < 8 else { return nil }
      packed = packed << 8 | Int64(byte)
      count += 1
    }
    return count == 0 ? nil : packed
  }

  /// The number for a code of bytes; nil when it is empty, longer than 8 or holds more than ASCII.
  @inlinable
  package static func pack(_ code: Span<UInt8>) -> Int64? {
    guard code.count > 0, code.count <= 8 else { return nil }
    var packed: Int64 = 0
    for index in 0..<code.count {
      let byte = code[index]
      guard byte < 0x80, byte > 0 else { return nil }
      packed = packed << 8 | Int64(byte)
    }
    return packed
  }

  /// The text of a packed code.
  package static func unpack(_ packed: Int64) -> String {
    var bytes: [UInt8] = []
    var shift: Int64 = 56
    while shift >= 0 {
      let byte = UInt8(truncatingIfNeeded: packed >> shift)
      if byte != 0 { bytes.append(byte) }
      shift -= 8
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
