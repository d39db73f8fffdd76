import Accounts
import Commissioning
import Foundation
import HTTPTypes
import HummingbirdTesting
import Journal
import Quantities
import Testing
import Web

@Suite("AZ-04: a budget ceiling is proposed by one and decided by another")
struct CeilingDeedTests {
  private static let path = DeedSite.region + "/inkoop/plafonds/c2/voordragen"

  @Test("Proposed, checked with every value (AC-10), approved by another, carried out once")
  func whole() async throws {
    let site = try await DeedSite()
    let manager = try await site.browser(.contractManager)
    let controller = try await site.browser(.controller)
    let contract = SentPage(try await manager.get(DeedSite.region + "/inkoop/contracten/c2"))
    #expect(contract.text.contains(Self.path))
    let before = await site.entryCount
    let form = SentPage(try await manager.get(Self.path))
    let review = SentPage(
      try await manager.post(
        Self.path,
        form.form(
          at: Self.path,
          [
            "besluit": "besluiten", "bedrag": "250.000,50", "tot": "2027-12-31",
            "reden": "Meer <vraag>",
          ]
        )
      )
    )
    for value in ["€ 250.000,50", "31-12-2027", "Meer &lt;vraag&gt;", "geen", "01-01-2027"] {
      #expect(review.text.contains(value), "\(value)")
    }
    #expect(await site.entryCount == before)
    let sent = try await manager.post(Self.path, review.form(at: Self.path, with: "voordragen"))
    let proposal = try #require(sent.headers[.location])
    // Sent twice it is one proposal.
    let twice = try await manager.post(Self.path, review.form(at: Self.path, with: "voordragen"))
    #expect(twice.headers[.location] == proposal)
    let landing = SentPage(try await controller.get(DeedSite.region + "/inkoop/plafonds"))
    #expect(landing.text.contains("1 voordracht wacht op u"))
    let shown = SentPage(try await controller.get(proposal))
    #expect(shown.text.contains("€ 250.000,50") && shown.text.contains("Contractmanager (demo)"))
    #expect(await site.entryCount == before)
    let approved = try await site.press("goedkeuren", controller, at: proposal)
    #expect(approved.status == .seeOther)
    #expect(await site.entryCount == before + 1)
    #expect(await site.ceiling("c2")?.amount == Cents(25_000_050))
    let done = SentPage(try await controller.get(proposal))
    #expect(done.text.contains("Uitgevoerd"))
    #expect(!done.text.contains("Nog niet uitgevoerd"))
    let again = try await controller.post(
      proposal,
      shown.form(at: proposal, with: "goedkeuren")
    )
    #expect(again.status == .conflict)
    #expect(await site.entryCount == before + 1)
    let quiet = SentPage(try await controller.get(DeedSite.region + "/inkoop/plafonds"))
    #expect(!quiet.text.contains("wacht op u"))
    // The journal names who approved.
    let actor = try site.principal(.controller).user.actorText
    let entries = try await site.site.site.regions[0].journal.read(
      after: Position(before),
      limit: 10
    )
    #expect(entries.map(\.actor) == [actor])
  }

  @Test("Nobody approves the own proposal, and without the right there is no page")
  func own() async throws {
    let site = try await DeedSite()
    let controller = try await site.browser(.controller)
    let proposal = try await site.proposeCeiling(controller)
    let before = await site.entryCount
    let page = SentPage(try await controller.get(proposal))
    #expect(page.form(at: proposal, with: "goedkeuren").isEmpty)
    let forced = page.form(at: proposal, with: "intrekken")
      .replacingOccurrences(of: "intrekken", with: "goedkeuren")
    let answer = try await controller.post(proposal, forced)
    #expect(answer.status == .badRequest)
    #expect(SentPage(answer).text.contains("functiescheiding"))
    for role in [Role.lawyer, .purchaser, .councilMember, .provider, .policyAdviser] {
      let other = try await site.browser(role)
      let token = try await other.formToken(on: DeedSite.region + "/beheer/sessies")
      let foreign = page.form(at: proposal, with: "intrekken", ["_formulier": token])
        .replacingOccurrences(of: "intrekken", with: "goedkeuren")
      #expect(try await other.post(proposal, foreign).status == .notFound, "\(role)")
      #expect(try await other.get(Self.path).status == .notFound, "\(role)")
    }
    #expect(await site.entryCount == before)
    #expect(await site.ceiling("c2")?.decision == nil)
  }

