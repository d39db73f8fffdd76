import Accounts
import HTTPTypes
import HummingbirdTesting
import Landscape
import NIOCore
import StrategyFiles
import Testing
import Web

/// The pages of the room over a region with one strategy.
@Suite("Pages of the landscape")
struct LandscapePageTests {
  private static let room = "/\(TestSite.slug)/landschap"

  /// Every page of the room, with one segment of the strategy.
  private static func paths() throws -> [String] {
    let strategy = try #require(ShippedStrategy.noordLimburgWmo.strategy)
    let segment = try #require(strategy.segments.first { !$0.obstacles.isEmpty })
    let rules = SteeringElement.allCases.map {
      "/regels/\(strategy.code)/\(segment.code)/\($0.rawValue)"
    }
    return [
      "", "/segmenten", "/segmenten?stand=belemmerd", "/segmenten/\(strategy.code)/\(segment.code)",
      "/doelen", "/besluiten", "/versies", "/vergelijking", "/vergelijking?van=1&naar=1", "/markt",
      "/markt?jaar=2025&grens=50&wet=wmo", "?geldig=2001-01-01", "/doelen?geldig=2001-01-01",
    ] + rules
  }

  @Test("AC: one heading of the first level, order, captions and labels, in both languages")
  func structure() async throws {
    let browser = try await TestBrowser(try await TestSite(), as: .policyAdviser)
    for path in try Self.paths() {
      for language in ["nl", "en"] {
        let cookie = "\(browser.cookie ?? ""); __Host-regie-taal=\(language)"
        var other = browser
        other.cookie = cookie
        let response = try await other.get(Self.room + path)
        #expect(response.status == .ok, "\(path)")
        let structure = PageStructure(String(buffer: response.body))
        #expect(structure.faults == [], "\(path)")
      }
    }
  }

  @Test("Every link of a page leads to an address that exists")
  func links() async throws {
    let browser = try await TestBrowser(try await TestSite(), as: .policyAdviser)
    for path in try Self.paths() {
      let page = PageStructure(String(buffer: try await browser.get(Self.room + path).body))
      for link in page.all("a").compactMap({ $0.attributes["href"] }) where link.hasPrefix("/") {
        let plain = String(link.prefix { $0 != "?" && $0 != "#" })
        #expect(Address(path: plain) != nil, "\(path): \(link)")
      }
    }
  }

  @Test(
    "What does not exist is not found",
    arguments: [
      "/segmenten/niets/s1", "/regels/niets/s1/contract", "/regels/nl-wmo-2022/niets/contract",
    ]
  )
  func absent(path: String) async throws {
    let browser = try await TestBrowser(try await TestSite(), as: .policyAdviser)
    #expect(try await browser.get(Self.room + path).status == .notFound)
  }

  @Test("IM-03, IM-04: a list is a file for whoever may export, and not found for others")
  func files() async throws {
    let site = try await TestSite()
    let adviser = try await TestBrowser(site, as: .policyAdviser)
    let member = try await TestBrowser(site, as: .councilMember)
    for page in ["/segmenten", "/doelen", "/besluiten", "/versies"] {
      let csv = try await adviser.get(Self.room + page + "?vorm=csv")
      #expect(csv.status == .ok)
      #expect(csv.headers[.contentType] == "text/csv; charset=utf-8")
      #expect(csv.headers[.contentDisposition]?.hasPrefix("attachment") == true)
      #expect(Array(csv.body.readableBytesView.prefix(3)) == [0xEF, 0xBB, 0xBF])
      let xlsx = try await adviser.get(Self.room + page + "?vorm=xlsx")
      #expect(Array(xlsx.body.readableBytesView.prefix(2)) == [0x50, 0x4B])
      #expect(try await member.get(Self.room + page + "?vorm=csv").status == .notFound)
      #expect(try await member.get(Self.room + page).status == .ok)
    }
    #expect(try await member.get(Self.room + "/markt").status == .notFound)
  }
}
