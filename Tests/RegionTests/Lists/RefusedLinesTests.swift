import Access
import Claims
import Quantities
import Region
import Rules
import Testing

private typealias Fixture = RegionFixture

@Suite("The work list of refused lines")
struct RefusedLinesTests {
  /// A region with an allocation of 40 hours and a claim of February of which one line is refused.
  private static var run: RegionRun {
    var run = Fixture.opened
    run.perform(Fixture.allocation("A1", number: 1, hours: 40, decided: 1))
    let lines = [
      Fixture.line("R1", month: 1, hours: 10), Fixture.line("R2", month: 2, hours: 99),
      Fixture.line("R3", month: 3, hours: 5, allocation: 77),
    ]
    for (index, line) in lines.enumerated() {
      let month = index + 1
      run.perform(
        Fixture.received("M\(month)", Fixture.claim("D\(month)", month: month, [line]))
      )
    }
    return run
  }

  private func references(_ run: RegionRun, _ filter: RefusedLines.Filter = .init()) -> [String] {
    let list = RefusedLines(run.state.ledger)
    return list.chosen(filter, of: list.places(by: .newest)).map { place in
      run.state.ledger.lines.reference(of: Int(list.items[Int(place)].row))
    }
  }

  @Test("A refused line stands on the list with the first rule that refused it")
  func refused() {
    let run = Self.run
    #expect(references(run) == ["R2", "R3"])
    let list = RefusedLines(run.state.ledger)
    let rules = list.items.compactMap { $0.rule.map { list.rules[Int($0)] } }
    #expect(rules.count == 2)
    #expect(rules.last == "TR338")
    #expect(ClaimLedger.code(of: "TR338")?.description == "9338")
  }

  @Test("A line leaves the list when the same delivery is awarded, and comes back with its credit")
  func mended() {
    var run = Self.run
    let mended = Fixture.claim("D8", month: 4, [Fixture.line("R8", month: 2, hours: 5)])
    run.perform(Fixture.received("M8", mended))
    #expect(references(run) == ["R3"])
    let credit = Fixture.line("C8", month: 2, hours: 5, credits: "R8")
    run.perform(Fixture.received("M9", Fixture.claim("D9", month: 5, [credit])))
    #expect(references(run) == ["R2", "R3"])
  }

  @Test("A snapshot keeps the list and its rules")
  func snapshot() throws {
    let run = Self.run
    let restored = try RegionState(snapshot: run.state.snapshot())
    let (own, again) = (RefusedLines(run.state.ledger), RefusedLines(restored.ledger))
    #expect(own.rules == again.rules)
    #expect(own.items.map(\.row) == again.items.map(\.row))
    #expect(own.items.map(\.rule) == again.items.map(\.rule))
  }

  @Test(
    "Filters and groups agree with each other",
    arguments: [
      (RefusedLines.Filter(), ["R2", "R3"]),
      (RefusedLines.Filter(rule: "TR338"), ["R3"]),
      (RefusedLines.Filter(rule: "TR999"), []),
      (RefusedLines.Filter(municipalities: []), []),
      (RefusedLines.Filter(municipalities: [Fixture.municipality]), ["R2", "R3"]),
      (RefusedLines.Filter(providers: [ProviderCode(uncheckedNumber: 1)]), []),
      (RefusedLines.Filter(month: day("2025-02-01")), ["R2"]),
    ]
  )
  func filters(filter: RefusedLines.Filter, expected: [String]) {
    let run = Self.run
    #expect(references(run, filter) == expected)
    let list = RefusedLines(run.state.ledger)
    let places = list.chosen(filter, of: list.places(by: .amount))
    let groups = list.groups(at: places)
    #expect(groups.reduce(0) { $0 + $1.count } == expected.count)
    let choice = list.choice(filter, of: list.places(by: .amount))
    #expect(choice.places == places)
    #expect(choice.amount.rawValue == groups.reduce(0) { $0 + $1.amount.rawValue })
    var whole = filter
    whole.rule = nil
    #expect(choice.groups == list.groups(at: list.chosen(whole, of: list.places(by: .newest))))
    #expect(Set(list.months) == Set(list.items.map(\.month)))
  }

