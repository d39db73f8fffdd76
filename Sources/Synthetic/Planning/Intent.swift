package import Quantities

/// What is to become of a file, from good to bad.
package enum IntendedOutcome: String, CaseIterable, Comparable, Sendable {
  case accept
  case rejectLine = "reject-line"
  case rejectClient = "reject-client"
  case rejectClass = "reject-class"
  case rejectClaim = "reject-claim"
  case rejectHeader = "reject-header"
  case rejectMessage = "reject-message"
  case rejectTransport = "reject-transport"

  package static func < (left: IntendedOutcome, right: IntendedOutcome) -> Bool {
    let order = allCases
    return (order.firstIndex(of: left) ?? 0) < (order.firstIndex(of: right) ?? 0)
  }
}

/// What is to become of one claim line.
package struct IntendedVerdict: Hashable, Sendable {
  package let provider: ProviderCode
  /// ReferentieNummer as written.
  package let reference: String
  /// The fault that was put in on purpose; nil for a line that is right.
  package let fault: LineFault?
  /// The codes of the line or, for an unknown client, of its client; empty when it is approved.
  package let codes: [String]
  package let cents: Int64
  package let isCredit: Bool

  /// Whether the line is to be approved.
  package var isAccepted: Bool { codes.isEmpty }
}

/// What a file was made to bring about.
package struct Intent: Hashable, Sendable {
  package let outcome: IntendedOutcome
  /// The codes of refusals in the answer, sorted; without 0200, 0233 and 8001.
  package let codes: [String]
  /// The verdict of every line of a claim, in document order; empty for other messages and for a
  /// claim that is refused as a whole.
  package let lines: [IntendedVerdict]

  package init(_ outcome: IntendedOutcome, codes: [String] = [], lines: [IntendedVerdict] = []) {
    self.outcome = outcome
    self.codes = codes
    self.lines = lines
  }
}
