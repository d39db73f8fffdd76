/// Judges a message by the rules that look no further than the message itself.
///
/// One violation refuses the whole message with code 0001 (iWmo 3.2, control level 2).
package enum LevelTwo {
  /// The return code of every rule of level 2.
  package static let returnCode = ReturnCodeCatalogue.technicalRejection

  /// Every rule of level 2 that applies to the Wmo, by number.
  package static let rules: [LevelTwoRule] =
    (LevelTwoRule.persons + LevelTwoRule.contacts + LevelTwoRule.products + LevelTwoRule.keys
    + LevelTwoRule.deliveries + LevelTwoRule.requests + LevelTwoRule.claims
    + LevelTwoRule.claimTotals)
    .sorted { $0.number < $1.number }

  /// The rules that judge a kind of message.
  package static func rules(judging type: MessageType) -> [LevelTwoRule] {
    rulesByNumber[type.number] ?? []
  }

  private static let rulesByNumber: [String: [LevelTwoRule]] = {
    var found: [String: [LevelTwoRule]] = [:]
    for rule in rules {
      for number in rule.messages { found[number, default: []].append(rule) }
    }
    return found
  }()

  /// Everything that breaks a rule, rule by rule and in the order of the message; empty when the
  /// message is well.
  package static func check(
    _ message: Message,
    settings: LevelTwoSettings = .standard
  ) -> [ContentFinding] {
    report(message, settings: settings).findings
  }

  /// All findings, with the number of those that were left out because a rule had too many.
  package static func report(
    _ message: Message,
    settings: LevelTwoSettings = .standard
  ) -> LevelTwoReport {
    let subject = LevelTwoSubject(message, settings)
    var found = LevelTwoFindings(message, limit: settings.findingLimit)
    for rule in rules(judging: message.type) {
      found.begin(rule)
      rule.check(subject, &found)
    }
    return LevelTwoReport(findings: found.findings, omitted: found.omitted)
  }
}

/// What the rules of level 2 found in a message.
package struct LevelTwoReport: Hashable, Sendable {
  package let findings: [ContentFinding]
  /// For each rule with more violations than are kept: how many more.
  package let omitted: [String: Int]
}
