import Accounts
import Commissioning
import HTTPTypes
import HummingbirdTesting
import Journal
import People
import Quantities
import Testing
import Web

@Suite("Pages of administration")
struct AdministrationPageTests {
  @Test(
    "Every page answers whom it is for, and is not there for anybody else (AZ-01, LG-11)",
    arguments: [
      ("", Role.administrator, 200), ("", .privacyOfficer, 200), ("", .controller, 404),
      ("/nieuw", .administrator, 200), ("/voorstellen", .administrator, 200),
      ("/voorstellen", .caseDirector, 404), ("/voorstellen/1", .administrator, 404),
      ("/voorstellen/x", .administrator, 404), ("/gebruikers/x", .administrator, 404),
      ("/inzage", .logReviewer, 200), ("/inzage", .administrator, 404),
      ("/inzage?keten=ja", .privacyOfficer, 200), ("/gebeurtenissen", .logReviewer, 200),
      ("/gebeurtenissen?soort=1", .administrator, 200), ("/gebeurtenissen", .controller, 404),
      ("/journaal", .controller, 200), ("/journaal?vorm=hoofd", .controller, 200),
      ("/journaal?naam=message&dag=2026-01-10", .controller, 200),
      ("/journaal?dag=1900-01-01", .controller, 200), ("/journaal", .backOfficeOfficer, 404),
      ("/uitvoer", .backOfficeOfficer, 200), ("/uitvoer", .councilMember, 404),
      ("/instellingen", .administrator, 200), ("/instellingen", .controller, 404),
      ("/sessies", .councilMember, 200),
    ]
  )
  func roles(path: String, role: Role, status: Int) async throws {
    let user = try await TestSite.shared.user(role)
    #expect(try await user.get("/\(TestSite.slug)/beheer" + path).status.code == status)
  }

  @Test("Reading the access records is itself recorded (LG-11)")
  func readingIsRecorded() async throws {
    let site = try await TestSite([.messages])
    let user = try await site.user(.logReviewer)
    let before = try await site.demo.store.verifyEvents().count
    #expect(try await user.get("/\(TestSite.slug)/beheer/inzage").status == 200)
    #expect(try await site.demo.store.verifyEvents().count == before + 1)
    let events = try await site.demo.store.events(from: before + 1, limit: 1)
    #expect(events.first?.kind == .accessRecordsRead)
  }

  @Test("A check of the journal begins, runs, and says that the chain is sound")
  func check() async throws {
    let site = try await TestSite([.messages])
    let user = try await site.user(.controller)
    #expect(try await user.post("/\(TestSite.slug)/beheer/journaal", []).status == 303)
    for _ in 0..<200 {
      let page = try await user.get("/\(TestSite.slug)/beheer/journaal").text
      if page.contains("kloppen met hun voorganger") { return }
      try await Task.sleep(for: .milliseconds(10))
    }
    Issue.record("the check did not end")
  }

  @Test("A user is added once; the same form again says that the name is taken")
  func newUser() async throws {
    let site = try await TestSite([.messages])
    let user = try await site.user(.administrator)
    let fields = [("aanmeldnaam", "a.proef"), ("naam", "A. Proef")]
    let first = try await user.post("/\(TestSite.slug)/beheer/nieuw", fields)
    #expect(first.status == 200)
    #expect(first.text.contains("uitgenodigd"))
    #expect(try await user.post("/\(TestSite.slug)/beheer/nieuw", fields).status == 400)
    let wrong = [
      [], [("aanmeldnaam", ""), ("naam", "x")], [("aanmeldnaam", "Ab c"), ("naam", "x")],
      [("aanmeldnaam", String(repeating: "a", count: 500)), ("naam", "x")],
      [("aanmeldnaam", "goed.naam"), ("naam", "")],
    ]
    for fields in wrong {
      #expect(try await user.post("/\(TestSite.slug)/beheer/nieuw", fields).status == 400)
    }
  }
}

@Suite("Rights take two people")
struct RightsProposalTests {
  private static let role = [
    ("actie", "geven"), ("rol", "controller"), ("bereik", "regio"), ("eerste", "2026-01-01"),
  ]

  /// The user to be changed, with the version that a page shows.
  private func subject(_ site: TestSite, _ user: TestBrowser) async throws -> (String, String) {
    let person = try #require(site.demo.people.first { $0.role == .policyAdviser })
    let path = "/\(TestSite.slug)/beheer/gebruikers/\(person.user)"
    let page = try await user.get(path).text
    let mark = try #require(page.firstRange(of: "name=\"_versie\" value=\""))
    return (path, String(page[mark.upperBound...].prefix { $0 != "\"" }))
  }

