import Accounts
import Commissioning
import Quantities
import Region
import Rules
import Testing
import Web

private typealias Fixture = CommissioningFixture

/// What the pages of the room are made from, on a day and for whoever looks.
@Suite("Models of commissioning")
struct CommissioningModelTests {
  // MARK: - Alerts

  /// A day, and how near a day that is due is by it.
  @Test(
    "Urgency follows from how near the day is",
    arguments: [
      ("2026-01-09", ContractAlert.Urgency.overdue), ("2026-01-10", .due), ("2026-01-24", .due),
      ("2026-01-25", .upcoming), ("2026-03-11", .upcoming), ("2026-03-12", .information),
    ]
  )
  func urgency(due: String, expected: ContractAlert.Urgency) {
    let today = Fixture.day("2026-01-10")
    #expect(AlertsModel.urgency(of: Fixture.day(due), on: today) == expected)
  }

  @Test("A contract whose extension must be announced asks for it with its clause beside it (B.22)")
  func extensionNotice() throws {
    // Two base years from 2024: announced at the latest on the last day of June 2025.
    let model = AlertsModel(Fixture.two.view("2025-06-20"))
    let items = model.items.filter { $0.kind == .duty && $0.what.contains("verlengd") }
    #expect(items.count == 2)
    for item in items {
      #expect(item.urgency == .due)
      #expect(item.source.contains("contractstandaard"))
    }
    let english = AlertsModel(Fixture.two.view("2025-06-20", language: .english))
    #expect(english.items.contains { $0.what.contains("extended") })
  }

  @Test("Items stand by urgency, and of one urgency by day")
  func order() {
    let items = AlertsModel(Fixture.two.view("2025-12-20")).items
    for (one, next) in zip(items, items.dropFirst()) {
      #expect(one.urgency >= next.urgency)
      guard one.urgency == next.urgency else { continue }
      #expect((one.due?.dayNumber ?? .max) <= (next.due?.dayNumber ?? .max))
    }
    #expect(!items.isEmpty)
  }

  @Test("A provider sees what asks for attention of its own contracts and nothing of others (B.21)")
  func ownAlerts() {
    let own = Fixture.chamber(1)
    let items = AlertsModel(Fixture.two.view("2025-06-20", own: own)).items
    #expect(!items.isEmpty)
    #expect(items.allSatisfy { $0.provider == own || $0.kind == .procedure })
    let all = AlertsModel(Fixture.two.view("2025-06-20")).items
    #expect(all.contains { $0.provider == Fixture.chamber(2) })
  }

  // MARK: - Contracts

  @Test(
    "A contract stands on a day as its term, stops and notice say",
    arguments: [
      ("2023-12-31", ContractState.notYet), ("2024-01-01", .takesClients),
      ("2025-12-31", .takesClients), ("2026-01-01", .ended),
    ]
  )
  func states(on: String, expected: ContractState) throws {
    let rows = ContractsModel(Fixture.two.view(on)).rows
    #expect(rows.map(\.state) == [expected, expected])
  }

  @Test("A rolling contract shows each year that it may still get, up to its latest end (B.11)")
  func bowWave() throws {
    var fixture = CommissioningFixture()
    fixture.conclude(Fixture.draft("c1", pattern: "3+3+3", mode: .rolling))
    fixture.change("c1", .reviewed(year: 1, isGood: true, end: Fixture.day("2027-12-31")))
    let model = try #require(ContractModel(fixture.view("2025-02-01"), code: "c1"))
    #expect(model.rolls)
    #expect(model.contract.lastDay == Fixture.day("2027-12-31"))
    #expect(model.ends.first == Fixture.day("2026-12-31"))
    #expect(model.ends.last == Fixture.day("2032-12-31"))
    #expect(model.ends.count == 7)
  }

  @Test("The tariff of a contract goes before that of its lot")
  func tariffs() throws {
    var fixture = Fixture.two
    let lot = TariffBook.Key(.lot(Fixture.label("regionaal")), Fixture.product)
    let own = TariffBook.Key(.contract(Fixture.label("c1")), Fixture.product)
    fixture.add(
      .contract(.tariffAgreed(lot, Fixture.tariff(6_000, "2024-01-01"))),
      .contract(.tariffAgreed(own, Fixture.tariff(6_600, "2025-01-01")))
    )
    let before = TariffsModel(fixture.view("2024-06-01")).rows
    #expect(before.map(\.tariff.price) == [Cents(6_000)])
    #expect(before.first?.providers.count == 2)
    let after = TariffsModel(fixture.view("2025-06-01")).rows
    #expect(Set(after.map(\.tariff.price)) == [Cents(6_000), Cents(6_600)])
    let model = try #require(ContractModel(fixture.view("2025-06-01"), code: "c1"))
    #expect(model.tariffs.map(\.isOwn) == [true])
    let others = TariffsModel(fixture.view("2025-06-01", own: Fixture.chamber(2))).rows
    #expect(others.map(\.tariff.price) == [Cents(6_000)])
    #expect(others.first?.providers == [Fixture.chamber(2)], "who else is paid by it is not told")
  }

