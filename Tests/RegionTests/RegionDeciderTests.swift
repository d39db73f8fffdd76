import Access
import Claims
import Columns
import Commissioning
import Journal
import Quantities
import Region
import Rules
import Testing

private typealias Fixture = RegionFixture

@Suite("What a region says of messages, LG-05")
struct RegionDeciderTests {
  @Test("The outcome of a claim is the worst of what its parts came to")
  func severity() {
    var run = Fixture.opened
    run.perform(Fixture.allocation("A1", number: 1, hours: 40, decided: 1))
    run.perform(
      Fixture.allocation("A2", number: 2, hours: 40, decided: 1, client: Fixture.otherClient)
    )
    let good = { (name: String, month: Int) in Fixture.line(name, month: month, hours: 1) }
    let bad = Fixture.line("B1", month: 1, hours: 99)
    let cases: [(String, [ClaimLine], Int, Outcome)] = [
      ("D1", [good("R1", 1)], 1, .accept),
      ("D2", [good("R2", 2), bad], 2, .rejectLine),
      (
        "D3", [good("R3", 3), Fixture.line("S1", month: 3, hours: 99, client: 2)], 3, .rejectClient
      ),
      (
        "D4",
        [
          Fixture.line("B2", month: 3, hours: 99),
          Fixture.line("S2", month: 3, hours: 1, client: 2),
        ],
        3, .rejectClient
      ),
      ("D1", [good("R4", 4)], 4, .rejectClaim),
      ("D5", [good("R5", 1)], 1, .rejectClaim),
    ]
    for (index, (number, lines, month, outcome)) in cases.enumerated() {
      let clients = [Fixture.client, Fixture.otherClient, Fixture.stranger]
      let used = lines.contains { $0.clientIndex == 2 } ? clients : Array(clients[..<2])
      let notice = Fixture.claim(number, month: month, lines, clients: used)
      let events = run.perform(Fixture.received("M\(index)", notice))
      #expect(events?.outcome == outcome, "\(number)")
      #expect((events?.claim == nil) == (outcome == .rejectClaim), "\(number)")
    }
  }

  @Test("Outcomes go from best to worst, and only the first four take anything over")
  func outcomes() {
    #expect(
      Outcome.allCases.map(\.rawValue) == [
        "accept", "signal", "reject-line", "reject-client", "reject-class", "reject-claim",
        "reject-header", "reject-message", "reject-transport",
      ]
    )
    #expect(
      Outcome.allCases.map(\.takesOver) == Array(repeating: true, count: 4)
        + Array(repeating: false, count: 5)
    )
  }

  @Test("A fault in the header outweighs the claim, one of level 2 outweighs the header")
  func header() {
    var run = Fixture.opened
    run.perform(Fixture.allocation("A1", number: 1, hours: 40, decided: 1))
    let lines = [Fixture.line("R1", month: 1, hours: 99)]
    let notice = Fixture.claim("D1", month: 1, lines, clients: [Fixture.client])
    func take(_ envelope: MessageEnvelope) -> [RegionEvent]? {
      run.perform(.take(envelope, .claim(notice)))
    }
    let late = take(
      Fixture.envelope("WMO323", "M1", .received, dated: Fixture.today.adding(days: 1))
    )
    #expect(late?.outcome == .rejectHeader && late?.findings == ["TR135"])
    let nowhere = take(Fixture.envelope("WMO323", "M2", .received, exists: false))
    #expect(nowhere?.outcome == .rejectHeader && nowhere?.findings == ["TR378"])
    let told = ToldFinding(
      judges: "Declaratie",
      row: 0,
      rule: "TR316",
      code: "0001",
      level: 2,
      path: "",
      text: BilingualText("Fout.", "Wrong.")
    )
    let broken = take(
      Fixture.envelope("WMO323", "M3", .received, exists: false, levelTwo: [told])
    )
    #expect(broken?.outcome == .rejectMessage && broken?.findings == ["TR316"])
    let judged = take(Fixture.envelope("WMO323", "M4", .received))
    #expect(judged?.outcome == .rejectLine)
    let again = take(Fixture.envelope("WMO323", "M4", .received))
    #expect(again?.outcome == .rejectHeader && again?.findings == ["TR056"])
    #expect(run.state.ledger.claims.count == 1)
  }

  @Test("A day before the standard was in force is judged by its first rules")
  func early() throws {
    var run = Fixture.opened
    run.perform(Fixture.allocation("A1", number: 1, hours: 40, decided: 1))
    let notice = Fixture.claim("D1", month: 1, [Fixture.line("R1", month: 1, hours: 99)])
    let command = Fixture.received("M1", notice)
    let events = try run.state.decide(command, on: day("2019-01-01"))
    #expect(events.outcome == .rejectHeader && events.findings == ["TR135"])
  }

  @Test("A refusal of an own message takes back what it brought, once, with a signal")
  func annulment() throws {
    var run = Fixture.opened
    run.perform(Fixture.allocation("A1", number: 1, hours: 40, decided: 1))
    let find = { (run: RegionRun) in
      run.state.access.allocations.find(number: 1, municipality: Fixture.municipality)
    }
    let lines = [Fixture.line("R1", month: 1, hours: 10)]
    let judged = run.perform(Fixture.received("M1", Fixture.claim("D1", month: 1, lines)))
    let first = try #require(judged?.claim)
    let json = RegionHistory.json(first, in: run.state)
    #expect(find(run) != nil)
    let refused = run.perform(Fixture.refusal("X1", of: "A1")) ?? []
    #expect(refused.outcome == .signal && refused.findings == ["ANSWER-REFUSED"])
    #expect(refused.count == 2)
    #expect(find(run) == nil)
    #expect(RegionHistory.json(first, in: run.state) == json)
    let later = run.perform(
      Fixture.received(
        "M2",
        Fixture.claim(
          "D2",
          month: 2,
          [
            Fixture.line("R2", month: 2, hours: 1)
          ]
        )
      )
    )
    #expect(later?.outcome == .rejectClient)
    let again = run.perform(Fixture.refusal("X2", of: "A1")) ?? []
    #expect(again.outcome == .signal && again.count == 1)
    let unknown = run.perform(Fixture.refusal("X3", of: "A9")) ?? []
    #expect(unknown.findings == ["ANSWER-UNKNOWN"] && unknown.count == 1)
    // The number comes back in a better message; the receipt still names the first version.
    run.perform(Fixture.allocation("A2", number: 1, hours: 5, decided: 2))
    #expect(find(run) != nil)
    #expect(RegionHistory.json(first, in: run.state) == json)
    let restored = try RegionState(snapshot: run.state.snapshot())
    #expect(RegionHistory.json(first, in: restored) == json)
    #expect(restored.explanation(of: first, row: 0)?.isReproduced == true)
  }
}
