import Accounts
import HTTPTypes
import HummingbirdTesting
import Quantities
import Testing
import Web

@Suite("AZ-04: figures are proposed by one and published by another, by the rules of annex F")
struct PublicationTests {
  private static let list = DeedSite.region + "/geldstroom/publicaties"
  private static let path = list + "/voordragen"

  /// Figures of two municipalities, of which one's are withheld.
  private static let figures = PublishedFigures(
    year: 2025,
    knownOn: TestSite.today,
    rows: [
      PublishedFigures.Row(
        municipality: TestSite.municipality,
        clients: 125,
        awarded: Cents(45_600_000)
      ),
      PublishedFigures.Row(
        municipality: MunicipalityCode(uncheckedNumber: 984),
        clients: nil,
        awarded: nil
      ),
    ]
  )

  /// Proposes them as the form does, and gives the address of the proposal.
  private func propose(_ site: TestSite, as role: Role) async throws -> String {
    let person = try #require(site.demo.people.first { $0.role == role })
    let deed = ProposedDeed(.publication(Self.figures), reason: "Jaarcijfers", before: [])
    let number = try await site.accounts.propose(
      .publication,
      scope: person.reach,
      body: deed.body,
      by: Principal(user: person.user, role: role, reach: person.reach),
      at: site.moment
    )
    return DeedSite.region + "/beheer/voorstellen/\(number)"
  }

  @Test(
    "Councils and providers see it once a second person approved, also as CSV, small counts out"
  )
  func whole() async throws {
    let site = try await TestSite()
    let adviser = try await site.user(.policyAdviser)
    let privacy = try await site.user(.privacyOfficer)
    let council = try await site.user(.councilMember)
    let provider = try await site.user(.provider)
    let proposal = try await propose(site, as: .policyAdviser)
    #expect(try await council.get(Self.list).text.contains("nog niets gepubliceerd"))
    let own = SentPage(try await adviser.get(proposal))
    #expect(own.form(at: proposal, with: "goedkeuren").isEmpty)
    let shown = SentPage(try await privacy.get(proposal))
    for value in ["125", "€ 456.000,00", "minder dan 10", "Jaarcijfers"] {
      #expect(shown.text.contains(value), "\(value)")
    }
    let approved = try await privacy.post(proposal, shown.form(at: proposal, with: "goedkeuren"))
    #expect(approved.status == .seeOther, "\(SentPage(approved).errors)")
    let number = try #require(proposal.split(separator: "/").last)
    for user in [council, provider, adviser] {
      #expect(try await user.get(Self.list).text.contains("Toegekend in 2025"))
      let page = try await user.get("\(Self.list)/\(number)")
      #expect(page.status == .ok)
      #expect(page.text.contains("€ 456.000,00") && page.text.contains("minder dan 10"))
      let file = try await user.get("\(Self.list)/\(number)?vorm=csv")
      #expect(file.status == .ok)
      #expect(file.headers[.contentType]?.hasPrefix("text/csv") == true)
      #expect(file.text.contains("456000"))
    }
    #expect(try await council.get(Self.path).status == .notFound)
    #expect(try await council.get("\(Self.list)/999").status == .notFound)
    #expect(try await site.accounts.approvedAndNotDone().isEmpty)
  }

  @Test(
    "A year without figures, a day to come and words are told",
    arguments: [
      ("1999", "2026-01-10", "veld-jaar"), ("2025", "2026-01-10", "veld-jaar"),
      ("2030", "2026-01-10", "veld-jaar"),
      ("2025", "2026-01-11", "veld-peildag"), ("2025", "morgen", "veld-peildag"),
    ]
  )
  func fields(year: String, day: String, mark: String) async throws {
    let site = try await TestSite([.contracts, .messages])
    let controller = try await site.user(.controller)
    let form = SentPage(try await controller.get(Self.path))
    let answer = try await controller.post(
      Self.path,
      form.form(at: Self.path, ["jaar": year, "peildag": day, "reden": "x"])
    )
    #expect(answer.status == .badRequest)
    #expect(SentPage(answer).errors.contains("#\(mark)"))
  }
}
