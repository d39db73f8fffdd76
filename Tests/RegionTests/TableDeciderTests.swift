import Access
import Claims
import Commissioning
import Journal
import People
import Quantities
import Region
import Rules
import Testing

private typealias Fixture = RegionFixture

@Suite("Tables of deliveries and of open allocations in a region")
struct TableDeciderTests {
  @Test("A later claim is judged with exactly what a taken-over balance leaves")
  func exactRest() throws {
    var run = Fixture.opened
    run.perform(Fixture.takenOver(1, allocation: 5, hours: 40, awarded: 35))
    let lines = [
      Fixture.line("R1", month: 1, hours: 5, allocation: 5, client: 1),
      Fixture.line("R2", month: 2, hours: 1, allocation: 5, client: 1),
    ]
    let events = run.perform(Fixture.received("M1", Fixture.claim("D1", month: 2, lines)))
    let claim = try #require(events?.claim)
    #expect(claim.verdict.receipts.map(\.isApproved) == [true, false])
    let explanation = try #require(run.state.explanation(of: claim, row: 1))
    let text = explanation.text(in: .dutch)
    #expect(text.contains("35 uur") && text.contains("er resteert 0 uur"), "\(text)")
  }

  @Test("The same allocation again changes nothing; other contents are refused with line and why")
  func again() throws {
    var run = Fixture.opened
    let first = Fixture.takenOver(1, allocation: 5, hours: 40, awarded: 35)
    let count = run.perform(first)?.count
    #expect(count == 3)
    #expect(throws: Refusal.nothingChanges) { try run.state.decide(first, on: Fixture.today) }
    let others = [
      Fixture.takenOver(2, allocation: 5, hours: 40, awarded: 34),
      Fixture.takenOver(3, allocation: 5, hours: 41, awarded: 35),
      Fixture.takenOver(4, allocation: 5, hours: 40, awarded: 35, client: Fixture.client),
    ]
    for command in others {
      do throws(Refusal) {
        _ = try run.state.decide(command, on: Fixture.today)
        Issue.record("it was taken over")
      } catch {
        guard case .table(let refusal) = error else {
          Issue.record("\(error)")
          continue
        }
        #expect(refusal.findings.map(\.line) == [2] && refusal.findings[0].column == "toewijzing")
      }
    }
  }

  @Test("An allocation that came by message takes a balance only before its first claim")
  func byMessage() throws {
    var run = Fixture.opened
    run.perform(Fixture.allocation("A1", number: 1, hours: 40, decided: 1))
    let balance = Fixture.takenOver(
      1,
      allocation: 1,
      hours: 40,
      awarded: 30,
      client: Fixture.client
    )
    var claimed = run
    claimed.perform(
      Fixture.received(
        "M1",
        Fixture.claim("D1", month: 1, [Fixture.line("R1", month: 1, hours: 99)])
      )
    )
    #expect(throws: Refusal.self) { try claimed.state.decide(balance, on: Fixture.today) }
    let count = run.perform(balance)?.count
    #expect(count == 2)
    let line = Fixture.line("R1", month: 1, hours: 11)
    let events = run.perform(Fixture.received("M1", Fixture.claim("D1", month: 1, [line])))
    #expect(events?.claim?.verdict.isWhole == false)
  }

  @Test("Tables and messages count on the same allocation, and a table does not move the months")
  func mixed() throws {
    var run = Fixture.opened
    run.perform(Fixture.allocation("A1", number: 1, hours: 10, decided: 1))
    let rows = [
      Fixture.delivered(2, month: 6, hours: 6, reference: "T1"),
      Fixture.delivered(3, law: .participation, month: 6, hours: 4, product: "IAT"),
    ]
    let tables = run.perform(Fixture.deliveries(1, rows))?.tables ?? []
    #expect(tables.map(\.law) == [.socialSupport, .participation])
    #expect(tables.allSatisfy { $0.claim.verdict.isWhole })
    // A claim about an earlier month may still come by message (TR318), but only four hours fit.
    let lines = [
      Fixture.line("R1", month: 1, hours: 4), Fixture.line("R2", month: 2, hours: 1),
      Fixture.line("T1", month: 3, hours: 1),
    ]
    let events = run.perform(Fixture.received("M1", Fixture.claim("D1", month: 3, lines)))
    let claim = try #require(events?.claim)
    #expect(claim.verdict.receipts.map(\.isApproved) == [true, false, false])
    for table in tables {
      for row in table.facts.indices {
        #expect(run.state.explanation(of: table, row: row)?.isReproduced == true)
      }
    }
  }

  @Test("LV07: the ceiling of a contract holds over its municipalities and tables")
  func ceiling() throws {
    var run = Fixture.opened
    for command in try ceilingCommands() {
      let events = run.perform(command, on: day("2024-01-02"))
      #expect(events != nil, "\(command)")
    }
    let rows = (1...3).map {
      Fixture.delivered(
        Int32($0 + 1),
        law: .participation,
        month: $0,
        hours: 10,
        product: "IAT"
      )
    }
    let begun = run.perform(Fixture.deliveries(1, rows))?.tables
    let first = try #require(begun?.first)
    #expect(first.claim.verdict.receipts.map(\.isApproved) == [true, true, false])
    #expect(first.ceilings.map(\.amount) == [Cents(125_000)])
    let later = Fixture.delivered(2, law: .participation, month: 4, hours: 1, product: "IAT")
    let more = run.perform(Fixture.deliveries(2, [later]))?.tables
    let second = try #require(more?.first)
    #expect(second.claim.verdict.isWhole == false)
    #expect(second.facts[0].awardedBefore == Cents(120_000))
    let explanation = try #require(run.state.explanation(of: second, row: 0))
    #expect(explanation.isReproduced)
    #expect(explanation.text(in: .dutch).contains("er resteert € 50,00"))
  }

  /// A contract of the provider with a ceiling of 1,250 euros over 2025.
  private func ceilingCommands() throws -> [Command] {
    let code = try #require(ContractCode("C-1"))
    let chamber = try #require(ChamberNumber("90000001"))
    let product = try #require(ProductCode("IAT"))
    let draft = ContractDraft(
      code: code,
      provider: chamber,
      claimCodes: [Fixture.provider],
      municipalities: [Fixture.municipality],
      products: [product],
      form: .ceiling,
      variant: .effort,
      start: day("2024-01-01"),
      pattern: try #require(TermPattern("3+1+1")),
      mayBringInCeiling: true
    )
    let tariff = Tariff(
      price: Cents(6_000),
      unit: .hour,
      period: try #require(OpenPeriod(from: day("2024-01-01"), through: nil)),
      basis: .assumption("prijs van een proef")
    )
    return [
      .contract(.conclude(draft)),
      .contract(.agreeTariff(TariffBook.Key(.contract(code), product), tariff)),
      .contract(.act(code, .announceCeiling(from: day("2025-01-01")))),
      .contract(.act(code, .decideCeiling(amount: Cents(125_000), through: day("2025-12-31")))),
    ]
  }
}
