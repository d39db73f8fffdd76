package import Quantities

/// The name of a rule: the number of the standard (`TR321`), an article, or a strategy clause.
package struct RuleID: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let description: String

  package init(_ text: String) { description = text }

  package static func < (left: RuleID, right: RuleID) -> Bool {
    left.description < right.description
  }
}

extension RuleID: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) { description = text }
}

/// A four-character code with which one organisation tells the other what it thinks of a class.
///
/// - Dutch term: retourcode (iWmo/iJw code list WJ001)
package struct ReturnCode: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let description: String

  package init(_ text: String) { description = text }

  package static func < (left: ReturnCode, right: ReturnCode) -> Bool {
    left.description < right.description
  }
}

extension ReturnCode: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) { description = text }
}

extension ReturnCode {
  /// Technical rejection of the whole message (a rule of level 2).
  package static let technicalRejection: ReturnCode = "0001"
  /// No remarks on this class.
  package static let noRemarks: ReturnCode = "0200"
  /// The class was not assessed.
  package static let notAssessed: ReturnCode = "0233"
  /// The claim is awarded in full.
  package static let fullyAwarded: ReturnCode = "8001"
}

/// What a rule says of one subject.
package enum RuleOutcome: Sendable {
  case holds
  case fails
  /// The rule has nothing to say about a subject of this kind.
  case notApplicable
}

/// A rule as a value: what it is called, where it comes from, what it judges, and a pure check.
///
/// A rule that has been released is never edited, only followed by another, because verdicts that
/// stand in the journal name it.
package struct Rule<Subject>: Sendable {
  package let id: RuleID
  /// The code that is returned when the rule fails; nil for a rule that only leads to a signal.
  package let code: ReturnCode?
  /// The control level of the standard: 2 in the message, 3 across messages, 4 external.
  package let level: Int
  /// The class of the message that the code is put on, such as `Prestatie`.
  package let judges: String
  /// Where the rule stands: document and place.
  package let source: String
  /// The interpretation we chose where the source leaves one open; nil when it leaves none.
  package let choice: String?
  /// The days on which the rule is in force.
  package let inForce: OpenPeriod
  /// Rules that must not have failed for this one to be assessed at all.
  package let dependsOn: [RuleID]
  /// Judges a subject; reads nothing but the subject.
  package let check: @Sendable (Subject) -> RuleOutcome
  /// The values that were compared, for the explanation; only asked for when one is needed.
  package let compared: @Sendable (Subject) -> [ComparedValue]

  package init(
    _ id: RuleID,
    code: ReturnCode?,
    level: Int,
    judges: String,
    source: String,
    choice: String? = nil,
    inForce: OpenPeriod,
    dependsOn: [RuleID] = [],
    check: @escaping @Sendable (Subject) -> RuleOutcome,
    compared: @escaping @Sendable (Subject) -> [ComparedValue] = { _ in [] }
  ) {
    self.id = id
    self.code = code
    self.level = level
    self.judges = judges
    self.source = source
    self.choice = choice
    self.inForce = inForce
    self.dependsOn = dependsOn
    self.check = check
    self.compared = compared
  }
}
