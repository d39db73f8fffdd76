import Quantities
import Rules

extension ContractDuties {
  var transitions: [ContractAlert] {
    facts.transitions.flatMap { young -> [ContractAlert] in
      guard young.started == nil, today < young.eighteen else { return [] }
      return dated(
        .ageTransition,
        DutyTerms.transition.latestDay(before: young.eighteen, in: calendar),
        DutyTerms.transition.basis,
        subject: young.reference,
        BilingualText(
          "De warme overdracht voor de achttiende verjaardag is nog niet begonnen.",
          "The warm hand-over before the eighteenth birthday has not begun yet."
        )
      )
    }
  }

  var careEndings: [ContractAlert] {
    facts.careEndings.compactMap { ending in
      let earliest = DutyTerms.careEnding.end(after: ending.noticed, in: calendar)
      guard ending.ends < earliest else { return nil }
      return alert(
        .careEnding,
        .overdue,
        DutyTerms.careEnding.basis,
        subject: ending.reference,
        due: earliest,
        BilingualText(
          "De zorg eindigt op \(ending.ends.dutchText); dat kan op zijn vroegst op "
            + "\(earliest.dutchText).",
          "The support ends on \(ending.ends); that is possible on \(earliest) at the earliest."
        )
      )
    }
  }

  var waits: [ContractAlert] {
    facts.waits.compactMap { wait in
      let term = wait.norm.term
      let due = term.end(after: wait.since, in: calendar)
      guard (wait.started ?? today) > due else { return nil }
      return alert(
        .waitingTime,
        wait.started == nil ? .overdue : .information,
        term.basis,
        subject: wait.reference,
        due: due,
        BilingualText(
          "De wachttijd is langer dan \(term.term.length.dutchText).",
          "The wait is longer than \(term.term.length.englishText)."
        )
      )
    }
  }

  var supervisorMeasures: [ContractAlert] {
    facts.supervisorMeasures.compactMap { measure in
      let due = DutyTerms.supervisorMeasure.end(after: measure.on, in: calendar)
      guard (measure.reported ?? today) > due else { return nil }
      return alert(
        .supervisorMeasure,
        measure.reported == nil ? .overdue : .information,
        DutyTerms.supervisorMeasure.basis,
        due: due,
        BilingualText(
          "De maatregel van \(measure.on.dutchText) moest binnen 7 dagen zijn gemeld.",
          "The measure of \(measure.on) had to be reported within 7 days."
        )
      )
    }
  }

  var dataBreaches: [ContractAlert] {
    facts.dataBreaches.compactMap { breach in
      let limit = Int64(DutyTerms.breachHours) * 3_600_000
      let (spent, overflow) = (breach.reported ?? now).milliseconds
        .subtractingReportingOverflow(breach.noticed.milliseconds)
      guard overflow || spent > limit else { return nil }
      return alert(
        .dataBreach,
        breach.reported == nil ? .overdue : .information,
        .standard("datalek: melden binnen 24 uur"),
        BilingualText(
          "Een datalek moest binnen 24 uur zijn gemeld.",
          "A data breach had to be reported within 24 hours."
        )
      )
    }
  }

  var liability: [ContractAlert] {
    guard let liability = facts.liability else { return [] }
    let demanded = liability.demanded
    guard liability.perEvent < demanded.perEvent || liability.perYear < demanded.perYear else {
      return []
    }
    return [
      alert(
        .liability,
        .overdue,
        .standard("aansprakelijkheid: verzekerde bedragen"),
        BilingualText(
          "De verzekering moet ten minste \(demanded.perEvent.dutchText) per gebeurtenis en "
            + "\(demanded.perYear.dutchText) per jaar dekken; dat is nu minder.",
          "The insurance must cover at least \(demanded.perEvent.englishText) per event and "
            + "\(demanded.perYear.englishText) per year; it covers less now."
        )
      )
    ]
  }
}
