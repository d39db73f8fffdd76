import Accounts
import Foundation
import HTTPTypes
import HummingbirdTesting
import Quantities
import Testing
import Web

@Suite("Doors of the forms by which a region is changed")
struct DeedDoorTests {
  private static let paths = [
    "inkoop/plafonds/c2/voordragen", "inkoop/contracten/nieuw", "inkoop/contracten/c1/tarief",
    "inkoop/contracten/c1/indexering", "geldstroom/publicaties/voordragen",
  ]

  @Test("Every role opens and sends what its rights give, and nothing else (AZ-01)")
  func roles() async throws {
    let site = try await DeedSite()
    let before = await site.entryCount
    for role in Role.allCases {
      let browser = try await site.browser(role)
      let principal = try site.principal(role)
      let token = try await browser.formToken(on: DeedSite.region + "/beheer/sessies")
      for path in Self.paths {
        let whole = "\(DeedSite.region)/\(path)"
        guard case .region(_, let page) = try #require(Address(path: whole)),
          case .right(let right) = page.need
        else { continue }
        let may = Rights.grant(right, to: principal) != nil
        #expect(try await browser.get(whole).status == (may ? .ok : .notFound), "\(role) \(path)")
        let sent = try await browser.post(whole, "_formulier=\(token)&_stap=voordragen&reden=x")
        #expect(sent.status == (may ? .badRequest : .notFound), "\(role) \(path)")
      }
    }
    #expect(await site.entryCount == before)
  }

  @Test("Buttons are shown to who may press them")
  func buttons() async throws {
    let site = try await DeedSite()
    for (role, mark, isShown) in [
      (Role.contractManager, "plafonds/c2/voordragen", true),
      (.controller, "plafonds/c2/voordragen", true), (.lawyer, "plafonds/c2/voordragen", false),
      (.purchaser, "contracten/c2/tarief", true), (.controller, "contracten/c2/tarief", false),
    ] {
      let browser = try await site.browser(role)
      let page = try await browser.get(DeedSite.region + "/inkoop/contracten/c2")
      #expect(SentPage(page).text.contains(mark) == isShown, "\(role) \(mark)")
    }
  }

  @Test("A form from elsewhere, or without a token, proposes and decides nothing (WB-05)")
  func foreign() async throws {
    let site = try await DeedSite()
    let manager = try await site.browser(.contractManager)
    let controller = try await site.browser(.controller)
    let proposal = try await site.proposeCeiling(manager)
    let form = SentPage(try await controller.get(proposal)).form(at: proposal, with: "goedkeuren")
    let before = await site.entryCount
    let elsewhere = try await controller.post(
      proposal,
      form,
      headers: [.origin: "https://evil.example"]
    )
    #expect(elsewhere.status == .forbidden)
    let bare = form.replacingOccurrences(of: "_formulier", with: "weg")
    #expect(try await controller.post(proposal, bare).status == .forbidden)
    // The token of another session.
    #expect(try await manager.post(proposal, form).status == .forbidden)
    #expect(await site.entryCount == before)
    let pending = try await site.site.accounts.proposals(for: site.principal(.controller))
    #expect(pending.map(\.state) == [.pending])
  }

  @Test("A session that ends in the middle of a proposal keeps what was typed (AU-11)")
  func expiry() async throws {
    let site = try await DeedSite()
    let path = DeedSite.region + "/inkoop/plafonds/c2/voordragen"
    var manager = try await site.browser(.contractManager)
    let form = SentPage(try await manager.get(path))
    let sent = form.form(
      at: path,
      ["besluit": "besluiten", "bedrag": "123.456", "tot": "2027-12-31", "reden": "Lang verhaal"]
    )
    site.site.clock.move(minutes: 20)
    let ended = SentPage(try await manager.post(path, sent))
    #expect(ended.text.contains("Uw sessie is verlopen"))
    let entered = try await manager.post(
      DeedSite.region + "/toegang/demo",
      ended.form(at: "/toegang/demo", with: Role.contractManager.rawValue)
    )
    manager.takeCookie(entered)
    let restored = SentPage(try await manager.post(path, SentPage(entered).form(at: path)))
    #expect(restored.text.contains("123.456") && restored.text.contains("Lang verhaal"))
    #expect(try await site.site.accounts.proposals(for: site.principal(.controller)).isEmpty)
  }
}
