package import Rules

/// What the rules say of a message, and what happens because of it.
package struct Decision<Event: Sendable>: Sendable {
  /// Every rule that failed, in the order of the classes in the message.
  package var findings: [Finding]
  /// The classes that could not be judged because of a finding on another one.
  package var notAssessed: [JudgedClass]
  /// What happens; empty when the message is refused.
  package var events: [Event]

  package init(
    findings: [Finding] = [],
    notAssessed: [JudgedClass] = [],
    events: [Event] = []
  ) {
    self.findings = findings
    self.notAssessed = notAssessed
    self.events = events
  }

  /// Whether a finding carries a return code: one fault refuses the whole message (OP286).
  ///
  /// A finding without a code is a signal and refuses nothing.
  package var isRefused: Bool { findings.contains { $0.code != nil } }
}

extension Decision: Equatable where Event: Equatable {}

/// One class of a message.
package struct JudgedClass: Hashable, Sendable {
  /// The name of the class, such as `Verzoek`.
  package let judges: String
  /// Its place among those of its class in the message, from 0.
  package let row: Int

  package init(_ judges: String, row: Int) {
    self.judges = judges
    self.row = row
  }
}

/// How a message is dealt with.
package enum Handling: Hashable, Sendable {
  /// Received: one fault refuses it whole and then nothing changes.
  case judged
  /// Sent by ourselves, perhaps long ago: what can be taken over is; the findings are signals.
  case takenOver
}
