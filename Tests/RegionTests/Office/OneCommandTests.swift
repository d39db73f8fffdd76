import Commissioning
import Journal
import Quantities
import Region
import Testing

private typealias Fixture = RegionFixture
private typealias Books = BookFixture

@Suite("Many agreements in one command, and commands as bytes")
struct OneCommandTests {
  private static let commands: [ContractCommand] = [
    .recordProvider(Books.record), .conclude(Books.draft()),
    .agreeTariff(Books.tariffKey(.contract(Books.code)), Books.tariff(6_150, "2022-01-01")),
  ]

  @Test("A file of agreements stands in the journal as one command")
  func one() async throws {
    let (office, journal) = try await opened()
    let answer = try await office.perform(.contracts(Self.commands), Fixture.context(1))
    let entries = await journal.all().suffix(3)
    #expect(entries.map(\.command.index) == [1, 2, 3])
    #expect(entries.allSatisfy { $0.command.count == 3 && $0.command.key == Fixture.digest(1) })
    #expect(answer.events.count == 3)
    let again = try await office.perform(.contracts(Self.commands), Fixture.context(1))
    #expect(again.isRepeated && again.first == answer.first)
    #expect(try await replayed(journal).snapshot() == office.published.snapshot())
  }

  @Test("When the journal fails nothing of the file stands there, not even its first agreement")
  func fault() async throws {
    let (office, journal) = try await opened()
    let before = await journal.all().count
    await journal.fail(.diskFull)
    let code = await failureCode {
      try await office.perform(.contracts(Self.commands), Fixture.context(1))
    }
    #expect(code == .diskFull)
    #expect(await journal.all().count == before)
    #expect(try await replayed(journal).contracts == ContractBook())
  }

  @Test("One refused agreement refuses the file, and no agreements are no change")
  func refused() async throws {
    let (office, journal) = try await opened()
    let before = await journal.all().count
    let twice = Self.commands + [.conclude(Books.draft())]
    let why = await refusal { try await office.perform(.contracts(twice), Fixture.context(1)) }
    guard case .contract(.exists)? = why else {
      Issue.record("\(String(describing: why))")
      return
    }
    #expect(await journal.all().count == before)
    #expect(
      await refusal { try await office.perform(.contracts([]), Fixture.context(2)) }
        == .nothingChanges
    )
  }

  @Test("The bytes of a command do not depend on the order in which a dictionary was filled")
  func unordered() {
    // Dictionaries of the same pairs, filled in another order, print in another order.
    func prepare(_ steps: [CalendarStep], capacity: Int) -> Command {
      var choices: [CalendarStep: TermLength] = [:]
      choices.reserveCapacity(capacity)
      for (place, step) in steps.enumerated() { choices[step] = .days(place / steps.count) }
      let plan = Books.plan
      let chosen = ProcedurePlan(
        code: plan.code,
        title: plan.title,
        kind: plan.kind,
        municipalities: plan.municipalities,
        lots: plan.lots,
        choices: choices
      )
      let noon = CivilMoment(day("2020-12-01"), CivilTime(nanoseconds: 0))
      return .procedure(.prepare(chosen), at: noon)
    }
    let steps = CalendarStep.allCases
    let one = prepare(steps, capacity: 0)
    let bodies = [1, 100, 1_000, 10_000].map {
      prepare(steps.reversed(), capacity: $0).canonicalBody
    }
    #expect(bodies.allSatisfy { $0 == one.canonicalBody })
    #expect(prepare(Array(steps.dropFirst()), capacity: 0).canonicalBody != one.canonicalBody)
  }

  @Test("Every command of a life has bytes of its own, and the same ones every time")
  func distinct() {
    let commands = Books.commands.map(\.command)
    let bodies = commands.map(\.canonicalBody)
    #expect(bodies == Books.commands.map(\.command.canonicalBody))
    #expect(Set(bodies).count == bodies.count)
  }
}
