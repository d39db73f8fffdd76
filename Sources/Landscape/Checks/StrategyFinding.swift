package import Rules

/// Something that a check has to say about a strategy file, with where it stands.
///
/// - Dutch term: bevinding
package struct StrategyFinding: Hashable, Sendable {
  /// The number of the rule: `SF01` for the form of the file, `SW01` for what it says.
  package let rule: String
  package let severity: Severity
  /// What is wrong or worth knowing, in one sentence that holds for all sites.
  package let message: BilingualText
  /// Why it matters and what to do about it; nil when the message says so.
  package let explanation: BilingualText?
  /// Where the rule comes from: an act, a ruling, a document; nil for the form of the file.
  package let source: BilingualText?
  /// The places it is about, in the order of the file; never empty.
  package let sites: [Site]

  package init(
    rule: String,
    severity: Severity,
    message: BilingualText,
    explanation: BilingualText? = nil,
    source: BilingualText? = nil,
    sites: [Site]
  ) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.explanation = explanation
    self.source = source
    self.sites = sites
  }

  /// How much a finding matters.
  package enum Severity: String, CaseIterable, Comparable, Sendable {
    /// The file is not taken.
    case error = "fout"
    /// The file is taken; somebody has to look at this.
    case warning = "waarschuwing"
    /// The file says itself that it does not know this.
    case unknown = "onbekend"
    /// Worth knowing, nothing to do.
    case note = "ter informatie"

    /// The word that stands before a finding.
    package var text: BilingualText {
      switch self {
      case .error: BilingualText(rawValue, "error")
      case .warning: BilingualText(rawValue, "warning")
      case .unknown: BilingualText(rawValue, "unknown")
      case .note: BilingualText(rawValue, "for information")
      }
    }

    private var order: Int { Severity.allCases.firstIndex(of: self) ?? 0 }

    package static func < (left: Severity, right: Severity) -> Bool { left.order < right.order }
  }

  /// One place that a finding is about.
  package struct Site: Hashable, Sendable {
    /// The keys and indexes that lead there: `segmenten[0].contract.vorm`.
    package let path: String
    package let place: TextPlace
    /// What is the case at this place in particular.
    package let detail: BilingualText

    package init(path: String, place: TextPlace, detail: BilingualText) {
      self.path = path
      self.place = place
      self.detail = detail
    }
  }
}
