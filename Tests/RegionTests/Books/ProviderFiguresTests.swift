import Claims
import Commissioning
import Quantities
import Region
import Testing

private typealias Fixture = RegionFixture
private typealias Books = BookFixture

/// What was claimed by a provider, month by month, and what its contracts ask attention for.
@Suite("Figures of a provider")
struct ProviderFiguresTests {
  /// A contract from 2024 with an allocation on which is claimed.
  private static var run: RegionRun {
    var run = Fixture.opened
    run.perform(.contract(.conclude(Books.draft(start: "2024-01-01"))), on: day("2023-07-01"))
    run.perform(
      .contract(
        .agreeTariff(Books.tariffKey(.contract(Books.code)), Books.tariff(6_000, "2024-01-01"))
      ),
      on: day("2023-07-01")
    )
    run.perform(Fixture.allocation("A1", number: 1, hours: 400, decided: 1))
    return run
  }

  private static func claim(_ month: Int, hours: Int64 = 2, tariff: Int64 = 6_000) -> Command {
    Fixture.received(
      "M\(month)",
      Fixture.claim(
        "D\(month)",
        month: month,
        [Fixture.line("R\(month)", month: month, hours: hours, tariff: tariff)],
        clients: [Fixture.client]
      )
    )
  }

  @Test("Approved lines count in the month of delivery, refused ones as refused")
  func months() {
    var run = Self.run
    #expect(run.perform(Self.claim(3))?.outcome == .accept)
    #expect(run.perform(Self.claim(4, tariff: 7_000))?.outcome == .rejectLine)
    let figures = run.state.providerFigures(of: [Fixture.provider], clientsIn: 2025)
    #expect(figures.months.map(\.first) == [day("2025-03-01"), day("2025-04-01")])
    #expect(figures.months.map(\.awarded) == [Cents(12_000), .zero])
    #expect(figures.months.map(\.refused) == [0, 1])
    #expect(figures.clients == 1)
    #expect(run.state.providerFigures(of: [Fixture.provider], clientsIn: 2024).clients == 0)
    #expect(figures.year(2024).months.isEmpty)
    #expect(run.state.awardedByProvider(in: 2025) == [Fixture.provider: Cents(12_000)])
    #expect(run.state.refusedClaims(of: [Fixture.provider], in: 2025).count == 1)
    #expect(run.state.refusedClaims(of: [Fixture.provider], in: 2024).isEmpty)
    #expect(run.state.knownClaimCodes.contains(Fixture.provider))
  }

  @Test("What asks for attention stands by urgency, with its contract")
  func attention() {
    let run = Self.run
    let on = day("2026-11-01")
    let contracts = run.state.contracts(notEndedOn: on) { _ in true }
    let facts = run.state.deliveryFacts(of: contracts, on: on)
    let found = run.state.attention(to: contracts, facts: facts, on: on, at: Fixture.now)
    #expect(found.contains { $0.alert.duty == .noDelivery && $0.contract.draft.code == Books.code })
    for (one, next) in zip(found, found.dropFirst()) {
      #expect(one.alert.urgency >= next.alert.urgency)
    }
    #expect(run.state.contracts(notEndedOn: day("2040-01-01")) { _ in true }.isEmpty)
  }
}
