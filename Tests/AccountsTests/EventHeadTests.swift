import Accounts
import Foundation
import GRDB
import People
import Quantities
import Rules
import Testing

@Suite("LG-06, LG-07: the sealed end of the security events")
struct EventHeadTests {
  /// A desk where somebody came in, and then an account was taken out of use.
  private func lived() async throws -> (desk: AccountDesk, older: Data) {
    let desk = try await AccountDesk()
    let person = try await desk.enrol("k.kraai", (.controller, .region))
    try desk.store.close()
    let older = try Data(contentsOf: URL(fileURLWithPath: desk.file))
    try await desk.reopen()
    try await desk.store.setDisabled(true, person.user, by: .commandLine, at: desk.now)
    return (desk, older)
  }

  private func reason(_ body: () async throws -> Void) async -> AccountFailure.Reason? {
    do {
      try await body()
      return nil
    } catch let failure as AccountFailure {
      return failure.reason
    } catch {
      Issue.record("\(error)")
      return nil
    }
  }

  @Test("A tail that was cut off is found, while the accounts are open and when they are opened")
  func cut() async throws {
    let (desk, _) = try await lived()
    let count = try await desk.store.verifyEvents().count
    try desk.tamper("DELETE FROM event WHERE number > \(count - 2)")
    let expected = AccountFailure.Reason.eventsCut(after: count - 2, sealed: count)
    #expect(await reason { _ = try await desk.store.verifyEvents() } == expected)
    #expect(await reason { try await desk.reopen() } == expected)
  }

  @Test("An older copy of the file does not bring a disabled account back")
  func older() async throws {
    let (desk, older) = try await lived()
    let count = try await desk.store.verifyEvents().count
    try desk.store.close()
    try older.write(to: URL(fileURLWithPath: desk.file))
    let found = await reason { _ = try await Self.open(desk) }
    #expect(found == .eventsCut(after: count - 1, sealed: count))
    let text = AccountFailure(.eventsCut(after: count - 1, sealed: count)).text.dutch
    #expect(text.contains("oudere kopie") && text.contains("ontbreken er 1"))

    // Whoever runs the machine can take it, and that is an event of its own.
    let taken = try await AccountStore.take(
      in: desk.folder,
      key: AccountDesk.key,
      settings: desk.settings,
      at: desk.now
    )
    #expect(try await taken.events(from: count, limit: 5).map(\.kind) == [.chainTaken])
    try taken.close()
    let again = try await Self.open(desk)
    #expect(try await again.verifyEvents().count == count)
    try again.close()
  }

  @Test("Without its seal, or with one of another key, a file with events is not opened")
  func missing() async throws {
    let (desk, _) = try await lived()
    try desk.store.close()
    let good = try Data(contentsOf: URL(fileURLWithPath: desk.headFile))
    for bytes in [Data(), Data(good.reversed()), Data(good.map { $0 == 0x31 ? 0x32 : $0 })] {
      try bytes.write(to: URL(fileURLWithPath: desk.headFile))
      #expect(await reason { _ = try await Self.open(desk) } == .noEventHead)
    }
    unlink(desk.headFile)
    #expect(await reason { _ = try await Self.open(desk) } == .noEventHead)
    try good.write(to: URL(fileURLWithPath: desk.headFile))
    try await Self.open(desk).close()
  }

  @Test("A seal of which the last writing was broken off falls back on the one before it")
  func torn() async throws {
    let (desk, _) = try await lived()
    let count = try await desk.store.verifyEvents().count
    try desk.store.close()
    var bytes = try Data(contentsOf: URL(fileURLWithPath: desk.headFile))
    let newest = String(repeating: "0", count: 20 - "\(count)".count) + "\(count)"
    let place = try #require(bytes.firstRange(of: Data(newest.utf8)))
    for index in place.lowerBound + 50..<place.lowerBound + 100 { bytes[index] = 0 }
    try bytes.write(to: URL(fileURLWithPath: desk.headFile))
    let store = try await Self.open(desk)
    #expect(try await store.verifyEvents().count == count)
    try store.close()
  }

  @Test("Two processes that write in turn keep one seal, of the newest event")
  func together() async throws {
    let (desk, _) = try await lived()
    let beside = try await Self.open(desk)
    let user = try await desk.store.users()[0].key
    for round in 0..<10 {
      let store = round % 2 == 0 ? desk.store : beside
      try await store.setDisabled(round % 4 < 2, user, by: .commandLine, at: desk.now)
    }
    let count = try await beside.verifyEvents().count
    try beside.close()
    try desk.tamper("DELETE FROM event WHERE number = \(count)")
    let expected = AccountFailure.Reason.eventsCut(after: count - 1, sealed: count)
    #expect(await reason { _ = try await desk.store.verifyEvents() } == expected)
  }

  private static func open(_ desk: AccountDesk) async throws -> AccountStore {
    try await AccountStore.open(in: desk.folder, key: AccountDesk.key, settings: desk.settings)
  }
}
