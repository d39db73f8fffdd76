import Accounts
import Commissioning
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Quantities
import Region
import Testing
import Web

private typealias Fixture = CommissioningFixture

/// The pages of the room, asked for by a browser of few words.
@Suite("Pages of commissioning")
struct CommissioningPageTests {
  /// A site in which two providers have a contract, the first being the one that signs in.
  private func site() async throws -> TestSite {
    let site = try await TestSite()
    let provider = try #require(TestSite.provider)
    let commands: [ContractCommand] = [
      .recordProvider(
        ProviderRecord(
          chamber: provider,
          name: "Zorg Een",
          claimCodes: [
            ProviderRecord.DatedCode(Fixture.claimCode(1), Fixture.open("2020-01-01"))
          ]
        )
      ),
      .recordProvider(Fixture.record(2, "Zorg <Twee>")),
      .conclude(own(provider)),
      .conclude(Fixture.draft("c2", provider: 2, start: "2025-01-01")),
      .agreeTariff(
        TariffBook.Key(.lot(Fixture.label("regionaal")), Fixture.product),
        Fixture.tariff(6_000, "2025-01-01")
      ),
    ]
    for (place, command) in commands.enumerated() {
      _ = try await site.office.perform(
        .contract(command),
        TestSite.context(UInt64(10 + place))
      )
    }
    return site
  }

  private func own(_ provider: ChamberNumber) -> ContractDraft {
    let draft = Fixture.draft("c1", start: "2025-01-01")
    return ContractDraft(
      code: draft.code,
      provider: provider,
      claimCodes: draft.claimCodes,
      lot: draft.lot,
      municipalities: draft.municipalities,
      products: draft.products,
      form: draft.form,
      variant: draft.variant,
      start: draft.start,
      pattern: draft.pattern
    )
  }

  @Test(
    "Every page of the room has one heading of the first level, and names escape",
    arguments: [
      "", "/programmas", "/procedures", "/dekking", "/aanbieders", "/aanbieders/90000002",
      "/contracten", "/contracten/c2", "/tarieven", "/tarieven?product=02A03", "/plafonds",
      "/leveranciers", "/overgang",
    ]
  )
  func pages(path: String) async throws {
    let browser = try await TestBrowser(try await site(), as: .contractManager)
    let answer = try await browser.get("/\(TestSite.slug)/inkoop\(path)")
    #expect(answer.status == .ok)
    let text = String(buffer: answer.body)
    #expect(text.split(separator: "<h1", omittingEmptySubsequences: false).count == 2)
    #expect(!text.contains("Zorg <Twee>"))
    #expect(!text.contains("style=\""))
  }

  @Test("A provider opens its own contract and sheet, and of others nothing exists (B.21, AZ-02)")
  func provider() async throws {
    let browser = try await TestBrowser(try await site(), as: .provider)
    let own = try #require(TestSite.provider)
    for (path, status) in [
      ("/contracten/c1", 200), ("/contracten/c2", 404), ("/aanbieders/\(own)", 200),
      ("/aanbieders/90000002", 404),
    ] {
      let answer = try await browser.get("/\(TestSite.slug)/inkoop\(path)")
      #expect(answer.status.code == status, "\(path)")
    }
    for path in ["", "/contracten", "/aanbieders", "/tarieven", "/plafonds", "/leveranciers"] {
      let answer = try await browser.get("/\(TestSite.slug)/inkoop\(path)")
      #expect(answer.status == .ok)
      #expect(!String(buffer: answer.body).contains("Twee"), "\(path)")
    }
  }

  @Test("A list comes as CSV with all rows that match")
  func file() async throws {
    let browser = try await TestBrowser(try await site(), as: .contractManager)
    let answer = try await browser.get("/\(TestSite.slug)/inkoop/contracten?vorm=csv")
    #expect(answer.status == .ok)
    let text = String(buffer: answer.body)
    #expect(text.contains("c1") && text.contains("c2"))
  }

  @Test("A thing that is not there does not exist")
  func missing() async throws {
    let browser = try await TestBrowser(try await site(), as: .contractManager)
    for path in [
      "/contracten/x", "/aanbieders/1", "/aanbieders/agb-99999999", "/procedures/x",
      "/programmas/x",
    ] {
      let answer = try await browser.get("/\(TestSite.slug)/inkoop\(path)")
      #expect(answer.status == .notFound, "\(path)")
    }
  }
}
