import Commissioning
import Journal
import Region
import Testing

private typealias Fixture = RegionFixture

@Suite("The office: group commit and idempotency")
struct OfficeTests {
  @Test("64 callers share appends, and get answers that are what the journal says")
  func groupCommit() async throws {
    let (office, journal) = try await opened()
    await journal.slow(20)
    let answers = try await withThrowingTaskGroup(of: Answer.self) { group in
      for caller in 1...64 {
        group.addTask {
          try await office.perform(
            .importPrices(Fixture.prices(Int64(caller))),
            Fixture.context(UInt64(caller))
          )
        }
      }
      return try await group.reduce(into: [Answer]()) { $0.append($1) }
    }
    let entries = await journal.all()
    #expect(entries.count == 65)
    #expect(Set(answers.map(\.first.rawValue)) == Set(2...65))
    #expect(answers.allSatisfy { !$0.isRepeated })
    for answer in answers {
      let entry = entries[Int(answer.first.rawValue) - 1]
      #expect(try EventTable.event(of: entry).prices == answer.events[0].prices)
    }
    #expect(await journal.appendCount < 32)
    #expect(try await office.published.snapshot() == replayed(journal).snapshot())
  }

  @Test("Nothing comes between deciding and queueing: no list is imported twice in a row")
  func atomic() async throws {
    let (office, journal) = try await opened()
    await journal.slow(3)
    let done = await withTaskGroup(of: Bool.self) { group in
      for caller in UInt64(1)...200 {
        group.addTask {
          let list = Fixture.prices(Int64(caller % 2))
          do {
            _ = try await office.perform(.importPrices(list), Fixture.context(caller))
            return true
          } catch { return false }
        }
      }
      return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    let lists = try await journal.all().dropFirst().map { try EventTable.event(of: $0).prices }
    #expect(lists.count == done)
    #expect(zip(lists, lists.dropFirst()).allSatisfy { $0 != $1 })
    #expect(done >= 1)
  }

  @Test("After a failed append everyone who waits is told so, and nobody hangs")
  func failure() async throws {
    let (office, journal) = try await opened()
    await journal.hold()
    await journal.fail(.other(nil))
    let before = await office.published.snapshot()
    let codes = await withTaskGroup(of: JournalFailure.Code?.self) { group in
      for caller in UInt64(1)...64 {
        group.addTask {
          // Half of them ask the same as another.
          let number = caller % 32
          return await failureCode {
            try await office.perform(
              .importPrices(Fixture.prices(Int64(number))),
              Fixture.context(number + 1)
            )
          }
        }
      }
      group.addTask {
        await journal.untilHeld()
        await turns()
        await journal.release()
        return .writeFailed
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(codes.count == 65)
    #expect(codes.allSatisfy { $0 == .writeFailed })
    #expect(await office.published.snapshot() == before)
    let later = await failureCode {
      try await office.perform(.importPrices(Fixture.prices(9)), Fixture.context(900))
    }
    #expect(later == .writeFailed)
    #expect(await office.isStopped)
    #expect(await journal.all().count == 1)
  }

  @Test("RL-03: a full disk refuses what is written then, and the work goes on when there is room")
  func room() async throws {
    let (office, journal) = try await opened()
    let prices = Command.importPrices(Fixture.prices(9))
    await journal.fail(.diskFull)
    let code = await failureCode { try await office.perform(prices, Fixture.context(2)) }
    #expect(code == .diskFull)
    #expect(await office.isWithoutRoom)
    #expect(await !office.isStopped)
    #expect(await office.published.priceLists.isEmpty)
    _ = try await office.perform(prices, Fixture.context(2))
    #expect(await !office.isWithoutRoom)
    #expect(await journal.all().count == 2)
    #expect(try await replayed(journal).snapshot() == office.published.snapshot())
  }

  @Test("A refusal waits for what it rests on", arguments: [true, false])
  func refusalWaits(succeeds: Bool) async throws {
    let (office, journal) = try await opened()
    await journal.hold()
    if !succeeds { await journal.fail(.other(nil)) }
    let list = Fixture.prices(5)
    let first = Task { try await office.perform(.importPrices(list), Fixture.context(1)) }
    await journal.untilHeld()
    let told = Flag()
    let second = Task {
      defer { Task { await told.raise() } }
      return try await office.perform(.importPrices(list), Fixture.context(2))
    }
    await turns()
    #expect(await !told.isRaised)
    #expect(await office.published.priceLists.isEmpty)
    await journal.release()
    if succeeds {
      #expect(try await first.value.first == Position(2))
      await #expect(throws: OfficeFailure.self) { try await second.value }
      #expect(await refusal { try await second.value } == .nothingChanges)
    } else {
      #expect(await failureCode { try await first.value } == .writeFailed)
      #expect(await failureCode { try await second.value } == .writeFailed)
    }
  }

  @Test("Queries see nothing that is not durable")
  func published() async throws {
    let (office, journal) = try await opened()
    await journal.hold()
    let first = Task {
      try await office.perform(.importPrices(Fixture.prices(5)), Fixture.context(1))
    }
    await journal.untilHeld()
    #expect(await office.published.priceLists.isEmpty)
    #expect(await office.published.head.position == Position(1))
    await journal.release()
    _ = try await first.value
    #expect(await office.published.priceLists.count == 1)
    #expect(await office.published.head == journal.all().last?.head)
  }

  @Test("The same command gives the first answer, afterwards and while the first is on its way")
  func idempotent() async throws {
    let (office, journal) = try await opened()
    await journal.hold()
    let command = Command.importPrices(Fixture.prices(5))
    let tasks = (0..<5).map { _ in
      Task { try await office.perform(command, Fixture.context(1)) }
    }
    await journal.untilHeld()
    let clash = Task { try await office.perform(command, Fixture.context(1, body: 99)) }
    await turns()
    await journal.release()
    var answers: [Answer] = []
    for task in tasks { answers.append(try await task.value) }
    answers.append(try await office.perform(command, Fixture.context(1)))
    #expect(answers.allSatisfy { $0.first == Position(2) && $0.last == Position(2) })
    #expect(answers.count { !$0.isRepeated } == 1)
    #expect(await isClash { try await clash.value })
    #expect(await isClash { try await office.perform(command, Fixture.context(1, body: 99)) })
    #expect(await journal.all().count == 2)
    #expect(try await office.known(Fixture.context(1))?.first == Position(2))
    #expect(try await office.known(Fixture.context(77)) == nil)
  }

  @Test("Commands whose keys begin with the same 64 bits are told apart")
  func sameBeginning() async throws {
    let (office, journal) = try await opened()
    for last in UInt64(1)...3 {
      let context = Fixture.context(key: Digest(words: Digest.Words(7, 0, 0, last)), body: last)
      let answer = try await office.perform(.importPrices(Fixture.prices(Int64(last))), context)
      #expect(!answer.isRepeated)
    }
    for last in UInt64(1)...3 {
      let context = Fixture.context(key: Digest(words: Digest.Words(7, 0, 0, last)), body: last)
      let answer = try await office.perform(.importPrices(Fixture.prices(Int64(last))), context)
      #expect(answer.isRepeated && answer.first == Position(Int64(last) + 1))
    }
    #expect(await journal.all().count == 4)
  }

  @Test("A refused command writes nothing and its key may be used again")
  func refusedKey() async throws {
    let (office, journal) = try await opened()
    #expect(
      await refusal { try await office.perform(Fixture.open, Fixture.context(1)) }
        == .alreadyOpen
    )
    _ = try await office.perform(.importPrices(Fixture.prices(5)), Fixture.context(1, body: 2))
    #expect(await journal.all().count == 2)
  }

  @Test("Hundreds of callers with the same few keys write each command once, whatever the delays")
  func storm() async throws {
    for turns in [0, 1, 5, 17] {
      let (office, journal) = try await opened()
      await journal.slow(turns)
      let firsts = try await withThrowingTaskGroup(of: (UInt64, Position).self) { group in
        for caller in UInt64(0)..<300 {
          group.addTask {
            let key = caller % 7 + 1
            let command = Command.importPrices(Fixture.prices(Int64(key)))
            return (key, try await office.perform(command, Fixture.context(key)).first)
          }
        }
        return try await group.reduce(into: [UInt64: Set<Position>]()) {
          $0[$1.0, default: []].insert($1.1)
        }
      }
      #expect(firsts.count == 7)
      #expect(firsts.values.allSatisfy { $0.count == 1 })
      #expect(await journal.all().count == 8)
    }
  }
}
