import Access
import People
import Quantities
import Rules
import Testing

@Suite("Explanations of access")
struct AccessTextsTests {
  /// The rules of a set.
  static func ids<Subject>(_ set: RuleSet<Subject>) -> [RuleID] { set.rules.map(\.id) }

  static let rules = Set(
    ids(AllocationRules.products) + ids(RequestRules.products) + ids(ChangeRequestRules.clients)
      + ids(ChangeRequestRules.requests) + ids(ChangedProductRules.unchanged)
      + ids(ChangedProductRules.changed) + ids(ChangedProductRules.new)
      + ids(AnswerRules.answers) + ids(AgreementRules.products) + ["TR374"]
  )

  /// The choices of a set.
  static func choices<Subject>(_ set: RuleSet<Subject>) -> [String] {
    set.rules.compactMap(\.choice)
  }

  @Test("Every choice of a rule has a Dutch form, and every Dutch form a choice")
  func choices() {
    let all =
      Self.choices(AllocationRules.products) + Self.choices(RequestRules.products)
      + Self.choices(RequestRules.openRequests(judges: "Client"))
      + Self.choices(ChangeRequestRules.clients)
      + Self.choices(ChangeRequestRules.requests) + Self.choices(ChangedProductRules.unchanged)
      + Self.choices(ChangedProductRules.changed) + Self.choices(ChangedProductRules.new)
      + Self.choices(AnswerRules.answers) + Self.choices(AgreementRules.products)
    #expect(Set(all) == Set(AccessTexts.dutchChoices.keys))
    for choice in all {
      #expect(AccessTexts.choice(choice, in: .english) == choice)
      #expect(AccessTexts.choice(choice, in: .dutch)?.hasSuffix(".") == true)
    }
    #expect(AccessTexts.choice(nil, in: .dutch) == nil)
  }

  @Test("Every rule has a text in every language, and every text has a rule")
  func complete() {
    #expect(Set(AccessTexts.all.templates.keys) == Self.rules)
    for text in AccessTexts.all.templates.values {
      for language in Language.allCases {
        #expect(text[language].hasSuffix("."))
        #expect(text[language].contains(". "), "says how to mend it")
      }
    }
  }

  /// Messages that together break every rule.
  static var findings: [Finding] {
    let allocation = AllocationRulesTests.cases.flatMap {
      $0.given.judge($0.when, facts: $0.facts).findings
    }
    let wrong = AllocationTerms(
      category: ProductCategory("07"),
      code: ProductCode("02A03"),
      from: day("2025-01-06")
    )
    let code = AccessState().judge(notice(product(1, wrong)), facts: facts()).findings
    let request = RequestRulesTests.asked.judge(
      RequestRulesTests.request(("V-1", RequestRulesTests.care)),
      facts: facts()
    ).findings
    let change = ChangeRequestRulesTests.self
    let changes = [
      change.request(known: false),
      change.request(
        unchanged: [1, 2],
        changed: [
          change.change(1, "2025-05-01"), change.change(2, "2025-06-01"),
          change.change(3, "2025-06-01", volume: weekly(1)),
        ]
      ),
    ].flatMap { change.state.judge($0, facts: facts("2025-05-12")).findings }
    let generic = change.generic.judge(
      change.request(changed: [change.change(6, "2025-01-01", volume: weekly(1))]),
      facts: facts("2025-05-12")
    ).findings
    let answers = [
      ("rejected", RequestAnswer.Answer.underInvestigation),
      ("honoured", .underInvestigation), ("nobody", .underInvestigation),
    ].flatMap {
      AnswerRulesTests.state.judge(AnswerRulesTests.answer($0.0, $0.1), facts: facts()).findings
    }
    let agreements = AgreementRulesTests.cases.flatMap(\.findings)
    return allocation + code + request + changes + generic + answers + agreements
  }

  @Test("Every explanation of a real finding is filled in, and shows no person")
  func filledIn() {
    #expect(Set(Self.findings.map(\.rule)) == Self.rules)
    for finding in Self.findings {
      for language in Language.allCases {
        let text = AccessTexts.all.text(for: finding, in: language)
        #expect(text?.contains("{") == false, "\(finding.rule)")
        #expect(text?.contains(Fixture.client.description) == false, "\(finding.rule)")
      }
    }
  }

  @Test("An explanation names the values that were compared")
  func example() {
    let finding = RequestRulesTests.asked.judge(
      RequestRulesTests.request(("V-3", RequestRulesTests.care)),
      facts: facts()
    ).findings[0]
    #expect(
      AccessTexts.all.text(for: finding, in: .dutch)
        == """
        Er staat nog een verzoek van deze aanbieder voor deze cliënt open: V-1 van 6 januari 2025. \
        Wacht op de beslissing daarover en stuur dan een nieuw verzoek.
        """
    )
  }
}
