/// The strict reader behind `JSONValue`: bytes in, one value or one failure out, never a trap.
struct JSONParser {
  static let maximumDepth = 64
  static let maximumByteCount = 64 << 20

  private let bytes: [UInt8]
  private var index = 0
  private var depth = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The one value that the bytes hold.
  mutating func document() throws(JSONFailure) -> JSONValue {
    guard bytes.count <= JSONParser.maximumByteCount else { throw JSONFailure(.tooLarge) }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { throw JSONFailure(.byteOrderMark, at: 0) }
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      throw JSONFailure(.invalidUTF8, at: error.byteOffsets.lowerBound)
    }
    let value = try value()
    skipSpace()
    guard index == bytes.count else { throw JSONFailure(.trailingBytes, at: index) }
    return value
  }

  private mutating func value() throws(JSONFailure) -> JSONValue {
    skipSpace()
    switch try peek() {
    case 0x7B: return try nested { parser throws(JSONFailure) in try parser.object() }
    case 0x5B: return try nested { parser throws(JSONFailure) in try parser.array() }
    case 0x22: return .string(try text())
    case 0x2D, 0x30...0x39: return .integer(try integer())
    case 0x74:
      try word("true")
      return .boolean(true)
    case 0x66:
      try word("false")
      return .boolean(false)
    case 0x6E:
      try word("null")
      return .null
    case let byte: throw JSONFailure(.unexpectedByte(byte), at: index)
    }
  }

  private mutating func nested(
    _ content: (inout JSONParser) throws(JSONFailure) -> JSONValue
  ) throws(JSONFailure) -> JSONValue {
    guard depth < JSONParser.maximumDepth else { throw JSONFailure(.tooDeep, at: index) }
    depth += 1
    index += 1
    let value = try content(&self)
    depth -= 1
    return value
  }
}

// MARK: - Objects and arrays

extension JSONParser {
  /// The fields of an object, from behind its opening brace.
  private mutating func object() throws(JSONFailure) -> JSONValue {
    var fields: [JSONValue.Field] = []
    var keys = KeySet()
    if try closes(0x7D) { return .object(fields) }
    while true {
      skipSpace()
      let start = index
      let next = try peek()
      guard next == 0x22 else {
        throw JSONFailure(next == 0x7D ? .trailingComma : .unexpectedByte(next), at: start)
      }
      let key = try text()
      guard keys.insert(key, beside: fields) else {
        throw JSONFailure(.duplicateKey, at: start).within(key: key)
      }
      do throws(JSONFailure) {
        skipSpace()
        try expect(0x3A)
        fields.append(JSONValue.Field(key: key, value: try value()))
      } catch {
        throw error.within(key: key)
      }
      if try closes(0x7D) { return .object(fields) }
      try expect(0x2C)
    }
  }

  /// The elements of an array, from behind its opening bracket.
  private mutating func array() throws(JSONFailure) -> JSONValue {
    var elements: [JSONValue] = []
    if try closes(0x5D) { return .array(elements) }
    while true {
      do throws(JSONFailure) {
        skipSpace()
        if try peek() == 0x5D { throw JSONFailure(.trailingComma, at: index) }
        elements.append(try value())
      } catch {
        throw error.within(index: elements.count)
      }
      if try closes(0x5D) { return .array(elements) }
      try expect(0x2C)
    }
  }

  /// Keys seen in one object: compared one by one while few, in a set when many.
  private struct KeySet {
    private var many: Set<String> = []

    mutating func insert(_ key: String, beside fields: [JSONValue.Field]) -> Bool {
      if fields.count < 16 { return !fields.contains { $0.key == key } }
      if many.isEmpty { many = Set(fields.map(\.key)) }
      return many.insert(key).inserted
    }
  }
}

// MARK: - Numbers and words

