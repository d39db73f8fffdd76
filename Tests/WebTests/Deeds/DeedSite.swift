import Accounts
import Commissioning
import Foundation
import HTTPTypes
import HummingbirdTesting
import Journal
import Quantities
import Region
import Testing
import Web

/// The region of `TestSite` with contracts, and with people who propose and decide.
struct DeedSite {
  static let region = "/" + TestSite.slug
  /// The first day of a ceiling that may be announced on the day of the test.
  static let first = "2027-01-01"

  let site: TestSite

  init() async throws {
    site = try await TestSite()
    let commands: [ContractCommand] = [
      .recordProvider(CommissioningFixture.record(1, "Zorg Een")),
      .recordProvider(CommissioningFixture.record(2, "Zorg <Twee>")),
      .conclude(Self.contract("c1", 1)), .conclude(Self.contract("c2", 2)),
      .agreeTariff(
        TariffBook.Key(.lot(CommissioningFixture.label("regionaal")), CommissioningFixture.product),
        CommissioningFixture.tariff(6_000, "2025-01-01")
      ),
      .act(
        CommissioningFixture.label("c2"),
        .announceCeiling(from: CommissioningFixture.day(Self.first))
      ),
    ]
    for (place, command) in commands.enumerated() {
      _ = try await site.office.perform(
        .contract(command),
        TestSite.context(UInt64(10 + place))
      )
    }
  }

  private static func contract(_ code: String, _ provider: UInt32) -> ContractDraft {
    let draft = CommissioningFixture.draft(
      code,
      provider: provider,
      start: "2025-01-01",
      pattern: "4+1"
    )
    return ContractDraft(
      code: draft.code,
      provider: draft.provider,
      claimCodes: draft.claimCodes,
      lot: draft.lot,
      municipalities: draft.municipalities,
      products: draft.products,
      form: draft.form,
      variant: draft.variant,
      start: draft.start,
      pattern: draft.pattern,
      mayBringInCeiling: true
    )
  }

  func browser(_ role: Role) async throws -> TestBrowser {
    try await TestBrowser(site, as: role)
  }

  func principal(_ role: Role) throws -> Principal {
    let person = try #require(site.demo.people.first { $0.role == role })
    return Principal(user: person.user, role: role, reach: person.reach)
  }

  var state: RegionState { get async { await site.office.published } }

  func ceiling(_ code: String) async -> BudgetCeiling? {
    await state.contracts.contracts[CommissioningFixture.label(code)]?.ceiling
  }

  /// How many entries the journal has; what changes nothing leaves it as it is.
  var entryCount: Int64 { get async { await state.head.position.rawValue } }

  /// Somebody acts in the region outside the pages.
  func act(_ code: String, _ action: ContractAction, key: UInt64) async throws {
    _ = try await site.office.perform(
      .contract(.act(CommissioningFixture.label(code), action)),
      TestSite.context(key)
    )
  }
}

extension DeedSite {
  /// Fills in a form, goes on from the page that shows all values, and gives the address of the
  /// proposal.
  func propose(
    _ browser: TestBrowser,
    at path: String,
    _ typed: KeyValuePairs<String, String>
  ) async throws -> String {
    let form = SentPage(try await browser.get(path))
    let review = try await browser.post(path, form.form(at: path, typed))
    #expect(review.status == .ok)
    let sent = try await browser.post(path, SentPage(review).form(at: path, with: "voordragen"))
    #expect(sent.status == .seeOther)
    return try #require(sent.headers[.location])
  }

  /// A ceiling of 250.000 for the contract that has one announced.
  func proposeCeiling(_ browser: TestBrowser, amount: String = "250.000") async throws -> String {
    try await propose(
      browser,
      at: Self.region + "/inkoop/plafonds/c2/voordragen",
      ["besluit": "besluiten", "bedrag": amount, "tot": "2027-12-31", "reden": "Meer vraag"]
    )
  }

  /// Presses a button on the page of a proposal.
  func press(
    _ action: String,
    _ browser: TestBrowser,
    at proposal: String,
    on page: SentPage? = nil
  ) async throws -> TestResponse {
    var shown = page
    if shown == nil { shown = SentPage(try await browser.get(proposal)) }
    return try await browser.post(proposal, shown?.form(at: proposal, with: action) ?? "")
  }
}
