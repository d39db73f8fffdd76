package import Journal
import Quantities
package import Region
package import Rules

/// What intake says of one file: the line on standard output.
package struct IntakeResult: Sendable {
  /// The kind of message, as far as it was recognised.
  package let message: String?
  /// Which way the message went; nil when it was not recognised.
  package let flow: MessageFlow?
  package let outcome: Outcome
  /// All return codes, each once, ascending.
  package let codes: [String]
  package let findings: [IntakeFinding]
  /// How many findings there are beyond those in the list.
  package let furtherFindings: Int
  /// The rules that were not assessed, because a rule they rest on failed.
  package let notAssessed: [UnassessedRules]
  /// Our answer; nil when there is none.
  package let reply: ReplyFile?
  /// The last entry of the first processing; nil when nothing was kept.
  package let position: Position?

  package init(
    message: String?,
    flow: MessageFlow?,
    outcome: Outcome,
    codes: [String],
    findings: [IntakeFinding],
    furtherFindings: Int,
    notAssessed: [UnassessedRules] = [],
    reply: ReplyFile?,
    position: Position?
  ) {
    self.message = message
    self.flow = flow
    self.outcome = outcome
    self.codes = codes
    self.findings = findings
    self.furtherFindings = furtherFindings
    self.notAssessed = notAssessed
    self.reply = reply
    self.position = position
  }
}

/// One finding about a message, ready to show.
package struct IntakeFinding: Hashable, Sendable {
  /// The class that is judged; empty for a fault of format.
  package let judges: String
  package let code: String
  package let rule: String
  package let path: String
  /// The sentence; it holds no personal data.
  package let text: BilingualText

  package init(judges: String, code: String, rule: String, path: String, text: BilingualText) {
    self.judges = judges
    self.code = code
    self.rule = rule
    self.path = path
    self.text = text
  }
}

/// Rules about one class that were not assessed.
package struct UnassessedRules: Hashable, Sendable {
  /// The class that was to be judged.
  package let judges: String
  /// The row, or for the lines of a refused client the client; empty for the class wherever it
  /// stands.
  package let path: String
  /// The numbers of the rules, in their order.
  package var rules: [String]

  package init(judges: String, path: String, rules: [String]) {
    self.judges = judges
    self.path = path
    self.rules = rules
  }

  /// The same rules at another place.
  func at(_ path: String) -> UnassessedRules {
    UnassessedRules(judges: judges, path: path, rules: rules)
  }
}

/// An answer as a file: its name holds only our own numbers, never anything a sender chose.
package struct ReplyFile: Sendable {
  package let name: String
  package let bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// The name of the answer to the message whose first entry stands at a position.
  package static func name(message: String, first: Position) -> String {
    let digits = String(first.rawValue)
    return String(repeating: "0", count: max(0, 10 - digits.count)) + digits + "-\(message).xml"
  }
}
