import Journal
import Testing

/// The table of requirement IM-02: what the strict reader refuses, where, and what it takes.
@Suite("Reading JSON")
struct JSONReaderTests {
  typealias Refusal = (json: String, path: String, reason: JSONFailure.Reason)

  static let structure: [Refusal] = [
    ("", "$", .endsEarly), (" ", "$", .endsEarly), ("{", "$", .endsEarly), ("[", "$", .endsEarly),
    (#"{"a""#, "$.a", .endsEarly), (#"{"a":"#, "$.a", .endsEarly), (#"{"a":1"#, "$", .endsEarly),
    ("[1", "$", .endsEarly), ("[1,", "$[1]", .endsEarly), (#"{"a":1,"#, "$", .endsEarly),
    ("tru", "$", .endsEarly), (#"{"a":nul"#, "$.a", .endsEarly), ("[true,fals", "$[1]", .endsEarly),
    ("{]", "$", .unexpectedByte(0x5D)), ("[}", "$[0]", .unexpectedByte(0x7D)),
    ("[1 2]", "$", .unexpectedByte(0x32)), (#"{"a" 1}"#, "$.a", .unexpectedByte(0x31)),
    (#"{"a":1 "b":2}"#, "$", .unexpectedByte(0x22)), ("{a:1}", "$", .unexpectedByte(0x61)),
    ("{1:1}", "$", .unexpectedByte(0x31)), ("['a']", "$[0]", .unexpectedByte(0x27)),
    ("True", "$", .unexpectedByte(0x54)), ("nulL", "$", .unexpectedByte(0x4C)),
    ("NaN", "$", .unexpectedByte(0x4E)), ("[Infinity]", "$[0]", .unexpectedByte(0x49)),
    ("// x\n1", "$", .unexpectedByte(0x2F)), ("[1,/**/2]", "$[1]", .unexpectedByte(0x2F)),
    ("[,1]", "$[0]", .unexpectedByte(0x2C)), ("[1,,2]", "$[1]", .unexpectedByte(0x2C)),
    (#"{,"a":1}"#, "$", .unexpectedByte(0x2C)), ("1 1", "$", .trailingBytes),
    ("{} x", "$", .trailingBytes), ("[]]", "$", .trailingBytes), ("null\u{0}", "$", .trailingBytes),
    ("[1,]", "$[1]", .trailingComma), (#"{"a":1,}"#, "$", .trailingComma),
    (#"{"a":[1,2,]}"#, "$.a[2]", .trailingComma), ("\u{FEFF}{}", "$", .byteOrderMark),
    ("\u{A0}1", "$", .unexpectedByte(0xC2)), ("\u{B}1", "$", .unexpectedByte(0x0B)),
  ]

  static let numbers: [Refusal] = [
    ("1.0", "$", .notAnInteger), ("1e2", "$", .notAnInteger), ("1E2", "$", .notAnInteger),
    ("-1.5", "$", .notAnInteger), (#"{"amount":1.0}"#, "$.amount", .notAnInteger),
    (#"{"lines":[{"amount":5},{"amount":1e2}]}"#, "$.lines[1].amount", .notAnInteger),
    ("0.1", "$", .notAnInteger), ("01", "$", .leadingZero), ("-01", "$", .leadingZero),
    ("00", "$", .leadingZero), ("-0", "$", .leadingZero), ("[0,007]", "$[1]", .leadingZero),
    ("-", "$", .endsEarly), ("-a", "$", .unexpectedByte(0x61)), ("+1", "$", .unexpectedByte(0x2B)),
    (".5", "$", .unexpectedByte(0x2E)), ("0x10", "$", .trailingBytes),
    ("9223372036854775808", "$", .outOfRange), ("-9223372036854775809", "$", .outOfRange),
    ("99999999999999999999999999", "$", .outOfRange),
    (#"{"a":{"b":[18446744073709551616]}}"#, "$.a.b[0]", .outOfRange),
  ]

  static let texts: [Refusal] = [
    ("\"", "$", .endsEarly), (#""a"#, "$", .endsEarly), (#""a\"#, "$", .endsEarly),
    (#""\u00"#, "$", .endsEarly), (#""\x41""#, "$", .badEscape), (#""\u00G0""#, "$", .badEscape),
    (#""\ud800""#, "$", .badEscape), (#""\ud800\u0041""#, "$", .badEscape),
    (#""\udc00""#, "$", .badEscape), (#"{"a":"\u12"}"#, "$.a", .badEscape),
    ("\"a\u{1}b\"", "$", .controlCharacter), ("\"a\nb\"", "$", .controlCharacter),
    ("\"\\t\t\"", "$", .controlCharacter), (#"{"a":1,"a":2}"#, "$.a", .duplicateKey),
    (#"{"b":{"a":1,"c":0,"a":2}}"#, "$.b.a", .duplicateKey),
    (#"{"a":1,"\u0061":2}"#, "$.a", .duplicateKey),
    ("{\"\u{E9}\":1,\"e\u{301}\":2}", "$.e\u{301}", .duplicateKey),
    (#"[{"x":null,"x":null}]"#, "$[0].x", .duplicateKey),
  ]

  @Test(
    "IM-02: what is not strict JSON is refused with its path",
    arguments: [
      structure, numbers, texts,
    ]
  )
  func refuses(table: [Refusal]) {
    for (json, path, reason) in table {
      let failure = #expect(throws: JSONFailure.self, "\(json)") {
        try JSONValue(Array(json.utf8))
      }
      #expect(failure?.reason == reason, "\(json)")
      #expect(failure?.path == path, "\(json)")
    }
  }

  @Test(
    "IM-02: bytes that are not UTF-8 are refused",
    arguments: [
      [0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22],
      [0x22, 0xE2, 0x82, 0x22], [0x22, 0xF5, 0x80, 0x80, 0x80, 0x22], [0xFE, 0xFF, 0x00, 0x31],
    ] as [[UInt8]]
  )
  func refusesOtherEncodings(bytes: [UInt8]) {
    let failure = #expect(throws: JSONFailure.self) { try JSONValue(bytes) }
    #expect(failure?.reason == .invalidUTF8)
    #expect(failure?.offset == (bytes[0] == 0x22 ? 1 : 0))
  }

  @Test("IM-02: 64 levels are read, 65 are refused, and 100,000 do not end the process")
  func depth() throws {
    func nested(_ depth: Int) -> [UInt8] {
      Array(repeating: 0x5B, count: depth) + Array(repeating: 0x5D, count: depth)
    }
    _ = try JSONValue(nested(64))
    for depth in [65, 100_000] {
      let failure = #expect(throws: JSONFailure.self) { try JSONValue(nested(depth)) }
      #expect(failure?.reason == .tooDeep)
      #expect(failure?.path == "$" + String(repeating: "[0]", count: 64))
    }
  }

  @Test("IM-02: a key that stands twice among many is refused")
  func duplicatesAmongMany() {
    let fields = (0..<100).map { "\"k\($0)\":\($0)" } + ["\"k42\":0"]
    let json = "{" + fields.joined(separator: ",") + "}"
    let failure = #expect(throws: JSONFailure.self) { try JSONValue(Array(json.utf8)) }
    #expect(failure?.reason == .duplicateKey)
    #expect(failure?.path == "$.k42")
  }

  @Test(
    "What is strict JSON is read",
    arguments: [
      ("null", .null), ("true", .boolean(true)), (" [ ] ", .array([])), ("{}", .object([])),
      ("0", .integer(0)), ("-1", .integer(-1)), ("9223372036854775807", .integer(.max)),
      ("-9223372036854775808", .integer(.min)), (#""""#, .string("")),
      (#""\"\\\/\b\f\n\r\t""#, .string("\"\\/\u{8}\u{C}\n\r\t")),
      (#""\u00e9\ud83d\ude00""#, .string("é😀")), ("\"\u{7F}\u{2028}\"", .string("\u{7F}\u{2028}")),
      (
        "\r\n{\"b\" : [1,\t2] , \"a\":{\"c\":false}}",
        .object([
          .init(key: "b", value: .array([.integer(1), .integer(2)])),
          .init(key: "a", value: .object([.init(key: "c", value: .boolean(false))])),
        ])
      ),
    ] as [(String, JSONValue)]
  )
  func reads(json: String, expected: JSONValue) throws {
    #expect(try JSONValue(Array(json.utf8)) == expected)
  }
}
