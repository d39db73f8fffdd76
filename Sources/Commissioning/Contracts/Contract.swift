package import Quantities

/// An agreement with one provider, as it stands after all that happened to it.
///
/// - Dutch term: contract, overeenkomst (000:35, 003:498)
package struct Contract: Hashable, Sendable {
  package let draft: ContractDraft
  package internal(set) var term: ContractTerm
  package internal(set) var parts: [ContractPart]
  package internal(set) var amendments: [ContractAmendment] = []
  package internal(set) var termination: EarlyTermination?
  package internal(set) var intakeStops: [IntakeStop] = []
  package internal(set) var ceiling: BudgetCeiling?
  package internal(set) var continuity: [ContinuityAssessment] = []

  package init(_ draft: ContractDraft) {
    self.draft = draft
    term = ContractTerm(from: draft.start, draft.pattern, missedYear: draft.missedYear)
    parts = draft.parts
  }
}

extension Contract {
  /// The version that receipts name on a day: 1 at the start, one more with every amendment and
  /// every document that was added and had begun by then.
  package func version(on date: CivilDate) -> Int {
    let added = parts.dropFirst(draft.parts.count)
    return 1 + amendments.count { $0.from <= date } + added.count { $0.period.first <= date }
  }

  /// How many agreements depart from the standard text; they are kept few (003:520).
  package var tailorMadeCount: Int { amendments.count(where: \.isTailorMade) }

  /// The last day, early termination included.
  package var lastDay: CivilDate {
    termination.map { min($0.effective, term.end) } ?? term.end
  }

  /// The days on which the contract holds, as agreed now; nil when it ended before it began.
  package var period: Period? { Period(from: term.start, through: lastDay) }

  /// Whether the provider may get new clients on a day.
  package func state(on date: CivilDate) -> ContractState {
    if date < term.start { return .notYet }
    if date > lastDay { return .ended }
    return intakeStops.contains { $0.holds(on: date) } ? .intakeStopped : .takesClients
  }

  /// The documents that hold on a day, the strongest first; of one kind the latest first.
  package func parts(on date: CivilDate) -> [ContractPart] {
    parts.filter { $0.period.contains(date) }.sorted { left, right in
      let ranks = (draft.precedence.rank(left.kind), draft.precedence.rank(right.kind))
      if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
      if left.period.first != right.period.first { return left.period.first > right.period.first }
      return left.code < right.code
    }
  }

  /// The clause that decides on a subject on a day, or nil when no document speaks of it.
  package func ruling(on subject: String, date: CivilDate) -> RulingClause? {
    let places = parts(on: date).flatMap { part in
      part.clauses.filter { $0.subject == subject }.map {
        RulingClause.Place(part: part.code, clause: $0)
      }
    }
    guard let first = places.first else { return nil }
    return RulingClause(
      part: first.part,
      clause: first.clause,
      overruled: Array(places.dropFirst())
    )
  }
}

/// Whether a provider may get new clients.
///
/// - Dutch term: gecontracteerd, niet gecontracteerd (001:38-62)
package enum ContractState: String, CaseIterable, Hashable, Sendable {
  case notYet = "nog niet begonnen"
  case takesClients = "gecontracteerd"
  case intakeStopped = "gecontracteerd, cliëntenstop"
  case ended = "niet meer gecontracteerd"
}
