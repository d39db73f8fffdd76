import Accounts
import Commissioning
import Foundation
import HTTPTypes
import HummingbirdTesting
import Quantities
import Region
import Testing
import Web

@Suite("AZ-04: a contract is proposed by one and activated by another")
struct ContractDeedTests {
  private static let path = DeedSite.region + "/inkoop/contracten/nieuw"
  private static let typed: KeyValuePairs = [
    "code": "c9", "aanbieder": "90000001", "perceel": "regionaal", "gemeente": "0983",
    "start": "2026-07-01", "vorm": "a", "variant": "inspanningsgericht", "looptijd": "3+1+1",
    "wijze": "verlenging", "motivering": "Rust & ruimte", "producten": "02A03",
    "mogelijk": "plafond", "reden": "Nieuwe aanbieder",
  ]

  @Test("Every value is on the page to check, and the contract is there once another approved")
  func whole() async throws {
    let site = try await DeedSite()
    let purchaser = try await site.browser(.purchaser)
    let manager = try await site.browser(.contractManager)
    let list = SentPage(try await purchaser.get(DeedSite.region + "/inkoop/contracten"))
    #expect(list.text.contains(Self.path))
    let before = await site.entryCount
    let form = SentPage(try await purchaser.get(Self.path))
    let review = SentPage(
      try await purchaser.post(Self.path, form.form(at: Self.path, Self.typed))
    )
    for value in [
      "c9", "Zorg Een", "99990101", "regionaal", "02A03", "01-07-2026", "3+1+1",
      "Rust &amp; ruimte", "Nieuwe aanbieder",
    ] {
      #expect(review.text.contains(value), "\(value)")
    }
    let sent = try await purchaser.post(
      Self.path,
      review.form(at: Self.path, with: "voordragen")
    )
    let proposal = try #require(sent.headers[.location])
    #expect(await site.entryCount == before)
    // Who may only see contracts decides nothing.
    let controller = try await site.browser(.controller)
    #expect(try await controller.get(proposal).status == .notFound)
    let approved = try await site.press("goedkeuren", manager, at: proposal)
    #expect(approved.status == .seeOther)
    let draft = await site.state.contracts.contracts[CommissioningFixture.label("c9")]?.draft
    #expect(draft?.products == [CommissioningFixture.product])
    #expect(draft?.mayBringInCeiling == true && draft?.mayDissolveAfterFirstYear == false)
    #expect(draft?.reasonForLength == "Rust & ruimte")
    #expect(await site.entryCount == before + 1)
  }

  @Test("Back and change keeps every field")
  func back() async throws {
    let site = try await DeedSite()
    let purchaser = try await site.browser(.purchaser)
    let form = SentPage(try await purchaser.get(Self.path))
    let review = SentPage(
      try await purchaser.post(Self.path, form.form(at: Self.path, Self.typed))
    )
    let again = SentPage(
      try await purchaser.post(Self.path, review.form(at: Self.path, with: "wijzigen"))
    )
    let sent = again.form(at: Self.path)
    for (name, value) in Self.typed {
      #expect(sent.contains("\(name)=\(SentPage.escaped(value))"), "\(name)")
    }
  }

  @Test("A contract that came in between, or an own proposal: nothing is done")
  func stale() async throws {
    let site = try await DeedSite()
    let manager = try await site.browser(.contractManager)
    let lawyer = try await site.browser(.lawyer)
    let proposal = try await site.propose(manager, at: Self.path, Self.typed)
    let own = SentPage(try await manager.get(proposal))
    let forced = own.form(at: proposal, with: "intrekken")
      .replacingOccurrences(of: "intrekken", with: "goedkeuren")
    #expect(try await manager.post(proposal, forced).status == .badRequest)
    let page = SentPage(try await lawyer.get(proposal))
    let draft = CommissioningFixture.draft("c9", provider: 2, start: "2026-01-01")
    _ = try await site.site.office.perform(.contract(.conclude(draft)), TestSite.context(91))
    let before = await site.entryCount
    let late = try await lawyer.post(proposal, page.form(at: proposal, with: "goedkeuren"))
    #expect(late.status == .conflict)
    #expect(await site.entryCount == before)
    let refused = try await site.press("afwijzen", lawyer, at: proposal)
    #expect(refused.status == .seeOther)
  }

  @Test(
    "Wrong fields are told",
    arguments: [
      ("code", "c 9", "veld-code"), ("code", "c1", "veld-voordracht"),
      ("aanbieder", "12345678", "veld-aanbieder"), ("gemeente", "0344", "veld-gemeente"),
      ("perceel", "a b", "veld-perceel"), ("start", "2026-13-01", "veld-start"),
      ("vorm", "z", "veld-vorm"), ("looptijd", "drie", "veld-looptijd"),
      ("producten", "te-lang", "veld-producten"), ("mogelijk", "alles", "veld-mogelijk"),
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