  @Test("The content is not what was shown, or the region changed since: a conflict, nothing done")
  func stale() async throws {
    let site = try await DeedSite()
    let manager = try await site.browser(.contractManager)
    let controller = try await site.browser(.controller)
    // Between the page with all values and sending it, somebody else decides.
    let form = SentPage(try await manager.get(Self.path))
    let typed: KeyValuePairs = [
      "besluit": "besluiten", "bedrag": "1.000", "tot": "2027-12-31", "reden": "x",
    ]
    let review = SentPage(try await manager.post(Self.path, form.form(at: Self.path, typed)))
    let proposal = try await site.proposeCeiling(manager)
    let page = SentPage(try await controller.get(proposal))
    let other = page.form(
      at: proposal,
      with: "goedkeuren",
      ["inhoud": String(repeating: "0", count: 64)]
    )
    #expect(try await controller.post(proposal, other).status == .conflict)
    try await site.act(
      "c2",
      .decideCeiling(amount: Cents(7_000_000), through: CommissioningFixture.day("2027-06-30")),
      key: 77
    )
    let before = await site.entryCount
    let late = try await controller.post(proposal, page.form(at: proposal, with: "goedkeuren"))
    #expect(late.status == .conflict)
    #expect(SentPage(late).text.contains("€ 70.000,00"))
    #expect(SentPage(late).text.contains("Er is niets gewijzigd"))
    let shown = SentPage(try await controller.get(proposal))
    #expect(shown.text.contains("De regio is intussen gewijzigd"))
    let sent = try await manager.post(Self.path, review.form(at: Self.path, with: "voordragen"))
    #expect(sent.status == .badRequest || sent.status == .conflict)
    #expect(await site.entryCount == before)
    let principal = try site.principal(.controller)
    let proposals = try await site.site.accounts.proposals(for: principal)
    #expect(proposals.map(\.state) == [.pending])
  }

