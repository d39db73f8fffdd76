import Commissioning
import Journal
import Landscape
import Quantities
import Region
import Rules
import Testing

private typealias Books = BookFixture

/// What a change of a running strategy would do to running contracts, told before it is adopted.
@Suite("The impact of a strategy on running contracts")
struct StrategyImpactTests {
  private static let run: RegionRun = {
    var run = RegionFixture.opened
    run.perform(Books.adopt(Books.strategy()))
    run.perform(.contract(.conclude(Books.draft())), on: day("2021-07-01"))
    return run
  }()

  private func impact(_ strategy: Strategy, on today: String = "2023-01-01") -> StrategyImpact {
    StrategyImpact(
      of: strategy,
      on: day(today),
      strategies: Self.run.state.strategies,
      contracts: Self.run.state.contracts
    )
  }

  @Test("Each choice that changes is told for the contract that feels it")
  func changes() {
    let cases: [(old: String, new: String, told: [String])] = [
      ("vorm: b", "vorm: a", ["de contractvorm gaat van b naar a"]),
      (
        "basis_jaren: 2", "basis_jaren: 3",
        ["de looptijd gaat van 2+1+1 (48 maanden) naar 3+1+1 (60 maanden)"]
      ),
      (
        "modellen: [{model: pxq, eenheid: uur, prijs_cent: 5000}]",
        "modellen: {onbekend: nog te kiezen}",
        ["de bekostiging gaat van P x Q naar onbekend"]
      ),
      (
        "aanbieders: {minimum: 2, maximum: 4}", "aanbieders: {minimum: 2, maximum: 3}",
        ["het aantal aanbieders gaat van 2-4 aanbieders naar 2-3 aanbieders"]
      ),
      ("code: regionaal", "code: lokaal", ["het perceel vervalt"]),
      ("- code: s1", "- code: s9", ["het segment vervalt"]),
      ("naam: Segment een", "naam: Segment twee", []),
      ("{klasse: intensief", "{klasse: relatie", []),
    ]
    for (old, new, told) in cases {
      let impact = impact(Books.strategy((old, new)))
      #expect(impact.contracts.flatMap(\.changes).map(\.dutch) == told, "\(new)")
      #expect(impact.needsConsent == !told.isEmpty && impact.runningCount == 1)
      #expect(impact.comparison != nil)
      #expect(impact.lines().contains { $0.contains("c1") } == !told.isEmpty)
    }
  }

  @Test(
    "A contract that has ended feels nothing, and a successor is compared with whom it succeeds"
  )
  func scope() {
    let changed = Books.strategy(("vorm: b", "vorm: a"))
    #expect(!impact(changed, on: "2025-01-01").needsConsent)
    #expect(impact(changed, on: "2025-01-01").runningCount == 0)
    let successor = Books.strategy(
      ("code: klein\n", "code: groot\n"),
      ("opdrachtgever: college\n", "opdrachtgever: college\n  opvolger_van: [klein]\n"),
      ("vorm: b", "vorm: a")
    )
    #expect(impact(successor).contracts.map(\.contract.description) == ["c1"])
    let stranger = Books.strategy(("code: klein\n", "code: ander\n"))
    #expect(impact(stranger).comparison == nil && !impact(stranger).needsConsent)
  }
}
