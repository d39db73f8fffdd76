import Accounts
import HTTPTypes
import Quantities
import Testing
import Web

@Suite("AZ-04: figures are proposed by one and published by another, by the rules of annex F")
struct PublicationTests {
  private static let path = "/proef/geldstroom/publicaties/voordragen"
  private static let list = "/proef/geldstroom/publicaties"

  /// Proposes a year and gives the address of the proposal.
  private func propose(_ user: SiteUser, _ year: String = "2025") async throws -> String {
    let typed = [("jaar", year), ("peildag", "2026-01-10"), ("reden", "Jaarcijfers")]
    let review = try await user.post(Self.path, typed + [("_stap", "nakijken")])
    #expect(review.status == 200)
    #expect(review.text.contains("Jaarcijfers"))
    let sent = try await user.post(
      Self.path,
      typed + [("_stap", "voordragen"), ("_versie", "[]")]
    )
    #expect(sent.status == 303)
    return try #require(sent.headers[.location])
  }

  private func mark(_ user: SiteUser, _ proposal: String) async throws -> String {
    let page = try await user.get(proposal).text
    let place = try #require(page.firstRange(of: "name=\"inhoud\" value=\""))
    return String(page[place.upperBound...].prefix { $0 != "\"" })
  }

  @Test(
    "Councils and providers see it once a second person approved, also as CSV, small counts out"
  )
  func whole() async throws {
    let site = try await MoneySite()
    let adviser = try await site.user(.policyAdviser)
    let privacy = try await site.user(.privacyOfficer)
    let council = try await site.user(.councilMember)
    let provider = try await site.user(.provider)
    let proposal = try await propose(adviser)
    #expect(try await council.get(Self.list).text.contains("nog niets gepubliceerd"))
    let digest = try await mark(privacy, proposal)
    let own = try await adviser.post(proposal, [("actie", "goedkeuren"), ("inhoud", digest)])
    #expect(own.status == 404 || own.status == 400)
    let approved = try await privacy.post(proposal, [("actie", "goedkeuren"), ("inhoud", digest)])
    #expect(approved.status == 303)
    let number = try #require(proposal.split(separator: "/").last)
    for user in [council, provider, adviser] {
      #expect(try await user.get(Self.list).text.contains("Toegekend in 2025"))
      let page = try await user.get("\(Self.list)/\(number)")
      #expect(page.status == 200)
      // One client stands behind it all, so nothing of it is given.
      #expect(page.text.contains("minder dan 10"))
      let file = try await user.get("\(Self.list)/\(number)?vorm=csv")
      #expect(file.status == 200)
      #expect(file.headers[.contentType]?.hasPrefix("text/csv") == true)
      #expect(file.text.contains("0344"))
    }
    #expect(try await council.get(Self.path).status == 404)
    #expect(try await council.get("\(Self.list)/999").status == 404)
  }

  @Test(
    "A year without figures, a day to come and words are told",
    arguments: [
      ("1999", "2026-01-10", "veld-jaar"), ("2030", "2026-01-10", "veld-jaar"),
      ("2025", "2026-01-11", "veld-peildag"), ("2025", "morgen", "veld-peildag"),
    ]
  )
  func fields(year: String, day: String, mark: String) async throws {
    let site = try await MoneySite()
    let controller = try await site.user(.controller)
    let answer = try await controller.post(
      Self.path,
      [
        ("jaar", year), ("peildag", day), ("reden", "x"), ("_stap", "voordragen"),
        ("_versie", "[]"),
      ]
    )
    #expect(answer.status == 400)
    #expect(answer.text.contains("#\(mark)"))
  }
}
