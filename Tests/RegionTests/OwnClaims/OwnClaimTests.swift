import Access
import Claims
import Columns
import Journal
import Quantities
import Region
import Rules
import Testing

private typealias Fixture = RegionFixture
private typealias Own = ProviderFixture

@Suite("Claims of our own and their answers, CR-03")
struct OwnClaimTests {
  private let lines = [
    Fixture.line("R1", month: 1, hours: 1), Fixture.line("R2", month: 2, hours: 2),
  ]

  /// A provider with an allocation that sent a claim of two lines: 180 euros.
  private var sent: RegionRun {
    var run = Own.opened
    run.perform(Own.allocation("A1", number: 1))
    run.perform(Own.sent("S1", Fixture.claim("D1", month: 2, lines)))
    return run
  }

  @Test("A claim waits for its answer; the refused lines fall, the rest stands and is booked")
  func answered() throws {
    var run = sent
    #expect(run.flags == [.awaiting, .awaiting])
    #expect(run.state.ledger.claims[0].awarded == nil)
    #expect(run.balance(1) == AllocationBalance())
    let answer = Own.answer(
      "T1",
      to: "S1",
      "D1",
      claimed: 18_000,
      awarded: 6_000,
      refused: [lines[1]]
    )
    #expect(run.perform(answer)?.outcome == .accept)
    #expect(run.flags == [.approved, []])
    #expect(run.state.ledger.claims[0].awarded == Cents(6_000))
    #expect(run.balance(1).amount == Cents(6_000) && run.balance(1).volumes[.hour] == 60)
    #expect(run.balance(1).standingLines == 1)
    let restored = try RegionState(snapshot: run.state.snapshot())
    #expect(restored.ledger == run.state.ledger)
  }

  @Test("A claim has one answer: the same again is nothing new, another one is told")
  func answeredAgain() {
    var run = sent
    run.perform(Own.answer("T1", to: "S1", "D1", claimed: 18_000, awarded: 18_000))
    let ledger = run.state.ledger
    let same = run.perform(Own.answer("T2", to: "S1", "D1", claimed: 18_000, awarded: 18_000))
    #expect(same?.outcome == .accept && same?.count == 1)
    let other = run.perform(
      Own.answer("T3", to: "S1", "D1", claimed: 18_000, awarded: 6_000, refused: [lines[1]])
    )
    #expect(other?.findings == ["ANSWER-DIFFERS"] && other?.count == 1)
    let refusal = run.perform(Own.answer("T4", to: "S1", nil, refusal: ["0001"]))
    #expect(refusal?.findings == ["ANSWER-REFUSED"] && refusal?.count == 1)
    #expect(run.state.ledger == ledger)
  }

  @Test(
    "A claim refused as a whole counts as not sent, and may be sent again as it was",
    arguments: [nil, "D1"]
  )
  func refused(number: String?) {
    var run = sent
    let answer = Own.answer("T1", to: "S1", number, claimed: 18_000, refusal: ["9333"])
    let events = run.perform(answer) ?? []
    #expect(events.outcome == .signal && events.findings == ["ANSWER-REFUSED"])
    #expect(events.count == 2)
    #expect(run.flags == [.annulled, .annulled])
    #expect(run.balance(1) == AllocationBalance())
    #expect(run.state.ledger.line(reference: "R1", of: Fixture.provider) == nil)
    run.perform(Own.sent("S2", Fixture.claim("D1", month: 2, lines)))
    // The late twin of the refusal is about the first message still.
    run.perform(Own.answer("T2", to: "S1", number, claimed: 18_000, refusal: ["9333"]))
    #expect(run.flags.suffix(2) == [.awaiting, .awaiting])
    let second = Own.answer("T3", to: "S2", "D1", claimed: 18_000, awarded: 18_000)
    #expect(run.perform(second)?.outcome == .accept)
    #expect(run.flags.suffix(2) == [.approved, .approved])
    #expect(run.balance(1).amount == Cents(18_000))
  }

  @Test("A credit gives back exactly what its debit took, once its own answer is in")
  func credit() {
    var run = sent
    run.perform(Own.answer("T1", to: "S1", "D1", claimed: 18_000, awarded: 18_000))
    let before = run.balance(1)
    let credit = [Fixture.line("C1", month: 2, hours: 2, credits: "R2")]
    run.perform(Own.sent("S2", Fixture.claim("D2", month: 2, credit)))
    #expect(run.balance(1) == before)
    run.perform(Own.answer("T2", to: "S2", "D2", claimed: -12_000, awarded: -12_000))
    #expect(run.balance(1).amount == Cents(6_000) && run.balance(1).standingLines == 1)
    #expect(run.flags == [.approved, [.approved, .credited], [.approved, .credit]])
  }

  @Test("A claim that came in before its allocation is tied to it later, also when answered")
  func late() throws {
    for isAnswered in [false, true] {
      var run = Own.opened
      run.perform(Own.sent("S1", Fixture.claim("D1", month: 2, lines)))
      let answer = Own.answer("T1", to: "S1", "D1", claimed: 18_000, awarded: 18_000)
      if isAnswered { #expect(run.perform(answer)?.outcome == .accept) }
      var restored = run
      restored.state = try RegionState(snapshot: run.state.snapshot())
      for var run in [run, restored] {
        run.perform(Own.allocation("A1", number: 1))
        if !isAnswered { run.perform(answer) }
        #expect(run.balance(1).amount == Cents(18_000))
        #expect(run.state.ledger.own == OwnLines())
      }
    }
  }

  @Test("TR385: an allocation with approved lines cannot be deleted, at the provider either")
  func deletion() {
    var run = sent
    let deletion = Own.allocation("A2", number: 1, decided: 2, reason: .deleted)
    run.perform(Own.answer("T1", to: "S1", "D1", claimed: 18_000, awarded: 18_000))
    let refused = run.perform(deletion)
    #expect(refused?.outcome == .rejectClass && refused?.findings == ["TR385"])
    var free = sent
    #expect(free.perform(deletion)?.outcome == .accept)
  }

  @Test("TR371 and TR337: an answer with another schema version, or to no claim, changes nothing")
  func findings() {
    var run = sent
    let before = run.state.ledger
    let schema = Own.answer("T1", to: "S1", "D1", claimed: 18_000, schema: "1.0.0 1.0.1")
    #expect(run.perform(schema)?.findings == ["TR371"])
    let unknown = Own.answer("T2", to: "S9", nil, refusal: ["0001"])
    #expect(run.perform(unknown)?.findings == ["TR337"])
    #expect(run.state.ledger == before)
  }
}
