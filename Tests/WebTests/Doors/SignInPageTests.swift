import Accounts
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import People
import Quantities
import Testing
import Web

@Suite("AU, LG-04: the way in and out, through the pages")
struct SignInPageTests {
  private static let controller = RoleRequest(
    .controller,
    .region,
    from: TestSite.today,
    through: nil
  )

  private func enrolled(
    _ site: TestSite,
    _ name: String = "i.ijsvogel"
  ) async throws -> TestPerson {
    var (person, invitation) = try await TestPerson.invited(name, [Self.controller], at: site)
    try await person.enrol(invitation)
    return person
  }

  @Test("AU-07: the key of the app can be pasted, and a code with a blank or a hyphen is taken")
  func codes() async throws {
    let site = try await TestSite(isDemo: false)
    var person = try await enrolled(site)
    for (minutes, mark) in [(1, " "), (2, "-"), (3, "")] {
      site.clock.move(minutes: Int64(minutes))
      let code = person.code()
      let typed = code.prefix(3) + mark + code.suffix(3)
      #expect(try await person.signIn(code: String(typed)).status == .seeOther, "\(typed)")
      #expect(try await person.browser.get(person.browser.region + "/beheer/sessies").status == .ok)
    }
    for code in [person.recoveryCodes[0].replacing("-", with: " "), person.recoveryCodes[1]] {
      #expect(try await person.signIn(code: code).status == .seeOther, "\(code)")
    }
  }

  @Test("AU-07: a wrong code while setting the factor leaves the way open")
  func enrolment() async throws {
    let site = try await TestSite(isDemo: false)
    var (person, invitation) = try await TestPerson.invited("w.wulp", [Self.controller], at: site)
    let page = try await person.send(
      "/uitnodiging",
      [("naam", "w.wulp"), ("uitnodiging", invitation), ("wachtwoord", TestPerson.password)]
    )
    #expect(page.text.contains("name=\"instellen\""))
    let wrong = try await person.send("/code", [("instellen", "ja"), ("code", "000000")])
    #expect(wrong.status == .badRequest)
    #expect(wrong.text.contains("name=\"instellen\""))
  }

