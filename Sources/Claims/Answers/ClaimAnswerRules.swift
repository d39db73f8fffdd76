import Columns
package import People
import Quantities
package import Rules

/// The rules of level 3 about an answer to a claim.
///
/// An answer has no answer, so what these find is told to the user as a signal and changes nothing.
package enum ClaimAnswerRules {
  package static let set = RuleSet<ClaimAnswerCase>(
    version: "iwmo-3.2/declaratie-antwoord/1",
    rules: [
      rule(
        "TR337",
        judges: "Header",
        check: { $0.isMessageKnown ? .holds : .fails },
        compared: {
          [ComparedValue("claimMessage", .code($0.notice.claimIdentification))]
        }
      ),
      rule(
        "TR371",
        judges: "Header",
        dependsOn: ["TR337"],
        check: { subject in
          guard let claimed = subject.schemaVersion else { return .notApplicable }
          return claimed == subject.notice.schemaVersion ? .holds : .fails
        },
        compared: { subject in
          [
            ComparedValue("answerSchema", .code(subject.notice.schemaVersion)),
            ComparedValue("claimSchema", LineRules.text(subject.schemaVersion)),
          ]
        }
      ),
      rule(
        "TR376",
        judges: "DeclaratieAntwoord",
        choice: "The number is that of the claim in the message that the answer says it answers; "
          + "when that message is not known, that of any claim.",
        check: { subject in
          guard subject.notice.number != nil else { return .notApplicable }
          return subject.claim == nil ? .fails : .holds
        },
        compared: { [ComparedValue("claimNumber", LineRules.text($0.notice.number))] }
      ),
      rule(
        "TR304",
        judges: "Client",
        choice: "A client is known when an allocation, a request, a delivery or a claim of our own "
          + "names them.",
        check: { subject in
          guard !subject.notice.clients.isEmpty else { return .notApplicable }
          return subject.knowsAllClients ? .holds : .fails
        },
        compared: {
          [
            ComparedValue("answeredClaim", LineRules.text($0.notice.number)),
            ComparedValue("client", .sealed),
          ]
        }
      ),
      rule(
        "TR366",
        judges: "Prestatie",
        dependsOn: ["TR376"],
        check: { $0.knowsAllLines ? .holds : .fails },
        compared: { [ComparedValue("claimNumber", LineRules.text($0.notice.number))] }
      ),
      rule(
        "TR367",
        judges: "Prestatie",
        dependsOn: ["TR376", "TR366"],
        check: { subject in
          guard let claim = subject.claim else { return .notApplicable }
          let isTotalCopied = subject.notice.claimed.map { $0 == claim.claimed } ?? true
          return subject.copiesLines && isTotalCopied ? .holds : .fails
        },
        compared: { [ComparedValue("claimNumber", LineRules.text($0.notice.number))] }
      ),
    ]
  )

  private static func rule(
    _ id: RuleID,
    judges: String,
    dependsOn: [RuleID] = [],
    choice: String? = nil,
    check: @escaping @Sendable (ClaimAnswerCase) -> RuleOutcome,
    compared: @escaping @Sendable (ClaimAnswerCase) -> [ComparedValue]
  ) -> Rule<ClaimAnswerCase> {
    Rule(
      id,
      code: nil,
      level: 3,
      judges: judges,
      source: "iWmo/iJw 3.2, \(id)",
      choice: choice,
      inForce: LineRules.inForce,
      dependsOn: dependsOn,
      check: check,
      compared: compared
    )
  }
}

extension ClaimLedger {
  /// What the rules about an answer see.
  ///
  /// The message that brought the claim is named by the position of its first entry, nil when none
  /// is known. Without it the claim is the one with the number.
  package func answerCase(
    _ notice: ClaimAnswerNotice,
    message: Int64?,
    isKnown: (ClientKey) -> Bool
  ) -> ClaimAnswerCase {
    let brought = message.flatMap { claim(broughtBy: $0) }.map { claims[$0] }
    var record: ClaimRecord?
    if message != nil {
      record = brought.flatMap { $0.isNamed(by: notice) ? $0 : nil }
    } else {
      record = notice.number.flatMap { claim(number: $0, of: notice.provider) }
        .map { claims[$0] }.flatMap { $0.isNamed(by: notice) ? $0 : nil }
    }
    let places = record.map { refusedPlaces(notice, in: $0) } ?? []
    return ClaimAnswerCase(
      notice: notice,
      isMessageKnown: message != nil,
      schemaVersion: brought?.schemaVersion,
      claim: record,
      knowsAllClients: notice.clients.allSatisfy { isKnown($0) || own.names($0) },
      knowsAllLines: places.allSatisfy { $0 != nil },
      copiesLines: isCopied(notice, places, record)
    )
  }

  /// The places in the claim of the lines that an answer lists; nil for a line it does not have.
  package func refusedPlaces(_ notice: ClaimAnswerNotice, in claim: ClaimRecord) -> [Int?] {
    notice.lines.map { listed in
      line(reference: listed.reference, in: claim).map { $0 - claim.firstLine }
    }
  }

  private func isCopied(
    _ notice: ClaimAnswerNotice,
    _ places: [Int?],
    _ record: ClaimRecord?
  ) -> Bool {
    guard let record else { return true }
    return zip(notice.lines, places).allSatisfy { listed, place in
      guard let place else { return true }
      let own = lines[record.firstLine + place]
      return own.category == listed.category && own.code == listed.code
        && own.period == listed.period && own.volume == listed.volume && own.unit == listed.unit
        && own.tariff == listed.tariff && own.amount == listed.amount
        && own.flags.contains(.credit) == listed.isCredit
    }
  }
}

extension ClaimRecord {
  /// Whether an answer between the same parties names the claim by its number.
  fileprivate func isNamed(by notice: ClaimAnswerNotice) -> Bool {
    number == notice.number && provider == notice.provider
      && municipality == notice.municipality
  }
}
