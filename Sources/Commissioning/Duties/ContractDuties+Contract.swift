import Quantities
import Rules

extension ContractDuties {
  var termReason: [ContractAlert] {
    let pattern = contract.term.pattern
    guard pattern.needsReason, contract.draft.reasonForLength == nil else { return [] }
    return [
      alert(
        .termReason,
        .information,
        TermPattern.longestWithoutReason.basis,
        BilingualText(
          "De looptijd \(pattern) is langer dan 48 maanden; leg de motivering vast.",
          "The term \(pattern) is longer than 48 months; record the justification."
        )
      )
    ]
  }

  var extensionNotice: [ContractAlert] {
    let term = contract.term
    guard contract.termination == nil, term.pattern.mode == .option, let next = term.nextEnd,
      today <= term.end
    else { return [] }
    let due = DutyTerms.extensionNotice.latestDay(before: term.end, in: calendar)
    return dated(
      .extensionNotice,
      due,
      DutyTerms.extensionNotice.basis,
      BilingualText(
        "Kondig uiterlijk op \(due.dutchText) aan of het contract tot en met \(next.dutchText) wordt "
          + "verlengd.",
        "Announce by \(due) whether the contract is extended through \(next)."
      )
    )
  }

  var minimumUse: [ContractAlert] {
    guard let use = facts.use, use.delivered < use.norm else { return [] }
    let since = DutyTerms.useMeasured.latestDay(before: use.measuredThrough, in: calendar)
    guard contract.term.start <= since.adding(days: 1) else { return [] }
    let excuse: BilingualText? =
      if use.isOfferScarce {
        BilingualText("het aanbod is schaars", "the offer is scarce")
      } else if use.isOfferUnique {
        BilingualText("het aanbod is uniek", "the offer is unique")
      } else if (use.satisfactionTenths ?? 0) >= DutyTerms.satisfactionTenths {
        BilingualText("de tevredenheid is 8,5 of hoger", "satisfaction is 8.5 or higher")
      } else { nil }
    let found = BilingualText(
      "Over twaalf maanden is \(use.delivered.dutchText) geleverd, onder de norm van "
        + "\(use.norm.dutchText).",
      "Over twelve months \(use.delivered.englishText) was delivered, below the norm of "
        + "\(use.norm.englishText)."
    )
    if let excuse {
      return [
        alert(
          .minimumUse,
          .information,
          DutyTerms.useMeasured.basis,
          found + BilingualText(" Opzeggen kan niet, want ", " Notice is not possible, because ")
            + excuse + "."
        )
      ]
    }
    let end = DutyTerms.useNotice.end(after: today, in: calendar)
    return [
      alert(
        .minimumUse,
        .due,
        DutyTerms.useNotice.basis,
        found
          + BilingualText(
            " Opzeggen kan vandaag tegen \(end.dutchText).",
            " Notice given today can end the contract on \(end)."
          )
      )
    ]
  }

  var noDelivery: [ContractAlert] {
    let last = [facts.lastSupport, facts.lastClaim, contract.term.start].compactMap(\.self).max()
    guard let last, contract.termination == nil, today <= contract.lastDay else { return [] }
    let limit = DutyTerms.noDelivery.end(after: last, in: calendar)
    guard today >= limit else { return [] }
    return [
      alert(
        .noDelivery,
        .due,
        DutyTerms.noDelivery.basis,
        BilingualText(
          "Sinds \(last.dutchText) is er niets geleverd of gedeclareerd; opzeggen kan.",
          "Nothing was delivered or claimed since \(last); notice is possible."
        )
      )
    ]
  }

  var intakeStop: [ContractAlert] {
    guard let stop = contract.intakeStops.last, stop.answer == nil else { return [] }
    return [
      alert(
        .intakeStop,
        today >= stop.from ? .overdue : .due,
        IntakeStop.request.basis,
        due: stop.from,
        BilingualText(
          "De aanbieder vroeg op \(stop.asked.dutchText) om een cliëntenstop vanaf "
            + "\(stop.from.dutchText); zonder schriftelijk akkoord geldt hij niet.",
          "The provider asked on \(stop.asked) for an intake stop from \(stop.from); without a "
            + "written agreement it does not hold."
        )
      )
    ]
  }

  var ceilingWarning: [ContractAlert] {
    guard let ceiling = contract.ceiling, let paid = facts.paid, let amount = ceiling.amount,
      ceiling.period?.contains(today) == true, ceiling.callsForWarning(used: paid),
      ceiling.warnings.last.map({ $0.outcome != nil }) ?? true,
      // A warning that was given at this height, also under an older amount, is not repeated.
      !ceiling.warnings.contains(where: { ceiling.callsForWarning(used: $0.used) })
    else { return [] }
    return [
      alert(
        .ceilingWarning,
        .due,
        .standard("artikel 1.5: melding bij 70 %"),
        BilingualText(
          "Van het plafond van \(amount.dutchText) is \(paid.dutchText) gebruikt; meld dit "
            + "schriftelijk en voer binnen twee weken het gesprek.",
          "Of the ceiling of \(amount.englishText) \(paid.englishText) is used; give notice of this "
            + "in writing and hold the talk within two weeks."
        )
      )
    ]
  }

  var ceilingSteps: [ContractAlert] {
    (contract.ceiling?.openSteps(calendar: calendar) ?? []).flatMap { step in
      dated(
        .ceilingStep,
        step.date,
        step.term.basis,
        subject: step.kind.rawValue,
        BilingualText(
          "Nog te doen bij het plafond: \(step.kind.text.dutch), uiterlijk \(step.date.dutchText).",
          "Still to be done for the ceiling: \(step.kind.text.english), by \(step.date)."
        )
      )
    }
  }

  var continuity: [ContractAlert] {
    guard let last = contract.continuity.last, last.step >= .weak else { return [] }
    let measures = last.step.measures
    return [
      alert(
        .continuity,
        last.step >= .negativeEquity ? .overdue : .due,
        .standard("continuïteit: stap \(last.step.rawValue) van 6"),
        last.step.text + ": " + measures.text + " (" + measures.basis.text + ")."
      )
    ]
  }
}
