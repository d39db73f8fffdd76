import Access
import Generators
import Journal
import People
import Quantities
import Rules
import Testing

/// Histories of messages that follow from a seed, with few numbers, clients and references, so
/// that most rules are met many times.
struct AccessHistory {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &generator)]
  }

  /// The decision on the next message.
  mutating func next(on state: AccessState) -> Decision<AccessEvent> {
    let facts = facts(approved: Bool.random(using: &generator))
    switch Int.random(in: 0..<5, using: &generator) {
    case 0, 1: return state.judge(allocation(), facts: facts)
    case 2: return state.judge(request(), facts: facts)
    case 3: return state.judge(change(state), facts: facts)
    default: return state.judge(answer(), facts: facts)
    }
  }

  private mutating func client() -> ClientKey { pick([Fixture.client, Fixture.otherClient]) }

  private mutating func reference() -> String { pick(["V-1", "V-2", "V-3", "V-4"]) }

  private mutating func asked() -> AllocationTerms {
    terms(pick(["02A03", "07", "11A01"]), pick(["2025-01-01", "2025-03-01"]))
  }

  private mutating func allocation() -> AllocationNotice {
    notice(
      product(
        pick([1, 2, 3, 4]),
        asked(),
        decided: moment(pick(["2025-01-01", "2025-01-02", "2025-01-03"])),
        reason: pick([nil, nil, .deleted, .askedByProvider]),
        reference: pick([nil, nil, reference()])
      ),
      client: client()
    )
  }

  private mutating func request() -> AllocationRequest {
    AllocationRequest(
      municipality: Fixture.utrecht,
      provider: Fixture.provider,
      client: client(),
      dated: day("2025-01-06"),
      products: [RequestedProduct(reference: reference(), terms: asked())]
    )
  }

  private mutating func change(_ state: AccessState) -> ChangeRequest {
    let client = client()
    let current = state.allocations.allocations(of: client, with: Fixture.provider)
      .map { state.allocations[$0] }.filter { $0.isCurrent(on: day("2025-01-10")) }
    return ChangeRequest(
      municipality: Fixture.utrecht,
      provider: Fixture.provider,
      client: client,
      clientKnown: state.knows(client: client),
      dated: day("2025-01-06"),
      reference: reference(),
      change: RequestedChange(
        reason: .situationChanged,
        unchanged: current.map(\.number),
        new: [terms("04A01", "2026-01-01")]
      )
    )
  }

  private mutating func answer() -> RequestAnswer {
    AnswerRulesTests.answer(
      reference(),
      pick([.underInvestigation, .rejected(.outsideBudget)])
    )
  }
}

@Suite("Histories of access")
struct AccessHistoryTests {
  /// Runs histories and looks at every step.
  private func everyStep(
    _ look: (AccessState, Decision<AccessEvent>, AccessState, Int64, Comment) throws -> Void
  ) rethrows {
    for seed in UInt64(1)...40 {
      var history = AccessHistory(seed: seed)
      var state = AccessState(seed: seed)
      for position in Int64(1)...50 {
        let decision = history.next(on: state)
        let after = state.after(decision.events, at: position)
        try look(state, decision, after, position, "seed \(seed), position \(position)")
        state = after
      }
    }
  }

  @Test("A refused message changes nothing")
  func refusal() {
    everyStep { before, decision, after, _, place in
      guard decision.isRefused else { return }
      #expect(decision.events.isEmpty && before == after, place)
    }
  }

  @Test("Histories meet both outcomes of many rules")
  func coverage() {
    var rules: Set<RuleID> = []
    var accepted = 0
    everyStep { _, decision, _, _, _ in
      rules.formUnion(decision.findings.map(\.rule))
      if !decision.isRefused { accepted += 1 }
    }
    let met: Set<RuleID> = [
      "TR304", "TR332", "TR347", "TR355", "TR359", "TR360", "TR365", "TR374", "TR379", "TR385",
      "IV013",
    ]
    #expect(rules.isSuperset(of: met))
    #expect(accepted > 200)
  }

  @Test("Annulling a message restores the requests and allocations of before")
  func annulment() {
    everyStep { before, _, after, position, place in
      let restored = after.after(after.annulment(of: position), at: position + 1)
      for client in [Fixture.client, Fixture.otherClient] {
        let provider = Fixture.provider
        #expect(
          restored.requests.requests(of: client, by: provider)
            == before.requests.requests(of: client, by: provider),
          place
        )
        #expect(content(restored, client) == content(before, client), place)
      }
    }
  }

  /// What stands, by number; what was annulled is kept beside it and left out here.
  private func content(
    _ state: AccessState,
    _ client: ClientKey
  ) -> [Int64: [AllocationVersion]] {
    var content: [Int64: [AllocationVersion]] = [:]
    for id in state.allocations.allocations(of: client) {
      content[state.allocations[id].number] = state.allocations[id].versions
    }
    return content
  }

  @Test("A state from the journal's bytes and one from a snapshot equal the one that was lived")
  func replay() throws {
    for seed in UInt64(1)...20 {
      var history = AccessHistory(seed: seed)
      var lived = AccessState()
      var replayed = AccessState()
      for position in Int64(1)...50 {
        for event in history.next(on: lived).events {
          lived.evolve(event, at: position)
          let stored = try AccessEvent(event.name, version: event.name.version, body: event.body)
          replayed.evolve(stored, at: position)
        }
      }
      var writer = BinaryWriter()
      lived.write(to: &writer)
      var reader = BinaryReader(writer.bytes)
      #expect(try AccessState(from: &reader) == lived, "seed \(seed)")
      #expect(replayed == lived, "seed \(seed)")
    }
  }

  @Test("An open request is at most one message of a client and provider (TR374)")
  func oneOpen() {
    everyStep { _, _, after, _, place in
      for client in [Fixture.client, Fixture.otherClient] {
        let open = after.requests.requests(of: client, by: Fixture.provider)
          .filter { $0.state.isOpen }
        #expect(open.count <= 1, place)
      }
    }
  }
}
