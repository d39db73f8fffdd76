import Accounts
import Foundation
import HTTPTypes
import HummingbirdTesting
import Synchronization
import Testing
import Web

/// Keeps the lines of requests, as they would be written.
final class KeptLog: RequestLog {
  private let kept = Mutex<[String]>([])

  var lines: [String] { kept.withLock { $0 } }

  func note(_ record: RequestRecord) { kept.withLock { $0.append(record.line) } }
}

@Suite("LG-13, WB-12: what was typed stands in no log, no counter and no page of trouble")
struct LogCanaryTests {
  private static let canaries = [
    "999990019", "geheim-wachtwoord-kanarie", "kanarie-token-0123456789abcdef",
    "regel\r\n{\"at\":\"vals\"}", "\u{1B}[31mrood", "<script>kanarie</script>", "kanarie@voorbeeld",
  ]

  /// Parts of them that survive any escaping.
  private static let marks = ["999990019", "kanarie", "vals", "[31m", "rood"]

  @Test("Canaries in every path, query, field, header, cookie and file name: no hit")
  func nowhere() async throws {
    let log = KeptLog()
    let site = try await TestSite([.messages], log: log)
    let somebody = try await site.user(.backOfficeOfficer)
    let nobody = try await TestBrowser(site)
    var troubles: [String] = []
    for canary in Self.canaries {
      let escaped = canary.formEscaped
      for user in [somebody, nobody] {
        for path in [
          "/\(escaped)", "\(user.region)/\(escaped)", "\(user.region)/beheer/\(escaped)",
        ] {
          troubles.append(try await user.get(path).text)
        }
        _ = try await user.get("\(user.region)/geldstroom?zoek=\(escaped)&\(escaped)=1")
        var headers: HTTPFields = [.userAgent: "kanarie", .referer: "http://localhost/kanarie"]
        headers[.accept] = "kanarie/999990019"
        _ = try await user.get(user.region, headers: headers)
        for path in ["/toegang/aanmelden", "/toegang/code", "/geldstroom/persoon", "/beheer/nieuw"]
        {
          let text = "naam=\(escaped)&wachtwoord=\(escaped)&code=\(escaped)&\(escaped)=\(escaped)"
          troubles.append(try await user.post(user.region + path, text).text)
        }
      }
      _ = try await somebody.send(
        "\(somebody.region)/geldstroom/aanleveren",
        "bericht",
        name: "kanarie-999990019.xml",
        Array("<x>\(canary)</x>".utf8)
      )
      var thief = nobody
      thief.cookie = "__Host-regie-\(TestSite.slug)=\(canary.formEscaped)"
      _ = try await thief.get("\(thief.region)/beheer")
    }
    let lines = log.lines
    #expect(lines.count > 100)
    for line in lines {
      #expect(!Self.marks.contains { line.contains($0) }, "\(line)")
      #expect(!line.contains("\n"))
      let whole = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      let keys = Set((whole ?? [:]).keys)
      #expect(keys == ["at", "method", "kind", "status", "ms", "bytes", "trace"])
    }
    let metrics = try await nobody.get("/metingen").text
    #expect(metrics.contains("regie_requests_total"))
    #expect(!Self.marks.contains { metrics.contains($0) })
    // The pages on the way in give a form back that was sent without a session, and nothing else.
    for text in troubles where !text.contains("name=\"_bewaard\"") {
      #expect(!Self.marks.contains { text.contains($0) }, "\(text.prefix(2_000))")
    }
  }
}
