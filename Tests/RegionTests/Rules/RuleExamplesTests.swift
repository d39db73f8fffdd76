import Region
import Rules
import Testing

/// The tables of the rooms say which rule fires on what; this counts that none of them is left out.
@Suite("Every rule of levels 3 and 4 fires on some messages and not on others, IM-02")
struct RuleExamplesTests {
  @Test("Of messages drawn from few values each rule refuses some and lets others pass")
  func everyRule() {
    var fired: [String: Int] = [:]
    var passed: [String: Int] = [:]
    for seed in UInt64(1)...120 {
      var examples = RuleExamples(seed: seed)
      for _ in 0..<14 { examples.step() }
      fired.merge(examples.tally.fired, uniquingKeysWith: +)
      passed.merge(examples.tally.passed, uniquingKeysWith: +)
    }
    for message in ["301", "305", "307", "315", "317", "319", "323", "325"] {
      for rule in RuleDirectory.rules(judging: message) where Self.isDrawn(rule, message) {
        let key = RuleTally.key(message, rule.id)
        #expect(fired[key, default: 0] > 0, "\(key) never fired")
        #expect(passed[key, default: 0] > 0, "\(key) never passed")
      }
    }
  }

  /// The lines of a claim have a table of their own that is counted (`LineRulesTests`); the dates
  /// and codes of the header are drawn for the messages that the municipality receives.
  private static func isDrawn(_ rule: DirectoryRule, _ message: String) -> Bool {
    if message == "323", rule.judges == "Prestatie" { return false }
    let isToProvider = ["301", "319", "325"].contains(message)
    return !(isToProvider && ["TR135", "TR378"].contains(rule.id.description))
  }
}
