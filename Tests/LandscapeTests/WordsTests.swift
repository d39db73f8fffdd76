import Foundation
import Landscape
import Rules
import Testing

/// The table and the comparison in words, to the letter.
@Suite("Strategies in words")
struct WordsTests {
  private func golden(_ name: String) throws -> String {
    let url = ShippedStrategies.root.appending(path: "Tests/LandscapeTests/Golden/\(name)")
    return try String(contentsOf: url, encoding: .utf8)
  }

  @Test(
    "The steering table as the regions publish it",
    arguments: ShippedStrategies.names
  )
  func table(name: String) throws {
    let strategy = try ShippedStrategies.strategy(name)
    let lines = SteeringTable(strategy).lines(width: 120)
    #expect(lines.allSatisfy { $0.count <= 120 || $0 == strategy.name })
    #expect(try golden("\(name).table.txt") == lines.map { $0 + "\n" }.joined())
  }

  @Test("The predecessor against Lekstroom 2022")
  func comparison() throws {
    let old = try ShippedStrategies.strategy("lekstroom-wmo-ozr-2015")
    let new = try ShippedStrategies.strategy("lekstroom-wmo-ib-2022")
    let comparison = StrategyComparison(from: old, to: new)
    let short = try #require(comparison.sections.first)
    #expect(short.title.dutch == "In het kort")
    for sentence in [
      "Individuele begeleiding: de bekostiging gaat van P x Q naar maandtarief",
      "Individuele begeleiding: de verantwoording gaat van uren naar resultaat",
      "Individuele begeleiding: de toetreding gaat van onbekend naar één inschrijfmoment",
      "Individuele begeleiding: de looptijd gaat van onbekend naar 2+1+1 (48 maanden)",
      "3 producten worden 18 productvormen in een raster",
    ] { #expect(short.changes.map(\.dutch).contains(sentence), "\(sentence)") }
    #expect(try golden("ozr-to-ib.diff.txt") == comparison.lines().map { $0 + "\n" }.joined())
  }

  @Test("A strategy does not differ from itself", arguments: ShippedStrategies.names)
  func same(name: String) throws {
    let strategy = try ShippedStrategies.strategy(name)
    let comparison = StrategyComparison(from: strategy, to: strategy)
    #expect(comparison.lines().last == "Er is geen verschil.")
  }

  @Test(
    "One changed key gives one line",
    arguments: [
      ("basis_jaren: 2", "basis_jaren: 3", "contract, looptijd, basisjaren: was 2, wordt 3"),
      (
        "maximum: 4}", "maximum: 6}",
        "percelen, regionaal, aantal aanbieders, maximum: was 4, wordt 6"
      ),
      (
        "klasse: intensief", "klasse: minimaal",
        "leveranciersmanagement, klasse: was intensief, wordt minimaal"
      ),
      (
        "aanbieder: [hoe]", "aanbieder: [hoe, wanneer]",
        "toegang, wie bepaalt wat, aanbieder bepaalt: nieuw: wanneer"
      ),
      (
        "prijs_cent: 5000", "prijs_cent: {onbekend: x}",
        "bekostiging, modellen, pxq, prijs: was € 50,00, wordt onbekend (x)"
      ),
      (
        "deelname: {\"0321\": true}", "deelname: {\"0321\": false}",
        "percelen, regionaal, deelname: was 0321 ja, wordt 0321 nee"
      ),
      ("naam: Segment een", "naam: Segment twee", "naam: was Segment een, wordt Segment twee"),
    ]
  )
  func oneLine(old: String, new: String, line: String) throws {
    let before = try SmallStrategy.strategy(SmallStrategy.text)
    let after = try SmallStrategy.strategy(SmallStrategy.text.replacing(old, with: new))
    let comparison = StrategyComparison(from: before, to: after)
    let section = try #require(comparison.sections.last)
    #expect(section.title.dutch.hasPrefix("Segment s1"))
    #expect(section.changes.map(\.dutch) == [line])
  }
}
