import Accounts
import Commissioning
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Quantities
import Region
import Testing
import Web

/// The pages of the room, asked for by a browser of few words.
@Suite("Pages of commissioning")
struct CommissioningPageTests {
  private func site() async throws -> TestSite { try await TestSite([.strategy, .contracts]) }

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
