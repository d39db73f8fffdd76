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

/// A claim is judged by the contract that was concluded by command, and by nothing else.
@Suite("Prices that follow from contracts (issue 3, part 6)")
struct ContractPriceTests {
  /// A region without any price, in which a contract was concluded by command for 61.50 an hour.
  private static var contracted: RegionRun {
    var run = RegionRun()
    run.perform(Fixture.open)
    run.perform(.contract(.recordProvider(Books.record)), on: day("2023-07-01"))
    run.perform(
      .contract(.conclude(Books.draft(start: "2024-01-01"))),
      on: day("2023-07-01")
    )
    run.perform(agree(6_150, "2024-01-01"), on: day("2023-07-01"))
    run.perform(Fixture.allocation("A1", number: 1, hours: 400, decided: 1))
    return run
  }

  private static func agree(_ cents: Int64, _ first: String) -> Command {
    .contract(
      .agreeTariff(Books.tariffKey(.contract(Books.code)), Books.tariff(cents, first))
    )
  }

  private func judge(
    _ run: inout RegionRun,
    _ number: String,
    month: Int,
    of lineMonth: Int? = nil,
    tariff: Int64
  ) throws -> (events: [RegionEvent], claim: ClaimJudged) {
    let line = Fixture.line(
      "R\(number)",
      month: lineMonth ?? month,
      hours: 2,
      tariff: tariff
    )
    let command = Fixture.received(
      "M\(number)",
      Fixture.claim("D\(number)", month: month, [line], clients: [Fixture.client])
    )
    let told = run.perform(command)
    let events = try #require(told)
    return (events, try #require(events.claim))
  }

  @Test("A line at the price of the contract is awarded, at another price it is not")
  func judged() throws {
    var run = Self.contracted
    let good = try judge(&run, "1", month: 1, tariff: 6_150)
    #expect(good.events.outcome == .accept)
    #expect(good.claim.verdict.awarded == Cents(12_300))
    #expect(good.claim.basis.priceList == 1 && run.state.priceLists.count == 1)
    let row = run.state.priceLists[0].lines[Int(good.claim.verdict.receipts[0].priceRow)].row
    #expect(row.provider == Fixture.provider && row.municipality == Fixture.municipality)
    #expect(row.code == Books.product && row.category == ProductCategory("02"))
    #expect(row.unit == .hour && row.tariff == Cents(6_150) && row.variant == .effort)
    #expect(row.period == OpenPeriod(from: day("2024-01-01"), through: day("2026-12-31")))
    let bad = try judge(&run, "2", month: 2, tariff: 6_000)
    #expect(bad.events.outcome == .rejectLine && bad.claim.verdict.awarded == .zero)
  }

  @Test("Nothing but the contract decides: no imported list helps or hurts who has one")
  func nothingElse() throws {
    var run = Self.contracted
    run.perform(.importPrices(Fixture.prices(7_000)))
    #expect(try judge(&run, "1", month: 1, tariff: 7_000).events.outcome == .rejectLine)
    #expect(try judge(&run, "2", month: 2, tariff: 6_150).events.outcome == .accept)
    // The contract has no price for this product, and the list has one for all products.
    var bare = RegionRun()
    bare.perform(Fixture.open)
    bare.perform(.importPrices(Fixture.prices(6_000)))
    bare.perform(Fixture.allocation("A1", number: 1, hours: 400, decided: 1))
    #expect(try judge(&bare, "1", month: 1, tariff: 6_000).events.outcome == .accept)
    bare.perform(
      .contract(.conclude(Books.draft(start: "2024-01-01"))),
      on: day("2023-07-01")
    )
    let after = try judge(&bare, "2", month: 2, tariff: 6_000)
    #expect(after.events.outcome == .rejectLine)
    #expect(after.claim.verdict.receipts[0].priceRow == -1)
  }

  @Test("Each version of the contracts becomes one list, with the first claim that needs it")
  func versions() throws {
    var run = Self.contracted
    let first = try judge(&run, "1", month: 1, tariff: 6_150)
    #expect(
      first.events.map { EventTable.name(of: $0) } == [
        "message.judged", "prices.derived", "claim.judged",
      ]
    )
    let second = try judge(&run, "2", month: 2, tariff: 6_150)
    #expect(second.events.count == 2 && second.claim.basis.priceList == 1)
    run.perform(Self.agree(6_300, "2025-05-01"), on: day("2025-02-01"))
    run.perform(.contract(.act(Books.code, .extend(by: .municipality))), on: day("2025-02-01"))
    #expect(run.state.priceLists.count == 1)
    let third = try judge(&run, "3", month: 5, tariff: 6_300)
    #expect(third.events.outcome == .accept && third.claim.basis.priceList == 2)
    // A month before the change still has its own price, under the new version of the list.
    let fourth = try judge(&run, "4", month: 6, of: 4, tariff: 6_150)
    #expect(fourth.events.outcome == .accept && fourth.claim.basis.priceList == 2)
    for told in [first, second, third, fourth] {
      #expect(run.state.explanation(of: told.claim, row: 0)?.isReproduced == true)
    }
  }

