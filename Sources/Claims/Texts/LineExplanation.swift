package import Commissioning
package import Quantities
package import Rules

/// The verdict on one line with everything behind it, made from its receipt.
///
/// It holds no personal data: a client is "sealed".
package struct LineExplanation: Sendable {
  package let claim: ClaimJudged
  /// The place of the line in the claim, from 0.
  package let row: Int
  /// What the rules saw; nil when the line was not judged because its client was refused.
  package let subject: LineCase?
  /// Whether running the receipt again gave the verdict that stands in the journal.
  package let isReproduced: Bool
  /// Every rule that failed or was not assessed, in the order of the rule set.
  package let rules: [RuleExplanation]

  /// What one rule said.
  package struct RuleExplanation: Hashable, Sendable {
    package let id: RuleID
    package let code: ReturnCode?
    package let source: String
    /// The interpretation we chose where the source leaves one open.
    package let choice: String?
    package let compared: [ComparedValue]
    /// The failed rule because of which this one was not assessed; nil when this one failed.
    package let notAssessedBecauseOf: RuleID?
  }

  /// The table that the line stood in; nil for a line of a claim by message.
  package let table: TableJudged?
  /// What was awarded on the allocation before it was taken over; nil when it was not.
  package let opening: OpeningBalance?
  /// The contract that the price follows from; nil for a price of an imported list, or for none.
  package let agreement: PriceSource?

  /// Explains a line that was judged.
  package init(
    claim: ClaimJudged,
    row: Int,
    subject: LineCase,
    opening: OpeningBalance? = nil,
    agreement: PriceSource? = nil
  ) {
    self.claim = claim
    self.row = row
    self.subject = subject
    self.opening = opening
    self.agreement = agreement
    table = nil
    let again = LineRules.set.assess(subject, on: claim.basis.day)
    isReproduced = again == claim.verdict.receipts[row].assessment
    rules = Self.explained(LineRules.set, again, subject)
  }

  /// Explains a line of a table.
  package init(
    table: TableJudged,
    row: Int,
    subject: LineCase,
    opening: OpeningBalance? = nil,
    agreement: PriceSource? = nil
  ) {
    claim = table.claim
    self.row = row
    self.subject = subject
    self.opening = opening
    self.agreement = agreement
    self.table = table
    let whole = table.lineCase(subject, row: row)
    let again = TableRules.set.assess(whole, on: table.claim.basis.day)
    isReproduced = again == table.claim.verdict.receipts[row].assessment
    rules = Self.explained(TableRules.set, again, whole)
  }

  /// Every rule that failed or was not assessed, with why.
  private static func explained<Subject>(
    _ set: RuleSet<Subject>,
    _ again: Assessment,
    _ subject: Subject
  ) -> [RuleExplanation] {
    set.rules.indices.compactMap { index in
      let rule = set.rules[index]
      if again.failed.contains(index) {
        return RuleExplanation(
          id: rule.id,
          code: rule.code,
          source: rule.source,
          choice: rule.choice,
          compared: rule.compared(subject),
          notAssessedBecauseOf: nil
        )
      }
      guard let premise = set.premise(thatClosed: index, in: again) else { return nil }
      return RuleExplanation(
        id: rule.id,
        code: nil,
        source: rule.source,
        choice: rule.choice,
        compared: [],
        notAssessedBecauseOf: premise
      )
    }
  }

  /// Explains a line that was not judged because its client was refused.
  package init(claim: ClaimJudged, row: Int, refusedClient: Assessment) {
    self.claim = claim
    self.row = row
    subject = nil
    table = nil
    opening = nil
    agreement = nil
    isReproduced = true
    rules = refusedClient.failed.indices.map { index in
      let rule = ClaimedClientRules.set.rules[index]
      return RuleExplanation(
        id: rule.id,
        code: rule.code,
        source: rule.source,
        choice: rule.choice,
        compared: rule.compared(ClaimedClientCase(isKnown: false)),
        notAssessedBecauseOf: nil
      )
    }
  }
}

extension LineExplanation {
  package var line: ClaimLine { claim.notice.lines[row] }
  package var isApproved: Bool { claim.verdict.receipts[row].isApproved }

  /// What was approved of the amount: all of it or nothing.
  package var awarded: Cents { isApproved ? line.amount : .zero }

  /// The rules that failed.
  package var failures: [RuleExplanation] { rules.filter { $0.notAssessedBecauseOf == nil } }
}

extension ClaimTexts {
  /// The sentence of a failed rule, with how to mend it.
  package static func sentence(
    _ rule: RuleID,
    _ values: [ComparedValue],
    _ language: Language
  ) -> String {
    guard let text = text(of: rule, for: values) else { return rule.description }
    return text.text(values, in: language)
  }
}
