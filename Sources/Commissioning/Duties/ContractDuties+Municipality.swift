import Quantities

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
        "De overmacht duurt langer dan 30 dagen; het contract kan worden beëindigd."
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
        "Deze aanpassing kan op zijn vroegst op \(earliest.dutchText) ingaan."
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
            "De wijziging van \(change.published.dutchText) hoeft niet te worden ingevoerd: het "
              + "prijseffect is \(change.priceEffect.dutchText)."
          )
        ]
      }
      let due = DutyTerms.standardChange.end(after: change.published, in: calendar)
      return dated(
        .standardChange,
        due,
        DutyTerms.standardChange.basis,
        "Voer de nieuwe versie van de standaard uiterlijk op \(due.dutchText) in."
      )
    }
  }

  var changeRequests: [ContractAlert] {
    facts.changeRequests.flatMap { request -> [ContractAlert] in
      guard request.decided == nil else { return [] }
      let steps = [(DutyTerms.requestDecision, "Besluit")]
      let open = request.answered == nil ? [(DutyTerms.requestAnswer, "Antwoord")] + steps : steps
      return open.flatMap { term, verb in
        let due = term.end(after: request.received, in: calendar)
        return dated(
          .changeRequest,
          due,
          term.basis,
          subject: request.reference,
          "\(verb) uiterlijk op \(due.dutchText) op het verzoek om wijziging."
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
          "Besluit uiterlijk op \(due.dutchText) op de aanvraag."
        )
      }
      guard inquiry.finished == nil, inquiry.decided == nil else { return [] }
      let due = DutyTerms.inquiry.end(after: inquiry.notified, in: calendar)
      return dated(
        .inquiry,
        due,
        DutyTerms.inquiry.basis,
        subject: inquiry.reference,
        "Rond het onderzoek uiterlijk op \(due.dutchText) af."
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
        period.last == nil
          ? "De korting van \(DutyTerms.sanction.dutchText) heeft geen einddatum; zij is tijdelijk."
          : "De korting van \(DutyTerms.sanction.dutchText) loopt tot en met "
            + "\(period.last?.dutchText ?? "")."
      )
    }
  }
}
