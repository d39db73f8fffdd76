import Commissioning
import Quantities
import Region
import Rules
import Testing

private typealias Fixture = RegionFixture
private typealias Books = BookFixture

@Suite("Contracts beside the adopted strategies")
struct UnknownAgreementTests {
  private func found(_ run: RegionRun) -> [UnknownAgreement.Subject] {
    run.state.unknownAgreements(in: Array(run.state.contracts.contracts.values)).map(\.subject)
  }

  @Test("A lot that the strategy of the municipality does not have is signalled, and only then")
  func lots() {
    var run = Fixture.opened
    run.perform(.contract(.conclude(Books.draft())), on: day("2021-07-01"))
    #expect(found(run).isEmpty, "without a strategy there is nothing to hold it against")
    var known = run
    known.perform(Books.adopt(Books.strategy()), on: day("2021-06-01"))
    #expect(found(known).isEmpty)
    let strategy = Books.strategy(("- code: regionaal", "- code: plaatselijk"))
    run.perform(Books.adopt(strategy), on: day("2021-06-01"))
    #expect(found(run) == [.lot(Books.label("regionaal"))])
    let text = run.state.unknownAgreements(in: Array(run.state.contracts.contracts.values))[0].text
    #expect(text.dutch.contains("perceel regionaal") && text.dutch.contains("(klein)"))
  }
}
