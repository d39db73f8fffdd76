/// Writes compact JSON in the order in which it is told: no white space, no floating point.
///
/// The bytes are what is stored and hashed, so there is one form for every value: keys in the order
/// of the calls, text in normal form C (`NormalForm`), integers in digits, the fewest escapes.
///
/// ```swift
/// var json = JSONWriter()
/// json.object {
///   $0.field("amount", 1250)
///   $0.array("lines") { $0.integer(1) }
/// }
/// let body = json.bytes
/// ```
package struct JSONWriter: Sendable {
  /// What was written so far.
  package private(set) var bytes: [UInt8] = []
  /// Whether a comma must precede the next value or key of the level at hand.
  private var needsComma = false

  package init() {}

  /// Starts with a buffer of another writer, emptied, so that its memory is used again.
  package init(reusing buffer: consuming [UInt8]) {
    bytes = buffer
    bytes.removeAll(keepingCapacity: true)
  }

  /// The bytes of one object.
  package static func object(_ content: (inout JSONWriter) -> Void) -> [UInt8] {
    var writer = JSONWriter()
    writer.bytes.reserveCapacity(512)
    writer.object(content)
    return writer.bytes
  }

  /// What was written so far, as text.
  package var text: String { String(decoding: bytes, as: UTF8.self) }
}

// MARK: - Values, at the top or in an array

extension JSONWriter {
  /// Writes an object whose fields `content` writes.
  package mutating func object(_ content: (inout JSONWriter) -> Void) {
    nested(0x7B, 0x7D, content)
  }

  /// Writes an array whose values `content` writes.
  package mutating func array(_ content: (inout JSONWriter) -> Void) {
    nested(0x5B, 0x5D, content)
  }

  package mutating func string(_ text: String) {
    separate()
    appendText(text)
    needsComma = true
  }

  package mutating func integer(_ value: Int64) {
    separate()
    appendInteger(value)
    needsComma = true
  }

  package mutating func boolean(_ value: Bool) {
    separate()
    bytes.append(contentsOf: value ? "true".utf8 : "false".utf8)
    needsComma = true
  }

  package mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
    needsComma = true
  }
}

// MARK: - Fields of an object

extension JSONWriter {
  /// Writes the key of the value that is written next.
  package mutating func key(_ name: String) {
    separate()
    appendText(name)
    bytes.append(0x3A)
    needsComma = false
  }

  package mutating func field(_ name: String, _ text: String) {
    key(name)
    string(text)
  }

  package mutating func field(_ name: String, _ value: Int64) {
    key(name)
    integer(value)
  }

  package mutating func field(_ name: String, _ value: Bool) {
    key(name)
    boolean(value)
  }

  /// Writes the field when there is a text; without one the key is absent, never `null`.
  package mutating func field(_ name: String, ifPresent text: String?) {
    if let text { field(name, text) }
  }

  /// Writes the field when there is a number; without one the key is absent, never `null`.
  package mutating func field(_ name: String, ifPresent value: Int64?) {
    if let value { field(name, value) }
  }

  /// Writes a field that is an object.
  package mutating func object(_ name: String, _ content: (inout JSONWriter) -> Void) {
    key(name)
    object(content)
  }

  /// Writes a field that is an array.
  package mutating func array(_ name: String, _ content: (inout JSONWriter) -> Void) {
    key(name)
    array(content)
  }
}

// MARK: - Bytes

extension JSONWriter {
  private mutating func nested(
    _ open: UInt8,
    _ close: UInt8,
    _ content: (inout JSONWriter) -> Void
  ) {
    separate()
    bytes.append(open)
    needsComma = false
    content(&self)
    bytes.append(close)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(0x2C) }
  }

  private mutating func appendInteger(_ value: Int64) {
    if value < 0 { bytes.append(0x2D) }
    var rest = value.magnitude
    let start = bytes.count
    repeat {
      bytes.append(0x30 + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }

  private mutating func appendText(_ text: String) {
    bytes.append(0x22)
    var text = text
    // Nearly every text is plain, and then one look at its bytes is enough.
    let isPlain = text.withUTF8 { utf8 in
      for byte in utf8 where byte < 0x20 || byte == 0x22 || byte == 0x5C || byte >= 0x80 {
        return false
      }
      bytes.append(contentsOf: utf8)
      return true
    }
    if !isPlain {
      var normal = NormalForm.normalized(text)
      normal.withUTF8 { utf8 in
        for byte in utf8 { appendEscaped(byte) }
      }
    }
    bytes.append(0x22)
  }

  private mutating func appendEscaped(_ byte: UInt8) {
    switch byte {
    case 0x22, 0x5C: bytes.append(contentsOf: [0x5C, byte])
    case 0x0A: bytes.append(contentsOf: "\\n".utf8)
    case 0x0D: bytes.append(contentsOf: "\\r".utf8)
    case 0x09: bytes.append(contentsOf: "\\t".utf8)
    case 0..<0x20: bytes.append(contentsOf: "\\u00\(Hexadecimal.text([byte]))".utf8)
    default: bytes.append(byte)
    }
  }
}
