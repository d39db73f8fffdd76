import Generators
import Journal
import JournalTesting
import Testing

@Suite("Normal form C, in every script")
struct NormalFormTests {
  @Test("Texts of 24 blocks become what Unicode's own data say")
  func vectors() {
    #expect(NormalFormVectors.all.count == 300)
    for (text, normal) in NormalFormVectors.all {
      let found = NormalForm.normalized(text)
      #expect(scalars(found) == scalars(normal), "\(scalars(text))")
      #expect(NormalForm.isNormalized(normal))
    }
  }

  @Test(
    "Korean, Arabic, Devanagari and pointed Hebrew",
    arguments: [
      ("\u{1112}\u{1161}\u{11AB}", "\u{D55C}"), ("\u{AC00}\u{11A8}", "\u{AC01}"),
      ("\u{AC01}\u{11A8}", "\u{AC01}\u{11A8}"), ("\u{1100}\u{301}\u{1161}", nil),
      ("\u{627}\u{653}", "\u{622}"), ("\u{958}", "\u{915}\u{93C}"),
      ("\u{928}\u{93C}", "\u{929}"), ("\u{FB2A}", "\u{5E9}\u{5C1}"),
      ("\u{5D1}\u{5BC}\u{5B8}", "\u{5D1}\u{5B8}\u{5BC}"), ("\u{F900}", "\u{8C48}"),
    ]
  )
  func scripts(text: String, normal: String?) {
    #expect(scalars(NormalForm.normalized(text)) == scalars(normal ?? text))
  }

  @Test("Any text: the same text to a reader, in a form that does not change again")
  func properties() {
    let seed = SeededGenerator.freshSeed()
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<3_000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1...8, using: &generator) {
        // Up to the end of Hangul, and only what this Swift knows: its Unicode may be an older one
        // than that of our table, and then it orders younger marks otherwise.
        let range: ClosedRange<UInt32> =
          Bool.random(using: &generator) ? 0x41...0x1FFF : 0x300...0xD7A3
        if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &generator)),
          scalar.properties.generalCategory != .unassigned
        {
          text.append(scalar)
        }
      }
      let given = String(text)
      let normal = NormalForm.normalized(given)
      #expect(normal == given, "seed \(seed): \(scalars(given))")
      #expect(NormalForm.isNormalized(normal), "seed \(seed): \(scalars(given))")
      #expect(
        scalars(NormalForm.normalized(decomposed(given))) == scalars(normal),
        "seed \(seed): \(scalars(given))"
      )
      var span = normal.utf8Span
      let isNormal = span.checkForNFC(quickCheck: false)
      #expect(isNormal, "seed \(seed): \(scalars(given))")
    }
  }

  /// A text that reads the same: its letters with their marks the other way round where they may.
  private func decomposed(_ text: String) -> String {
    text.replacing("\u{E9}", with: "e\u{301}").replacing("\u{AC00}", with: "\u{1100}\u{1161}")
  }

  private func scalars(_ text: String) -> [String] {
    text.unicodeScalars.map { String($0.value, radix: 16, uppercase: true) }
  }
}
