import Access
import People
import Quantities
import Rules
import Testing

@Suite("Rules of the request for allocation (315)")
struct RequestRulesTests {
  static func request(
    _ products: (String, AllocationTerms)...,
    client: ClientKey = Fixture.client,
    provider: ProviderCode = Fixture.provider
  ) -> AllocationRequest {
    AllocationRequest(
      municipality: Fixture.utrecht,
      provider: provider,
      client: client,
      dated: day("2025-01-06"),
      products: products.map { RequestedProduct(reference: $0.0, terms: $0.1) }
    )
  }

  static let care = terms("02A03", "2025-02-01")
  /// V-1 of one client is open; V-2 of another one was rejected.
  static let asked: AccessState = {
    let first = AccessState().judge(request(("V-1", care)), facts: facts())
    var state = AccessState().after(first.events, at: 1)
    let other = state.judge(request(("V-2", care), client: Fixture.otherClient), facts: facts())
    state = state.after(other.events, at: 2)
    let answer = RequestAnswer(
      municipality: Fixture.utrecht,
      provider: Fixture.provider,
      reference: "V-2",
      answer: .rejected(.noContract)
    )
    return state.after(state.judge(answer, facts: facts()).events, at: 3)
  }()

  @Test(
    "Each rule fires where it must and nowhere else",
    arguments: [
      (request(("V-3", care), client: Fixture.neighbour), []),
      (request(("V-3", care), client: Fixture.otherClient), []),
      (request(("V-1", care), client: Fixture.neighbour), ["TR347@AangevraagdProduct[0]"]),
      (request(("V-2", care), client: Fixture.otherClient), ["TR347@AangevraagdProduct[0]"]),
      (request(("V-1", care), client: Fixture.neighbour, provider: Fixture.otherProvider), []),
      (request(("V-3", care)), ["TR374@Client[0]"]),
      (request(("V-3", care), provider: Fixture.otherProvider), []),
      (
        request(("V-3", care), ("V-1", care)),
        ["TR374@Client[0]", "TR347@AangevraagdProduct[1]"]
      ),
    ] as [(AllocationRequest, [String])]
  )
  func table(request: AllocationRequest, marks: [String]) {
    let decision = Self.asked.judge(request, facts: facts())
    #expect(decision.marks == marks)
    #expect(decision.events.count == (marks.isEmpty ? request.products.count : 0))
  }

  @Test("TR381 fires on a code of another category and on no other")
  func productCode() {
    let wrong = AllocationTerms(
      category: ProductCategory("07"),
      code: ProductCode("02A03"),
      from: day("2025-02-01")
    )
    let message = Self.request(("V-3", Self.care), ("V-4", wrong), client: Fixture.neighbour)
    let decision = Self.asked.judge(message, facts: facts())
    #expect(decision.marks == ["TR381@AangevraagdProduct[1]"])
  }

  @Test("The setting puts the code of TR374 on the request")
  func openRequestClass() {
    let settings = AccessSettings(openRequestClass: .request)
    let decision = Self.asked.judge(
      Self.request(("V-3", Self.care), ("V-4", Self.care)),
      facts: facts(settings: settings)
    )
    #expect(decision.marks == ["TR374@AangevraagdProduct[0]", "TR374@AangevraagdProduct[1]"])
  }

  @Test("A reference is found again however its letters are composed")
  func composedReference() {
    let message = Self.request(("V\u{0065}\u{0301}-1", Self.care), client: Fixture.neighbour)
    let state = Self.asked.after(Self.asked.judge(message, facts: facts()).events, at: 4)
    #expect(state.requests.find(reference: "V\u{00E9}-1", provider: Fixture.provider) != nil)
  }
}

@Suite("Rules of the answer (319)")
struct AnswerRulesTests {
  static func answer(
    _ reference: String,
    _ answer: RequestAnswer.Answer,
    municipality: MunicipalityCode = Fixture.utrecht
  ) -> RequestAnswer {
    RequestAnswer(
      municipality: municipality,
      provider: Fixture.provider,
      reference: reference,
      answer: answer
    )
  }

  /// One request in each state, named after it.
  static let state: AccessState = {
    var state = AccessState()
    for (index, expected) in RequestState.allCases.enumerated() {
      let message = RequestRulesTests.request(
        (expected.rawValue, RequestRulesTests.care),
        client: ClientKey(high: 9, low: UInt64(index))
      )
      state = state.after(state.judge(message, facts: facts()).events, at: Int64(index + 1))
    }
    let steps: [AccessEvent] = [
      .requestAnswered(answer("under-investigation", .underInvestigation)),
      .requestAnswered(answer("rejected", .rejected(.outsideBudget))),
      .requestHonoured(
        RequestHonoured(provider: Fixture.provider, reference: "honoured", allocations: [7])
      ),
    ]
    return state.after(steps, at: 9)
  }()

  @Test("The states are what they are called")
  func states() {
    for expected in RequestState.allCases {
      let record = Self.state.requests.find(
        reference: expected.rawValue,
        provider: Fixture.provider
      )
      #expect(record?.state == expected)
    }
  }

  @Test(
    "Each rule fires where it must and nowhere else",
    arguments: [
      (answer("pending", .underInvestigation), []),
      (answer("pending", .rejected(.noContract)), []),
      (answer("under-investigation", .rejected(.noContract)), []),
      (answer("under-investigation", .underInvestigation), ["TR360"]),
      (answer("rejected", .rejected(.noContract)), ["TR365"]),
      (answer("rejected", .underInvestigation), ["TR360", "TR365"]),
      (answer("honoured", .rejected(.noContract)), ["TR359"]),
      (answer("honoured", .underInvestigation), ["TR359"]),
      (answer("nobody", .underInvestigation), ["TR355"]),
      (answer("pending", .underInvestigation, municipality: Fixture.zeist), ["TR355"]),
    ] as [(RequestAnswer, [String])]
  )
  func table(answer: RequestAnswer, rules: [String]) {
    let decision = Self.state.judge(answer, facts: facts())
    #expect(decision.marks == rules.map { "\($0)@Antwoord[0]" })
    #expect(decision.events == (rules.isEmpty ? [.requestAnswered(answer)] : []))
  }

  @Test("An answer after investigation is due within eight weeks of the message's date")
  func term() {
    let record = Self.state.requests.find(reference: "pending", provider: Fixture.provider)
    #expect(record?.investigatedBy == day("2025-03-03"))
  }
}
