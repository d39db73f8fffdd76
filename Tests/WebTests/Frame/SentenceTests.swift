import Rules
import Testing
import Web

@Suite("Days within sentences")
struct SentenceTests {
  @Test(
    "A day that stands by itself is written as people write it",
    arguments: [
      ("looptijd 3+3 vanaf 2022-01-01", "looptijd 3+3 vanaf 1 januari 2022"),
      ("2022-01-01", "1 januari 2022"),
      ("van 2022-01-01 tot en met 2022-12-31.", "van 1 januari 2022 tot en met 31 december 2022."),
      ("(2024-02-29)", "(29 februari 2024)"),
      ("2023-02-29 is geen dag", "2023-02-29 is geen dag"),
      ("wmo-2022-01-01", "wmo-2022-01-01"),
      ("bestand 2022-01-01-a.xml", "bestand 2022-01-01-a.xml"),
      ("https://voorbeeld.nl/2022-01-01/x", "https://voorbeeld.nl/2022-01-01/x"),
      ("12022-01-01", "12022-01-01"),
      ("kort", "kort"),
      ("", ""),
    ]
  )
  func days(sentence: String, expected: String) {
    #expect(Wording.withDaysInWords(sentence, .dutch) == expected)
  }

  @Test("English has its own months")
  func english() {
    #expect(Wording.withDaysInWords("from 2022-03-01 on", .english) == "from 1 March 2022 on")
  }
}