  @Test("Every order holds every line once, from low to high")
  func orders() {
    let list = RefusedLines(Self.run.state.ledger)
    for order in RefusedLines.Order.allCases {
      let places = list.places(by: order)
      #expect(Set(places) == Set(0..<Int32(list.items.count)), "\(order)")
    }
    let amounts = list.places(by: .amount).map { list.items[Int($0)].amount }
    #expect(amounts == amounts.sorted())
  }
}

@Suite("Lists of claim lines")
struct LineFilterTests {
  private static let run: RegionRun = {
    var run = Fixture.opened
    run.perform(Fixture.allocation("A1", number: 1, hours: 40, decided: 1))
    let lines = [
      Fixture.line("Aa1", month: 1, hours: 10), Fixture.line("ab2", month: 2, hours: 99),
    ]
    for (index, line) in lines.enumerated() {
      let month = index + 1
      run.perform(
        Fixture.received("M\(month)", Fixture.claim("D\(month)", month: month, [line]))
      )
    }
    return run
  }()

  private func filter(_ change: (inout LineFilter) -> Void) -> [String] {
    var filter = LineFilter()
    change(&filter)
    let ledger = Self.run.state.ledger
    return ledger.rows(filter).map { ledger.lines.reference(of: Int($0)) }
  }

  @Test("Each condition lets through what it says")
  func conditions() {
    #expect(filter { _ in } == ["Aa1", "ab2"])
    #expect(filter { $0.standing = .awarded } == ["Aa1"])
    #expect(filter { $0.standing = .refused } == ["ab2"])
    #expect(filter { $0.month = day("2025-02-01") } == ["ab2"])
    #expect(filter { $0.reference = "aB" } == ["ab2"])
    #expect(filter { $0.reference = "aa1x" } == [])
    #expect(filter { $0.claim = 1 } == ["ab2"])
    #expect(filter { $0.claim = -1 } == [])
    #expect(filter { $0.municipalities = [] } == [])
    #expect(filter { $0.allocations = [0] } == ["Aa1", "ab2"])
    #expect(filter { $0.providers = [Fixture.provider] } == ["Aa1", "ab2"])
  }

  @Test("What was awarded counts in the month of delivery, and each client once a year")
  func awarded() {
    let state = Self.run.state
    let figures = AwardedFigures(state.ledger, state.access.allocations)
    #expect(figures.years == [2025])
    #expect(figures.municipalities == [Fixture.municipality])
    #expect(figures.sum(Fixture.municipality, year: 2025).amount == Cents(60_000))
    let year = AwardedFigures.Year(municipality: Fixture.municipality, year: 2025)
    #expect(figures.clients[year] == 1)
    let nobody = AwardedFigures(state.ledger, state.access.allocations, of: [])
    #expect(nobody.months.isEmpty)
  }
}

@Suite("The log of messages")
struct MessageLogTests {
  @Test("Every message that was judged stands in it, in the order of the journal")
  func order() throws {
    var run = Fixture.opened
    run.perform(Fixture.allocation("A1", number: 1, hours: 40, decided: 1))
    let claim = Fixture.claim("D1", month: 1, [Fixture.line("R1", month: 1, hours: 99)])
    run.perform(Fixture.received("M1", claim))
    let log = run.state.messages.log
    #expect((0..<log.count).map { log[$0].message } == ["WMO301", "WMO323"])
    #expect(log[0].flow == .sent)
    #expect(log[1].flow == .received)
    #expect(log[1].outcome == .rejectClient)
    let row = log[1]
    #expect(log.row(at: row.position) == row)
    #expect(log.row(at: row.position + 1) == nil)
    let again = try RegionState(snapshot: run.state.snapshot())
    #expect(again.messages.log == log)
  }

  @Test("Filters let through what they say")
  func filters() {
    var run = Fixture.opened
    run.perform(Fixture.allocation("A1", number: 1, hours: 40, decided: 1))
    run.perform(Fixture.allocation("A2", number: 2, hours: 40, decided: 2))
    let log = run.state.messages.log
    var filter = MessageLog.Filter()
    #expect(log.places(filter) == [0, 1])
    filter.identification = "a2"
    #expect(log.places(filter) == [1])
    filter.message = "WMO999"
    #expect(log.places(filter) == [])
    var other = MessageLog.Filter()
    other.municipalities = []
    #expect(log.places(other) == [])
    #expect(log.messages == ["WMO301"])
  }
}
