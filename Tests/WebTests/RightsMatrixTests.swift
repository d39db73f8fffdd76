import Accounts
import HTTPTypes
import HummingbirdTesting
import Quantities
import Testing
import Web

@Suite("Who may open which page (AZ-01)")
struct RightsMatrixTests {
  /// Every page that is not about one single thing.
  static let paths = [
    "landschap", "landschap/segmenten", "landschap/doelen", "landschap/besluiten",
    "landschap/versies", "landschap/vergelijking", "landschap/markt", "inkoop",
    "inkoop/programmas", "inkoop/procedures", "inkoop/dekking", "inkoop/aanbieders",
    "inkoop/contracten", "inkoop/tarieven", "inkoop/plafonds", "inkoop/leveranciers",
    "inkoop/overgang",
    "geldstroom", "geldstroom/berichten", "geldstroom/aanleveren", "geldstroom/regels",
    "geldstroom/aanleveren/tabel", "geldstroom/publicaties",
    "geldstroom/publicaties/voordragen", "inkoop/contracten/nieuw", "geldstroom/toegekend",
    "geldstroom/persoon", "beheer",
    "beheer/nieuw", "beheer/voorstellen", "beheer/inzage", "beheer/gebeurtenissen",
    "beheer/journaal", "beheer/uitvoer", "beheer/instellingen", "beheer/beoordelingen",
    "beheer/sessies",
    "begrippen",
  ]

  @Test(
    "Every role opens what the table of rights gives it, and nothing else",
    arguments: Role.allCases
  )
  func matrix(role: Role) async throws {
    let site = try await TestSite()
    let browser = try await TestBrowser(site, as: role)
    let person = try #require(site.demo.people.first { $0.role == role })
    let principal = Principal(user: person.user, role: role, reach: person.reach)
    for path in Self.paths {
      let whole = "/\(TestSite.slug)/\(path)"
      guard case .region(_, let page) = try #require(Address(path: whole)) else { continue }
      let answer = try await browser.get(whole)
      if case .right(let right) = page.need, Rights.grant(right, to: principal) == nil {
        #expect(answer.status == .notFound, "\(role) \(path)")
      } else {
        #expect(answer.status == .ok, "\(role) \(path)")
      }
    }
  }

  @Test("Nobody opens anything of a region without signing in", arguments: paths)
  func anonymous(path: String) async throws {
    let browser = try await TestBrowser(try await TestSite())
    let answer = try await browser.get("/\(TestSite.slug)/\(path)")
    #expect(answer.status == .seeOther)
    #expect(answer.headers[.location]?.hasPrefix("/\(TestSite.slug)/toegang/aanmelden") == true)
  }
}
