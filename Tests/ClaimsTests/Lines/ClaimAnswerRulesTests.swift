import Access
import Claims
import Columns
import Quantities
import Rules
import Testing

/// An answer to a claim of three lines, and what the rules say of it.
private struct Given: Sendable, CustomTestStringConvertible {
  let what: String
  var isMessageKnown = true
  var number: String? = "D1"
  var claimed: Int64? = 33_000
  var lines: [ClaimLine] = []
  var fails: [String] = []
  var skips: [String] = []

  var testDescription: String { what }
}

private let own = [
  line("R1", "2025-01", 1), line("R2", "2025-02", 2), line("R3", "2025-03", 250, unit: .minute),
]

private let cases = [
  Given(what: "a plain answer"),
  Given(what: "an answer that lists refused lines", lines: [own[2], own[0]]),
  Given(what: "a header only, with a code", number: nil, claimed: nil),
  Given(what: "TR337: an unknown message", isMessageKnown: false, fails: ["TR337"]),
  Given(
    what: "TR376: an unknown claim",
    number: "D9",
    fails: ["TR376"],
    skips: ["TR366", "TR367"]
  ),
  Given(
    what: "TR366: a line that was not claimed",
    lines: [line("R9", "2025-01", 1)],
    fails: ["TR366"],
    skips: ["TR367"]
  ),
  Given(
    what: "TR366: a line of another claim",
    lines: [line("X1", "2025-01", 1)],
    fails: ["TR366"],
    skips: ["TR367"]
  ),
  Given(
    what: "TR367: another volume",
    lines: [line("R1", "2025-01", 2, amount: 6_000)],
    fails: ["TR367"]
  ),
  Given(
    what: "TR367: a credit for a debit",
    lines: [line("R1", "2025-01", 1, credits: "R0")],
    fails: ["TR367"]
  ),
  Given(what: "TR367: another total", claimed: 33_001, fails: ["TR367"]),
  Given(
    what: "both TR337 and TR376",
    isMessageKnown: false,
    number: "D9",
    fails: ["TR337", "TR376"],
    skips: ["TR366", "TR367"]
  ),
]

@Suite("Rules about the answer to a claim")
struct ClaimAnswerRulesTests {
  @Test("Each rule fires where it must and nowhere else", arguments: cases)
  fileprivate func rules(given: Given) {
    let ledger = Self.ledger
    let notice = ClaimAnswerNotice(
      municipality: ClaimScene.municipality,
      provider: ClaimScene.provider,
      claimIdentification: "B1",
      schemaVersion: "",
      number: given.number,
      claimed: given.claimed.map { Cents($0) },
      awarded: given.claimed.map { Cents($0) },
      codes: [],
      lines: given.lines
    )
    let subject = ledger.answerCase(notice, isMessageKnown: given.isMessageKnown)
    let set = ClaimAnswerRules.set
    let assessment = set.assess(subject, on: ClaimScene.today)
    #expect(assessment.failed.indices.map { set.rules[$0].id.description } == given.fails)
    #expect(assessment.notAssessed.indices.map { set.rules[$0].id.description } == given.skips)
    #expect(set.codes(assessment).isEmpty)
  }

  @Test("Every rule of the set has a case that fires")
  func complete() {
    let rules = ClaimAnswerRules.set.rules.map(\.id.description)
    #expect(Set(cases.flatMap(\.fails)) == Set(rules))
  }

  @Test("An answer settles the lines of a claim once; a second one changes nothing")
  func settled() {
    var ledger = Self.ledger
    ledger.answer(claim: 1, refused: [1], awarded: Cents(31_000))
    let rows = (1..<4).map { ledger.lines.flags(of: $0) }
    #expect(rows == [.approved, [], .approved])
    #expect(ledger.claims[1].awarded == Cents(31_000))
    let before = ledger
    ledger.answer(claim: 1, refused: [], awarded: .zero)
    ledger.answer(claim: 9, refused: [], awarded: .zero)
    #expect(ledger == before)
  }

  /// A ledger in which the provider submitted claim D0 of one line and claim D1 of three.
  private static let ledger: ClaimLedger = {
    let scene = ClaimScene()
    var ledger = ClaimLedger()
    ledger.submit(
      scene.notice([line("X1", "2025-01", 1)], "2025-01", number: "D0"),
      allocations: [-1],
      at: 1
    )
    let notice = scene.notice(own, "2025-03", number: "D1")
    ledger.submit(
      ClaimNotice(
        municipality: notice.municipality,
        provider: notice.provider,
        number: notice.number,
        period: notice.period,
        dated: notice.dated,
        total: Cents(33_000),
        clients: notice.clients,
        lines: notice.lines
      ),
      allocations: [0, 0, -1],
      at: 2
    )
    return ledger
  }()
}
