import Accounts
import HTTPTypes
import HummingbirdTesting
import Journal
import NIOCore
import People
import Quantities
import Region
import Testing
import Web

/// Two regions with mirrored data, and in the first one a neighbour: whoever asks with the names of
/// what is another's learns nothing, on whatever page.
@Suite("AZ-02: nobody reaches what is another's")
struct BoundaryTests {
  private static let roles: [Role] = [
    .administrator, .backOfficeOfficer, .controller, .provider,
  ]

  /// Names of things of the north, as they stand in addresses and lists there.
  private static let names = [
    "0983", "90001001", "99990101", "c1", "c2", "noord-limburg", "0984", "99990155", "KANARIE9",
  ]

  /// What must not come back in the west, but for what was asked itself.
  private static let canaries = ["0983", "90001001", "99990101", "Noord-Limburg", "KANARIE9"]

  private func sites() async throws -> TestSite {
    try await TestSite(
      [.messages, .contracts, .neighbour],
      regions: [.north, .west]
    )
  }

  private func leaks(_ answer: TestResponse, _ asked: String) -> [String] {
    let said = answer.text + answer.headers.map(\.value).joined(separator: "\n")
    return Self.canaries.filter { said.contains($0) && !asked.contains($0) }
  }

  @Test("A session of one region opens nothing of the other, under either cookie")
  func otherRegion() async throws {
    let site = try await sites()
    let user = try await site.user(.backOfficeOfficer, in: 1)
    let value = try #require(user.cookie?.split(separator: "=", maxSplits: 1).last)
    var forged = user
    forged.cookie = "__Host-regie-noord-limburg=\(value)"
    for path in RightsMatrixTests.paths {
      for browser in [user, forged] {
        let answer = try await browser.get("/noord-limburg/\(path)")
        #expect(answer.status == .seeOther, "\(path)")
        #expect(leaks(answer, "noord-limburg").isEmpty, "\(path)")
      }
    }
  }

  @Test("Names of the north asked in the west: by path, search, filter, count and export")
  func mirrored() async throws {
    let site = try await sites()
    for role in Self.roles {
      let user = try await site.user(role, in: 1)
      for path in RightsMatrixTests.paths {
        for query in [
          "", "?zoek=90001001&gemeente=0983", "?aanbieder=99990101", "?vorm=csv&zoek=KANARIE9",
        ] {
          let asked = "/lekstroom/\(path)\(query)"
          let answer = try await user.get(asked)
          #expect(leaks(answer, asked).isEmpty, "\(role) \(asked): \(leaks(answer, asked))")
        }
      }
      for room in [
        "inkoop/contracten", "inkoop/aanbieders", "geldstroom/regels", "geldstroom/berichten",
        "beheer/gebruikers", "beheer/voorstellen",
      ] {
        for name in Self.names {
          let asked = "/lekstroom/\(room)/\(name)"
          let answer = try await user.get(asked)
          #expect(leaks(answer, asked).isEmpty, "\(role) \(asked)")
        }
      }
    }
  }

  @Test("A user, a session and a person of the north are nobody in the west")
  func keys() async throws {
    let site = try await sites()
    let north = try await site.user(.administrator)
    let west = try await site.user(.administrator, in: 1)
    for person in site.regions[0].demo.people {
      let page = "beheer/gebruikers/\(person.user)"
      #expect(try await north.get("/noord-limburg/\(page)").status == .ok)
      #expect(try await west.get("/lekstroom/\(page)").status == .notFound)
    }
    let officer = try await site.user(.backOfficeOfficer)
    let find = "/geldstroom/persoon"
    let found = try await officer.post(
      officer.region + find,
      [
        ("gemeente", "0983"), ("wet", "wmo"), ("soort", "bsn"), ("nummer", "999900006"),
        ("doel", "3"),
      ]
    )
    #expect(found.status == .ok)
    let client = try #require(
      try await site.accessLog.records(from: 1, limit: 100).last?.request.subjects.first
    )
    let other = try await site.user(.backOfficeOfficer, in: 1)
    let asked = try await other.post(
      other.region + find,
      [("client", client.description), ("doel", "3")]
    )
    #expect(asked.status == .notFound)
    #expect(!asked.text.contains("999900006"))
  }

  @Test("What is of a neighbour in the same region is not there for who works for one municipality")
  func neighbour() async throws {
    let site = try await sites()
    let log = await site.office.published.messages.log
    let theirs = (0..<log.count).map { log[$0] }.filter {
      $0.provider == TestRegion.neighbourCode
    }
    #expect(theirs.count == 2)
    for role in [Role.backOfficeOfficer, .provider] {
      let user = try await site.user(role)
      for path in ["", "/berichten", "/regels", "/toegekend"] {
        for query in ["", "?gemeente=0984", "?zoek=KANARIE9", "?vorm=csv", "?aanbieder=99990155"] {
          let asked = "\(user.region)/geldstroom\(path)\(query)"
          let text = try await user.get(asked).text
          for canary in [TestRegion.neighbourClaim, "99990155"] where !asked.contains(canary) {
            #expect(!text.contains(canary), "\(role) \(asked)")
          }
        }
      }
      for message in theirs {
        let path = "\(user.region)/geldstroom/berichten/\(message.position)"
        #expect(try await user.get(path).status == .notFound, "\(role)")
        for file in ["/bestand", "/antwoord"] {
          let answer = try await user.post(path + file, [("doel", "1")])
          #expect(!answer.text.contains("999900006"), "\(role) \(file)")
          #expect(answer.status != .ok, "\(role) \(file)")
        }
      }
      for row in 3...6 {
        let answer = try await user.get("\(user.region)/geldstroom/regels/\(row)")
        #expect(answer.status == .notFound, "\(role) \(row)")
      }
    }
    // And they are there for who works for the whole region.
    let controller = try await site.user(.controller)
    #expect(try await controller.get("\(controller.region)/geldstroom/regels/3").status == .ok)
  }
}
