import Accounts
import Foundation
import GRDB
import Generators
import People
import Quantities
import Rules
import StorageFaults
import Testing

@Suite("RL-01, RL-03, RL-04: accounts on a disk that fails")
struct AccountFaultTests {
  @Test(
    "When call 1 to 24 fails, each change is there wholly or not at all, and what was told is there",
    arguments: DiskFault.allCases
  )
  func everyCall(_ fault: DiskFault) async throws {
    let seed = SeededGenerator.freshSeed()
    var struck = 0
    for number in 1...24 {
      let context: Comment = "\(fault) at call \(number), seed \(seed)"
      let desk = try await AccountDesk(seed: seed &+ UInt64(number))
      try desk.store.close()
      let disk = FailingDisk(under: desk.folder, seed: seed &+ UInt64(number))
      defer { disk.remove() }
      disk.fail(fault, atCall: number)
      var told: Set<String> = []
      for round in 0..<4 {
        guard
          let store = try? await AccountStore.open(
            in: desk.folder,
            key: AccountDesk.key,
            settings: desk.settings
          )
        else { continue }
        for part in 0..<3 {
          let name = "naam.\(round).\(part)"
          do {
            let user = try await Self.add(name, to: store, at: desk.now)
            told.insert(user.description)
          } catch let failure as AccountFailure {
            #expect(failure.text.dutch.contains("accounts.sqlite"), context)
          }
        }
        try? store.close()
      }
      if disk.hasStruck { struck += 1 }
      disk.heal()
      try await desk.reopen()
      try await Self.check(desk, told, context)
    }
    #expect(struck > 12)
  }

  private static func add(
    _ name: String,
    to store: AccountStore,
    at now: Moment
  ) async throws -> UserKey {
    try await store.addUser(
      signInName: name,
      displayName: name,
      by: .commandLine,
      at: now
    ).user
  }

  /// Every user that was told is there, with the two events of the same change.
  private static func check(
    _ desk: AccountDesk,
    _ told: Set<String>,
    _ context: Comment
  ) async throws {
    let users = Set(try await desk.store.users().map(\.key.description))
    #expect(users.isSuperset(of: told), context)
    let count = try await desk.store.verifyEvents().count
    let events = try await desk.store.events(from: 1, limit: Int(count))
    for kind in [SecurityEvent.Kind.userAdded, .invited] {
      let subjects = events.filter { $0.kind == kind }.map(\.subject)
      #expect(Set(subjects) == users && subjects.count == users.count, context)
    }
  }

  /// Accounts on a disk of their own, with somebody in them.
  private func onDisk() async throws -> (AccountDesk, SignedIn, FailingDisk) {
    let desk = try await AccountDesk()
    let person = try await desk.enrol("v.vink", (.controller, .region))
    try desk.store.close()
    let disk = FailingDisk(under: desk.folder, seed: 1)
    try await desk.reopen(closing: false)
    return (desk, person, disk)
  }

  private func failure(_ desk: AccountDesk, _ name: String) async throws -> AccountFailure? {
    do {
      _ = try await Self.add(name, to: desk.store, at: desk.now)
      return nil
    } catch let failure as AccountFailure {
      return failure
    }
  }

  @Test(
    "A full disk is one clear sentence, reading goes on, and so does the work when there is room"
  )
  func full() async throws {
    let (desk, person, disk) = try await onDisk()
    defer { disk.remove() }
    for round in 0..<5 {
      disk.fail(.noSpace, atCall: 1)
      let found = try await failure(desk, "naam.\(round)")
      #expect(found?.reason == .diskFull)
      #expect(found?.text.dutch.contains("de schijf is vol") == true)
      #expect(try await desk.store.session(person.token, at: desk.now).user == person.user)
      #expect(try await desk.store.users().count == round + 1)
      disk.heal()
      #expect(try await failure(desk, "naam.\(round)") == nil)
    }
    #expect(try await desk.store.verifyEvents().count > 10)
  }

  @Test("After a write that failed nothing more is written until a new start, and reading goes on")
  func failed() async throws {
    let (desk, person, disk) = try await onDisk()
    defer { disk.remove() }
    disk.fail(.inputOutput, atCall: 1)
    let first = try await failure(desk, "naam.een")
    #expect(first?.reason == .notWritable)
    disk.heal()
    #expect(try await failure(desk, "naam.twee")?.reason == .stopped)
    #expect(try await desk.store.session(person.token, at: desk.now).user == person.user)
    try await desk.reopen()
    #expect(try await failure(desk, "naam.drie") == nil)
    #expect(try await desk.store.users().map(\.signInName).contains("naam.drie"))
  }

  @Test("A file that was damaged is refused or read right, and never ends the program")
  func damaged() async throws {
    let desk = try await AccountDesk()
    _ = try await desk.enrol("s.spreeuw", (.controller, .region))
    try desk.store.close()
    let good = try Data(contentsOf: URL(fileURLWithPath: desk.file))
    let seed = SeededGenerator.freshSeed()
    var generator = SeededGenerator(seed: seed)
    for round in 0..<60 {
      var bytes = good
      switch round % 3 {
      case 0: bytes = bytes.prefix(generator.number(0...bytes.count - 1))
      case 1: for _ in 0..<40 { bytes[generator.number(0...bytes.count - 1)] ^= 0xFF }
      default: bytes.replaceSubrange(0..<min(100, bytes.count), with: generator.bytes(100))
      }
      for suffix in ["-wal", "-shm"] { unlink(desk.file + suffix) }
      try Data(bytes).write(to: URL(fileURLWithPath: desk.file))
      do {
        let store = try await AccountStore.open(
          in: desk.folder,
          key: AccountDesk.key,
          settings: desk.settings
        )
        _ = try? await store.users()
        _ = try? await store.verifyEvents()
        _ = try? await store.signIn(name: "s.spreeuw", password: "x", network: "n", at: desk.now)
        try? store.close()
      } catch let failure as AccountFailure {
        #expect(failure.text.dutch.hasSuffix("."), "seed \(seed), round \(round)")
      }
    }
  }
}
