import Quantities
import Rules
import Testing

@Suite("Counted nouns and sentences without wrong edges")
struct CountedNounTests {
  @Test("One is singular and every other number plural, in both languages")
  func plural() {
    #expect(CountedNoun.day.text(1) == BilingualText("1 dag", "1 day"))
    #expect(CountedNoun.day.text(0) == BilingualText("0 dagen", "0 days"))
    #expect(CountedNoun.provider.text(2) == BilingualText("2 aanbieders", "2 providers"))
    #expect(CountedNoun.line.text(Int64(1)) == BilingualText("1 regel", "1 line"))
    #expect(CountedNoun.hour.text(1) == BilingualText("1 uur", "1 hour"))
    #expect(CountedNoun.year.text(3) == BilingualText("3 jaar", "3 years"))
  }

  @Test("Every word has both forms in both languages", arguments: CountedNoun.allCases)
  func table(noun: CountedNoun) {
    let (one, many) = (noun.word(1), noun.word(2))
    #expect(one.english != many.english)
    // Dutch counts these two in the singular.
    #expect(one.dutch != many.dutch || noun == .hour || noun == .year)
    for text in [one.dutch, one.english, many.dutch, many.english] {
      #expect(!text.isEmpty && !text.contains("("))
    }
  }

  @Test("No two words of the table are the same") func distinct() {
    #expect(Set(CountedNoun.allCases.map { $0.word(2) }).count == CountedNoun.allCases.count)
  }

  private static let sentence = RuleSentence(
    dutch: "Er resteert {left}.",
    remedy: "Vraag ten hoogste {left}.",
    english: "{left} remains.",
    remedy: "Ask for at most {left}.",
    spent: RuleSentence.Spent("left", "Er is niets meer over.", "There is nothing left.")
  )

  @Test(
    "A remedy says so when nothing is left, and never asks for at most nothing",
    arguments: [
      (ComparedValue.Value.volume(0, .hour), true), (.volume(1, .hour), false),
      (.cents(Cents(0)), true), (.cents(Cents(-5)), true), (.cents(Cents(1)), false),
      (.number(0), true), (.absent, false),
    ]
  )
  func spent(value: ComparedValue.Value, isSpent: Bool) {
    let values = [ComparedValue("left", value)]
    let dutch = Self.sentence.text(values, in: .dutch)
    let english = Self.sentence.text(values, in: .english)
    #expect(dutch.hasSuffix("Er is niets meer over.") == isSpent)
    #expect(english.hasSuffix("There is nothing left.") == isSpent)
    #expect(dutch.contains("ten hoogste") != isSpent)
  }
}
