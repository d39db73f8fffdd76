import Accounts
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Quantities
import Testing
import Web

/// Somebody with a password and an app, who comes in through the pages as a user does.
struct TestPerson {
  static let password = "vier lantaarns dragen soep"

  let site: TestSite
  let user: UserKey
  let name: String
  var secret: [UInt8] = []
  var recoveryCodes: [String] = []
  var browser: TestBrowser

  /// Adds an account with a role, as the command line does; nothing was set up yet.
  static func invited(
    _ name: String,
    _ roles: [RoleRequest],
    at site: TestSite
  ) async throws -> (person: TestPerson, invitation: String) {
    let added = try await site.accounts.addUser(
      signInName: name,
      displayName: name,
      by: .commandLine,
      at: site.moment
    )
    for role in roles {
      let number = try await site.accounts.proposeRights(
        .give(role),
        of: added.user,
        fromCommandLineAt: site.moment
      )
      let person = try #require(site.demo.people.first { $0.role == .administrator })
      let principal = Principal(user: person.user, role: .administrator, reach: person.reach)
      let proposal = try await site.accounts.proposal(number, for: principal)
      _ = try await site.accounts.approve(
        number,
        shown: proposal.digest,
        by: principal,
        at: site.moment
      )
    }
    let browser = try await TestBrowser(site)
    let person = TestPerson(site: site, user: added.user, name: name, browser: browser)
    return (person, added.invitation)
  }

  var signing: String { browser.region + "/toegang" }

  /// The code that the app shows now.
  func code(steps: Int64 = 0) -> String {
    OneTimeCode.code(secret, step: OneTimeCode.step(at: site.clock.now) + steps)
  }

  /// Sends a form of signing in, and keeps the cookie that comes back.
  mutating func send(_ path: String, _ fields: [(String, String)]) async throws -> TestResponse {
    let text = fields.map { "\($0.formEscaped)=\($1.formEscaped)" }.joined(separator: "&")
    let answer = try await browser.post(signing + path, text)
    if let cookie = answer.headers[.setCookie] {
      browser.cookie = String(cookie.prefix { $0 != ";" })
    }
    return answer
  }

  /// Takes the invitation up and sets the second factor.
  mutating func enrol(_ invitation: String) async throws {
    let page = try await send(
      "/uitnodiging",
      [("naam", name), ("uitnodiging", invitation), ("wachtwoord", Self.password)]
    )
    let key = try #require(page.text.firstMatch(of: /<code>([A-Z2-7 ]+)<\/code>/)).output.1
    secret = try #require(Self.bytes(String(key.filter { $0 != " " })))
    let codes = try await send("/code", [("instellen", "ja"), ("code", code())])
    recoveryCodes = codes.text.matches(of: /<code>([A-Z2-7-]+)<\/code>/).map { String($0.output.1) }
    #expect(recoveryCodes.count == 10)
  }

  /// Gives the password, and then the code.
  mutating func signIn(code: String? = nil) async throws -> TestResponse {
    browser.cookie = nil
    _ = try await send("/aanmelden", [("naam", name), ("wachtwoord", Self.password)])
    return try await send("/code", [("code", code ?? self.code())])
  }

  private static func bytes(_ text: String) -> [UInt8]? {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    var (bytes, buffer, count): ([UInt8], UInt32, Int) = ([], 0, 0)
    for letter in text {
      guard let value = alphabet.firstIndex(of: letter) else { return nil }
      buffer = (buffer << 5 | UInt32(value)) & 0xFFFF
      count += 5
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: buffer >> UInt32(count)))
      }
    }
    return bytes
  }
}
