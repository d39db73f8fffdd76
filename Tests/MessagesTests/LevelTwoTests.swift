import Messages
import MessagesTesting
import Rules
import Testing

@Suite("Rules of level 2 (IM-02)")
struct LevelTwoTests {
  static let valid: [MessageDraft] = [
    .allocation, .start, .stop, .request, .change, .answer, .claim, .claimAnswer,
  ]

  @Test("a message that is well has no finding", arguments: valid.indices)
  func accepts(_ index: Int) {
    #expect(LevelTwo.check(LevelTwoTests.valid[index].build()) == [])
  }

  @Test(
    "a rule fires on the message that breaks it, and no other does",
    arguments: LevelTwoCase.all
  )
  func fires(_ breach: LevelTwoCase) throws {
    let findings = LevelTwo.check(breach.draft.build())
    #expect(Set(findings.map(\.rule)) == Set(breach.rules), "\(findings)")
    let first = try #require(findings.first)
    #expect(first.className == breach.className)
    #expect(first.path.hasSuffix(breach.ending), "\(first.path)")
    #expect(first.code == "0001")
  }

  @Test("every rule has a message that breaks it in every kind of message it judges")
  func coversEveryRule() {
    let broken = Set(LevelTwoCase.all.flatMap(\.rules))
    let optional: Set = ["TR319"]
    for rule in LevelTwo.rules where !optional.contains(rule.number) {
      #expect(broken.contains(rule.number), "\(rule.number) has no message that breaks it")
      for message in rule.messages {
        #expect(
          LevelTwoTests.valid.contains { $0.type.number == message },
          "\(rule.number) has no message that keeps it"
        )
      }
    }
  }

  @Test("the rules are those of level 2 in the catalogue, and TR319")
  func matchesTheCatalogue() {
    let expected = RuleCatalogue.iwmo.rules.filter { $0.level == 2 }.map(\.number) + ["TR319"]
    #expect(LevelTwo.rules.map(\.number) == expected.sorted())
  }

  @Test("a finding names a class that its rule judges")
  func namesItsClass() {
    for breach in LevelTwoCase.all {
      for finding in LevelTwo.check(breach.draft.build()) {
        let classes = RuleCatalogue.iwmo[finding.rule]?.classes ?? []
        #expect(classes.contains(finding.className), "\(finding)")
      }
    }
  }

  @Test("no text of a finding holds what the message holds")
  func keepsValuesOut() {
    let message = MessageDraft.allocation.setting("Client/Bsn", "999900007").build()
    for finding in LevelTwo.check(message) {
      #expect(!finding.text.dutch.contains("999900007"))
      #expect(!finding.path.contains("999900007"))
    }
  }

  @Test("a return message is judged by no rule of level 2")
  func passesReturnMessages() {
    #expect(LevelTwo.rules(judging: .wmo302).isEmpty)
    #expect(LevelTwo.rules(judging: .wmo323).count > 15)
  }

  @Test("of a rule that fires everywhere only the first findings are kept")
  func keepsFewFindings() {
    var settings = LevelTwoSettings()
    settings.findingLimit = 2
    let draft = MessageDraft.claim.setting("Client/Bsn", "999900006")
      .without("Prestatie/ProductPeriode/Begindatum")
      .setting("Prestatie/ProductPeriode/Begindatum", "2020-12-31")
      .setting("Prestatie/ProductPeriode/Begindatum", "2020-12-31", row: 1)
      .setting("Prestatie/ProductPeriode/Begindatum", "2020-12-31", row: 2)
    let report = LevelTwo.report(draft.build(), settings: settings)
    #expect(report.findings.count { $0.rule == "CS337" } == 2)
    #expect(report.omitted == ["CS337": 1, "CS100": 1])
  }
}
