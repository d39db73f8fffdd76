import Journal
import Testing

@Suite("Taking JSON apart")
struct JSONFieldsTests {
  private struct Line: Equatable {
    let unit: UInt8
    let amount: Int64
  }

  private static func read(_ json: String) throws(JSONFailure) -> [Line] {
    try JSONValue.read(Array(json.utf8)) { fields throws(JSONFailure) in
      _ = try fields.string("kind")
      _ = try fields.integer(ifPresent: "year")
      return try fields.array("lines") { value throws(JSONFailure) in
        try value.fields { line throws(JSONFailure) in
          Line(unit: try line.integer("unit", as: UInt8.self), amount: try line.integer("amount"))
        }
      }
    }
  }

  @Test("Fields are found in any order")
  func anyOrder() throws {
    let lines = [Line(unit: 4, amount: 10), Line(unit: 1, amount: -3)]
    let declared = #"{"kind":"x","lines":[{"unit":4,"amount":10},{"amount":-3,"unit":1}]}"#
    let other = #"{"lines":[{"amount":10,"unit":4},{"unit":1,"amount":-3}],"year":1,"kind":"x"}"#
    #expect(try Self.read(declared) == lines)
    #expect(try Self.read(other) == lines)
  }

  @Test(
    "IM-02: unknown, missing and misfit fields are refused with their path",
    arguments: [
      (#"{"kind":"x","lines":[],"more":1}"#, "$.more", .unknownKey),
      (#"{"kind":"x","lines":[{"unit":1,"amount":2,"tax":3}]}"#, "$.lines[0].tax", .unknownKey),
      (#"{"Kind":"x","lines":[]}"#, "$.kind", .missingKey),
      (#"{"kind":"x","lines":[{"unit":1}]}"#, "$.lines[0].amount", .missingKey),
      (
        #"{"kind":1,"lines":[]}"#, "$.kind",
        .wrongType(expected: "a text", found: "an integer")
      ),
      (
        #"{"kind":"x","lines":{}}"#, "$.lines",
        .wrongType(expected: "an array", found: "an object")
      ),
      (
        #"{"kind":"x","year":null,"lines":[]}"#, "$.year",
        .wrongType(expected: "an integer", found: "null")
      ),
      (#"{"kind":"x","lines":[{"unit":256,"amount":1}]}"#, "$.lines[0].unit", .outOfRange),
      (#"{"kind":"x","lines":[{"unit":-1,"amount":1}]}"#, "$.lines[0].unit", .outOfRange),
      ("[]", "$", .wrongType(expected: "an object", found: "an array")),
    ] as [(String, String, JSONFailure.Reason)]
  )
  func refuses(json: String, path: String, reason: JSONFailure.Reason) {
    let failure = #expect(throws: JSONFailure.self) { try Self.read(json) }
    #expect(failure?.reason == reason)
    #expect(failure?.path == path)
  }

  @Test("A field that is asked for twice is there once, also among many fields")
  func manyFields() throws {
    let json = "{" + (0..<80).map { "\"k\($0)\":\($0)" }.joined(separator: ",") + "}"
    let sum = try JSONValue.read(Array(json.utf8)) { fields throws(JSONFailure) in
      var sum: Int64 = 0
      for index in (0..<80).reversed() { sum += try fields.integer("k\(index)") }
      let again = fields.value(ifPresent: "k70")
      #expect(again == nil)
      return sum
    }
    #expect(sum == 79 * 40)
  }
}