  @Test("A proposal is made, is not approved by who made it, and can be withdrawn (AZ-04)")
  func ownProposal() async throws {
    let site = try await TestSite([.messages])
    let user = try await site.user(.administrator)
    let (path, version) = try await subject(site, user)
    let made = try await user.post(path, Self.role + [("_versie", version)])
    #expect(made.status == 303)
    let proposal = try #require(made.headers[.location])
    let page = try await user.get(proposal).text
    #expect(page.contains("Een ander beslist"))
    let mark = try #require(page.firstRange(of: "name=\"inhoud\" value=\""))
    let digest = String(page[mark.upperBound...].prefix { $0 != "\"" })
    let own = try await user.post(proposal, [("actie", "goedkeuren"), ("inhoud", digest)])
    #expect(own.status == 400)
    #expect(own.text.contains("zelf voorgedragen"))
    let back = try await user.post(proposal, [("actie", "intrekken"), ("inhoud", digest)])
    #expect(back.status == 303)
    // The same form once more: decided already, with both versions.
    let twice = try await user.post(proposal, [("actie", "intrekken"), ("inhoud", digest)])
    #expect(twice.status == 409 || twice.status == 404 || twice.status == 403)
  }

  @Test("What another proposed is approved once, on what was shown (AZ-04)")
  func approved() async throws {
    let site = try await TestSite([.messages])
    let user = try await site.user(.administrator)
    let person = try #require(site.demo.people.first { $0.role == .policyAdviser })
    let now = Moment(TestSite.start, today: TestSite.today)
    let request = RoleRequest(.controller, .region, from: TestSite.today, through: nil)
    let number = try await site.demo.store.proposeRights(
      .give(request),
      of: person.user,
      fromCommandLineAt: now
    )
    let path = "/\(TestSite.slug)/beheer/voorstellen/\(number)"
    let page = try await user.get(path).text
    #expect(page.contains("controller"))
    let mark = try #require(page.firstRange(of: "name=\"inhoud\" value=\""))
    let digest = String(page[mark.upperBound...].prefix { $0 != "\"" })
    let other = String(repeating: "0", count: 64)
    let changed = try await user.post(path, [("actie", "goedkeuren"), ("inhoud", other)])
    #expect(changed.status == 409)
    let fields = [("actie", "goedkeuren"), ("inhoud", digest)]
    #expect(try await user.post(path, fields).status == 303)
    #expect(try await user.post(path, fields).status == 409)
    let roles = try await site.demo.store.user(person.user).roles(on: TestSite.today)
    #expect(roles.filter { $0.role == .controller }.count == 1)
  }

  @Test("A stale page of a user changes nothing and shows both versions")
  func stale() async throws {
    let site = try await TestSite([.messages])
    let user = try await site.user(.administrator)
    let (path, version) = try await subject(site, user)
    let off = try await user.post(path, [("actie", "uitschakelen"), ("_versie", version)])
    #expect(off.status == 303)
    let stale = try await user.post(path, Self.role + [("_versie", version)])
    #expect(stale.status == 409)
    #expect(stale.text.contains("Wat u zag"))
    #expect(stale.text.contains("Hoe het nu is"))
  }

  @Test("A form with wrong or missing fields says what to mend, and proposes nothing")
  func wrong() async throws {
    let site = try await TestSite([.messages])
    let user = try await site.user(.administrator)
    let (path, version) = try await subject(site, user)
    let forms = [
      [("actie", "geven")], [("actie", "geven"), ("rol", "baas"), ("bereik", "regio")],
      [
        ("actie", "geven"), ("rol", "controller"), ("bereik", "gemeenten"), ("gemeente", "9999"),
        ("eerste", "2026-01-01"),
      ],
      [("actie", "geven"), ("rol", "controller"), ("bereik", "regio"), ("eerste", "morgen")],
      [("actie", "beeindigen"), ("rolnummer", "1"), ("einddag", "x")],
      [("actie", "wissen")], [],
    ]
    for form in forms {
      #expect(try await user.post(path, form + [("_versie", version)]).status == 400)
    }
    #expect(try await user.post(path, Self.role + [("_versie", "x")]).status == 400)
    #expect(try await user.get("/\(TestSite.slug)/beheer/voorstellen").text.contains("Er is niets"))
  }
}

@Suite("The end of the access records")
struct AccessTailTests {
  @Test("The last record is found for every length of the log")
  func last() async throws {
    let log = InMemoryAccessLog()
    let actor = try #require(AccessActor("user:1"))
    for count in 0..<40 {
      #expect(try await AccessTail(log: log).last() == UInt64(count))
      let request = AccessRequest(
        actor: actor,
        purpose: .support,
        subjects: [],
        at: TestSite.start
      )
      _ = try await log.append(request)
    }
  }
}
