import Claims
import Landscape
import Quantities
import Region
import Testing

/// How the money of a year lies over the providers.
@Suite("Market figures")
struct MarketFiguresTests {
  private static func figures(_ amounts: [Int64], clients: [Int] = []) -> MarketFigures {
    MarketFigures(
      providers: amounts.enumerated().map { place, amount in
        MarketFigures.Provider(
          party: .code(ProviderCode(uncheckedNumber: UInt32(99_990_000 + place))),
          awarded: Cents(amount),
          clients: clients.indices.contains(place) ? clients[place] : 10,
          municipalities: place.isMultiple(of: 2) ? [houten] : [houten, lopik]
        )
      },
      clients: 0
    )
  }

  private static let houten = MunicipalityCode(uncheckedNumber: 321)
  private static let lopik = MunicipalityCode(uncheckedNumber: 331)

  @Test("The curve ends at all providers and the whole amount, and never falls")
  func curve() {
    for count in [1, 2, 9, 10, 11, 49] {
      let figures = Self.figures((0..<Int64(count)).map { 1_000 - $0 * 10 })
      let curve = figures.curve
      #expect(curve.last?.count == count)
      #expect(curve.last.map { figures.permille(of: $0.awarded) } == 1_000)
      #expect(zip(curve, curve.dropFirst()).allSatisfy { $0.count < $1.count })
      #expect(zip(curve, curve.dropFirst()).allSatisfy { $0.awarded <= $1.awarded })
    }
    #expect(Self.figures([]).curve.isEmpty)
  }

  @Test(
    "A share is in thousandths of the whole, also of the largest amounts",
    arguments: [
      ([Int64(700), 300], Int64(700), 700), ([1, 1, 1], 1, 333), ([0, 0], 0, 0), ([], 5, 0),
      ([Int64.max - 1, 1], Int64.max - 1, 999),
    ]
  )
  func shares(amounts: [Int64], part: Int64, permille: Int) {
    #expect(Self.figures(amounts).permille(of: Cents(part)) == permille)
  }

  @Test("The long tail is below the limit, and overlap counts both municipalities")
  func tailAndOverlap() {
    let figures = Self.figures([4, 3, 2, 1], clients: [30, 10, 9, 1])
    #expect(figures.tail(below: 10).map(\.clients) == [9, 1])
    #expect(figures.shared(Self.houten, Self.lopik) == 2)
    #expect(figures.shared(Self.houten, Self.houten) == 4)
    #expect(figures.largest(2) == Cents(7))
  }

  @Test("Approved lines that stand count in the year of delivery, credited ones do not")
  func region() throws {
    var run = RegionFixture.opened
    run.perform(RegionFixture.allocation("1", number: 1, hours: 100, decided: 1))
    let first = RegionFixture.claim(
      "1",
      month: 2,
      [RegionFixture.line("a", month: 2, hours: 10), RegionFixture.line("b", month: 1, hours: 5)]
    )
    let performed = run.perform(RegionFixture.received("2", first))
    let events = try #require(performed)
    let approved = try #require(events.claim).verdict.awarded
    let figures = run.state.marketFigures(MarketQuestion(year: 2025))
    #expect(figures.total == approved)
    #expect(figures.clients == 1)
    #expect(figures.providers.map(\.party) == [.code(RegionFixture.provider)])
    #expect(run.state.marketYears == [2025])
    #expect(run.state.marketFigures(MarketQuestion(year: 2024)).providers.isEmpty)
    let other = MarketQuestion(year: 2025, municipalities: [Self.houten])
    #expect(run.state.marketFigures(other).providers.isEmpty)
    let youth = MarketQuestion(year: 2025, law: .youth)
    #expect(run.state.marketFigures(youth).providers.isEmpty)
  }
}
