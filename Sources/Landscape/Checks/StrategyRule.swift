package import Rules

/// A rule about what a strategy says: its number, its source, and a pure check.
///
/// - Dutch term: controleregel van de strategie
package struct StrategyRule: Sendable {
  /// `SE…` for an error, `SW…` for a warning, `SN…` for a note.
  package let id: String
  package let severity: StrategyFinding.Severity
  /// What is the case when it fires, in one sentence.
  package let message: BilingualText
  /// Why that matters, and what to do.
  package let explanation: BilingualText
  /// The act, ruling or document that the rule stands on.
  package let source: BilingualText
  let check: @Sendable (Strategy) -> [RuleSite]

  /// What it has to say of a strategy; nil when it is content.
  func finding(_ strategy: Strategy, _ places: FindingPlaces) -> StrategyFinding? {
    let sites = check(strategy).map { site in
      StrategyFinding.Site(
        path: site.path,
        place: places.place(of: site.path),
        detail: site.detail
      )
    }
    guard !sites.isEmpty else { return nil }
    return StrategyFinding(
      rule: id,
      severity: severity,
      message: message,
      explanation: explanation,
      source: source,
      sites: sites
    )
  }
}

/// A place in a strategy that a rule fires at.
struct RuleSite: Hashable, Sendable {
  let path: String
  let detail: BilingualText

  init(_ path: String, _ detail: BilingualText) {
    self.path = path
    self.detail = detail
  }
}
