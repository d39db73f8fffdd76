/// What a check makes of a strategy file: all its findings, and the strategy when it has no error.
///
/// There is never half a strategy: one error anywhere and there is none.
package struct StrategyCheck: Sendable {
  /// The strategy; nil when there is an error.
  package let strategy: Strategy?
  /// Errors first, then warnings, unknowns and notes; within each, by rule and place.
  package let findings: [StrategyFinding]

  package init(strategy: Strategy?, findings: [StrategyFinding]) {
    self.strategy = strategy
    self.findings = findings
  }

  package var hasErrors: Bool { findings.contains { $0.severity == .error } }

  /// The findings of one severity.
  package func findings(_ severity: StrategyFinding.Severity) -> [StrategyFinding] {
    findings.filter { $0.severity == severity }
  }
}

extension StrategyCheck {
  /// Checks a whole file, given as the tree that was read of it.
  package init(_ root: StrategyNode) {
    var checker = SchemaChecker()
    let document = checker.document(root)
    var findings = checker.findings
    guard let document, findings.isEmpty else {
      self.init(strategy: nil, findings: StrategyCheck.ordered(findings))
      return
    }
    let strategy = Strategy(checked: document)
    let places = FindingPlaces(checker.places, root.place)
    for rule in StrategyRules.all {
      if let finding = rule.finding(strategy, places) { findings.append(finding) }
    }
    findings.append(contentsOf: StrategyCheck.unknowns(checker.unknowns))
    let hasErrors = findings.contains { $0.severity == .error }
    self.init(
      strategy: hasErrors ? nil : strategy,
      findings: StrategyCheck.ordered(findings)
    )
  }

  /// One finding per subject: the same question unknown in six segments is one thing to look at.
  private static func unknowns(
    _ values: [SchemaChecker.UnknownValue]
  ) -> [StrategyFinding] {
    var labels: [String] = []
    var groups: [String: [StrategyFinding.Site]] = [:]
    for value in values {
      if groups[value.label] == nil { labels.append(value.label) }
      groups[value.label, default: []].append(
        StrategyFinding.Site(path: value.path, place: value.place, detail: value.reason)
      )
    }
    return labels.map { label in
      StrategyFinding(
        rule: "SU01",
        severity: .unknown,
        message: "\(label) is onbekend.",
        sites: groups[label] ?? []
      )
    }
  }

  private static func ordered(_ findings: [StrategyFinding]) -> [StrategyFinding] {
    findings.sorted { left, right in
      if left.severity != right.severity { return left.severity < right.severity }
      if left.severity == .error { return place(left) < place(right) }
      if left.rule != right.rule { return left.rule < right.rule }
      return place(left) < place(right)
    }
  }

  private static func place(_ finding: StrategyFinding) -> TextPlace {
    finding.sites.first?.place ?? TextPlace(line: 1, column: 1)
  }
}
