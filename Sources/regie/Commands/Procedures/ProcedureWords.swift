import Commissioning
import Quantities
import Rules

/// What happened in a procedure, in a sentence.
enum ProcedureWords {
  static func sentence(of change: ProcedureChange, in code: ProcedureCode) -> BilingualText {
    switch change {
    case .lotsChosen(let municipality, let lots):
      BilingualText(
        "Gemeente \(municipality) doet mee aan: \(BookWords.list(lots)).",
        "Municipality \(municipality) takes part in: \(BookWords.list(lots))."
      )
    case .approved(let body, _):
      BilingualText("Het besluit van \(body) staat vast.", "The decision of \(body) is recorded.")
    case .keyed(let officer, _, _):
      BilingualText(
        "De sleutel van \(officer) voor procedure \(code) is gemaakt.",
        "The key of \(officer) for procedure \(code) is made."
      )
    case .published(let days): published(days, code)
    case .asked(let provider, _, _):
      BilingualText("Vraag van \(provider) vastgelegd.", "Question of \(provider) recorded.")
    case .answered(let number, _):
      BilingualText(
        "Vraag \(number) is beantwoord; ieder krijgt het antwoord met de volgende nota.",
        "Question \(number) is answered; everyone gets the answer with the next note."
      )
    case .noted(let note, let numbers):
      BilingualText(
        "Nota \(note.number) geeft ieder het antwoord op vraag \(BookWords.list(numbers)).",
        "Note \(note.number) gives everyone the answer to question \(BookWords.list(numbers))."
      )
    case .postponed(let moment, _):
      BilingualText(
        "De inschrijving sluit op \(moment.dutchText).",
        "The bids close on \(moment)."
      )
    case .withdrawn: BilingualText("Procedure \(code) is ingetrokken.", "\(code) is withdrawn.")
    default: bidSentence(of: change)
    }
  }

  private static func published(
    _ days: [CalendarStep: CivilDate],
    _ code: ProcedureCode
  ) -> BilingualText {
    let step: CalendarStep = days[.closing] == nil ? .entryOpens : .closing
    let day = days[step]
    return BilingualText(
      "Procedure \(code) is gepubliceerd; \(step.rawValue): \(day?.dutchText ?? "?").",
      "Procedure \(code) is published; \(step.rawValue): \(day?.description ?? "?")."
    )
  }

  private static func bidSentence(of change: ProcedureChange) -> BilingualText {
    switch change {
    case .submitted(let key, let sealed?, let at):
      BilingualText(
        "Inschrijving op perceel \(key.lot) ontvangen op \(at.dutchText) en verzegeld; "
          + "vingerafdruk \(sealed.digest).",
        "Bid for lot \(key.lot) received on \(at) and sealed; fingerprint \(sealed.digest)."
      )
    case .submitted(let key, nil, let at):
      BilingualText(
        "Aanmelding voor perceel \(key.lot) ontvangen op \(at.dutchText).",
        "Application for lot \(key.lot) received on \(at)."
      )
    case .bidWithdrawn(let key):
      BilingualText(
        "De inschrijving op perceel \(key.lot) is ingetrokken.",
        "The bid for lot \(key.lot) is withdrawn."
      )
    case .opened(let opening):
      BilingualText(
        "Geopend op \(opening.at.dutchText) door \(BookWords.list(opening.by)).",
        "Opened on \(opening.at) by \(BookWords.list(opening.by))."
      )
    case .evidenced(let key, let requirement, let evidence):
      BilingualText(
        "Bewijs van \(key.provider) voor \(requirement): \(evidence.kind.rawValue).",
        "Proof of \(key.provider) for \(requirement): \(evidence.kind.rawValue)."
      )
    case .setAside(let key, let requirement, _):
      BilingualText(
        "\(key.provider) doet niet meer mee: voldoet niet aan \(requirement).",
        "\(key.provider) is set aside: does not meet \(requirement)."
      )
    case .scored(let key, let criterion, let points, let officer):
      BilingualText(
        "\(officer) gaf \(key.provider) \(points) punten voor \(criterion).",
        "\(officer) gave \(key.provider) \(points) points for \(criterion)."
      )
    case .agreed(let key, let criterion, let points, _):
      BilingualText(
        "Consensus: \(key.provider) heeft \(points) punten voor \(criterion).",
        "Consensus: \(key.provider) has \(points) points for \(criterion)."
      )
    default: awardSentence(of: change)
    }
  }

  private static func awardSentence(of change: ProcedureChange) -> BilingualText {
    switch change {
    case .drawn(let lot, let order):
      BilingualText(
        "Loting voor perceel \(lot): \(BookWords.list(order)).",
        "Draw for lot \(lot): \(BookWords.list(order))."
      )
    case .awarded(let lot, let award):
      BilingualText(
        "Perceel \(lot) is gegund aan \(BookWords.list(award.winners)); de opschortingstermijn "
          + "loopt tot en met \(award.standstillEnd.dutchText).",
        "Lot \(lot) is awarded to \(BookWords.list(award.winners)); the stand-still ends on "
          + "\(award.standstillEnd)."
      )
    case .complained(let provider, _, let due):
      BilingualText(
        "Klacht van \(provider) ontvangen; antwoord uiterlijk \(due.dutchText).",
        "Complaint of \(provider) received; answer by \(due)."
      )
    case .complaintAnswered(let number, _):
      BilingualText("Klacht \(number) is beantwoord.", "Complaint \(number) is answered.")
    case .reliefSought:
      BilingualText(
        "Kort geding vastgelegd; geen gunning wordt definitief tot de uitspraak.",
        "Interim relief recorded; no award becomes final before the ruling."
      )
    case .ruled(_, let through):
      BilingualText(
        "Uitspraak vastgelegd; de inschrijvingen binden tot en met \(through.dutchText).",
        "Ruling recorded; the bids bind through \(through)."
      )
    case .finalised(let lot, _):
      BilingualText(
        "De gunning van perceel \(lot) is definitief.",
        "The award of lot \(lot) is final."
      )
    case .admitted(let key, let from):
      BilingualText(
        "\(key.provider) is toegelaten tot perceel \(key.lot) vanaf \(from.dutchText).",
        "\(key.provider) is admitted to lot \(key.lot) from \(from)."
      )
    default: BilingualText("Vastgelegd.", "Recorded.")
    }
  }
}