  @Test("A receipt names the contract, its version and the clause, also from the journal")
  func named() throws {
    var run = Self.contracted
    let first = try judge(&run, "1", month: 1, tariff: 6_150)
    #expect(
      run.state.agreement(of: first.claim, row: 0)
        == PriceSource(contract: Books.code, version: 1)
    )
    let part = ContractPart(
      code: Books.label("raam-1"),
      kind: .framework,
      title: "Raamovereenkomst",
      period: Books.open("2025-04-01"),
      clauses: [ContractClause(subject: "tarief", place: "artikel 3.2", text: "Vaste prijs.")]
    )
    run.perform(.contract(.act(Books.code, .addPart(part))), on: day("2025-02-01"))
    let second = try judge(&run, "2", month: 4, of: 3, tariff: 6_150)
    let third = try judge(&run, "3", month: 5, tariff: 6_150)
    #expect(second.claim.basis.priceList == 2 && third.claim.basis.priceList == 2)
    let amended = PriceSource(contract: Books.code, version: 2, clause: "raam-1, artikel 3.2")
    var replayed = RegionState()
    for entry in run.entries { try replayed.take(entry) }
    for state in [run.state, replayed, try RegionState(snapshot: run.state.snapshot())] {
      #expect(state.agreement(of: first.claim, row: 0)?.version == 1)
      #expect(state.agreement(of: second.claim, row: 0)?.version == 1, "a day before the part")
      #expect(state.agreement(of: third.claim, row: 0) == amended)
      let explanation = try #require(state.explanation(of: third.claim, row: 0))
      #expect(explanation.isReproduced)
      #expect(
        explanation.text(in: .dutch).contains(
          "prijslijst 2, rij 2; contract c1, versie 2, bepaling raam-1, artikel 3.2; beoordeeld"
        ),
        "\(explanation.text(in: .dutch))"
      )
      #expect(
        explanation.text(in: .english).contains(
          "contract c1, version 2, clause raam-1, artikel 3.2;"
        )
      )
      #expect(
        String(decoding: explanation.json(in: .dutch), as: UTF8.self).contains(
          #""contract":{"code":"c1","version":2,"clause":"raam-1, artikel 3.2"}"#
        )
      )
    }
  }

  @Test("A price of an imported list names no contract")
  func unnamed() throws {
    var run = Fixture.opened
    run.perform(Fixture.allocation("A1", number: 1, hours: 400, decided: 1))
    let told = try judge(&run, "1", month: 1, tariff: 6_000)
    #expect(run.state.agreement(of: told.claim, row: 0) == nil)
    let text = run.state.explanation(of: told.claim, row: 0)?.text(in: .dutch)
    #expect(text?.contains("prijslijst 1, rij 1; beoordeeld") == true)
  }

  @Test("A snapshot between a change of contracts and the next claim changes nothing")
  func snapshot() throws {
    var run = Self.contracted
    _ = try judge(&run, "1", month: 1, tariff: 6_150)
    run.perform(Self.agree(6_300, "2025-05-01"), on: day("2025-02-01"))
    let before = run.entries.count
    let middle = run.state.snapshot()
    _ = try judge(&run, "2", month: 3, tariff: 6_300)
    var resumed = try RegionState(snapshot: middle)
    for entry in run.entries[before...] { try resumed.take(entry) }
    #expect(resumed.snapshot() == run.state.snapshot())
    var replayed = RegionState()
    for entry in run.entries { try replayed.take(entry) }
    #expect(replayed.snapshot() == run.state.snapshot())
    #expect(replayed.contractPrices == run.state.contractPrices)
  }

  @Test("The codes of the register hold on their own days, and a later contract waits its turn")
  func rows() throws {
    let other = try #require(ProviderCode("99990202"))
    let code = try #require(OpenPeriod(from: day("2025-07-01"), through: nil))
    var book = ContractBook()
    let record = ProviderRecord(
      chamber: Books.provider,
      name: "Zorg Voorbeeld",
      claimCodes: [ProviderRecord.DatedCode(other, code)]
    )
    let later: ContractCode = Books.label("c2")
    for command: ContractCommand in [
      .recordProvider(record), .conclude(Books.draft(start: "2024-01-01")),
      .conclude(Books.draft(later, start: "2025-01-01")),
      .agreeTariff(
        Books.tariffKey(.lot(Books.label("regionaal"))),
        Books.tariff(5_000, "2020-01-01")
      ),
      .agreeTariff(Books.tariffKey(.contract(later)), Books.tariff(5_500, "2020-01-01")),
    ] {
      for event in try book.decide(command, on: day("2023-07-01")) { book.evolve(event) }
    }
    let rows = book.priceList().lines.map { line in
      "\(line.row.provider?.description ?? "") \(line.row.tariff.rawValue) "
        + "\(line.row.period.first) \(line.row.period.last?.description ?? "")"
    }
    #expect(
      rows == [
        "99990101 5000 2024-01-01 2026-12-31", "99990101 5500 2027-01-01 2027-12-31",
        "99990202 5000 2025-07-01 2026-12-31", "99990202 5500 2027-01-01 2027-12-31",
      ]
    )
    #expect(book.hasContract(of: other, with: Fixture.municipality))
    #expect(!book.hasContract(of: other, with: MunicipalityCode(uncheckedNumber: 1)))
  }
}
