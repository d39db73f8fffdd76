import Accounts
import Digests
import Foundation
import HTTPTypes
import HummingbirdTesting
import Journal
import JournalSQLite
import MessagesTesting
import NIOCore
import Quantities
import StorageFaults
import Testing
import Web

@Suite("RL-03, RL-04: the disk of the region stops while its pages are looked at")
struct StoppedDiskTests {
  private static let upload = "/geldstroom/aanleveren"

  /// A region whose journal lies on a disk that fails on command.
  private func onDisk(
    _ body: (TestSite, FailingDisk) async throws -> Void
  ) async throws {
    let folder = FileManager.default.temporaryDirectory.path + "/regie-web-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let disk = FailingDisk(under: folder, seed: 1)
    defer { disk.remove() }
    let site = try await TestSite([.messages]) { plan in
      try SQLiteJournal.create(
        at: "\(folder)/\(plan.slug).sqlite",
        digest: StandardDigest.sha256
      )
    }
    try await body(site, disk)
    try await (site.journal as? SQLiteJournal)?.close()
  }

  private func claim(_ number: Int) -> [UInt8] {
    MessageDraft.claim
      .setting("Header/BerichtIdentificatie/Identificatie", "SCHIJF\(number)")
      .setting("Declaratie/DeclaratieNummer", "D9\(number)")
      .sent()
  }

  /// Whether pages can be looked at and say nothing of what was not kept.
  private func reads(_ user: TestBrowser, without number: Int) async throws {
    let page = try await user.get("\(user.region)/geldstroom/berichten")
    #expect(page.status == .ok)
    #expect(!page.text.contains("D9\(number)"))
    #expect(try await user.get("\(user.region)/geldstroom/regels").status == .ok)
  }

  @Test("A full disk: a page that says so, reading goes on, and writing when there is room")
  func full() async throws {
    try await onDisk { site, disk in
      let user = try await site.user(.backOfficeOfficer)
      #expect(try await user.get("/gereed").status == .ok)
      for number in 1...3 {
        let head = try await site.journal.head()
        disk.fail(.noSpace, atCall: 1)
        let path = user.region + Self.upload
        let answer = try await user.send(path, "bericht", name: "a.xml", claim(number))
        #expect(answer.status == .serviceUnavailable)
        #expect(answer.text.contains("Opslaan lukt nu niet"))
        #expect(try await site.journal.head() == head)
        #expect(try await user.get("/gereed").status == .serviceUnavailable)
        #expect(try await user.get("/gezond").status == .ok)
        try await reads(user, without: number)
        disk.heal()
        let again = try await user.send(path, "bericht", name: "a.xml", claim(number))
        #expect(again.status == .ok)
        #expect(try await site.journal.head() != head)
        #expect(try await user.get("/gereed").status == .ok)
      }
    }
  }

  @Test("A write that failed: nothing more is written, reading goes on, and health says so")
  func failed() async throws {
    try await onDisk { site, disk in
      let user = try await site.user(.backOfficeOfficer)
      let path = user.region + Self.upload
      let head = try await site.journal.head()
      disk.fail(.inputOutput, atCall: 1)
      for number in 1...3 {
        let answer = try await user.send(path, "bericht", name: "a.xml", claim(number))
        #expect(answer.status == .serviceUnavailable)
        #expect(answer.text.contains("Meld het aan de beheerder"))
        disk.heal()
        try await reads(user, without: number)
      }
      #expect(try await site.journal.head() == head)
      #expect(try await user.get("/gereed").status == .serviceUnavailable)
      #expect(try await user.get("/gezond").status == .ok)
    }
  }
}
