import Access
import Claims
import Columns
import People
import Quantities
import Rules
import Testing

/// An answer to a claim of three lines, and what the rules say of it.
private struct Given: Sendable, CustomTestStringConvertible {
  let what: String
  var isMessageKnown = true
  var number: String? = "D1"
  var claimed: Int64? = 33_000
  var schema = "1.0.0 1.0.0"
  var clients: [ClientKey] = []
  var municipality = ClaimScene.municipality
  var lines: [ClaimLine] = []
  var fails: [String] = []
  var skips: [String] = []

  var testDescription: String { what }
}

private let own = [
  line("R1", "2025-01", 1), line("R2", "2025-02", 2), line("R3", "2025-03", 250, unit: .minute),
  line("X1", "2025-03", 1, allocation: 8, client: 1),
]

private let cases = [
  Given(what: "a plain answer"),
  Given(what: "an answer that lists refused lines", lines: [own[2], own[0]]),
  Given(what: "a header only, with a code", number: nil, claimed: nil),
  Given(
    what: "TR337: an unknown message",
    isMessageKnown: false,
    fails: ["TR337"],
    skips: ["TR371"]
  ),
  Given(what: "TR371: another schema version", schema: "1.0.1 1.0.0", fails: ["TR371"]),
  Given(what: "TR304: a client of ours", clients: [ClaimScene.client]),
  Given(what: "TR304: a client only our claim names", clients: [ClaimScene.otherClient]),
  Given(
    what: "TR304: a client nobody here knows",
    clients: [ClaimScene.client, ClaimScene.stranger],
    fails: ["TR304"]
  ),
  Given(
    what: "TR376: the number of another claim than the message brought",
    number: "D0",
    fails: ["TR376"],
    skips: ["TR366", "TR367"]
  ),
  Given(
    what: "TR376: a claim on another municipality",
    municipality: MunicipalityCode(uncheckedNumber: 363),
    fails: ["TR376"],
    skips: ["TR366", "TR367"]
  ),
  Given(what: "TR366: a reference that was used before, in this claim", lines: [own[3]]),
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
    lines: [line("X0", "2025-01", 1)],
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
    skips: ["TR371", "TR366", "TR367"]
  ),
]

@Suite("Rules about the answer to a claim")
struct ClaimAnswerRulesTests {
  @Test("Each rule fires where it must and nowhere else", arguments: cases)
  fileprivate func rules(given: Given) {
    let ledger = Self.ledger
    let notice = ClaimAnswerNotice(
      municipality: given.municipality,
      provider: ClaimScene.provider,
      claimIdentification: "B1",
      schemaVersion: given.schema,
      number: given.number,
      claimed: given.claimed.map { Cents($0) },
      awarded: given.claimed.map { Cents($0) },
      codes: [],
      clients: given.clients,
      lines: given.lines
    )
    let subject = ledger.answerCase(notice, message: given.isMessageKnown ? 2 : nil) {
      $0 == ClaimScene.client
    }
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

  /// A ledger in which the provider submitted claim D0 of two lines and claim D1 of four.
  private static let ledger: ClaimLedger = {
    let scene = ClaimScene()
    var ledger = ClaimLedger()
    ledger.submit(
      scene.notice(
        [line("X0", "2025-01", 1), line("X1", "2025-01", 1)],
        "2025-01",
        number: "D0"
      ),
      allocations: [-1, 0],
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
        lines: notice.lines,
        schemaVersion: "1.0.0 1.0.0"
      ),
      allocations: [0, 0, 0, -1],
      at: 2
    )
    return ledger
  }()
}
