import Quantities
import Testing

@Suite("Rates, moments and the trade register")
struct RateTests {
  @Test("Percentages are read and written exactly")
  func text() {
    #expect(Rate(percent: "2,65")?.millionths == 26_500)
    #expect(Rate(percent: "-0.1")?.millionths == -1_000)
    #expect(Rate(percent: "100") == .whole)
    #expect(Rate(percent: "100") == .percent(100))
    for text in ["", ",", "1,", ",1", "1,23456", "1,2,3", "a", "+1", "1 ", "1234567890"] {
      #expect(Rate(percent: text) == nil, "\(text)")
    }
    #expect(Rate(millionths: 26_500).dutchText == "2,65 %")
    #expect(Rate(millionths: -1_000).dutchText == "-0,1 %")
    #expect(Rate.percent(90).dutchText == "90 %")
  }

  @Test("Shares of amounts are rounded once and never trap")
  func shares() {
    #expect(Rate(Cents(98), of: Cents(3702))?.dutchText == "2,6472 %")
    #expect(Rate(Cents(1), of: .zero) == nil)
    #expect(Rate(Cents(.max), of: Cents(1)) == nil)
    #expect(Rate.percent(50).share(of: Cents(5)) == Cents(3))
    #expect(Rate.percent(50).share(of: Cents(.max)) == nil)
    #expect(Rate(millionths: .max).adding(.whole) == nil)
  }

  @Test("A moment is ordered by day and time and reads back")
  func moments() throws {
    let noon = try #require(CivilMoment("2021-04-01 12:00:00"))
    let later = try #require(CivilMoment("2021-04-01 12:00:01"))
    #expect(noon < later)
    #expect(CivilMoment(noon.description) == noon)
    #expect(noon.dutchText == "1 april 2021 om 12:00")
    #expect(CivilMoment("2021-04-01") == nil)
    #expect(ChamberNumber("01234567")?.description == "01234567")
    #expect(ChamberNumber("1234567") == nil)
  }
}
