import Accounts
import Commissioning
import Foundation
import HTTPTypes
import HummingbirdTesting
import Quantities
import Region
import Testing
import Web

@Suite("AZ-04: a tariff is proposed by one and activated by another")
struct TariffDeedTests {
  private static let path = DeedSite.region + "/inkoop/contracten/c1/tarief"
  private static let indexation = DeedSite.region + "/inkoop/contracten/c1/indexering"
  private static let typed: KeyValuePairs = [
    "product": "02A03", "prijs": "71,20", "eenheid": "04", "vanaf": "2026-07-01",
    "grondslag": "bijlage 3", "reden": "Nieuwe afspraak",
  ]

  private func price(_ site: DeedSite, _ on: String) async -> Cents? {
    let book = await site.state.contracts
    return book.contracts[CommissioningFixture.label("c1")].flatMap {
      book.tariffs.version(
        of: CommissioningFixture.product,
        under: $0,
        on: CommissioningFixture.day(on)
      )?.price
    }
  }

  @Test("Old and new price side by side, and the new one holds once another approved")
  func whole() async throws {
    let site = try await DeedSite()
    let purchaser = try await site.browser(.purchaser)
    let controller = try await site.browser(.controller)
    let contract = SentPage(try await purchaser.get(DeedSite.region + "/inkoop/contracten/c1"))
    #expect(contract.text.contains(Self.path) && contract.text.contains(Self.indexation))
    let before = await site.entryCount
    let proposal = try await site.propose(purchaser, at: Self.path, Self.typed)
    let shown = SentPage(try await controller.get(proposal))
    for value in ["€ 60,00", "€ 71,20", "01-07-2026", "bijlage 3", "Nieuwe afspraak"] {
      #expect(shown.text.contains(value), "\(value)")
    }
    #expect(await site.entryCount == before)
    #expect(try await site.press("goedkeuren", controller, at: proposal).status == .seeOther)
    #expect(await site.entryCount == before + 1)
    #expect(await price(site, "2026-07-01") == Cents(7_120))
    #expect(await price(site, "2026-06-30") == Cents(6_000))
  }

  @Test("An indexation raises every tariff of the contract at once, as the command line does")
  func indexed() async throws {
    let site = try await DeedSite()
    let manager = try await site.browser(.contractManager)
    let lawyer = try await site.browser(.lawyer)
    let proposal = try await site.propose(
      manager,
      at: Self.indexation,
      [
        "jaar": "2027", "gewicht": "90", "ova": "4", "ova-eerder": "3", "ova-definitief": "3,5",
        "ppc": "2", "ppc-eerder": "2", "ppc-definitief": "2", "reden": "Index 2027",
      ]
    )
    let before = await site.entryCount
    #expect(try await site.press("goedkeuren", lawyer, at: proposal).status == .seeOther)
    #expect(await site.entryCount == before + 1)
    // 90 % of 4 + 0,5 and 10 % of 2: 4,25 %.
    #expect(await price(site, "2027-01-01") == Cents(6_255))
    #expect(await price(site, "2026-12-31") == Cents(6_000))
  }

  @Test("A tariff that came in between: a conflict, nothing done")
  func stale() async throws {
    let site = try await DeedSite()
    let manager = try await site.browser(.contractManager)
    let lawyer = try await site.browser(.lawyer)
    let proposal = try await site.propose(manager, at: Self.path, Self.typed)
    let page = SentPage(try await lawyer.get(proposal))
    _ = try await site.site.office.perform(
      .contract(
        .agreeTariff(
          TariffBook.Key(.contract(CommissioningFixture.label("c1")), CommissioningFixture.product),
          CommissioningFixture.tariff(6_500, "2026-03-01")
        )
      ),
      TestSite.context(92)
    )
    let before = await site.entryCount
    let late = try await lawyer.post(proposal, page.form(at: proposal, with: "goedkeuren"))
    #expect(late.status == .conflict)
    #expect(SentPage(late).text.contains("€ 65,00"))
    #expect(await site.entryCount == before)
  }

  @Test(
    "Wrong fields are told",
    arguments: [
      ("product", "99X99", "veld-product"), ("prijs", "gratis", "veld-prijs"),
      ("prijs", "0", "veld-voordracht"), ("eenheid", "99", "veld-eenheid"),
      ("vanaf", "morgen", "veld-vanaf"), ("grondslag", "", "veld-grondslag"),
    ]
  )
  func fields(name: String, value: String, mark: String) async throws {
    let site = try await DeedSite()
    let manager = try await site.browser(.contractManager)
    let form = SentPage(try await manager.get(Self.path)).form(at: Self.path, Self.typed)
    let old = try #require(Self.typed.first { $0.key == name }?.value)
    let wrong = form.replacingOccurrences(
      of: "\(name)=\(SentPage.escaped(old))",
      with: "\(name)=\(SentPage.escaped(value))"
    )
    let answer = try await manager.post(Self.path, wrong)
    #expect(answer.status == .badRequest)
    #expect(SentPage(answer).text.contains("#\(mark)"))
  }
}
