package import Quantities

/// A term with the place that sets it.
///
/// - Dutch term: termijn met grondslag
package struct LegalTerm: Hashable, Sendable {
  package let term: Term
  package let basis: Basis

  package init(_ length: TermLength, _ counting: TermCounting, _ basis: Basis) {
    term = Term(length, counting)
    self.basis = basis
  }
}

extension LegalTerm {
  package func end(after event: CivilDate, in calendar: WorkCalendar) -> CivilDate {
    term.end(after: event, in: calendar)
  }

  package func latestDay(before event: CivilDate, in calendar: WorkCalendar) -> CivilDate {
    term.latestDay(before: event, in: calendar)
  }

  /// `14 dagen (contract geteld; contractstandaard: ...)`.
  package var dutchText: String {
    "\(term.length.dutchText) (\(term.counting.rawValue) geteld; \(basis.dutchText))"
  }
}
