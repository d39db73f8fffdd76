import Access
import Claims
import Commissioning
import Journal
import Quantities
import Region
import Rules
import Testing

private typealias Fixture = RegionFixture
private typealias Books = BookFixture

/// An allocation is held against the contracts of the region, by message and by table.
@Suite("Allocations and contracts (issue 3, part 6)")
struct AllocationAgreementTests {
  /// A region in which the provider has a contract from a day, with a tariff unless left out.
  private static func contracted(_ start: String = "2024-01-01", tariff: Bool = true) -> RegionRun {
    var run = RegionRun()
    run.perform(Fixture.open)
    run.perform(.contract(.conclude(Books.draft(start: start))), on: day("2023-07-01"))
    if tariff {
      run.perform(
        .contract(
          .agreeTariff(Books.tariffKey(.contract(Books.code)), Books.tariff(6_000, start))
        ),
        on: day("2023-07-01")
      )
    }
    return run
  }

  private static let allocation = Fixture.allocation("A1", number: 1, hours: 40, decided: 1)

  private static func act(_ run: inout RegionRun, _ action: ContractAction, on at: String) {
    run.perform(.contract(.act(Books.code, action)), on: day(at))
  }

  private func signals(_ run: RegionRun) throws -> [String] {
    var run = run
    let told = run.perform(Self.allocation)
    let events = try #require(told)
    #expect(events.outcome == (events.findings.isEmpty ? .accept : .signal))
    #expect(run.state.access.allocations.slotCount == 1, "a signal refuses nothing")
    // The outcome stands in the event, so it is the same from the journal.
    var replayed = RegionState()
    for entry in run.entries { try replayed.take(entry) }
    #expect(replayed.snapshot() == run.state.snapshot())
    return events.findings
  }

  @Test("Within the contract nothing is said; with no contract, product or tariff it is")
  func contract() throws {
    #expect(try signals(Self.contracted()).isEmpty)
    #expect(try signals(Self.contracted(tariff: false)) == ["CT06"])
    #expect(try signals(Self.contracted("2025-02-01")) == ["CT02"])
    // Somebody else has a contract with the municipality, and there is no price list.
    var others = Self.contracted()
    let stranger = try #require(ProviderCode("99990909"))
    #expect(others.state.contracts.hasContracts(of: Fixture.municipality))
    let product = AllocatedProduct(
      number: 7,
      decided: DecisionMoment(on: day("2024-12-18"), at: CivilTime(nanoseconds: 0)),
      terms: AllocationTerms(category: ProductCategory("02"), from: day("2025-01-01"))
    )
    let notice = AllocationNotice(
      municipality: Fixture.municipality,
      provider: stranger,
      client: Fixture.client,
      products: [product]
    )
    let take = Command.take(Fixture.envelope("WMO301", "A7", .sent), .allocations(notice))
    #expect(others.perform(take)?.findings == ["CT01"])
    // Own delivery stands outside purchasing.
    var own = Self.contracted()
    own.perform(
      .transition(
        .markOwnDelivery(
          OwnDelivery(provider: stranger, name: "NLW", basis: .document("001:28-31"))
        )
      )
    )
    #expect(own.perform(take)?.findings == [])
    // With nothing known of any agreement nothing can be said.
    var bare = RegionRun()
    bare.perform(Fixture.open)
    #expect(bare.perform(take)?.findings == [])
  }

  @Test("Who has no contract is held against the imported list")
  func imported() throws {
    #expect(try signals(Fixture.opened).isEmpty)
    var late = RegionRun()
    late.perform(Fixture.open)
    let period = try #require(OpenPeriod(from: day("2025-02-01"), through: nil))
    let row = PriceRow(unit: .hour, tariff: Cents(6_000), period: period)
    late.perform(.importPrices(try PriceList.make([PriceLine(line: 2, row: row)]).get()))
    #expect(try signals(late) == ["CT06"])
  }

  @Test("A stop on clients is told while it holds")
  func intakeStop() throws {
    var run = Self.contracted()
    Self.act(
      &run,
      .askIntakeStop(from: day("2024-12-01"), through: nil, isCrisis: false),
      on: "2024-11-01"
    )
    #expect(try signals(run).isEmpty, "an unanswered request is no stop")
    Self.act(&run, .answerIntakeStop(isAllowed: true), on: "2024-11-02")
    #expect(try signals(run) == ["CT04"])
    Self.act(&run, .liftIntakeStop, on: "2024-12-20")
    #expect(try signals(run).isEmpty)
  }

  @Test("A ceiling is told when what was awarded under it reaches it, not before")
  func ceiling() throws {
    var run = Self.contracted()
    Self.act(&run, .announceCeiling(from: day("2025-01-01")), on: "2024-06-01")
    Self.act(
      &run,
      .decideCeiling(amount: Cents(60_000), through: day("2025-12-31")),
      on: "2024-09-01"
    )
    run.perform(Fixture.allocation("A0", number: 3, hours: 40, decided: 1))
    func claim(_ number: String, hours: Int64) -> Command {
      Fixture.received(
        "M\(number)",
        Fixture.claim(
          "D\(number)",
          month: Int(number) ?? 1,
          [Fixture.line("R\(number)", month: Int(number) ?? 1, hours: hours, allocation: 3)],
          clients: [Fixture.client]
        )
      )
    }
    let next = Fixture.allocation("A4", number: 4, hours: 1, decided: 1)
    #expect(run.perform(claim("1", hours: 9))?.outcome == .accept)
    var below = run
    #expect(below.perform(next)?.findings == [])
    #expect(run.perform(claim("2", hours: 1))?.outcome == .accept)
    #expect(run.perform(next)?.findings == ["CT05"])
  }

  @Test("Rows of a table are signalled in the event of the table, by their line, and read back")
  func table() throws {
    var run = Self.contracted("2025-02-01")
    let told = run.perform(Fixture.takenOver(1, allocation: 5, hours: 40, awarded: 0))
    let events = try #require(told)
    guard case .table(let table)? = events.first else {
      Issue.record("the table stands first")
      return
    }
    #expect(table.findings.map(\.rule) == ["CT02"] && table.findings.map(\.row) == [2])
    #expect(try TableImported(body: table.body) == table)
    #expect(run.state.access.allocations.slotCount == 1)
    #expect(run.perform(Fixture.takenOver(2, allocation: 5, hours: 40, awarded: 0)) == nil)
  }
}
