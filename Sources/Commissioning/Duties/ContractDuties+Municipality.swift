import Quantities
import Rules

extension ContractDuties {
  var forceMajeure: [ContractAlert] {
    guard let since = facts.forceMajeureSince else { return [] }
    let limit = DutyTerms.forceMajeure.end(after: since, in: calendar)
    guard today > limit else { return [] }
    return [
      alert(
        .forceMajeure,
        .due,
        DutyTerms.forceMajeure.basis,
        due: limit,
        BilingualText(
          "De overmacht duurt langer dan 30 dagen; het contract kan worden beëindigd.",
          "The force majeure lasts longer than 30 days; the contract can be ended."
        )
      )
    ]
  }

  var adaptations: [ContractAlert] {
    facts.adaptations.compactMap { change in
      let earliest = DutyTerms.adaptation.end(after: change.noticed, in: calendar)
      guard change.effective < earliest else { return nil }
      return alert(
        .forcedAdaptation,
        .overdue,
        DutyTerms.adaptation.basis,
        due: earliest,
        BilingualText(
          "Deze aanpassing kan op zijn vroegst op \(earliest.dutchText) ingaan.",
          "This adaptation can begin on \(earliest) at the earliest."
        )
      )
    }
  }

  var standardChanges: [ContractAlert] {
    facts.standardChanges.flatMap { change -> [ContractAlert] in
      guard change.adopted == nil else { return [] }
      if change.priceEffect > DutyTerms.priceEffect {
        return [
          alert(
            .standardChange,
            .information,
            DutyTerms.standardChange.basis,
            BilingualText(
              "De wijziging van \(change.published.dutchText) hoeft niet te worden ingevoerd: het "
                + "prijseffect is \(change.priceEffect.dutchText).",
              "The change of \(change.published) need not be brought in: its effect on the price is "
                + "\(change.priceEffect.dutchText)."
            )
          )
        ]
      }
      let due = DutyTerms.standardChange.end(after: change.published, in: calendar)
      return dated(
        .standardChange,
        due,
        DutyTerms.standardChange.basis,
        BilingualText(
          "Voer de nieuwe versie van de standaard uiterlijk op \(due.dutchText) in.",
          "Bring in the new version of the standard by \(due)."
        )
      )
    }
  }

  var changeRequests: [ContractAlert] {
    facts.changeRequests.flatMap { request -> [ContractAlert] in
      guard request.decided == nil else { return [] }
      let steps = [(DutyTerms.requestDecision, BilingualText("Besluit", "Decide"))]
      let open =
        request.answered == nil
        ? [(DutyTerms.requestAnswer, BilingualText("Antwoord", "Answer"))] + steps : steps
      return open.flatMap { term, verb in
        let due = term.end(after: request.received, in: calendar)
        return dated(
          .changeRequest,
          due,
          term.basis,
          subject: request.reference,
          verb
            + BilingualText(
              " uiterlijk op \(due.dutchText) op het verzoek om wijziging.",
              " on the request for a change by \(due)."
            )
        )
      }
    }
  }

  var inquiries: [ContractAlert] {
    facts.inquiries.flatMap { inquiry -> [ContractAlert] in
      if let applied = inquiry.applied, inquiry.decided == nil {
        let due = DutyTerms.decision.end(after: applied, in: calendar)
        return dated(
          .inquiry,
          due,
          DutyTerms.decision.basis,
          subject: inquiry.reference,
          BilingualText(
            "Besluit uiterlijk op \(due.dutchText) op de aanvraag.",
            "Decide on the application by \(due)."
          )
        )
      }
      guard inquiry.finished == nil, inquiry.decided == nil else { return [] }
      let due = DutyTerms.inquiry.end(after: inquiry.notified, in: calendar)
      return dated(
        .inquiry,
        due,
        DutyTerms.inquiry.basis,
        subject: inquiry.reference,
        BilingualText(
          "Rond het onderzoek uiterlijk op \(due.dutchText) af.",
          "Finish the inquiry by \(due)."
        )
      )
    }
  }

  var sanctions: [ContractAlert] {
    facts.sanctions.filter { $0.contains(today) }.map { period in
      alert(
        .sanction,
        period.last == nil ? .due : .information,
        .standard("sanctie: tijdelijk 5 % minder"),
        due: period.last,
        period.last.map { last in
          BilingualText(
            "De korting van \(DutyTerms.sanction.dutchText) loopt tot en met \(last.dutchText).",
            "The reduction of \(DutyTerms.sanction.dutchText) runs through \(last)."
          )
        }
          ?? BilingualText(
            "De korting van \(DutyTerms.sanction.dutchText) heeft geen einddatum; zij is tijdelijk.",
            "The reduction of \(DutyTerms.sanction.dutchText) has no end date; it is temporary."
          )
      )
    }
  }
}