  @Test("Many approvals at once: one wins, and it happens once")
  func parallel() async throws {
    let site = try await DeedSite()
    let manager = try await site.browser(.contractManager)
    let controller = try await site.browser(.controller)
    let proposal = try await site.proposeCeiling(manager)
    let before = await site.entryCount
    let form = SentPage(try await controller.get(proposal)).form(at: proposal, with: "goedkeuren")
    let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<8 {
        group.addTask { try await controller.post(proposal, form).status.code }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(statuses.count { $0 == 303 } == 1, "\(statuses)")
    #expect(statuses.allSatisfy { $0 == 303 || $0 == 409 }, "\(statuses)")
    #expect(await site.entryCount == before + 1)
  }

  @Test("What was approved and not carried out is carried out at the next start, once")
  func crash() async throws {
    let site = try await DeedSite()
    let manager = try await site.browser(.contractManager)
    let controller = try await site.browser(.controller)
    let proposal = try await site.proposeCeiling(manager)
    let number = try #require(Int64(proposal.split(separator: "/").last ?? ""))
    let decider = try site.principal(.controller)
    let now = Moment(site.site.clock.now, today: TestSite.today)
    let accounts = site.site.accounts
    let digest = try await accounts.proposal(number, for: decider).digest
    // Approved, and the program stops before the region is told.
    _ = try await accounts.approve(number, shown: digest, by: decider, at: now)
    let before = await site.entryCount
    let page = SentPage(try await controller.get(proposal))
    #expect(page.text.contains("Nog niet uitgevoerd"))
    #expect(await site.entryCount == before, "looking changes nothing (WB-05)")
    let place = site.site.site.regions[0]
    try await place.carryOutApproved(on: TestSite.today, at: now)
    #expect(await site.entryCount == before + 1)
    #expect(try await accounts.approvedAndNotDone().isEmpty)
    try await place.carryOutApproved(on: TestSite.today, at: now)
    #expect(await site.entryCount == before + 1)
    // A page from before the start that asks for it once more finds it done.
    let late = try await controller.post(proposal, page.form(at: proposal, with: "uitvoeren"))
    #expect(late.status == .notFound)
    #expect(await site.entryCount == before + 1)
  }

  @Test("The program stopped after the region was told: the button finds it done and does nothing")
  func crashAfter() async throws {
    let site = try await DeedSite()
    let manager = try await site.browser(.contractManager)
    let controller = try await site.browser(.controller)
    let proposal = try await site.proposeCeiling(manager)
    let number = try #require(Int64(proposal.split(separator: "/").last ?? ""))
    let decider = try site.principal(.controller)
    let now = Moment(site.site.clock.now, today: TestSite.today)
    let accounts = site.site.accounts
    let digest = try await accounts.proposal(number, for: decider).digest
    _ = try await accounts.approve(number, shown: digest, by: decider, at: now)
    let approved = try await accounts.proposal(number, for: decider)
    let proposed = try #require(ProposedDeed(approved))
    let decision = try #require(Decision(approved, proposed))
    let place = site.site.site.regions[0]
    _ = try await place.decisions.carryOut(decision, on: TestSite.today, at: now.instant)
    let before = await site.entryCount
    let page = SentPage(try await controller.get(proposal))
    let done = try await controller.post(proposal, page.form(at: proposal, with: "uitvoeren"))
    #expect(done.status == .seeOther)
    #expect(await site.entryCount == before)
    #expect(try await accounts.approvedAndNotDone().isEmpty)
  }

  @Test(
    "Wrong, missing, repeated and foreign fields: told with the field, or refused (AZ-03)",
    arguments: [
      ("besluit=besluiten&bedrag=&tot=2027-12-31&reden=x", 400, "veld-bedrag"),
      ("besluit=besluiten&bedrag=71.20&tot=2027-12-31&reden=x", 400, "veld-bedrag"),
      ("besluit=besluiten&bedrag=-1&tot=2027-12-31&reden=x", 400, "veld-bedrag"),
      ("besluit=besluiten&bedrag=1&bedrag=2&tot=2027-12-31&reden=x", 400, "veld-bedrag"),
      ("besluit=besluiten&bedrag=0&tot=2027-12-31&reden=x", 400, "veld-voordracht"),
      ("besluit=besluiten&bedrag=1&tot=2027-02-30&reden=x", 400, "veld-tot"),
      ("besluit=besluiten&bedrag=1&tot=2027-12-31&reden=+", 400, "veld-reden"),
      ("besluit=afronden&bedrag=1&reden=x", 400, "veld-besluit"),
      ("besluit=weg&reden=x", 400, "veld-besluit"),
      ("besluit=besluiten&bedrag=1&tot=2027-12-31&reden=x&contract=c1", 400, "niet te lezen"),
      ("besluit=besluiten&bedrag=99999999999999999999&tot=2027-12-31&reden=x", 400, "veld-bedrag"),
    ]
  )
  func fields(form: String, status: Int, mark: String) async throws {
    let site = try await DeedSite()
    let manager = try await site.browser(.contractManager)
    let token = try await manager.formToken(on: Self.path)
    let before = await site.entryCount
    for step in ["nakijken", "voordragen"] {
      let answer = try await manager.post(Self.path, "_formulier=\(token)&_stap=\(step)&" + form)
      #expect(answer.status.code == status)
      #expect(SentPage(answer).text.contains(mark))
    }
    #expect(await site.entryCount == before)
    #expect(try await site.site.accounts.proposals(for: site.principal(.controller)).isEmpty)
  }
}
