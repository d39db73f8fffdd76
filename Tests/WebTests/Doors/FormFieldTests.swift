import Accounts
import HTTPTypes
import HummingbirdTesting
import Journal
import NIOCore
import People
import Quantities
import Testing
import Web

@Suite("AZ-03: a form has the fields that its page has")
struct FormFieldTests {
  /// Pages with forms, and who may send them.
  private static let pages: [(path: String, role: Role)] = [
    ("beheer/nieuw", .administrator), ("beheer/journaal", .controller),
    ("beheer/beoordelingen", .administrator), ("beheer/sessies", .controller),
    ("geldstroom/aanleveren", .backOfficeOfficer),
    ("geldstroom/aanleveren/tabel", .backOfficeOfficer),
    ("geldstroom/persoon", .backOfficeOfficer), ("toegang/verlengen", .controller),
  ]

  @Test("A field more, whatever it is called, is refused with 400 and changes nothing")
  func unknown() async throws {
    let site = try await TestSite([.messages])
    for (path, role) in Self.pages {
      let user = try await site.user(role)
      let page = "\(user.region)/\(path)"
      let token = try await user.formToken(on: "\(user.region)/beheer/sessies")
      let head = try await site.journal.head()
      let events = try await site.accounts.verifyEvents().count
      for field in ["disabled", "user", "rights", "__proto__", "actie[]", "role", "id"] {
        let text =
          "_formulier=\(token)&aanmeldnaam=a.proef&naam=A&actie=codes&\(field.formEscaped)=1"
        let answer = try await user.post(page, text)
        #expect(answer.status == .badRequest, "\(path) \(field)")
      }
      #expect(try await site.journal.head() == head, "\(path)")
      #expect(try await site.accounts.verifyEvents().count == events, "\(path)")
    }
  }

  @Test("Every field that a page shows is known when it is sent")
  func known() async throws {
    let site = try await TestSite([.messages])
    let person = try #require(site.demo.people.first { $0.role == .controller })
    var pages = Self.pages.filter { $0.path != "toegang/verlengen" }
    pages.append(("beheer/gebruikers/\(person.user)", .administrator))
    for (path, role) in pages {
      let user = try await site.user(role)
      let whole = "\(user.region)/\(path)"
      let names = Self.fields(of: PageStructure(try await user.get(whole).text), sentTo: whole)
      #expect(!names.isEmpty || path.hasSuffix("journaal"), "\(path)")
      // A restored form is shown and not carried out, so nothing happens here.
      let fields = names.sorted().map { ($0, "") } + [("_terugzetten", "ja")]
      let answer = try await user.post(whole, fields)
      #expect(!answer.text.contains("onbekend veld"), "\(path): \(names)")
    }
  }

  /// The names of the fields of a page's own forms.
  private static func fields(of page: PageStructure, sentTo path: String) -> Set<String> {
    var names: Set<String> = []
    var isOwn = false
    for tag in page.tags {
      if tag.name == "form" {
        isOwn = tag.attributes["method"] == "post" && tag.attributes["action"] == path
      }
      if isOwn, let name = tag.attributes["name"], name != FormFields.tokenName {
        names.insert(name)
      }
    }
    return names
  }
}