extension JSONParser {
  private mutating func integer() throws(JSONFailure) -> Int64 {
    let start = index
    let isNegative = bytes[index] == 0x2D
    if isNegative { index += 1 }
    let firstDigit = index
    var value: Int64 = 0
    var fits = true
    while index < bytes.count, case let digit = bytes[index] &- 0x30, digit < 10 {
      let (scaled, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = scaled.subtractingReportingOverflow(Int64(digit))
      fits = fits && !overflow && !carry
      value = sum
      index += 1
    }
    let digitCount = index - firstDigit
    if digitCount == 0 {
      throw JSONFailure(index < bytes.count ? .unexpectedByte(bytes[index]) : .endsEarly, at: index)
    }
    if index < bytes.count, [0x2E, 0x45, 0x65].contains(bytes[index]) {
      throw JSONFailure(.notAnInteger, at: start)
    }
    if bytes[firstDigit] == 0x30, digitCount > 1 || isNegative {
      throw JSONFailure(.leadingZero, at: start)
    }
    // Gathered below zero, where there is one value more.
    guard fits, isNegative || value != .min else { throw JSONFailure(.outOfRange, at: start) }
    return isNegative ? value : -value
  }

  private mutating func word(_ word: StaticString) throws(JSONFailure) {
    let count = word.utf8CodeUnitCount
    for offset in 0..<count {
      guard index + offset < bytes.count else { throw JSONFailure(.endsEarly, at: bytes.count) }
      let found = bytes[index + offset]
      guard found == word.utf8Start[offset] else {
        throw JSONFailure(.unexpectedByte(found), at: index + offset)
      }
    }
    index += count
  }
}

// MARK: - Text

extension JSONParser {
  /// A text, from its opening quote to behind its closing quote.
  private mutating func text() throws(JSONFailure) -> String {
    index += 1
    let start = index
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x22 {
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        index += 1
        return text
      }
      if byte == 0x5C { return try escapedText(from: start) }
      if byte < 0x20 { throw JSONFailure(.controlCharacter, at: index) }
      index += 1
    }
    throw JSONFailure(.endsEarly, at: index)
  }

  /// The rest of a text in which an escape was met.
  private mutating func escapedText(from start: Int) throws(JSONFailure) -> String {
    var text = Array(bytes[start..<index])
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x22:
        index += 1
        return String(decoding: text, as: UTF8.self)
      case 0x5C: try appendEscape(to: &text)
      case 0..<0x20: throw JSONFailure(.controlCharacter, at: index)
      default:
        text.append(byte)
        index += 1
      }
    }
    throw JSONFailure(.endsEarly, at: index)
  }

  private mutating func appendEscape(to text: inout [UInt8]) throws(JSONFailure) {
    let start = index
    index += 1
    let kind = try peek()
    index += 1
    switch kind {
    case 0x22, 0x5C, 0x2F: text.append(kind)
    case 0x62: text.append(0x08)
    case 0x66: text.append(0x0C)
    case 0x6E: text.append(0x0A)
    case 0x72: text.append(0x0D)
    case 0x74: text.append(0x09)
    case 0x75: try appendScalar(to: &text, from: start)
    default: throw JSONFailure(.badEscape, at: start)
    }
  }

  private mutating func appendScalar(
    to text: inout [UInt8],
    from start: Int
  ) throws(JSONFailure) {
    var value = try fourDigits(from: start)
    if value >> 10 == 0x36 {
      guard index + 1 < bytes.count, bytes[index] == 0x5C, bytes[index + 1] == 0x75 else {
        throw JSONFailure(.badEscape, at: start)
      }
      index += 2
      let low = try fourDigits(from: start)
      guard low >> 10 == 0x37 else { throw JSONFailure(.badEscape, at: start) }
      value = 0x10000 + (value & 0x3FF) << 10 + low & 0x3FF
    }
    guard let scalar = Unicode.Scalar(value) else { throw JSONFailure(.badEscape, at: start) }
    text.append(contentsOf: String(Character(scalar)).utf8)
  }

  private mutating func fourDigits(from start: Int) throws(JSONFailure) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      let byte = try peek()
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
        throw JSONFailure(.badEscape, at: start)
      }
      value = value << 4 | UInt32(digit)
      index += 1
    }
    return value
  }
}

// MARK: - Bytes

extension JSONParser {
  private mutating func skipSpace() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x0A, 0x0D, 0x09: index += 1
      default: return
      }
    }
  }

  private func peek() throws(JSONFailure) -> UInt8 {
    guard index < bytes.count else { throw JSONFailure(.endsEarly, at: index) }
    return bytes[index]
  }

  private mutating func expect(_ byte: UInt8) throws(JSONFailure) {
    let found = try peek()
    guard found == byte else { throw JSONFailure(.unexpectedByte(found), at: index) }
    index += 1
  }

  /// Skips space, and the closing bracket when it comes next.
  private mutating func closes(_ bracket: UInt8) throws(JSONFailure) -> Bool {
    skipSpace()
    guard try peek() == bracket else { return false }
    index += 1
    return true
  }
}
