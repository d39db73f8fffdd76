import Access
import Journal
import People
import Quantities
import Testing

@Suite("Events of access in the journal")
struct AccessEventTests {
  static let client = "00000000000000010000000000000001"
  static let head =
    #"{"municipality":"0344","provider":"99990101","client":"\#(client)","#

  /// One event of every name and shape, with the bytes that stand in journals for ever.
  static let golden: [(AccessEvent, String)] = [
    (
      .allocationRecorded(
        AllocationRecorded(
          municipality: Fixture.utrecht,
          provider: Fixture.provider,
          client: Fixture.client,
          product: product(
            500_001,
            terms("02A03", "2025-01-06", "2025-06-01", volume: weekly(3)),
            decided: moment("2025-05-16", "11:30:00.5"),
            reason: .askedByProvider,
            reference: "VOW-A-0001"
          )
        )
      ),
      head + #""number":500001,"decidedOn":"2025-05-16","decidedAt":"11:30:00.5","#
        + #""category":"02","code":"02A03","from":"2025-01-06","through":"2025-06-01","#
        + #""volume":{"amount":3,"unit":"04","frequency":"2"},"changeReason":"12","#
        + #""reference":"VOW-A-0001"}"#
    ),
    (
      .allocationRecorded(
        AllocationRecorded(
          municipality: Fixture.utrecht,
          provider: Fixture.provider,
          client: Fixture.client,
          product: product(7, terms(nil, "2025-01-06", budget: 250_000))
        )
      ),
      head + #""number":7,"decidedOn":"2024-12-18","decidedAt":"10:15:00","#
        + #""from":"2025-01-06","budget":250000}"#
    ),
    (
      .allocationTakenOver(
        AllocationRecorded(
          municipality: Fixture.utrecht,
          provider: Fixture.provider,
          client: Fixture.client,
          product: product(8, terms("02A03", "2025-01-06", volume: weekly(3)))
        )
      ),
      head + #""number":8,"decidedOn":"2024-12-18","decidedAt":"10:15:00","#
        + #""category":"02","code":"02A03","from":"2025-01-06","#
        + #""volume":{"amount":3,"unit":"04","frequency":"2"}}"#
    ),
    (.allocationsAnnulled(message: 12), #"{"message":12}"#),
    (
      .requestReceived(
        SupportRequest(
          municipality: Fixture.utrecht,
          provider: Fixture.provider,
          client: Fixture.client,
          reference: "VOT-A-0002",
          dated: day("2025-03-17"),
          content: .allocation(
            RequestedProduct(
              reference: "VOT-A-0002",
              terms: terms("06", "2025-04-01", budget: 250_000),
              decisionNumber: 778_899,
              decisionFrom: day("2025-04-01")
            )
          )
        )
      ),
      head + #""reference":"VOT-A-0002","dated":"2025-03-17","allocation":{"decision":778899,"#
        + #""decisionFrom":"2025-04-01","category":"06","from":"2025-04-01","budget":250000}}"#
    ),
    (
      .requestReceived(
        SupportRequest(
          municipality: Fixture.utrecht,
          provider: Fixture.provider,
          client: Fixture.client,
          reference: "VOW-A-0001",
          dated: day("2025-05-12"),
          content: .change(
            RequestedChange(
              reason: .situationChanged,
              unchanged: [500_002],
              changed: [
                ChangedProduct(number: 500_001, from: day("2025-06-02"), volume: weekly(4))
              ],
              new: [terms("04A01", "2025-07-01")]
            )
          )
        )
      ),
      head + #""reference":"VOW-A-0001","dated":"2025-05-12","change":{"reason":"1","#
        + #""unchanged":[500002],"changed":[{"number":500001,"from":"2025-06-02","#
        + #""volume":{"amount":4,"unit":"04","frequency":"2"}}],"#
        + #""new":[{"category":"04","code":"04A01","from":"2025-07-01"}]}}"#
    ),
    (
      .requestAnswered(AnswerRulesTests.answer("V-1", .underInvestigation)),
      #"{"municipality":"0344","provider":"99990101","reference":"V-1"}"#
    ),
    (
      .requestAnswered(AnswerRulesTests.answer("V-1", .rejected(.outsideBudget))),
      #"{"municipality":"0344","provider":"99990101","reference":"V-1","rejected":"2"}"#
    ),
    (
      .requestHonoured(
        RequestHonoured(provider: Fixture.provider, reference: "V-1", allocations: [1, 2])
      ),
      #"{"provider":"99990101","reference":"V-1","allocations":[1,2]}"#
    ),
    (.requestsAnnulled(message: 12), #"{"message":12}"#),
  ]

  @Test("Every body is written byte by byte as before and reads back (IM-02)", arguments: golden)
  func goldenBytes(event: AccessEvent, text: String) throws {
    #expect(String(decoding: event.body, as: UTF8.self) == text)
    let back = try AccessEvent(event.name, version: event.name.version, body: event.body)
    #expect(back == event)
  }

  @Test("The names stand in journals and never change")
  func names() {
    #expect(
      AccessEvent.Name.allCases.map(\.rawValue) == [
        "allocation.recorded", "allocation.taken-over", "allocation.annulled", "request.received",
        "request.answered",
        "request.honoured", "request.annulled",
      ]
    )
    #expect(Set(Self.golden.map(\.0.name)) == Set(AccessEvent.Name.allCases))
  }

  @Test("A body that is not as declared is refused with its place, never a trap")
  func refused() {
    let good = Self.golden[0].1
    for (find, replace) in [
      ("0344", "344"), ("2025-01-06", "2025-02-30"), ("\"04\"", "\"05\""), ("\"12\"", "\"15\""),
      ("\"number\"", "\"nummer\""), ("02A03", "02A034"), ("11:30", "25:30"),
    ] {
      let parts = good.split(separator: find, maxSplits: 1, omittingEmptySubsequences: false)
      let body = Array(parts.joined(separator: replace).utf8)
      #expect(throws: JSONFailure.self, "\(find) to \(replace)") {
        try AccessEvent(.allocationRecorded, version: 1, body: body)
      }
    }
    #expect(throws: JSONFailure.self) {
      try AccessEvent(.allocationAnnulled, version: 2, body: Array(#"{"message":1}"#.utf8))
    }
  }
}
