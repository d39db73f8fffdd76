import Quantities

extension ContractDuties {
  var termReason: [ContractAlert] {
    let pattern = contract.term.pattern
    guard pattern.needsReason, contract.draft.reasonForLength == nil else { return [] }
    return [
      alert(
        .termReason,
        .information,
        TermPattern.longestWithoutReason.basis,
        "De looptijd \(pattern) is langer dan 48 maanden; leg de motivering vast."
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
      "Kondig uiterlijk op \(due.dutchText) aan of het contract tot en met \(next.dutchText) wordt "
        + "verlengd."
    )
  }

  var minimumUse: [ContractAlert] {
    guard let use = facts.use, use.delivered < use.norm else { return [] }
    let since = DutyTerms.useMeasured.latestDay(before: use.measuredThrough, in: calendar)
    guard contract.term.start <= since.adding(days: 1) else { return [] }
    let excuse: String? =
      if use.isOfferScarce { "het aanbod is schaars" } else if use.isOfferUnique {
        "het aanbod is uniek"
      } else if (use.satisfactionTenths ?? 0) >= DutyTerms.satisfactionTenths {
        "de tevredenheid is 8,5 of hoger"
      } else { nil }
    let found =
      "Over twaalf maanden is \(use.delivered.dutchText) geleverd, onder de norm van "
      + "\(use.norm.dutchText)."
    if let excuse {
      return [
        alert(
          .minimumUse,
          .information,
          DutyTerms.useMeasured.basis,
          "\(found) Opzeggen kan niet, want \(excuse)."
        )
      ]
    }
    let end = DutyTerms.useNotice.end(after: today, in: calendar)
    return [
      alert(
        .minimumUse,
        .due,
        DutyTerms.useNotice.basis,
        "\(found) Opzeggen kan vandaag tegen \(end.dutchText)."
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
        "Sinds \(last.dutchText) is er niets geleverd of gedeclareerd; opzeggen kan."
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
        "De aanbieder vroeg op \(stop.asked.dutchText) om een cliëntenstop vanaf "
          + "\(stop.from.dutchText); zonder schriftelijk akkoord geldt hij niet."
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
        "Van het plafond van \(amount.dutchText) is \(paid.dutchText) gebruikt; meld dit "
          + "schriftelijk en voer binnen twee weken het gesprek."
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
        "Nog te doen bij het plafond: \(step.kind.rawValue), uiterlijk \(step.date.dutchText)."
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
        "\(last.step.dutchText): \(measures.text) (\(measures.basis.dutchText))."
      )
    ]
  }
}
