import Accounts
import Foundation
import Quantities
import Testing

@Suite("AU-09: guessing is slowed, and nobody is locked out for good")
struct ThrottleTests {
  private static let towns: Reach = .municipalities([AccountDesk.municipality])
  private static let elsewhere = "198.51.100.9"

  /// Guesses as fast as it is let, and says how many guesses were looked at.
  private func guess(
    _ desk: AccountDesk,
    _ name: String,
    times: Int,
    step: Int64,
    network: (Int) -> String
  ) async throws -> Int {
    var looked = 0
    for index in 0..<times {
      let held = try await isHeld {
        _ = try await desk.signIn(name, "gok nummer \(index) van velen", network: network(index))
      }
      if held == nil { looked += 1 }
      desk.pass(seconds: step)
    }
    return looked
  }

  @Test(
    "The first four wrong tries wait for nothing; then a second, two, four ... a quarter of an hour"
  )
  func growing() async throws {
    let desk = try await AccountDesk()
    _ = try await desk.add("m.vos", (.backOfficeOfficer, Self.towns))
    var waits: [Int64] = []
    for index in 0..<22 {
      // Each from another network: only the account's own count holds.
      let network = "203.0.113.\(index)"
      await expectRefusal(.wrong) {
        _ = try await desk.signIn("m.vos", "een fout wachtwoord", network: network)
      }
      let held = try await isHeld {
        _ = try await desk.signIn("m.vos", "een fout wachtwoord", network: "203.0.113.99")
      }
      guard let held else {
        // It was looked at, and counts.
        waits.append(0)
        continue
      }
      let wait = (held.milliseconds - desk.now.milliseconds) / 1_000
      waits.append(wait)
      desk.pass(seconds: wait)
    }
    #expect(waits.prefix(2) == [0, 0])
    #expect(Array(waits.dropFirst(2).prefix(11)) == [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900])
    #expect(waits.dropFirst(12).allSatisfy { $0 == 900 })
  }

  @Test("Of 180 wrong tries a hundred are looked at at most, and the real user comes in meanwhile")
  func hundred() async throws {
    let desk = try await AccountDesk()
    let person = try await desk.enrol("m.vos", (.backOfficeOfficer, Self.towns))
    let looked = try await guess(desk, "m.vos", times: 180, step: 901) { "203.0.\($0 / 180).\($0)" }
    #expect(looked <= 100, "\(looked) looked at")
    #expect(looked >= 95)
    // From the network where the account was used lately, at once.
    _ = try await desk.signInWhole(person)
    // And from anywhere after a day without tries: nothing is locked for good.
    desk.pass(seconds: 86_400)
    _ = try await desk.signInWhole(person, network: Self.elsewhere)
  }

  @Test("Whoever keeps guessing elsewhere for a month never keeps the real user out")
  func besieged() async throws {
    let desk = try await AccountDesk()
    let person = try await desk.enrol("m.vos", (.backOfficeOfficer, Self.towns))
    var looked = 0
    for _ in 0..<30 {
      looked += try await guess(desk, "m.vos", times: 24, step: 3_600) { _ in Self.elsewhere }
      desk.pass(seconds: 30)
      _ = try await desk.signInWhole(person)
    }
    #expect(looked <= 620, "\(looked) guesses looked at in a month")
  }

  @Test("Many tries at the same moment count as many")
  func parallel() async throws {
    let desk = try await AccountDesk()
    _ = try await desk.add("m.vos", (.backOfficeOfficer, Self.towns))
    let (store, now) = (desk.store, desk.now)
    let looked = await withTaskGroup(of: Bool.self) { group in
      for index in 0..<40 {
        group.addTask {
          do {
            _ = try await store.signIn(
              name: "m.vos",
              password: "gok nummer \(index)",
              network: "203.0.113.\(index)",
              at: now
            )
            return true
          } catch AccountRefusal.wrong { return true } catch { return false }
        }
      }
      return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(looked == 5)
  }

  @Test("One network that guesses at many names is slowed, a minute at most")
  func spraying() async throws {
    let desk = try await AccountDesk()
    var looked = 0
    var longest: Int64 = 0
    for index in 0..<200 {
      let held = try await isHeld {
        _ = try await desk.signIn("naam.\(index)", "Welkom op het werk", network: Self.elsewhere)
      }
      if let held { longest = max(longest, held.milliseconds - desk.now.milliseconds) }
      if held == nil { looked += 1 }
      desk.pass(seconds: 1)
    }
    #expect(looked <= 14, "\(looked)")
    #expect((50_000...60_000).contains(longest), "\(longest)")
  }

  @Test("A name that does not exist is answered, counted and slowed as one that does")
  func unknown() async throws {
    let desk = try await AccountDesk()
    _ = try await desk.add("m.vos", (.backOfficeOfficer, Self.towns))
    var answers: [String: [String]] = [:]
    for name in ["m.vos", "niemand"] {
      for index in 0..<12 {
        do {
          let network = "203.0.113.\(name.count)\(index)"
          _ = try await desk.signIn(name, "een fout wachtwoord", network: network)
          answers[name, default: []].append("in")
        } catch let refusal as AccountRefusal {
          answers[name, default: []].append("\(refusal)")
        }
      }
    }
    #expect(answers["m.vos"] == answers["niemand"])
    let kinds = try await desk.store.events(from: 1, limit: 100).filter { $0.kind == .signInFailed }
    #expect(kinds.count == 10)
  }

  @Test("Codes are counted apart: whoever knows the password gets few guesses at the code")
  func codes() async throws {
    let desk = try await AccountDesk()
    let person = try await desk.enrol("m.vos", (.backOfficeOfficer, Self.towns))
    desk.pass(seconds: 60)
    var looked = 0
    for index in 0..<200 {
      let half = try await desk.signIn("m.vos")
      let now = desk.now
      let held = try await isHeld {
        let code = index.isMultiple(of: 2) ? "000000" : "AAAA-BBBB-CCCC-DDDD"
        _ = try await desk.store.confirm(
          half.token,
          code: code,
          network: Self.elsewhere,
          at: now
        )
      }
      if held == nil { looked += 1 }
      desk.pass(seconds: 30)
    }
    #expect(looked <= 21, "\(looked)")
    desk.pass(seconds: 901)
    _ = try await desk.signInWhole(person)
  }

  @Test("Annex E: counters go within a day, and no name or address stands in the file")
  func forgotten() async throws {
    let desk = try await AccountDesk()
    await expectRefusal(.wrong) {
      _ = try await desk.signIn("canarienaam", "kanariewachtwoord", network: "192.0.2.123")
    }
    let bytes = try Content(desk.file).bytes()
    for canary in ["canarienaam", "kanariewachtwoord", "192.0.2.123"] {
      #expect(bytes.firstRange(of: Data(canary.utf8)) == nil, "\(canary)")
    }
    #expect(try Content(desk.file).count("SELECT count(*) FROM throttle") == 2)
    desk.pass(seconds: 86_401)
    _ = try await desk.enrol("m.vos", (.backOfficeOfficer, Self.towns))
    #expect(try Content(desk.file).count("SELECT count(*) FROM throttle") == 0)
  }
}
