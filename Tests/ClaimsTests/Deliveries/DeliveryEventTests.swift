import Access
import Claims
import Journal
import People
import Quantities
import Rules
import Testing

@Suite("Events and explanations of deliveries")
struct DeliveryEventTests {
  typealias Fixture = DeliveryFixture

  static let head =
    #"{"municipality":"0344","provider":"99990101","#
    + #""client":"00000000000000010000000000000001","#
  static let start = Fixture.key(500_001, "2025-01-06")
  static let stop = Fixture.stop(500_001, "2025-01-06", "2025-06-01", reason: "37").key

  static let golden: [(DeliveryEvent, String)] = [
    (
      .started(Fixture.parties, start, allocationFrom: Fixture.day("2025-01-06")),
      head + #""number":500001,"category":"02","code":"02A03","begin":"2025-01-06","#
        + #""allocationFrom":"2025-01-06"}"#
    ),
    (
      .started(
        Fixture.parties,
        StartKey(number: nil, begin: Fixture.day("2025-01-06")),
        allocationFrom: nil
      ),
      head + #""begin":"2025-01-06"}"#
    ),
    (
      .startDeleted(Fixture.parties, start),
      head + #""number":500001,"category":"02","code":"02A03","begin":"2025-01-06"}"#
    ),
    (
      .stopped(Fixture.parties, stop),
      head + #""number":500001,"category":"02","code":"02A03","begin":"2025-01-06","#
        + #""reason":"37","end":"2025-06-01"}"#
    ),
    (
      .stopDeleted(Fixture.parties, stop),
      head + #""number":500001,"category":"02","code":"02A03","begin":"2025-01-06","#
        + #""reason":"37","end":"2025-06-01"}"#
    ),
    (.annulled(message: 12), #"{"message":12}"#),
  ]

  @Test("Every body is written byte by byte as before and reads back (IM-02)", arguments: golden)
  func goldenBytes(event: DeliveryEvent, text: String) throws {
    #expect(String(decoding: event.body, as: UTF8.self) == text)
    let back = try DeliveryEvent(event.name, version: event.name.version, body: event.body)
    #expect(back == event)
  }

  @Test("The names stand in journals and never change")
  func names() {
    #expect(
      DeliveryEvent.Name.allCases.map(\.rawValue) == [
        "delivery.started", "delivery.start-deleted", "delivery.stopped", "delivery.stop-deleted",
        "delivery.annulled",
      ]
    )
    #expect(Set(Self.golden.map(\.0.name)) == Set(DeliveryEvent.Name.allCases))
  }

  @Test("A body of another version or with another key is refused")
  func refused() {
    let body = Self.golden[2].0.body
    #expect(throws: JSONFailure.self) {
      try DeliveryEvent(.startDeleted, version: 2, body: body)
    }
    #expect(throws: JSONFailure.self) { try DeliveryEvent(.stopped, version: 1, body: body) }
    #expect(throws: JSONFailure.self) {
      try DeliveryEvent(.startDeleted, version: 1, body: Self.golden[0].0.body)
    }
  }

  @Test("Every choice of a rule has a Dutch form, and every Dutch form a choice")
  func choices() {
    let all =
      StartRules.starts.rules.compactMap(\.choice) + StopRules.stops.rules.compactMap(\.choice)
    #expect(Set(all) == Set(DeliveryTexts.dutchChoices.keys))
    for choice in all {
      #expect(DeliveryTexts.choice(choice, in: .dutch)?.hasSuffix(".") == true)
      #expect(DeliveryTexts.choice(choice, in: .english) == choice)
    }
  }

  @Test("Every rule has a text in every language that its values fill in")
  func texts() {
    let rules = Set(StartRules.starts.rules.map(\.id) + StopRules.stops.rules.map(\.id))
    #expect(Set(DeliveryTexts.all.templates.keys) == rules)
    let findings = Self.faults.flatMap { Fixture.judge($0.1, on: $0.0).findings }
    #expect(Set(findings.map(\.rule)) == rules)
    for finding in findings {
      for language in Language.allCases {
        let text = DeliveryTexts.all.text(for: finding, in: language)
        #expect(text?.contains("{") == false, "\(finding.rule) \(text ?? "")")
        #expect(text?.contains(Fixture.parties.client.description) == false)
      }
    }
  }

  /// Books and messages that together break every rule.
  static let faults: [(DeliveryBook, Fixture.Message)] = {
    typealias Rules = DeliveryRulesTests
    let wrong = Fixture.start(1, "2025-01-06", product: "07A12").key
    let mixed = StartKey(
      number: 1,
      category: ProductCategory("02"),
      code: wrong.code,
      begin: wrong.begin
    )
    return [
      (Rules.none, .starts([Fixture.start(7, "2025-01-06")])),
      (Rules.none, .starts([Fixture.start(1, "2025-01-06", .deletion)])),
      (Rules.none, .starts([StartProduct(key: mixed)])),
      (Rules.started, .starts([Fixture.start(1, "2025-01-06")])),
      (Rules.stopped, .starts([Fixture.start(1, "2025-01-06", .deletion)])),
      (Rules.none, .stops([Fixture.stop(1, "2025-01-06", "2025-03-01")])),
      (Rules.paused, .stops([Fixture.stop(1, "2025-01-06", "2025-02-01", reason: "20")])),
      (Rules.stopped, .stops([Fixture.stop(1, "2025-01-06", "2025-04-01")])),
    ]
  }()
}
