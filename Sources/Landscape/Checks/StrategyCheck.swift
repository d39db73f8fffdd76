import Rules

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
  /// Checks a whole file, given as the tree that was read of it and what was refused in reading.
  package init(_ root: StrategyNode, reading: [StrategyFinding] = []) {
    var checker = SchemaChecker()
    let document = checker.document(root)
    var findings = reading + checker.findings
    guard let document else {
      self.init(strategy: nil, findings: StrategyCheck.ordered(findings))
      return
    }
    let strategy = Strategy(checked: document)
    let places = FindingPlaces(checker.places, root.place)
    // Where something was left out for its form, only what is certainly wrong is told as well.
    let isWhole = findings.isEmpty
    let rules = StrategyRules.all.filter { isWhole || $0.severity == .error }
    findings.append(contentsOf: rules.compactMap { $0.finding(strategy, places) })
    if isWhole { findings.append(contentsOf: StrategyCheck.unknowns(checker.unknowns)) }
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
    var labels: [BilingualText] = []
    var groups: [BilingualText: [StrategyFinding.Site]] = [:]
    for value in values {
      if groups[value.label] == nil { labels.append(value.label) }
      groups[value.label, default: []].append(
        StrategyFinding.Site(
          path: value.path,
          place: value.place,
          detail: .reason(value.reason)
        )
      )
    }
    return labels.map { label in
      StrategyFinding(
        rule: "SU01",
        severity: .unknown,
        message: BilingualText("Onbekend: \(label.dutch).", "Unknown: \(label.english)."),
        explanation: bars(groups[label] ?? []) ? barred : nil,
        sites: groups[label] ?? []
      )
    }
  }

  private static let barred = BilingualText(
    "Zolang dit onbekend is, kan het segment niet in een procedure.",
    "As long as this is unknown, the segment cannot go into a procedure."
  )

  /// Whether one of the places is a choice without which nobody can bid or be admitted.
  private static func bars(_ sites: [StrategyFinding.Site]) -> Bool {
    let choices = [
      ".contract", ".contract.vorm", ".contract.toetreding", ".toetreding.beleid",
      ".bekostiging", ".bekostiging.modellen", ".toegang",
    ]
    return sites.contains { site in
      site.path.hasPrefix("segmenten[") && choices.contains { site.path.hasSuffix($0) }
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
