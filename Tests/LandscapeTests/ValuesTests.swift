import Landscape
import Quantities
import Testing

/// The small values of the room: dates of policy texts, source references, terms.
@Suite("Values of the landscape")
struct ValuesTests {
  @Test(
    "Policy dates",
    arguments: [
      ("2022-01-01", "2022-01-01", "2022-01-01", "1 januari 2022"),
      ("2020-02", "2020-02-01", "2020-02-29", "februari 2020"),
      ("2021", "2021-01-01", "2021-12-31", "2021"),
    ]
  )
  func dates(text: String, first: String, last: String, dutch: String) throws {
    let date = try #require(PolicyDate(text))
    #expect(date.earliest.description == first)
    #expect(date.latest.description == last)
    #expect(date.dutchText == dutch)
  }

  @Test("What is no policy date", arguments: ["", "22", "2022-13", "2022-1", "2022-02-30", "20a1"])
  func noDates(text: String) { #expect(PolicyDate(text) == nil) }

  @Test(
    "Source references",
    arguments: [
      ("004:32", "004", 32...32), ("002:269-271", "002", 269...271), ("E1", "E1", nil),
      ("Wmo:2.5.1", "Wmo", nil), ("002:9-8", "002", nil), ("002:0", "002", nil),
    ] as [(String, String, ClosedRange<Int>?)]
  )
  func references(text: String, prefix: String, lines: ClosedRange<Int>?) throws {
    let reference = try #require(SourceReference(text))
    #expect(reference.prefix == prefix)
    #expect(reference.lines == lines)
    #expect(reference.description == text)
  }

  @Test("What is no source reference", arguments: ["", ":12", "004:", "00 4:1"])
  func noReferences(text: String) { #expect(SourceReference(text) == nil) }
}
