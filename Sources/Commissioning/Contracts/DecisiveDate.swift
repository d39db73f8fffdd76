package import Quantities

/// A day on which something about a contract must have been decided or done.
///
/// - Dutch term: beslisdatum
package struct DecisiveDate: Hashable, Sendable {
  package let date: CivilDate
  package let kind: Kind
  package let basis: Basis

  /// What must be decided.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case extensionNotice = "verlenging aankondigen"
    case firstYearReview = "eerste jaar beoordelen; ontbinden kan"
    case yearReview = "jaar beoordelen; een goed jaar verlengt"
    case end = "einde van het contract"
    case terminationEffect = "einde door opzegging"
    case ceilingDecision = "over het plafond besluiten"
    case ceilingPlan = "gezamenlijk plan bij het plafond"
    case ceilingTalk = "gesprek over het plafond"
    case ceilingOutcome = "besluit over aanpassing van het plafond"
    case partEnd = "document loopt af"
  }
}

extension Contract {
  /// All decisive dates that lie open, in order.
  package func decisiveDates(calendar: WorkCalendar = WorkCalendar()) -> [DecisiveDate] {
    var dates: [DecisiveDate] = []
    func add(_ date: CivilDate, _ kind: DecisiveDate.Kind, _ basis: Basis) {
      dates.append(DecisiveDate(date: date, kind: kind, basis: basis))
    }
    let agreed = Basis.clause("looptijd \(term.pattern) vanaf \(term.start)")
    if let termination {
      add(lastDay, .terminationEffect, .clause("opzegging: \(termination.ground.dutchText)"))
    } else {
      add(term.end, .end, agreed)
      if term.pattern.mode == .option, term.nextEnd != nil {
        let notice = ContractCase.extensionNotice
        add(notice.latestDay(before: term.end, in: calendar), .extensionNotice, notice.basis)
      }
      for year in 1...max(1, term.pattern.maximumYears)
      where term.end(ofYear: year) <= term.end && term.reviews[year] == nil {
        if term.pattern.mode == .rolling, term.nextEnd != nil {
          add(term.end(ofYear: year), .yearReview, .document("000:38"))
        } else if year == 1, draft.mayDissolveAfterFirstYear {
          add(term.end(ofYear: year), .firstYearReview, .document("000:34"))
        }
      }
    }
    for part in parts {
      if let last = part.period.last, last < lastDay {
        add(last, .partEnd, .clause("\(part.kind.rawValue) \(part.code)"))
      }
    }
    for (date, kind, term) in ceiling?.openSteps(calendar: calendar) ?? [] {
      add(date, kind, term.basis)
    }
    return dates.sorted { ($0.date, $0.kind.rawValue) < ($1.date, $1.kind.rawValue) }
  }

  /// The first decisive date on or after a day.
  package func nextDecisiveDate(
    from date: CivilDate,
    calendar: WorkCalendar = WorkCalendar()
  ) -> DecisiveDate? {
    decisiveDates(calendar: calendar).first { $0.date >= date }
  }
}

extension BudgetCeiling {
  /// The steps that are still to be taken, with the last day for each.
  func openSteps(
    calendar: WorkCalendar
  ) -> [(date: CivilDate, kind: DecisiveDate.Kind, term: LegalTerm)] {
    var steps: [(date: CivilDate, kind: DecisiveDate.Kind, term: LegalTerm)] = []
    if decision == nil {
      let day = Terms.decision.latestDay(before: from, in: calendar)
      steps.append((day, .ceilingDecision, Terms.decision))
    }
    if planAgreed == nil {
      steps.append((Terms.plan.latestDay(before: from, in: calendar), .ceilingPlan, Terms.plan))
    }
    if let warning = warnings.last, warning.outcome == nil {
      if let talk = warning.talk {
        let day = Terms.outcome.end(after: talk, in: calendar)
        steps.append((day, .ceilingOutcome, Terms.outcome))
      } else {
        steps.append((Terms.talk.end(after: warning.on, in: calendar), .ceilingTalk, Terms.talk))
      }
    }
    return steps
  }
}
