import Accounts
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Quantities
import Testing
import Web

@Suite("Who has to confirm again loses nothing that was typed (AU-11, AU-12)")
struct ConfirmAgainTests {
  private static let region = "/" + TestSite.slug
  private static let path = region + "/beheer/nieuw"
  private static let typed = "aanmeldnaam=j.devries&naam=J.+de+Vries%3Cb%3E"

  @Test("A form that was sent too late goes along, comes back filled in, and is not sent by itself")
  func kept() async throws {
    let site = try await TestSite()
    var browser = try await TestBrowser(site, as: .administrator)
    let token = try await browser.formToken(on: Self.region + "/beheer/sessies")
    let before = try await site.accounts.users().count
    site.clock.move(minutes: 6)
    let asked = try await browser.post(Self.path, "_formulier=\(token)&\(Self.typed)")
    #expect(asked.status == .ok)
    let confirm = SentPage(asked)
    #expect(confirm.text.contains("Bevestig dat u het bent"))
    // The page to confirm on carries the form along; its button makes the session fresh.
    let confirmed = try await browser.post(
      Self.region + "/toegang/opnieuw",
      confirm.form(at: "/toegang/opnieuw")
    )
    #expect(confirmed.status == .ok)
    browser.takeCookie(confirmed)
    let restored = try await browser.post(Self.path, SentPage(confirmed).form(at: "/beheer/nieuw"))
    #expect(restored.status == .ok)
    let page = SentPage(restored)
    #expect(page.text.contains("value=\"j.devries\""))
    #expect(page.text.contains("value=\"J. de Vries&lt;b&gt;\""))
    #expect(try await site.accounts.users().count == before)
    // Sent once more by hand it is carried out.
    let sent = try await browser.post(Self.path, page.form(at: "/beheer/nieuw"))
    #expect(sent.status == .ok)
    #expect(try await site.accounts.users().count == before + 1)
  }

  @Test("The page to confirm on is not made for a form from elsewhere (WB-05)")
  func foreign() async throws {
    let site = try await TestSite()
    let browser = try await TestBrowser(site, as: .administrator)
    let token = try await browser.formToken(on: Self.region + "/beheer/sessies")
    site.clock.move(minutes: 6)
    let none = try await browser.post(Self.path, Self.typed)
    #expect(none.status == .forbidden)
    let elsewhere = try await browser.post(
      Self.path,
      "_formulier=\(token)&\(Self.typed)",
      headers: [.origin: "https://evil.example"]
    )
    #expect(elsewhere.status == .forbidden)
  }
}
