import Landscape
import Rules
import Testing

/// The files that are shipped: whole, without errors, and with exactly the warnings they must have.
@Suite("Shipped strategies")
struct ShippedStrategiesTests {
  @Test("No errors", arguments: ShippedStrategies.names)
  func noErrors(name: String) throws { _ = try ShippedStrategies.strategy(name) }

  /// The warnings of section 7 of the data sheets, as rules with the number of places.
  @Test(
    "Exactly the warnings of the data sheets, section 7",
    arguments: [
      (
        "noord-limburg-wmo-2022",
        ["SW01 6", "SW02 5", "SW03 7", "SW04 6", "SW05 3", "SW06 1", "SW15 44", "SW16 2"]
      ),
      (
        "noord-limburg-jeugd-2022",
        ["SW07 16", "SW08 1", "SW09 1", "SW10 1", "SW15 27", "SW16 2"]
      ),
      (
        "noord-limburg-participatie-2022",
        [
          "SW02 1", "SW06 1", "SW11 1", "SW12 1", "SW13 1", "SW14 1", "SW15 33", "SW16 2",
        ]
      ),
      (
        "lekstroom-wmo-ib-2022",
        [
          "SW14 1", "SW15 5", "SW16 6", "SW17 1", "SW18 1", "SW19 1", "SW20 1", "SW21 1",
          "SW22 18",
        ]
      ),
      ("lekstroom-wmo-ozr-2015", ["SW15 1", "SW17 1", "SW19 1"]),
    ]
  )
  func warnings(name: String, expected: [String]) throws {
    let check = try ShippedStrategies.check(name)
    #expect(check.findings(.warning).map { "\($0.rule) \($0.sites.count)" } == expected)
    for finding in check.findings where finding.severity == .warning {
      #expect(finding.explanation?.dutch.isEmpty == false)
      #expect(finding.source?.dutch.isEmpty == false)
      #expect(finding.sites.allSatisfy { $0.place.line > 1 })
    }
  }
}
