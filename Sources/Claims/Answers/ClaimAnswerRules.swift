import Columns
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
        "TR376",
        judges: "DeclaratieAntwoord",
        check: { subject in
          guard subject.notice.number != nil else { return .notApplicable }
          return subject.claim == nil ? .fails : .holds
        },
        compared: { [ComparedValue("claimNumber", LineRules.text($0.notice.number))] }
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
    check: @escaping @Sendable (ClaimAnswerCase) -> RuleOutcome,
    compared: @escaping @Sendable (ClaimAnswerCase) -> [ComparedValue]
  ) -> Rule<ClaimAnswerCase> {
    Rule(
      id,
      code: nil,
      level: 3,
      judges: judges,
      source: "iWmo/iJw 3.2, \(id)",
      inForce: LineRules.inForce,
      dependsOn: dependsOn,
      check: check,
      compared: compared
    )
  }
}

extension ClaimLedger {
  /// What the rules about an answer see.
  package func answerCase(
    _ notice: ClaimAnswerNotice,
    isMessageKnown: Bool
  ) -> ClaimAnswerCase {
    let row = notice.number.flatMap { claim(number: $0, of: notice.provider) }
    let record = row.map { claims[$0] }
    let places = record.map { refusedPlaces(notice, in: $0) } ?? []
    return ClaimAnswerCase(
      notice: notice,
      isMessageKnown: isMessageKnown,
      claim: record,
      knowsAllLines: places.allSatisfy { $0 != nil },
      copiesLines: isCopied(notice, places, record)
    )
  }

  /// The places in the claim of the lines that an answer lists; nil for a line it does not have.
  package func refusedPlaces(_ notice: ClaimAnswerNotice, in claim: ClaimRecord) -> [Int?] {
    let range = claim.firstLine..<claim.firstLine + claim.lineCount
    return notice.lines.map { listed in
      guard let row = line(reference: listed.reference, of: notice.provider), range.contains(row)
      else { return nil }
      return row - claim.firstLine
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
