import Commissioning
import Journal
import Region
import Testing

private typealias Fixture = RegionFixture

@Suite("The office beside another writer")
struct OfficeConflictTests {
  @Test("What waits is decided again on what the other wrote, up to five times", arguments: 1...5)
  func again(times: Int) async throws {
    let (office, journal) = try await opened()
    for round in 0..<times { await intrude(journal, tariff: 100 + Int64(round)) }
    let answer = try await office.perform(
      .importPrices(Fixture.prices(1)),
      Fixture.context(1)
    )
    #expect(answer.first == Position(Int64(times) + 2))
    #expect(!answer.isRepeated)
    #expect(await office.published.priceLists.count == times + 1)
    #expect(try await office.published.snapshot() == replayed(journal).snapshot())
  }

  @Test("After the fifth time the answer is busy, nothing is written, and work goes on")
  func busy() async throws {
    let (office, journal) = try await opened()
    for round in 0..<6 { await intrude(journal, tariff: 100 + Int64(round)) }
    #expect(
      await isBusy {
        try await office.perform(.importPrices(Fixture.prices(1)), Fixture.context(1))
      }
    )
    #expect(await journal.all().count == 7)
    let answer = try await office.perform(.importPrices(Fixture.prices(1)), Fixture.context(1))
    #expect(answer.first == Position(8))
    #expect(try await office.published.snapshot() == replayed(journal).snapshot())
  }

  @Test("A command that the other writer made pointless is refused")
  func becomesRefused() async throws {
    let (office, journal) = try await opened()
    await intrude(journal, tariff: 1)
    let refused = await refusal {
      try await office.perform(.importPrices(Fixture.prices(1)), Fixture.context(1))
    }
    #expect(refused == .nothingChanges)
    #expect(await journal.all().count == 2)
    #expect(await office.published.priceLists.count == 1)
  }

  @Test("A command that the other writer carried out is answered as carried out, not done twice")
  func carriedOut() async throws {
    let (office, journal) = try await opened()
    await intrude(journal, tariff: 1, Fixture.context(1))
    let answer = try await office.perform(.importPrices(Fixture.prices(1)), Fixture.context(1))
    #expect(answer.isRepeated)
    #expect(answer.first == Position(2))
    await intrude(journal, tariff: 2, Fixture.context(2, body: 77))
    #expect(
      await isClash {
        try await office.perform(.importPrices(Fixture.prices(3)), Fixture.context(2))
      }
    )
    #expect(await journal.all().count == 3)
  }

  @Test("Callers of the batch and those behind it are all decided again, in order")
  func everyone() async throws {
    let (office, journal) = try await opened()
    await journal.hold()
    await intrude(journal, tariff: 7)
    let first = Task {
      try await office.perform(.importPrices(Fixture.prices(1)), Fixture.context(1))
    }
    await journal.untilHeld()
    // Refused on the state to come, accepted once the other's list 7 and this office's 1 stand.
    let same = Task {
      try await office.perform(.importPrices(Fixture.prices(1)), Fixture.context(2))
    }
    await turns()
    let next = Task {
      try await office.perform(.importPrices(Fixture.prices(2)), Fixture.context(3))
    }
    let follower = Task {
      try await office.perform(.importPrices(Fixture.prices(1)), Fixture.context(1))
    }
    await turns()
    await journal.release()
    #expect(try await first.value.first == Position(3))
    #expect(await refusal { try await same.value } == .nothingChanges)
    #expect(try await next.value.first == Position(4))
    let repeated = try await follower.value
    #expect(repeated.isRepeated && repeated.first == Position(3))
    #expect(try await office.published.snapshot() == replayed(journal).snapshot())
  }

  @Test("A refusal that rested on a dropped state is taken back")
  func refusalDropped() async throws {
    let (office, journal) = try await opened()
    await journal.hold()
    await intrude(journal, tariff: 1)
    // The other writer imports list 1 first, so ours is refused, and list 1 stands all the same.
    let first = Task {
      try await office.perform(.importPrices(Fixture.prices(1)), Fixture.context(1))
    }
    await journal.untilHeld()
    let second = Task {
      try await office.perform(.importPrices(Fixture.prices(2)), Fixture.context(2))
    }
    await turns()
    let third = Task {
      try await office.perform(.importPrices(Fixture.prices(2)), Fixture.context(3))
    }
    await turns()
    await journal.release()
    #expect(await refusal { try await first.value } == .nothingChanges)
    #expect(try await second.value.first == Position(3))
    #expect(await refusal { try await third.value } == .nothingChanges)
  }

  @Test(
    "64 callers and a busy neighbour: everything is written once, and the state is the journal's"
  )
  func neighbour() async throws {
    let (office, journal) = try await opened()
    await journal.slow(2)
    for round in 0..<5 { await intrude(journal, tariff: 1_000 + Int64(round)) }
    let done = await withTaskGroup(of: Bool.self) { group in
      for caller in UInt64(1)...64 {
        group.addTask {
          do {
            _ = try await office.perform(
              .importPrices(Fixture.prices(Int64(caller))),
              Fixture.context(caller)
            )
            return true
          } catch { return false }
        }
      }
      return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(done == 64)
    #expect(await journal.all().count == 1 + 5 + 64)
    #expect(try await office.published.snapshot() == replayed(journal).snapshot())
  }

  /// Lets another writer import a price list just before the next append.
  private func intrude(
    _ journal: GatedJournal,
    tariff: Int64,
    _ context: CommandContext? = nil
  ) async {
    let context = context ?? Fixture.context(10_000 + UInt64(tariff))
    await journal.intrude(
      Fixture.entries(.pricesImported(Fixture.prices(tariff)), context)
    )
  }
}
