import Claims
import Commissioning
import Quantities
import Region
import Testing

private typealias Fixture = RegionFixture
private typealias Books = BookFixture

/// What alerts on contracts know of delivery comes from the lines, by contract and product.
@Suite("Delivery behind the duties of contracts (B.22)")
struct DeliveryFactsTests {
  /// Two contracts with one provider: one for 02A03, of which is claimed, and one for 06A01.
  private static var run: RegionRun {
    var run = Fixture.opened
    run.perform(.contract(.conclude(Books.draft(start: "2024-01-01"))), on: day("2023-07-01"))
    run.perform(
      .contract(
        .agreeTariff(Books.tariffKey(.contract(Books.code)), Books.tariff(6_000, "2024-01-01"))
      ),
      on: day("2023-07-01")
    )
    run.perform(.contract(.conclude(other)), on: day("2023-07-01"))
    run.perform(Fixture.allocation("A1", number: 1, hours: 400, decided: 1))
    return run
  }

  private static let other: ContractDraft = {
    let draft = Books.draft(Books.label("c2"), start: "2024-01-01")
    guard let product = ProductCode("06A01") else { preconditionFailure("no product") }
    return ContractDraft(
      code: draft.code,
      provider: draft.provider,
      claimCodes: draft.claimCodes,
      municipalities: draft.municipalities,
      products: [product],
      form: draft.form,
      variant: draft.variant,
      start: draft.start,
      pattern: draft.pattern
    )
  }()

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

  private func facts(_ run: RegionRun, on at: String = "2026-01-10") -> [String: ContractFacts] {
    let contracts = Array(run.state.contracts.contracts.values)
    let facts = run.state.deliveryFacts(of: contracts, on: day(at))
    return Dictionary(uniqueKeysWithValues: facts.map { ($0.key.description, $0.value) })
  }

  @Test("A line counts for the contract of its product, and for no other of the provider")
  func product() {
    var run = Self.run
    #expect(facts(run)["c1"] == ContractFacts())
    #expect(run.perform(Self.claim(3))?.outcome == .accept)
    let known = facts(run)
    #expect(known["c1"]?.lastClaim == day("2025-03-31"))
    #expect(known["c1"]?.lastSupport == day("2025-03-31"))
    #expect(known["c2"] == ContractFacts(), "of the other product nothing was claimed")
  }

  @Test("A refused line is a claim and no support; a table counts as a message does")
  func refused() {
    var run = Self.run
    #expect(run.perform(Self.claim(3, tariff: 7_000))?.outcome == .rejectLine)
    #expect(facts(run)["c1"]?.lastClaim == day("2025-03-31"))
    #expect(facts(run)["c1"]?.lastSupport == nil)
    run.perform(Fixture.deliveries(2, [Fixture.delivered(2, month: 5, hours: 2, allocation: 1)]))
    #expect(facts(run)["c1"]?.lastSupport == day("2025-05-31"))
  }

  @Test("A contract that is used is not said to be unused, and one that is not still is")
  func alert() throws {
    var run = Self.run
    run.perform(Self.claim(12))
    let known = facts(run)
    for (code, alerts) in [("c1", 0), ("c2", 1)] {
      let contract = try #require(run.state.contracts.contracts[Books.label(code)])
      let duties = ContractDuties(
        contract,
        facts: try #require(known[code]),
        today: day("2026-01-10"),
        now: Fixture.now
      )
      #expect(duties.alerts(of: .noDelivery).count == alerts, "\(code)")
    }
  }

  @Test("Support that started goes on until its stop, and not beyond its allocation")
  func started() {
    var run = Self.run
    let parties = DeliveryParties(
      municipality: Fixture.municipality,
      provider: Fixture.provider,
      client: Fixture.client
    )
    let start = StartMessage(
      parties: parties,
      products: [StartProduct(key: StartKey(number: 1, begin: day("2025-01-01")))]
    )
    run.perform(
      .take(Fixture.envelope("WMO305", "S1", .received, reply: "WMO306"), .starts(start))
    )
    #expect(facts(run, on: "2025-06-10")["c1"]?.lastSupport == day("2025-06-10"))
    #expect(facts(run, on: "2026-06-10")["c1"]?.lastSupport == day("2025-12-31"))
    #expect(facts(run, on: "2026-06-10")["c2"]?.lastSupport == nil)
  }

  @Test("What was awarded in the days of a ceiling is known, so that 70 percent is told")
  func paid() {
    var run = Self.run
    let act = { (action: ContractAction) in Command.contract(.act(Books.code, action)) }
    run.perform(act(.announceCeiling(from: day("2025-01-01"))), on: day("2024-06-01"))
    run.perform(
      act(.decideCeiling(amount: Cents(60_000), through: day("2026-12-31"))),
      on: day("2024-09-01")
    )
    run.perform(Self.claim(3, hours: 7))
    #expect(facts(run)["c1"]?.paid == Cents(42_000))
    #expect(facts(run)["c2"]?.paid == nil)
  }
}