  @Test("LG-04: each event is provoked once and found once")
  func catalogue() async throws {
    let site = try await TestSite(isDemo: false)
    let before = try await site.accounts.verifyEvents().count
    var person = try await enrolled(site)
    let region = person.browser.region
    site.clock.move(minutes: 1)
    person.browser.cookie = nil
    _ = try await person.send("/aanmelden", [("naam", person.name), ("wachtwoord", "mis")])
    _ = try await person.send(
      "/aanmelden",
      [("naam", person.name), ("wachtwoord", TestPerson.password)]
    )
    _ = try await person.send("/code", [("code", "000000")])
    _ = try await person.send("/code", [("code", person.recoveryCodes[0])])
    #expect(try await person.browser.get("\(region)/beheer/inzage").status == .notFound)
    #expect(try await person.browser.get("\(region)/beheer/inzage").status == .notFound)
    site.clock.move(minutes: 1)
    let again = try await person.browser.formToken(on: "\(region)/beheer/sessies")
    _ = try await person.send("/opnieuw", [("_formulier", again), ("code", person.code())])
    let sessions = "\(region)/beheer/sessies"
    #expect(try await person.browser.post(sessions, [("actie", "codes")]).status == .ok)
    let own = try await site.accounts.sessions(of: person.user, at: site.moment)
    let other = try #require(own.last?.id.description)
    let ended = try await person.browser.post(
      sessions,
      [("actie", "beeindigen"), ("sessie", other)]
    )
    #expect(ended.status == .seeOther)
    let token = try await person.browser.formToken(on: sessions)
    let out = try await person.send("/afmelden", [("_formulier", token)])
    #expect(out.headers[.clear] == "\"cache\", \"cookies\", \"storage\"")
    let events = try await site.accounts.events(from: before + 1, limit: 1_000)
    let kinds = events.map(\.kind).filter { ![.proposed, .approved, .carriedOut].contains($0) }
    #expect(
      kinds == [
        .userAdded, .invited, .roleGiven, .passwordSet, .factorSet, .signedIn, .signInFailed,
        .secondFactorFailed, .recoveryCodeUsed, .signedIn, .refusedRight, .steppedUp,
        .recoveryCodesMade, .sessionEnded, .signedOut,
      ]
    )
  }

  @Test("AU-09, WB-11: guesses are counted by the network that the proxy names, and by no other")
  func networks() async throws {
    var settings = SiteSettings(origins: ["https://regie.test"], isBehindProxy: true)
    settings.longestUpload = 1 << 20
    let site = try await TestSite(isDemo: false, [], settings: settings)
    let browser = try await TestBrowser(site)
    func guess(_ name: String, from place: String) async throws -> Int {
      let headers: HTTPFields = [.origin: "https://regie.test", .forwardedFor: place]
      let text = "naam=\(name)&wachtwoord=een+verkeerd+wachtwoord"
      return try await browser.post(
        "\(browser.region)/toegang/aanmelden",
        text,
        headers: headers
      ).status.code
    }
    // One subscriber with many addresses, and with made-up ones before the real one.
    for number in 0..<5 {
      #expect(
        try await guess("naam.\(number)", from: "6.6.6.\(number), 2001:db8:1:2::\(number)") == 400
      )
    }
    #expect(try await guess("naam.9", from: "9.9.9.9, [2001:db8:1:2:ffff::9]:443") == 429)
    #expect(try await guess("naam.9", from: "2001:db8:1:3::1") == 400)
    #expect(try await guess("naam.8", from: "203.0.113.7") == 400)
    for number in 0..<4 {
      #expect(try await guess("nog.\(number)", from: "::ffff:203.0.113.7") == 400)
    }
    #expect(try await guess("nog.9", from: "203.0.113.7:5000") == 429)
  }

  @Test("AU-09: without a proxy nobody chooses the network by a header")
  func noProxy() async throws {
    let site = try await TestSite(isDemo: false, [])
    let browser = try await TestBrowser(site)
    var statuses: [Int] = []
    for number in 0..<6 {
      let answer = try await browser.post(
        "\(browser.region)/toegang/aanmelden",
        "naam=naam.\(number)&wachtwoord=mis",
        headers: [.forwardedFor: "203.0.113.\(number)"]
      )
      statuses.append(answer.status.code)
    }
    #expect(statuses == [400, 400, 400, 400, 400, 429])
  }

  @Test("AZ-06: a role that ends, an account out of use and a new role work at the next request")
  func atOnce() async throws {
    let site = try await TestSite(isDemo: false)
    var person = try await enrolled(site)
    let page = "\(person.browser.region)/beheer/journaal"
    #expect(try await person.browser.get(page).status == .ok)
    let role = try #require(try await site.accounts.user(person.user).assignments.first)
    let last = TestSite.today.adding(days: -1)
    try await site.accounts.applyAtBeginning(
      .end(assignment: role.number, last: last),
      to: person.user,
      at: site.moment
    )
    #expect(try await person.browser.get(page).status == .seeOther)
    let lawyer = RoleRequest(.lawyer, .region, from: TestSite.today, through: nil)
    try await site.accounts.applyAtBeginning(.give(lawyer), to: person.user, at: site.moment)
    site.clock.move(minutes: 1)
    #expect(try await person.signIn().status == .seeOther)
    let contracts = "\(person.browser.region)/inkoop/contracten"
    #expect(try await person.browser.get(contracts).status == .ok)
    try await site.accounts.setDisabled(true, person.user, by: .commandLine, at: site.moment)
    #expect(try await person.browser.get(contracts).status == .seeOther)
  }
}

extension HTTPField.Name {
  fileprivate static let forwardedFor = named("X-Forwarded-For")
  fileprivate static let clear = named("Clear-Site-Data")

  private static func named(_ text: String) -> HTTPField.Name {
    guard let name = HTTPField.Name(text) else { preconditionFailure("\(text) is no name") }
    return name
  }
}