  @Test("A version of a tariff shows its growth over the one before it")
  func indexation() throws {
    var fixture = Fixture.two
    let lot = TariffBook.Key(.lot(Fixture.label("regionaal")), Fixture.product)
    fixture.add(
      .contract(.tariffAgreed(lot, Fixture.tariff(6_000, "2024-01-01"))),
      .contract(.tariffAgreed(lot, Fixture.tariff(6_300, "2025-01-01")))
    )
    #expect(TariffsModel(fixture.view("2024-06-01")).rows.first?.growth == nil)
    #expect(TariffsModel(fixture.view("2025-06-01")).rows.first?.growth == 50)
  }

  @Test("A ceiling is listed while it holds, with nothing used as long as nothing was awarded")
  func ceilings() throws {
    var fixture = Fixture.two
    fixture.change(
      "c1",
      .ceiling(.announced(from: Fixture.day("2025-01-01"), on: Fixture.day("2024-06-01"))),
      .ceiling(
        .decided(
          BudgetCeiling.Decision(
            on: Fixture.day("2024-09-01"),
            through: Fixture.day("2025-12-31"),
            amount: Cents(100_000_00)
          )
        )
      )
    )
    #expect(CeilingsModel(fixture.view("2024-12-31")).uses.isEmpty)
    let uses = CeilingsModel(fixture.view("2025-06-01")).uses
    #expect(uses.map(\.amount) == [Cents(100_000_00)])
    #expect(uses.map(\.permille) == [0])
    #expect(CeilingsModel(fixture.view("2025-06-01", own: Fixture.chamber(2))).uses.isEmpty)
  }

  // MARK: - Providers

  @Test("The directory names how each provider stands, and a provider only itself")
  func directory() {
    var fixture = Fixture.two
    fixture.add(.contract(.providerRecorded(Fixture.record(3, "Aan Zet"))))
    fixture.change(
      "c2",
      .intakeStopAsked(
        IntakeStop(asked: Fixture.day("2025-01-01"), from: Fixture.day("2025-02-01"), through: nil)
      ),
      .intakeStopAnswered(IntakeStop.Answer(on: Fixture.day("2025-01-10"), isAllowed: true))
    )
    let rows = ProvidersModel(fixture.view("2025-03-01")).rows
    #expect(rows.map(\.name) == ["Aan Zet", "Zorg Een", "Zorg Twee"])
    #expect(rows.map(\.standing) == [.notContracted, .takesClients, .intakeStopped])
    let own = ProvidersModel(fixture.view("2025-03-01", own: Fixture.chamber(2))).rows
    #expect(own.map(\.name) == ["Zorg Twee"])
  }

  @Test("A sheet is for who may see the provider; of others it does not exist (AZ-02)")
  func sheets() throws {
    let fixture = Fixture.two
    let name = Fixture.chamber(2).description
    #expect(ProviderModel(fixture.view("2025-03-01"), name: name)?.name == "Zorg Twee")
    #expect(ProviderModel(fixture.view("2025-03-01", own: Fixture.chamber(2)), name: name) != nil)
    #expect(ProviderModel(fixture.view("2025-03-01", own: Fixture.chamber(1)), name: name) == nil)
    #expect(ContractModel(fixture.view("2025-03-01", own: Fixture.chamber(1)), code: "c2") == nil)
    for unknown in ["90000099", "agb-99999999", "x", ""] {
      #expect(ProviderModel(fixture.view("2025-03-01"), name: unknown) == nil)
    }
  }

  @Test("A provider is named by its trade register number, or by its claim code")
  func subjects() {
    for subject in [
      ProviderSubject.chamber(Fixture.chamber(1)), .code(Fixture.claimCode(1)),
    ] {
      #expect(ProviderSubject(subject.name) == subject)
    }
    #expect(ProviderSubject("agb-1") == nil)
  }
}
