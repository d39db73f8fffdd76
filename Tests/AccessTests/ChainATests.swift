import Access
import Quantities
import Rules
import Testing

/// The chain of example messages a01 to a19, as far as access is concerned, written out by hand.
@Suite("Chain A: allocations, requests and a change")
struct ChainATests {
  static let first = terms("02A03", "2025-01-06", "2025-06-29", volume: weekly(3))
  static let second = terms(
    "07A12",
    "2025-02-01",
    "2025-12-31",
    volume: SupportVolume(amount: 24, unit: .halfDay, frequency: .month)
  )
  static let household = terms("01A05", "2025-04-01", "2026-03-31", volume: weekly(2))
  static let stay = terms(
    "04A01",
    "2025-07-01",
    "2025-12-31",
    volume: SupportVolume(amount: 4, unit: .fullDay, frequency: .month)
  )

  static let a01 = notice(product(500_001, first), product(500_002, second))
  static let a11 = AllocationRequest(
    municipality: Fixture.utrecht,
    provider: Fixture.provider,
    client: Fixture.otherClient,
    dated: day("2025-03-17"),
    products: [
      RequestedProduct(
        reference: "VOT-A-0001",
        terms: household,
        decisionNumber: 778_899,
        decisionFrom: day("2025-04-01")
      ),
      RequestedProduct(
        reference: "VOT-A-0002",
        terms: terms("06", "2025-04-01", "2025-12-31", budget: 250_000)
      ),
    ]
  )
  static let a15 = notice(
    product(
      500_010,
      household,
      decided: moment("2025-03-24", "09:00:00.500"),
      reference: "VOT-A-0001"
    ),
    client: Fixture.otherClient
  )
  static let a17 = ChangeRequest(
    municipality: Fixture.utrecht,
    provider: Fixture.provider,
    client: Fixture.client,
    clientKnown: true,
    dated: day("2025-05-12"),
    reference: "VOW-A-0001",
    change: RequestedChange(
      reason: .situationChanged,
      unchanged: [500_002],
      changed: [
        ChangedProduct(
          number: 500_001,
          from: day("2025-06-02"),
          through: day("2025-12-28"),
          volume: weekly(4)
        )
      ],
      new: [stay]
    )
  )
  static let a19 = notice(
    product(
      500_001,
      terms("02A03", "2025-01-06", "2025-06-01", volume: weekly(3)),
      decided: moment("2025-05-16", "11:30:00"),
      reason: .askedByProvider,
      reference: "VOW-A-0001"
    ),
    product(500_002, second, reference: "VOW-A-0001"),
    product(
      500_011,
      terms("02A03", "2025-06-02", "2025-12-28", volume: weekly(4)),
      decided: moment("2025-05-16", "11:30:00"),
      reference: "VOW-A-0001"
    ),
    product(500_012, stay, decided: moment("2025-05-16", "11:30:00"), reference: "VOW-A-0001")
  )

  static func answer(_ answer: RequestAnswer.Answer) -> RequestAnswer {
    RequestAnswer(
      municipality: Fixture.utrecht,
      provider: Fixture.provider,
      reference: "VOT-A-0002",
      answer: answer
    )
  }

  /// The decisions on the messages in their order, each on the day of the message.
  static func decide(_ state: inout AccessState) -> [Decision<AccessEvent>] {
    let messages: [(inout AccessState) -> Decision<AccessEvent>] = [
      { $0.judge(a01, facts: facts("2024-12-19")) },
      { $0.judge(a11, facts: facts("2025-03-17")) },
      { $0.judge(answer(.underInvestigation), facts: facts("2025-03-20")) },
      { $0.judge(a15, facts: facts("2025-03-24")) },
      { $0.judge(answer(.rejected(.outsideBudget)), facts: facts("2025-04-22")) },
      { $0.judge(a17, facts: facts("2025-05-12")) },
      { $0.judge(a19, facts: facts("2025-05-16")) },
    ]
    return messages.enumerated().map { index, judge in
      let decision = judge(&state)
      state = state.after(decision.events, at: Int64(index + 1))
      return decision
    }
  }

  @Test("Every message of the chain is accepted")
  func accepted() {
    var state = AccessState()
    let decisions = Self.decide(&state)
    #expect(decisions.flatMap(\.marks).isEmpty)
    #expect(decisions.map(\.events.count) == [2, 2, 1, 2, 1, 1, 4])
  }

  @Test("At the end the allocations and requests stand as the messages say")
  func outcome() throws {
    var state = AccessState()
    _ = Self.decide(&state)
    let id = try #require(state.allocations.find(number: 500_001, municipality: Fixture.utrecht))
    #expect(
      state.allocations[id].versions.map(\.through) == [day("2025-06-29"), day("2025-06-01")]
    )
    let numbers = state.allocations.allocations(of: Fixture.client, with: Fixture.provider)
      .map { state.allocations[$0].number }
    #expect(numbers == [500_001, 500_002, 500_011, 500_012])
    let states = ["VOT-A-0001", "VOT-A-0002", "VOW-A-0001"].map {
      state.requests.find(reference: $0, provider: Fixture.provider)?.state
    }
    #expect(states == [.honoured, .rejected, .honoured])
  }

  @Test("The honoured change names all four allocations, also the one that stays as it was")
  func honoured() {
    var state = AccessState()
    let last = Self.decide(&state).last?.events.last
    #expect(
      last
        == .requestHonoured(
          RequestHonoured(
            provider: Fixture.provider,
            reference: "VOW-A-0001",
            allocations: [500_001, 500_002, 500_011, 500_012]
          )
        )
    )
  }

  @Test("The honouring message sent again is refused: a reference is filled once (TR379)")
  func onlyOnce() {
    var state = AccessState()
    _ = Self.decide(&state)
    let decision = state.judge(Self.a19, facts: facts("2025-05-16"))
    #expect(Set(decision.findings.compactMap(\.code)) == ["9379"])
    #expect(decision.findings.map(\.row) == [0, 1, 2, 3])
  }
}
