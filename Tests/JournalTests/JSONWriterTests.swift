import Generators
import Journal
import JournalTesting
import Testing

@Suite("Writing JSON")
struct JSONWriterTests {
  @Test("Golden bytes: compact, in the order of the calls, with the fewest escapes")
  func golden() {
    let bytes = JSONWriter.object {
      $0.field("b", "a\"\\/\n\r\t\u{1}\u{7F}é€")
      $0.field("a", Int64.min)
      $0.field("yes", true)
      $0.field("none", ifPresent: String?.none)
      $0.key("nothing")
      $0.null()
      $0.array("list") {
        $0.integer(0)
        $0.string("")
        $0.object { _ in }
        $0.array { $0.boolean(false) }
      }
      $0.object("inner") { $0.field("x", .max) }
    }
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == #"{"b":"a\"\\/\n\r\t\u0001"# + "\u{7F}é€"
        + #"","a":-9223372036854775808,"yes":true,"nothing":null,"#
        + #""list":[0,"",{},[false]],"inner":{"x":9223372036854775807}}"#
    )
  }

  @Test(
    "Text is written in normal form C",
    arguments: [
      ("e\u{301}", "\u{E9}"), ("A\u{30A}", "\u{C5}"), ("\u{212B}", "\u{C5}"),
      ("\u{2126}", "\u{3A9}"),
      ("Zoe\u{308} de Bruyn", "Zo\u{EB} de Bruyn"), ("o\u{323}\u{302}", "\u{1ED9}"),
      ("o\u{302}\u{323}", "\u{1ED9}"), ("x\u{302}", "x\u{302}"), ("\u{401}", "\u{401}"),
      ("\u{435}\u{308}", "\u{451}"), ("\u{3B1}\u{301}", "\u{3AC}"), ("日本", "日本"),
      ("q\u{323}\u{301}", "q\u{323}\u{301}"), ("q\u{301}\u{323}", "q\u{323}\u{301}"),
      ("\u{301}a", "\u{301}a"), ("V\u{5AD}\u{7B0}n", "V\u{5AD}\u{7B0}n"),
      ("e\u{323}\u{301}", "\u{1EB9}\u{301}"),
    ]
  )
  func normalForm(text: String, expected: String) {
    #expect(Array(NormalForm.normalized(text).utf8) == Array(expected.utf8))
    #expect(NormalForm.isNormalized(expected))
    var writer = JSONWriter()
    writer.string(text)
    #expect(writer.bytes == [0x22] + Array(expected.utf8) + [0x22])
  }

  @Test("What was written is read back as the same value")
  func roundTrip() throws {
    let seed = SeededGenerator.freshSeed()
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let value = Self.value(&generator, depth: 0)
      var writer = JSONWriter()
      Self.write(value, &writer)
      #expect(try JSONValue(writer.bytes) == value, "seed \(seed): \(writer.text)")
    }
  }

  @Test("IM-02: changed bytes are read or refused, never a trap")
  func mutations() {
    let seed = SeededGenerator.freshSeed()
    var generator = SeededGenerator(seed: seed)
    var refused = 0
    for _ in 0..<2_000 {
      var writer = JSONWriter()
      Self.write(Self.value(&generator, depth: 0), &writer)
      var bytes = writer.bytes
      for _ in 0..<generator.number(1...3) {
        let place = generator.number(0...bytes.count - 1)
        bytes[place] = UInt8(truncatingIfNeeded: generator.next())
      }
      if generator.chance(in: 4) { bytes.removeLast() }
      do {
        _ = try JSONValue(bytes)
      } catch {
        refused += 1
        #expect(error.path.hasPrefix("$"), "seed \(seed)")
      }
    }
    #expect(refused > 500, "seed \(seed)")
  }

  private static func value(_ generator: inout SeededGenerator, depth: Int) -> JSONValue {
    switch generator.number(0...(depth > 4 ? 3 : 5)) {
    case 0: return .null
    case 1: return .boolean(generator.chance(in: 2))
    case 2: return .integer(Int64(truncatingIfNeeded: generator.next() >> generator.next() % 64))
    case 3: return .string(text(&generator))
    case 4:
      return .array((0..<generator.number(0...4)).map { _ in value(&generator, depth: depth + 1) })
    default:
      return .object(
        (0..<generator.number(0...4)).map {
          .init(key: "\($0)" + text(&generator), value: value(&generator, depth: depth + 1))
        }
      )
    }
  }

  private static func text(_ generator: inout SeededGenerator) -> String {
    let scalars: [Unicode.Scalar] = ["a", "\"", "\\", "\n", "\u{1}", "é", "€", "日", "😀", "/"]
    var text = String.UnicodeScalarView()
    for _ in 0..<generator.number(0...12) { text.append(scalars[generator.number(0...9)]) }
    return String(text)
  }

  private static func write(_ value: JSONValue, _ writer: inout JSONWriter) {
    switch value {
    case .null: writer.null()
    case .boolean(let value): writer.boolean(value)
    case .integer(let value): writer.integer(value)
    case .string(let value): writer.string(value)
    case .array(let values):
      writer.array { for value in values { write(value, &$0) } }
    case .object(let fields):
      writer.object {
        for field in fields {
          $0.key(field.key)
          write(field.value, &$0)
        }
      }
    }
  }
}
