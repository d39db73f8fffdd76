import Access
import Claims
import Quantities
import Region
import Rules
import Testing

private typealias Fixture = RegionFixture

/// A start or stop that a provider reported before it claims.
private enum Reported: Sendable {
  case start(String)
  case deletedStart(String)
  case pause(String, start: String)
  case stop(String, start: String)
}

/// What was reported, and when the claim comes in among it.
private struct Given: Sendable, CustomTestStringConvertible {
  let what: String
  var before: [Reported] = []
  var after: [Reported] = []

  var testDescription: String { what }
}

private let cases = [
  Given(what: "nothing reported at all"),
  Given(what: "a start on the first day", before: [.start("2025-01-01")]),
  Given(what: "the start comes after the claim", after: [.start("2025-01-01")]),
  Given(what: "a start that lies after the claimed month", before: [.start("2025-09-01")]),
  Given(what: "a start in the middle of the claimed month", before: [.start("2025-03-15")]),
  Given(
    what: "a start that was deleted",
    before: [.start("2025-01-01"), .deletedStart("2025-01-01")]
  ),
  Given(
    what: "a final stop before the claimed month",
    before: [.start("2025-01-01"), .stop("2025-02-10", start: "2025-01-01")]
  ),
  Given(
    what: "a final stop in the middle of the claimed month",
    before: [.start("2025-01-01"), .stop("2025-03-15", start: "2025-01-01")]
  ),
  Given(
    what: "a pause over the whole claimed month",
    before: [.start("2025-01-01"), .pause("2025-02-10", start: "2025-01-01")],
    after: [.start("2025-05-01")]
  ),
  Given(
    what: "a stop in the middle, and a new start after it",
    before: [
      .start("2025-01-01"), .stop("2025-03-10", start: "2025-01-01"), .start("2025-03-20"),
    ]
  ),
  Given(
    what: "a stop without a start, which is refused",
    before: [.stop("2025-02-10", start: "2025-01-01")]
  ),
  Given(
    what: "the stop comes after the claim and ends before it",
    before: [.start("2025-01-01")],
    after: [.stop("2025-01-31", start: "2025-01-01")]
  ),
]

@Suite("A missing start or stop never blocks payment (OP364), CR-04")
struct UnconditionalPaymentTests {
  @Test("A claim is approved whatever was reported of the delivery", arguments: cases)
  fileprivate func approved(given: Given) throws {
    var run = Fixture.opened
    run.perform(Fixture.allocation("A1", number: 1, hours: 40, decided: 1))
    for (place, reported) in given.before.enumerated() { report(reported, "B\(place)", to: &run) }
    // A later month and one in arrears: neither looks at starts and stops.
    let lines = [
      Fixture.line("R1", month: 3, hours: 4), Fixture.line("R2", month: 2, hours: 4),
    ]
    let claim = try #require(
      run.perform(Fixture.received("M1", Fixture.claim("D1", month: 3, lines)))?.claim
    )
    #expect(claim.verdict.isWhole(but: 1))
    #expect(claim.verdict.awarded == Cents(48_000))
    for (place, reported) in given.after.enumerated() { report(reported, "E\(place)", to: &run) }
    // What is reported afterwards takes nothing back, and the next claim is approved as well.
    #expect(run.balance(1).amount == Cents(48_000))
    let later = run.perform(
      Fixture.received(
        "M2",
        Fixture.claim("D2", month: 4, [Fixture.line("R3", month: 4, hours: 4)])
      )
    )
    #expect(later?.claim?.verdict.awarded == Cents(24_000))
  }

  @Test("No rule about a claim names a start or a stop")
  func rules() {
    let named = LineRules.set.rules.map(\.id) + ClaimRules.set.rules.map(\.id)
    let delivery = StartRules.starts.rules.map(\.id) + StopRules.stops.rules.map(\.id)
    // TR381 looks at a product, in both.
    #expect(Set(named).intersection(delivery) == ["TR381"])
  }

  private func report(_ reported: Reported, _ number: String, to run: inout RegionRun) {
    let parties = DeliveryParties(
      municipality: Fixture.municipality,
      provider: Fixture.provider,
      client: Fixture.client
    )
    func start(_ begin: String) -> StartKey {
      StartKey(
        number: 1,
        category: ProductCategory("02"),
        code: ProductCode("02A03"),
        begin: day(begin)
      )
    }
    func starts(_ begin: String, _ submission: Submission) -> MessageContent {
      .starts(
        StartMessage(
          parties: parties,
          products: [StartProduct(key: start(begin), submission: submission)]
        )
      )
    }
    func stops(_ end: String, _ begin: String, _ reason: StopReason) -> MessageContent {
      let key = StopKey(start: start(begin), reason: reason, end: day(end))
      return .stops(StopMessage(parties: parties, products: [StopProduct(key: key)]))
    }
    let isStart: Bool
    let content: MessageContent
    switch reported {
    case .start(let begin): (isStart, content) = (true, starts(begin, .first))
    case .deletedStart(let begin): (isStart, content) = (true, starts(begin, .deletion))
    case .pause(let end, let begin): (isStart, content) = (false, stops(end, begin, .temporary))
    case .stop(let end, let begin):
      (isStart, content) = (false, stops(end, begin, StopReason(uncheckedNumber: 19)))
    }
    let envelope = Fixture.envelope(
      isStart ? "WMO305" : "WMO307",
      number,
      .received,
      reply: isStart ? "WMO306" : "WMO308"
    )
    run.perform(.take(envelope, content))
  }
}

extension ClaimVerdict {
  /// Whether every line was approved, and every client but so many, whom no line is about.
  fileprivate func isWhole(but strangers: Int) -> Bool {
    claim.passes && receipts.allSatisfy(\.isApproved)
      && clients.count { !$0.passes } <= strangers
  }
}
