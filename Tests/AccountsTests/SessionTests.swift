import Accounts
import Foundation
import GRDB
import Quantities
import Testing

@Suite("AU-10, AU-11, AU-12, AZ-06: sessions")
struct SessionTests {
  private static let towns: Reach = .municipalities([AccountDesk.municipality])

  private func isOpen(_ desk: AccountDesk, _ token: SessionToken) async -> Bool {
    (try? await desk.store.session(token, at: desk.now)) != nil
  }

  @Test("AU-11: 14:59 without use is no end, 15:01 is; use goes on, also over a restart")
  func idle() async throws {
    let desk = try await AccountDesk()
    let person = try await desk.enrol("m.vos", (.backOfficeOfficer, Self.towns))
    for _ in 0..<3 {
      desk.pass(seconds: 14 * 60 + 59)
      #expect(await isOpen(desk, person.token))
    }
    try await desk.reopen()
    desk.pass(seconds: 13 * 60)
    #expect(await isOpen(desk, person.token))
    desk.pass(seconds: 15 * 60 + 1)
    #expect(await !isOpen(desk, person.token))
  }

  @Test("AU-11: ten hours is the end, however busy, and no change of token moves it")
  func absolute() async throws {
    let desk = try await AccountDesk()
    var person = try await desk.enrol("m.vos", (.backOfficeOfficer, Self.towns))
    for _ in 0..<(10 * 6 - 1) {
      desk.pass(seconds: 600)
      #expect(await isOpen(desk, person.token))
      person.token = try await desk.store.stepUp(
        person.token,
        code: desk.code(of: person),
        at: desk.now
      )
    }
    desk.pass(seconds: 599)
    #expect(await isOpen(desk, person.token))
    desk.pass(seconds: 1)
    #expect(await !isOpen(desk, person.token))
  }

  @Test("AU-10: what stands in the file opens nothing, and signing out ends it on the server")
  func stored() async throws {
    let desk = try await AccountDesk()
    let person = try await desk.enrol("m.vos", (.backOfficeOfficer, Self.towns))
    let digest = try Content(desk.file).text("SELECT lower(hex(digest)) FROM session")
    let copied = try #require(SessionToken(digest))
    #expect(await !isOpen(desk, copied))
    let cookie = Data(person.token.cookieValue.utf8)
    #expect(try Content(desk.file).bytes().firstRange(of: cookie) == nil)
    try await desk.store.signOut(person.token, at: desk.now)
    #expect(await !isOpen(desk, person.token))
    try await desk.store.signOut(person.token, at: desk.now)
  }

  @Test("AU-12: fresh for five minutes, then again after a code, under a new token")
  func stepUp() async throws {
    let desk = try await AccountDesk()
    let person = try await desk.enrol("a.beheer", (.administrator, .region))
    desk.pass(seconds: 299)
    var session = try await desk.store.session(person.token, at: desk.now)
    #expect(try session.grant(.manageUsers, at: desk.now) != nil)
    desk.pass(seconds: 1)
    session = try await desk.store.session(person.token, at: desk.now)
    let now = desk.now
    for right in Right.allCases where right.needsFreshAuthentication {
      guard let principal = session.principal, Rights.grant(right, to: principal) != nil else {
        continue
      }
      await expectRefusal(.notFresh, "\(right)") { _ = try session.grant(right, at: now) }
    }
    #expect(try session.grant(.seeUsers, at: desk.now) != nil)
    await expectRefusal(.notFresh) {
      _ = try await desk.store.beginFactor(person.token, issuer: "Regie", at: desk.now)
    }
    await expectRefusal(.notFresh) {
      _ = try await desk.store.renewRecoveryCodes(person.token, at: desk.now)
    }
    await expectRefusal(.notFresh) {
      try await desk.store.changePassword(
        "negen paarse schuiten zingen",
        policy: AccountDesk.policy,
        person.token,
        at: desk.now
      )
    }
    await expectRefusal(.wrong) {
      _ = try await desk.store.stepUp(person.token, code: "nee", at: desk.now)
    }
    let next = try await desk.store.stepUp(person.token, code: desk.code(of: person), at: desk.now)
    #expect(await !isOpen(desk, person.token))
    session = try await desk.store.session(next, at: desk.now)
    #expect(try session.grant(.manageUsers, at: desk.now) != nil)
    try await desk.store.changePassword(
      "negen paarse schuiten zingen",
      policy: AccountDesk.policy,
      next,
      at: desk.now
    )
    _ = try await desk.signIn("a.beheer", "negen paarse schuiten zingen")
  }

  @Test("AU-10: another role, another token; a role of somebody else is none")
  func roles() async throws {
    let desk = try await AccountDesk()
    let other = try await desk.enrol("c.das", (.policyAdviser, .region))
    let person = try await desk.enrol(
      "m.vos",
      (.backOfficeOfficer, Self.towns),
      (.controller, .region)
    )
    let session = try await desk.store.session(person.token, at: desk.now)
    #expect(session.acting?.role == .backOfficeOfficer && session.roles.count == 2)
    let theirs = try await desk.store.session(other.token, at: desk.now).roles[0].number
    await expectRefusal(.noSuchRole) {
      _ = try await desk.store.takeRole(theirs, person.token, at: desk.now)
    }
    let next = try await desk.store.takeRole(
      session.roles[1].number,
      person.token,
      at: desk.now
    )
    #expect(await !isOpen(desk, person.token))
    #expect(try await desk.store.session(next, at: desk.now).principal?.role == .controller)
  }

