import Accounts
import Foundation
import Glibc
import Synchronization
import Testing

@Suite("AU-06, AU-09: what a guess costs, and what it tells")
struct GuessTimingTests {
  /// Dear enough that the hash is nearly all of the work, and cheap enough for many tries.
  private static let cost = ScryptCost(logRounds: 12, blockSize: 8, parallelism: 1)

  @Test("A name that exists, one that does not and one without a password take the same time")
  func medians() async throws {
    let desk = try await AccountDesk(cost: Self.cost)
    _ = try await desk.enrol("k.kievit", (.controller, .region))
    _ = try await desk.add("u.uitgenodigd", (.controller, .region))
    let names = ["k.kievit", "n.niemand", "u.uitgenodigd"]
    var times = [String: [Duration]]()
    for round in 0..<25 {
      // The order changes, and nobody is held back.
      desk.pass(seconds: 2 * 86_400)
      for place in 0..<3 {
        let name = names[(place + round) % 3]
        let time = await ContinuousClock().measure {
          await expectRefusal(.wrong) {
            _ = try await desk.signIn(
              name,
              "een verkeerd wachtwoord",
              network: "n\(round).\(place)"
            )
          }
        }
        times[name, default: []].append(time)
      }
    }
    // The quickest tries, to which other tests on the same machine add least.
    let typical = times.mapValues { $0.sorted()[2] }
    let slowest = try #require(typical.values.max())
    let fastest = try #require(typical.values.min())
    // The requirement says 10 % on a quiet machine; this one is seldom quiet.
    #expect(fastest > slowest * 0.7, "\(typical)")
  }

  @Test("Fifty people who sign in at once take two hashes of memory, one after the other")
  func atOnce() async throws {
    let desk = try await AccountDesk(cost: Self.cost)
    _ = try await desk.enrol("k.kievit", (.controller, .region))
    let store = desk.store
    let now = desk.now
    let refusals = await withTaskGroup(of: AccountRefusal?.self) { group in
      for number in 0..<50 {
        group.addTask {
          do {
            _ = try await store.signIn(
              name: number % 2 == 0 ? "k.kievit" : "naam.\(number)",
              password: "een verkeerd wachtwoord",
              network: "n\(number)",
              at: now
            )
            return nil
          } catch {
            return error as? AccountRefusal
          }
        }
      }
      return await group.reduce(into: [AccountRefusal?]()) { $0.append($1) }
    }
    #expect(refusals.count == 50)
    #expect(refusals.count { $0 == .wrong } >= 30)
    #expect(await desk.settings.gate.peak == 2)
  }

  @Test("While hashes run, the threads on which pages are made are free")
  func free() async throws {
    let width = ProcessInfo.processInfo.activeProcessorCount
    let gate = HashGate(limit: 2 * width)
    let end = Latch()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<(2 * width) {
        group.addTask {
          // What a hash does to the one who computes it: nothing else happens there.
          try await gate.run { while !end.isOpen { usleep(1_000) } }
        }
      }
      // A thread of the test, which is free whatever the pool does: were the hashes in the way of
      // the tasks below, nobody else would ever end them.
      let rescued = Latch()
      Thread.detachNewThread {
        for _ in 0..<9_000 where !end.isOpen { usleep(100_000) }
        if !end.isOpen { rescued.open() }
        end.open()
      }
      while await gate.peak < 2 * width { await Task.yield() }
      for _ in 0..<100 { await Task {}.value }
      #expect(!rescued.isOpen, "the tasks waited for the hashes")
      end.open()
      try await group.waitForAll()
    }
  }
}

/// Something that is opened once.
private final class Latch: Sendable {
  private let value = Atomic<Bool>(false)

  var isOpen: Bool { value.load(ordering: .relaxed) }

  func open() { value.store(true, ordering: .relaxed) }
}
