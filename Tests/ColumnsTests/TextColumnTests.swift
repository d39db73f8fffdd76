import Columns
import Generators
import Testing

@Suite("TextColumn and TextDictionary")
struct TextColumnTests {
  @Test("Texts come back byte for byte, also empty, long and outside ASCII")
  func texts() {
    let texts = [
      "", "a", "02A03", "één ’s-Hertogenbosch", "\u{1F600}", "a\0b", "e\u{301}", "\u{E9}",
      String(repeating: "lang ", count: 20_000), "", "na het lange",
    ]
    var column = TextColumn()
    for text in texts { column.append(text) }
    #expect(column.count == texts.count)
    for (row, text) in texts.enumerated() {
      #expect(Array(column.text(at: row).utf8) == Array(text.utf8))
      #expect(column.equals(text, at: row))
      #expect(!column.equals(text + "x", at: row))
      column.withBytes(at: row) { bytes in
        #expect(bytes.indices.map { bytes[$0] } == Array(text.utf8))
      }
    }
    // Equal by Unicode, different by bytes: these are different references.
    #expect(!column.equals("\u{E9}", at: 6))
  }

  @Test("Bytes that are not UTF-8 are kept as they are")
  func invalidBytes() {
    var column = TextColumn()
    let bytes: [UInt8] = [0xFF, 0x41, 0xC3]
    column.append(bytes.span)
    let same = column.equals(bytes.span, at: 0)
    #expect(same)
    #expect(column.text(at: 0) == "\u{FFFD}A\u{FFFD}")
  }

  @Test("Random texts and held copies agree with plain arrays", arguments: 1...8)
  func agreesWithModel(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var column = TextColumn()
    var model: [[UInt8]] = []
    var held: [(TextColumn, [[UInt8]])] = []
    for step in 0..<3000 {
      let length =
        step % 500 == 7 ? 20_000 : Int.random(in: 0..<30, using: &random)
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      column.append(bytes.span)
      model.append(bytes)
      if step % 600 == 100 { held.append((column, model)) }
    }
    held.append((column, model))
    for (column, model) in held {
      #expect(column.count == model.count)
      for (row, bytes) in model.enumerated() where !column.equals(bytes.span, at: row) {
        Issue.record("seed \(seed), row \(row)")
      }
    }
    #expect(held[0].0 != column)
    var again = TextColumn()
    for bytes in model { again.append(bytes.span) }
    #expect(again == column)
  }

  @Test("A dictionary gives each text one number, in order of first sight")
  func numbers() {
    var dictionary = TextDictionary()
    #expect(dictionary.number(of: "02A03") == nil)
    #expect(dictionary.intern("02A03") == 0)
    #expect(dictionary.intern("") == 1)
    #expect(dictionary.intern("02A03") == 0)
    #expect(dictionary.number(of: "") == 1)
    #expect(dictionary.text(0) == "02A03" && dictionary.text(1).isEmpty)
    #expect(dictionary.count == 2)
    dictionary.withBytes(0) { #expect($0.count == 5) }
  }

  @Test("Random texts get the numbers a plain dictionary would give", arguments: 1...6)
  func dictionaryAgreesWithModel(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var dictionary = TextDictionary(seed: seed)
    var model: [String: Int32] = [:]
    var held: (TextDictionary, [String: Int32]) = (dictionary, model)
    for step in 0..<5000 {
      let text = "99990101/\(Int.random(in: 0..<2500, using: &random))"
      let expected = model[text] ?? Int32(model.count)
      model[text] = expected
      #expect(dictionary.intern(text) == expected, "seed \(seed), step \(step)")
      if step == 2000 { held = (dictionary, model) }
    }
    #expect(held.0.count == held.1.count)
    for (text, number) in model {
      #expect(dictionary.text(number) == text, "seed \(seed)")
      #expect(held.0.number(of: text) == held.1[text], "seed \(seed)")
    }
  }
}
