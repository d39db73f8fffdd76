import Accounts
import Foundation
import Generators
import Quantities
import Testing

@Suite("AU-04, AU-06, AU-09, AU-12: coming through the door")
struct SignInTests {
  private static let towns: Reach = .municipalities([AccountDesk.municipality])

  @Test("AU-12, AU-04: invitation, password, second factor; the first half gives nothing")
  func whole() async throws {
    let desk = try await AccountDesk()
    let (user, code) = try await desk.add("m.vos", (.backOfficeOfficer, Self.towns))
    let half = try await desk.accept("M.Vos ", code.lowercased())
    #expect(half.stage == .enrolment)
    let early = try await desk.store.session(half.token, at: desk.now)
    #expect(early.principal == nil && early.roles.isEmpty && early.stage == .enrolment)
    for right in Right.allCases { #expect(try early.grant(right, at: desk.now) == nil) }
    await expectRefusal(.noSession) {
      _ = try await desk.store.stepUp(half.token, code: "123456", at: desk.now)
    }
    await expectRefusal(.noSession) {
      _ = try await desk.store.takeRole(1, half.token, at: desk.now)
    }
    await expectRefusal(.noSession) {
      let number = "123456"
      _ = try await desk.store.confirm(
        half.token,
        code: number,
        network: AccountDesk.network,
        at: desk.now
      )
    }
    let factor = try await desk.store.beginFactor(half.token, issuer: "Regie", at: desk.now)
    #expect(factor.address.hasPrefix("otpauth://totp/Regie:m.vos?secret="))
    let secret = try #require(AccountDesk.secret(in: factor.secret))
    #expect(secret.count == 20)
    let right = OneTimeCode.code(secret, step: OneTimeCode.step(at: desk.now.instant))
    let whole = try await desk.store.finishFactor(
      half.token,
      code: right,
      network: AccountDesk.network,
      at: desk.now
    )
    #expect(whole.recoveryCodes.count == 10 && Set(whole.recoveryCodes).count == 10)
    let session = try await desk.store.session(whole.token, at: desk.now)
    #expect(session.principal == Principal(user: user, role: .backOfficeOfficer, reach: Self.towns))
    // AU-10: the token of the first half is worthless now.
    await expectRefusal(.noSession) { _ = try await desk.store.session(half.token, at: desk.now) }
    // AU-07: the code that set the factor is used up.
    let again = try await desk.signIn("m.vos")
    await expectRefusal(.wrong) {
      _ = try await desk.store.confirm(
        again.token,
        code: right,
        network: AccountDesk.network,
        at: desk.now
      )
    }
  }

  @Test("AU-12: an invitation works once, for 24 hours, and a newer one voids it")
  func invitations() async throws {
    let desk = try await AccountDesk()
    let (user, first) = try await desk.add("k.bos", (.backOfficeOfficer, Self.towns))
    let second = try await desk.store.invite(user, by: .commandLine, at: desk.now)
    await expectRefusal(.wrong) { _ = try await desk.accept("k.bos", first) }
    desk.pass(seconds: 24 * 3_600 - 1)
    _ = try await desk.accept("k.bos", second)
    await expectRefusal(.wrong) { _ = try await desk.accept("k.bos", second) }
    let third = try await desk.store.invite(user, by: .commandLine, at: desk.now)
    desk.pass(seconds: 24 * 3_600)
    await expectRefusal(.wrong) { _ = try await desk.accept("k.bos", third) }
    await expectRefusal(.password(.tooShort)) {
      _ = try await desk.accept("k.bos", third, password: "kort")
    }
  }

  @Test("AU-12: a reset never skips the second factor, and ends what was open")
  func reset() async throws {
    let desk = try await AccountDesk()
    let person = try await desk.enrol("a.mol", (.backOfficeOfficer, Self.towns))
    desk.pass(seconds: 60)
    let code = try await desk.store.invite(person.user, by: .commandLine, at: desk.now)
    let half = try await desk.accept("a.mol", code, password: "negen paarse schuiten zingen")
    #expect(half.stage == .secondFactor)
    await expectRefusal(.noSession) {
      _ = try await desk.store.session(person.token, at: desk.now)
    }
    await expectRefusal(.factorKnown) {
      _ = try await desk.store.beginFactor(half.token, issuer: "Regie", at: desk.now)
    }
    await expectRefusal(.wrong) { _ = try await desk.signIn("a.mol") }
    _ = try await desk.store.confirm(
      half.token,
      code: desk.code(of: person),
      network: AccountDesk.network,
      at: desk.now
    )
  }

  @Test("AU-07: a recovery code works once, and only its own user's")
  func recoveryCodes() async throws {
    let desk = try await AccountDesk()
    let person = try await desk.enrol("b.uil", (.backOfficeOfficer, Self.towns))
    let other = try await desk.enrol("c.das", (.backOfficeOfficer, Self.towns))
    func confirm(_ code: String) async throws -> SessionToken {
      let half = try await desk.signIn("b.uil")
      return try await desk.store.confirm(
        half.token,
        code: code,
        network: AccountDesk.network,
        at: desk.now
      )
    }
    _ = try await confirm(person.recoveryCodes[3])
    await expectRefusal(.wrong) { _ = try await confirm(person.recoveryCodes[3]) }
    await expectRefusal(.wrong) { _ = try await confirm(other.recoveryCodes[3]) }
    let token = try await confirm(person.recoveryCodes[4].lowercased())
    #expect(try await desk.store.recoveryCodesLeft(of: person.user) == 8)
    let fresh = try await desk.store.renewRecoveryCodes(token, at: desk.now)
    await expectRefusal(.wrong) { _ = try await confirm(person.recoveryCodes[5]) }
    _ = try await confirm(fresh[0])
  }

  @Test("AU-05: every character counts, and both ways of writing a letter are one")
  func characters() async throws {
    let desk = try await AccountDesk()
    let long = String(
      "één lantaarn, vier knikkers ☂ en zeven zakken grutten voor wie wil".prefix(64)
    )
    let (_, code) = try await desk.add("e.eend", (.backOfficeOfficer, Self.towns))
    _ = try await desk.accept("e.eend", code, password: long)
    _ = try await desk.signIn("e.eend", long)
    _ = try await desk.signIn("e.eend", long.decomposedStringWithCanonicalMapping)
    await expectRefusal(.wrong) { _ = try await desk.signIn("e.eend", String(long.dropLast())) }
    await expectRefusal(.wrong) { _ = try await desk.signIn("e.eend", "") }
    let huge = String(repeating: "x", count: 1 << 20)
    await expectRefusal(.wrong) { _ = try await desk.signIn("e.eend", huge) }
  }

  @Test("AU-06: a hash of lower cost is replaced at sign-in, and one of the same cost is not")
  func rehash() async throws {
    let desk = try await AccountDesk()
    let (_, code) = try await desk.add("f.fret", (.backOfficeOfficer, Self.towns))
    _ = try await desk.accept("f.fret", code)
    func stored() throws -> String { try Content(desk.file).text("SELECT password FROM user") }
    let first = try stored()
    #expect(PasswordHash(first)?.cost == AccountDesk.cheap)
    _ = try await desk.signIn("f.fret")
    #expect(try stored() == first)
    try await desk.reopen(cost: ScryptCost(logRounds: 5, blockSize: 8, parallelism: 1))
    await expectRefusal(.wrong) { _ = try await desk.signIn("f.fret", "iets anders dan dit") }
    #expect(try stored() == first)
    _ = try await desk.signIn("f.fret")
    #expect(PasswordHash(try stored())?.cost.logRounds == 5)
    _ = try await desk.signIn("f.fret")
  }

  @Test("AU-06: the standard cost is N=2^17, r=8, p=1 with 16 bytes of salt")
  func standardCost() async throws {
    let desk = try await AccountDesk(cost: .standard)
    let (_, code) = try await desk.add("g.gans", (.backOfficeOfficer, Self.towns))
    _ = try await desk.accept("g.gans", code)
    let parts = try Content(desk.file).text("SELECT password FROM user").split(separator: "$")
    #expect(parts[1...3] == ["17", "8", "1"] && parts[4].count == 32)
    let clock = ContinuousClock()
    var times: [String: Duration] = [:]
    for name in ["g.gans", "niemand"] {
      times[name] = await clock.measure {
        await expectRefusal(.wrong) { _ = try await desk.signIn(name, "een ander wachtwoord") }
      }
    }
    // Both hash once; the proper comparison of medians is one of the pages.
    let known = try #require(times["g.gans"])
    let unknown = try #require(times["niemand"])
    #expect(unknown > known / 3 && known > unknown / 3, "\(known) and \(unknown)")
  }

  @Test("AU-11: a disabled account gets the answer of one that does not exist")
  func disabled() async throws {
    let desk = try await AccountDesk()
    let person = try await desk.enrol("h.haas", (.backOfficeOfficer, Self.towns))
    try await desk.store.setDisabled(true, person.user, by: .commandLine, at: desk.now)
    await expectRefusal(.noSession) {
      _ = try await desk.store.session(person.token, at: desk.now)
    }
    await expectRefusal(.wrong) { _ = try await desk.signIn("h.haas") }
    try await desk.store.setDisabled(false, person.user, by: .commandLine, at: desk.now)
    await expectRefusal(.noSession) {
      _ = try await desk.store.session(person.token, at: desk.now)
    }
    _ = try await desk.signIn("h.haas")
  }
}
