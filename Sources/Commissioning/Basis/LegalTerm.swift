package import Quantities
package import Rules

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

  /// The term with its way of counting and its ground, in both languages.
  package var text: BilingualText {
    BilingualText(
      dutchText,
      "\(term.length.englishText) (counted \(term.counting.englishText); \(basis.text.english))"
    )
  }

  /// `14 dagen (contract geteld; contractstandaard: ...)`.
  package var dutchText: String {
    "\(term.length.dutchText) (\(term.counting.rawValue) geteld; \(basis.dutchText))"
  }
}
