import Access
import Quantities
import Rules
import Testing

@Suite("Rules of the allocation message (301)")
struct AllocationRulesTests {
  /// A message in a state, and what the rules say of it.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let given: AccessState
    let when: AllocationNotice
    var facts = Access.AccessFacts(today: day("2025-01-10"))
    var then: [String] = []
  }

  static let care = terms("02A03", "2025-01-06", "2025-06-29", volume: weekly(3))
  static let known = AccessState.knowing(notice(product(500_001, care)))

  static let cases: [Case] = [
    Case(testDescription: "TR332 holds: new", given: AccessState(), when: notice(product(1, care))),
    Case(
      testDescription: "TR332 holds: another version of one's own",
      given: known,
      when: notice(product(500_001, care, decided: moment("2025-01-08"), reason: .reassessedLonger))
    ),
    Case(
      testDescription: "TR332 holds: same number in another municipality",
      given: known,
      when: notice(
        product(500_001, care),
        client: Fixture.otherClient,
        municipality: Fixture.zeist
      )
    ),
    Case(
      testDescription: "TR332 fails: the number of another client",
      given: known,
      when: notice(product(500_001, care), client: Fixture.otherClient),
      then: ["TR332@ToegewezenProduct[0]"]
    ),
    Case(
      testDescription: "TR332 fails: the number at another provider, in the second row",
      given: known,
      when: notice(
        product(500_009, care),
        product(500_001, care),
        provider: Fixture.otherProvider
      ),
      then: ["TR332@ToegewezenProduct[1]"]
    ),
    Case(
      testDescription: "TR379 fails: no request has the reference",
      given: AccessState(),
      when: notice(product(1, care, reference: "VOT-1")),
      then: ["TR379@ToegewezenProduct[0]"]
    ),
    Case(
      testDescription: "TR381 holds: the code begins with its category",
      given: AccessState(),
      when: notice(product(1, terms("06", "2025-01-01")))
    ),
    Case(
      testDescription: "TR385 holds: a deletion without approved lines",
      given: known,
      when: notice(
        product(500_001, care, decided: moment("2025-01-09"), reason: .deleted)
      )
    ),
    Case(
      testDescription: "TR385 fails: a deletion with approved lines",
      given: known,
      when: notice(
        product(500_001, care, decided: moment("2025-01-09"), reason: .deleted)
      ),
      facts: facts(approved: true),
      then: ["TR385@ToegewezenProduct[0]"]
    ),
    Case(
      testDescription: "TR385 is not judged on an allocation that is another's",
      given: known,
      when: notice(
        product(500_001, care, decided: moment("2025-01-09"), reason: .deleted),
        client: Fixture.otherClient
      ),
      facts: facts(approved: true),
      then: ["TR332@ToegewezenProduct[0]"]
    ),
    Case(
      testDescription: "IV013 signals another content under one moment",
      given: known,
      when: notice(product(500_001, terms("02A03", "2025-01-06", "2025-05-31"))),
      then: ["IV013@ToegewezenProduct[0]"]
    ),
    Case(
      testDescription: "IV013 holds: the same version again",
      given: known,
      when: notice(product(500_001, care))
    ),
    Case(
      testDescription: "TR381 fails: the code begins with another category",
      given: AccessState(),
      when: notice(product(1, mismatched)),
      then: ["TR381@ToegewezenProduct[0]"]
    ),
    Case(
      testDescription: "IV099 holds: a change sent again, without its reason",
      given: changed,
      when: notice(product(500_001, longer, decided: moment("2025-01-08")))
    ),
    Case(
      testDescription: "IV099 holds: a change sent again, with its reason",
      given: changed,
      when: notice(
        product(500_001, longer, decided: moment("2025-01-08"), reason: .reassessedLonger)
      )
    ),
    Case(
      testDescription: "IV013 signals another reason under one moment",
      given: changed,
      when: notice(
        product(500_001, longer, decided: moment("2025-01-08"), reason: .reassessedShorter)
      ),
      then: ["IV013@ToegewezenProduct[0]"]
    ),
    Case(
      testDescription: "IV013 signals a reason on a version that had none",
      given: known,
      when: notice(product(500_001, care, reason: .reassessedLonger)),
      then: ["IV013@ToegewezenProduct[0]"]
    ),
    Case(
      testDescription: "IV013 signals another content, also when the reason is absent",
      given: changed,
      when: notice(product(500_001, care, decided: moment("2025-01-08"))),
      then: ["IV013@ToegewezenProduct[0]"]
    ),
  ]

  static let mismatched = AllocationTerms(
    category: ProductCategory("07"),
    code: ProductCode("02A03"),
    from: day("2025-01-06")
  )
  static let longer = terms("02A03", "2025-01-06", "2025-12-28", volume: weekly(3))
  /// The allocation with a second version, which has a reason.
  static let changed = AccessState.knowing(
    notice(product(500_001, care)),
    notice(product(500_001, longer, decided: moment("2025-01-08"), reason: .reassessedLonger))
  )

  @Test("Each rule fires where it must and nowhere else", arguments: cases)
  func table(_ item: Case) {
    let decision = item.given.judge(item.when, facts: item.facts)
    #expect(decision.marks == item.then)
    #expect(decision.isRefused == item.then.contains { !$0.hasPrefix("IV") })
    #expect(!decision.isRefused || decision.events.isEmpty)
  }

  @Test("TR381 follows the region's own list before the form of the code")
  func ownList() throws {
    let own = try #require(ProductCode("H1"))
    let national = try #require(ProductCode("07A12"))
    let list = [
      own: ProductCategory(uncheckedNumber: 1), national: ProductCategory(uncheckedNumber: 9),
    ]
    let terms = { (code: ProductCode, category: UInt32) in
      AllocationTerms(
        category: ProductCategory(uncheckedNumber: category),
        code: code,
        from: day("2025-01-01")
      )
    }
    let message = notice(
      product(1, terms(own, 1)),
      product(2, terms(own, 2)),
      product(3, terms(national, 7)),
      product(4, terms(national, 9))
    )
    let decision = AccessState().judge(message, facts: facts(own: list))
    #expect(decision.marks == ["TR381@ToegewezenProduct[1]", "TR381@ToegewezenProduct[2]"])
    #expect(decision.findings.allSatisfy { $0.code == "S329" && $0.level == 4 })
  }

  @Test("Every rule of the set has a case that fires and one that does not")
  func complete() {
    let fired = Self.cases.flatMap(\.then).map { String($0.prefix { $0 != "@" }) }
    #expect(Set(fired) == Set(AllocationRules.products.rules.map(\.id.description)))
    #expect(Self.cases.contains { $0.then.isEmpty })
  }

  @Test("A message sent again brings nothing, with the reason of a change or without it (IV099)")
  func resend() {
    let message = notice(product(500_001, Self.care))
    #expect(Self.known.judge(message, facts: facts()).events.isEmpty)
    for reason in [nil, ChangeReason.reassessedLonger] {
      let again = notice(
        product(500_001, Self.longer, decided: moment("2025-01-08"), reason: reason)
      )
      #expect(Self.changed.judge(again, facts: facts()).events.isEmpty)
      let state = Self.changed.after(Self.changed.judge(again, facts: facts()).events, at: 9)
      #expect(state == Self.changed)
    }
  }

  @Test("What was sent by ourselves is taken over; only another's number is left out")
  func takenOver() {
    let message = notice(
      product(500_001, Self.care),
      product(500_002, Self.care, reference: "VOT-9"),
      client: Fixture.otherClient
    )
    let decision = Self.known.judge(message, facts: facts(), handling: .takenOver)
    #expect(decision.marks == ["TR332@ToegewezenProduct[0]", "TR379@ToegewezenProduct[1]"])
    let state = Self.known.after(decision.events, at: 7)
    #expect(decision.events.count == 1)
    #expect(state.allocations.allocations(of: Fixture.otherClient).count == 1)
  }
}
