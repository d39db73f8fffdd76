import Accounts
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Quantities
import Testing
import Web

@Suite("Doors, headers and forms of the site")
struct SecurityTests {
  private static let region = "/" + TestSite.slug

  @Test("Every kind of answer carries the headers of annex C (WB-01, WB-02)")
  func headers() async throws {
    let site = try await TestSite()
    let somebody = try await TestBrowser(site, as: .policyAdviser)
    let nobody = try await TestBrowser(site)
    let answers = [
      try await nobody.get("/"), try await nobody.get("/bestaat-niet"),
      try await nobody.get("/taal", method: .delete),
      try await nobody.get(Self.region + "/landschap"),
      try await somebody.get(Self.region + "/landschap"),
      try await somebody.get(Self.region + "/beheer"),
      try await somebody.post(Self.region + "/toegang/afmelden", ""),
      try await nobody.get("/metingen"),
    ]
    #expect(Set(answers.map(\.status.code)) == [200, 404, 405, 303, 403])
    for answer in answers {
      let policy = try #require(answer.headers[.contentSecurityPolicy])
      for word in ["unsafe", "data:", "*", "http:"] { #expect(!policy.contains(word)) }
      for part in ["default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"] {
        #expect(policy.contains(part))
      }
      #expect(answer.headers[.xContentTypeOptions] == "nosniff")
      #expect(answer.headers[.cacheControl] == "no-store")
      #expect(answer.headers[.strictTransportSecurity]?.contains("31536000") == true)
      #expect(answer.headers[.server] == nil)
    }
  }

  @Test("What is not for somebody looks the same as what does not exist (AZ-02)")
  func hidden() async throws {
    let site = try await TestSite()
    let council = try await TestBrowser(site, as: .councilMember)
    let refused = try await council.get(Self.region + "/beheer")
    let absent = try await council.get(Self.region + "/bestaat-niet")
    #expect(refused.status == .notFound)
    #expect(absent.status == .notFound)
  }

  @Test(
    "Only intended doors are open (WB-14)",
    arguments: [HTTPRequest.Method.put, .delete, .patch, .trace, .options, .connect]
  )
  func methods(method: HTTPRequest.Method) async throws {
    let browser = try await TestBrowser(try await TestSite())
    let answer = try await browser.get("/", method: method)
    #expect(answer.status == .methodNotAllowed)
    #expect(answer.headers[.allow] == "GET, HEAD")
  }

  @Test(
    "A form from elsewhere, without a token or with another's changes nothing (WB-05)",
    arguments: [
      SentForm("no token", ""), SentForm("empty token", "_formulier="),
      SentForm("foreign origin", "TOKEN", origin: "https://evil.example"),
      SentForm("no origin", "TOKEN", origin: ""), SentForm("another's token", "OTHER"),
      SentForm("twice", "TOKEN&TOKEN"),
    ]
  )
  func forms(sent form: SentForm) async throws {
    let site = try await TestSite()
    let browser = try await TestBrowser(site, as: .policyAdviser)
    let other = try await TestBrowser(site, as: .policyAdviser)
    let path = Self.region + "/landschap"
    let token = "_formulier=" + (try await browser.formToken(on: path))
    let otherToken = "_formulier=" + (try await other.formToken(on: path))
    let sent = form.text.replacingOccurrences(of: "TOKEN", with: token)
      .replacingOccurrences(of: "OTHER", with: otherToken)
    let answer = try await browser.post(
      Self.region + "/toegang/afmelden",
      sent,
      headers: form.origin.map { [.origin: $0] } ?? [:]
    )
    #expect(answer.status == .forbidden, "\(form.name)")
    #expect(try await browser.get(path).status == .ok, "\(form.name)")
    let right = try await browser.post(Self.region + "/toegang/afmelden", token)
    #expect(right.status == .seeOther)
    #expect(try await browser.get(path).status == .seeOther)
  }

  @Test(
    "A page sends on to own pages only (WB-08)",
    arguments: [
      "//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "\\\\x",
      "/%2F%2Fevil.example", "/noord-limburg/../..", "", "http:evil", "/noord-limburg\r\nX: y",
    ]
  )
  func redirects(target: String) async throws {
    let browser = try await TestBrowser(try await TestSite())
    let escaped = target.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    let answer = try await browser.post("/taal", "taal=en&terug=\(escaped)")
    #expect(answer.status == .seeOther)
    #expect(answer.headers[.location] == "/")
  }

  @Test("A session ends after 15 minutes of nothing, and what was typed is kept (AU-11)")
  func expiry() async throws {
    let site = try await TestSite()
    let browser = try await TestBrowser(site, as: .administrator)
    let path = Self.region + "/beheer/nieuw"
    let token = try await browser.formToken(on: Self.region + "/beheer/sessies")
    site.clock.move(minutes: 14)
    #expect(try await browser.get(Self.region + "/beheer/sessies").status == .ok)
    site.clock.move(minutes: 16)
    #expect(try await browser.get(Self.region + "/beheer/sessies").status == .seeOther)
    let answer = try await browser.post(path, "_formulier=\(token)&naam=J.+de+Vries%3Cb%3E")
    let text = String(buffer: answer.body)
    #expect(answer.status == .ok)
    #expect(text.contains("Uw sessie is verlopen"))
    #expect(text.contains("J.%20de%20Vries%3Cb%3E"))
    #expect(!text.contains(token))
  }

  @Test("Without the demo there are no buttons, and their address does not exist (AU-12)")
  func noDemo() async throws {
    let site = try await TestSite(isDemo: false)
    let browser = try await TestBrowser(site)
    let page = try await browser.get(Self.region + "/toegang/aanmelden")
    #expect(!String(buffer: page.body).contains("toegang/demo"))
    #expect(String(buffer: page.body).contains("current-password"))
    let tried = try await browser.post(Self.region + "/toegang/demo", "rol=administrator")
    #expect(tried.status == .notFound)
  }

  @Test("Sizes are limited before anything is read (WB-10)")
  func sizes() async throws {
    let browser = try await TestBrowser(try await TestSite())
    let long = "/" + String(repeating: "a", count: 9_000)
    #expect(try await browser.get(long).status == .notFound)
    let body = "naam=" + String(repeating: "a", count: 2 << 20)
    let answer = try await browser.post(Self.region + "/toegang/aanmelden", body)
    #expect(answer.status == .contentTooLarge)
    let json = try await browser.post(
      Self.region + "/toegang/aanmelden",
      "{}",
      headers: [.contentType: "application/json"]
    )
    #expect(json.status == .unsupportedMediaType)
  }

  @Test("A name with marks of HTML in it stays text (WB-04)")
  func escaping() async throws {
    let browser = try await TestBrowser(try await TestSite(), as: .policyAdviser)
    let mark = "%22%3E%3Cscript%3Ealert(1)%3C/script%3E"
    let answer = try await browser.get(Self.region + "/landschap/segmenten?zoek=\(mark)")
    let text = String(buffer: answer.body)
    #expect(!text.contains("<script>alert"))
  }
}

/// A form as somebody else would send it.
struct SentForm: Sendable {
  let name: String
  /// With `TOKEN` and `OTHER` where the tokens of the two sessions go.
  let text: String
  /// Nil for that of a page of ours; empty for none.
  let origin: String?

  init(_ name: String, _ text: String, origin: String? = nil) {
    self.name = name
    self.text = text
    self.origin = origin
  }
}