  @Test(
    "AZ-06: a role that ends is gone at the next request, and one that begins later is not there yet"
  )
  func ended() async throws {
    let desk = try await AccountDesk()
    let person = try await desk.enrol("m.vos", (.backOfficeOfficer, Self.towns))
    let session = try await desk.store.session(person.token, at: desk.now)
    let number = try #require(session.acting?.number)
    let yesterday = desk.now.today.adding(days: -1)
    try await desk.store.applyAtBeginning(
      .end(assignment: number, last: yesterday),
      to: person.user,
      at: desk.now
    )
    let tomorrow = desk.now.today.adding(days: 1)
    try await desk.store.applyAtBeginning(
      .give(RoleRequest(.controller, .region, from: tomorrow, through: tomorrow)),
      to: person.user,
      at: desk.now
    )
    let after = try await desk.store.session(person.token, at: desk.now)
    #expect(after.principal == nil && after.roles.isEmpty)
    #expect(try after.grant(.seeClaims, at: desk.now) == nil)
  }

  @Test("AU-11: users see and end their own sessions, and nobody else's")
  func own() async throws {
    let desk = try await AccountDesk()
    let person = try await desk.enrol("m.vos", (.backOfficeOfficer, Self.towns))
    let other = try await desk.enrol("c.das", (.controller, .region))
    desk.pass(seconds: 60)
    let second = try await desk.signInWhole(person)
    let mine = try await desk.store.sessions(of: person.user, at: desk.now)
    #expect(mine.count == 2)
    let theirs = try await desk.store.sessions(of: other.user, at: desk.now)
    await expectRefusal(.noSession) {
      try await desk.store.endSession(theirs[0].id, of: person.user, at: desk.now)
    }
    let current = try await desk.store.session(second, at: desk.now)
    for session in mine where session.id != current.id {
      try await desk.store.endSession(session.id, of: person.user, at: desk.now)
    }
    #expect(await !isOpen(desk, person.token))
    #expect(await isOpen(desk, second))
    #expect(await isOpen(desk, other.token))
  }

  @Test("AU-11: an account disabled by another process ends at the next request")
  func otherProcess() async throws {
    let desk = try await AccountDesk()
    let person = try await desk.enrol("m.vos", (.backOfficeOfficer, Self.towns))
    #expect(await isOpen(desk, person.token))
    let beside = try await AccountStore.open(
      in: desk.folder,
      key: AccountDesk.key,
      settings: desk.settings
    )
    try await beside.setDisabled(true, person.user, by: .commandLine, at: desk.now)
    #expect(await !isOpen(desk, person.token))
    try beside.close()
  }

  @Test("The file is its owner's alone, and opens with its own key only")
  func file() async throws {
    let desk = try await AccountDesk()
    for suffix in ["", "-wal"] {
      let attributes = try FileManager.default.attributesOfItem(atPath: desk.file + suffix)
      #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600, "\(suffix)")
    }
    for key in [[UInt8](repeating: 8, count: 32), [], [UInt8](repeating: 7, count: 31)] {
      do {
        _ = try await AccountStore.open(in: desk.folder, key: key, settings: desk.settings)
        Issue.record("opened with another key")
      } catch let failure as AccountFailure {
        #expect(failure.reason == .wrongKey)
      }
    }
  }

  @Test("The demo has a user for every role, in memory, without password, invitation or file")
  func demo() async throws {
    let desk = try await AccountDesk()
    let demo = try await DemoAccounts(
      DemoPermit(),
      municipalities: [AccountDesk.municipality],
      provider: AccountDesk.chamber,
      settings: desk.settings,
      at: desk.now
    )
    #expect(Set(demo.people.map(\.role)) == Set(Role.allCases))
    for role in Role.allCases {
      let token = try await demo.signIn(as: role, at: desk.now)
      let session = try await demo.store.session(token, at: desk.now)
      #expect(session.principal?.role == role)
      await expectRefusal(.wrong) {
        _ = try await demo.store.signIn(
          name: session.signInName,
          password: "",
          network: "n-\(role)",
          at: desk.now
        )
      }
    }
    for user in try await demo.store.users() {
      #expect(!user.hasPassword && !user.hasSecondFactor)
    }
    #expect(try await desk.store.users().isEmpty)
  }

  @Test("Only the command that shows the demo makes its permit")
  func permit() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Sources")
    let files = FileManager.default.enumerator(atPath: root.path)
    while let name = files?.nextObject() as? String {
      guard name.hasSuffix(".swift"), !name.hasPrefix("regie/Demo/") else { continue }
      let text = try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)
      #expect(!text.contains("DemoPermit("), "\(name)")
    }
  }
}
