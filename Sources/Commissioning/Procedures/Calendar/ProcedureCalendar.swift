package import Quantities
package import Rules

/// The days of a procedure, computed from the day of publication.
///
/// - Dutch term: planning van een procedure (002:250-260; `definitions.md` B.12, B.13)
package struct ProcedureCalendar: Hashable, Sendable {
  package let kind: ProcedureKind
  package private(set) var days: [CalendarStep: CivilDate] = [:]
  private let choices: [CalendarStep: TermLength]
  private let entryOpens: CivilDate?
}

/// Why a calendar cannot be made.
package enum CalendarFault: Error, Hashable, Sendable {
  /// A term was chosen that is shorter than its rule.
  case tooShort(CalendarStep, LegalTerm)
  /// A term was chosen for a step that this kind of procedure does not have.
  case noSuchStep(CalendarStep)
  /// The bids no longer bind when the award becomes final.
  case validityEnds(CivilDate, finalAward: CivilDate)

  package var text: BilingualText {
    switch self {
    case .tooShort(let step, let term):
      BilingualText(
        "De termijn voor \(step.text.dutch) is te kort; ten minste \(term.text.dutch).",
        "The term for \(step.text.english) is too short; at least \(term.text.english)."
      )
    case .noSuchStep(let step):
      BilingualText(
        "Deze soort procedure heeft geen stap \(step.text.dutch).",
        "This kind of procedure has no step \(step.text.english)."
      )
    case .validityEnds(let end, let award):
      BilingualText(
        "De inschrijvingen binden tot en met \(end.dutchText), maar de gunning is pas definitief op "
          + "\(award.dutchText); kies een langere gestanddoening of kortere termijnen.",
        "The bids bind through \(end), but the award is final on \(award) only; choose a longer "
          + "validity of bids or shorter terms."
      )
    }
  }
}

extension ProcedureCalendar {
  /// A calendar whose days were told before; nothing is computed again.
  init(_ plan: ProcedurePlan, days: [CalendarStep: CivilDate]) {
    kind = plan.kind
    choices = plan.choices
    entryOpens = plan.entryOpens
    self.days = days
  }

  /// Computes the days; a chosen term may be longer than its rule, never shorter.
  package init(
    _ kind: ProcedureKind,
    published: CivilDate,
    choices: [CalendarStep: TermLength] = [:],
    entryOpens: CivilDate? = nil,
    calendar: WorkCalendar = WorkCalendar()
  ) throws(CalendarFault) {
    self.kind = kind
    self.choices = choices
    self.entryOpens = entryOpens
    let steps = Set(CalendarRule.rules(of: kind).map(\.step))
    for step in CalendarStep.allCases where choices[step] != nil && !steps.contains(step) {
      throw .noSuchStep(step)
    }
    days[.publication] = published
    try computeDays(calendar)
  }

  /// The same procedure with a later closing; the steps before it stay as they are.
  package func closing(
    on date: CivilDate,
    calendar: WorkCalendar = WorkCalendar()
  ) throws(CalendarFault) -> ProcedureCalendar {
    var moved = self
    moved.days[.closing] = date
    try moved.computeDays(calendar, keeping: [.questionsClose, .clarification, .closing])
    return moved
  }

  private mutating func computeDays(
    _ calendar: WorkCalendar,
    keeping kept: Set<CalendarStep> = []
  ) throws(CalendarFault) {
    for rule in CalendarRule.rules(of: kind) where !kept.contains(rule.step) {
      guard let event = days[rule.after] else { continue }
      var day = rule.term.end(after: event, in: calendar)
      if let choice = choices[rule.step] {
        // Compared as they were written: a weekend may hide a day that the rule asks for.
        let asked = rule.term.term.length.shift(event, in: calendar)
        guard rule.term.basis.isAssumption || choice.shift(event, in: calendar) >= asked else {
          throw .tooShort(rule.step, rule.term)
        }
        day = Term(choice, rule.term.term.counting).end(after: event, in: calendar)
      }
      if rule.step == .entryOpens, let entryOpens { day = max(day, entryOpens) }
      // Contracts begin on the first of a month, so that no month is broken for everyone.
      if rule.step == .contractStart, day != day.firstOfMonth {
        day = day.firstOfMonth.adding(months: 1)
      }
      days[rule.step] = day
    }
    if let end = days[.bidValidityEnd], let award = days[.finalAward], end < award {
      throw .validityEnds(end, finalAward: award)
    }
  }

  package subscript(_ step: CalendarStep) -> CivilDate? { days[step] }

  /// All steps in the order of their days; on one day in the order of the procedure.
  package var ordered: [(step: CalendarStep, day: CivilDate)] {
    CalendarStep.allCases.enumerated().compactMap { place, step in
      days[step].map { (place, step, $0) }
    }
    .sorted { ($0.2, $0.0) < ($1.2, $1.0) }
    .map { ($0.1, $0.2) }
  }

  /// The rule behind the day of a step; nil for the publication.
  package func rule(of step: CalendarStep) -> CalendarRule? {
    CalendarRule.rules(of: kind).first { $0.step == step }
  }
}
