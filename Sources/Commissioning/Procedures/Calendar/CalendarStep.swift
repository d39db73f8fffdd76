import Quantities

/// A step of a procedure that has its day in the calendar.
///
/// - Dutch term: stap in de planning van een procedure
package enum CalendarStep: String, CaseIterable, Hashable, Sendable {
  case publication = "publicatie"
  case questionsClose = "vragen-sluiten"
  case clarification = "nota-van-inlichtingen"
  case entryOpens = "inschrijving-opent"
  case closing = "inschrijving-sluit"
  case opening = "openen"
  case assessment = "beoordeling-gereed"
  case award = "gunningsbesluit"
  case evidence = "bewijsstukken"
  case standstillEnd = "einde-opschortingstermijn"
  case finalAward = "definitieve-gunning"
  case awardNotice = "aankondiging-gunning"
  case bidValidityEnd = "einde-gestanddoening"
  case contractStart = "start-contract"
}

/// When a step comes: a term after another step.
///
/// - Dutch term: termijn tussen twee stappen
package struct CalendarRule: Hashable, Sendable {
  package let step: CalendarStep
  package let after: CalendarStep
  package let term: LegalTerm

  init(_ step: CalendarStep, after: CalendarStep, _ term: LegalTerm) {
    self.step = step
    self.after = after
    self.term = term
  }
}

extension CalendarRule {
  private static func assumed(_ length: TermLength, _ why: String) -> LegalTerm {
    LegalTerm(length, .european, .assumption(why))
  }

  /// The rules of a kind of procedure; every step stands behind the one it follows.
  package static func rules(of kind: ProcedureKind) -> [CalendarRule] {
    kind == .admission ? admission : tender
  }

  private static let tender = [
    CalendarRule(
      .questionsClose,
      after: .publication,
      assumed(.days(21), "SAS kent geen vaste termijn; proportioneel")
    ),
    CalendarRule(
      .clarification,
      after: .questionsClose,
      assumed(.days(10), "tijd om alle vragen in een nota te beantwoorden")
    ),
    CalendarRule(
      .closing,
      after: .clarification,
      assumed(.days(15), "inschrijvers verwerken de antwoorden; SAS kent geen vaste termijn")
    ),
    CalendarRule(.opening, after: .closing, assumed(.workingDays(1), "eerste werkdag erna")),
    CalendarRule(
      .assessment,
      after: .opening,
      assumed(.weeks(4), "beoordelen door meer personen en consensus")
    ),
    CalendarRule(.award, after: .assessment, assumed(.weeks(1), "besluit en brieven")),
    CalendarRule(.evidence, after: .award, evidence),
    CalendarRule(.standstillEnd, after: .award, standstill),
    CalendarRule(
      .finalAward,
      after: .standstillEnd,
      assumed(.workingDays(1), "eerste werkdag na de opschortingstermijn")
    ),
    CalendarRule(
      .awardNotice,
      after: .finalAward,
      assumed(.days(30), "de aankondiging is verplicht (B.13); de bronnen noemen geen termijn")
    ),
    CalendarRule(.bidValidityEnd, after: .closing, bidValidity),
    CalendarRule(.contractStart, after: .finalAward, preparation),
  ]

  private static let admission = [
    tender[0], tender[1],
    CalendarRule(
      .entryOpens,
      after: .clarification,
      assumed(.workingDays(1), "zodra de antwoorden voor ieder gelijk zijn")
    ),
    CalendarRule(
      .award,
      after: .entryOpens,
      assumed(.weeks(6), "toetsen aan de eisen; de bronnen noemen geen termijn")
    ),
    CalendarRule(.evidence, after: .award, evidence),
    CalendarRule(.standstillEnd, after: .award, standstill),
    CalendarRule(.finalAward, after: .standstillEnd, tender[8].term),
    CalendarRule(.awardNotice, after: .finalAward, tender[9].term),
    CalendarRule(.contractStart, after: .finalAward, assumed(.workingDays(1), "na toelating")),
  ]

  /// Twenty calendar days before an award is final, in an admission voluntarily.
  package static let standstill = LegalTerm(
    .days(20),
    .european,
    .standard("opschortingstermijn 20 kalenderdagen")
  )

  /// How long a bid binds.
  package static let bidValidity = LegalTerm(
    .days(90),
    .contract,
    .standard("gestanddoening 90 dagen")
  )

  /// How much longer it binds after a court ruled.
  package static let validityAfterRuling = LegalTerm(
    .days(14),
    .contract,
    .standard("gestanddoening tot 14 dagen na de uitspraak")
  )

  /// Half a year between award and start (002:167-168).
  package static let preparation = LegalTerm(.months(6), .contract, .document("002:167-168"))

  /// Within which a complaint is answered.
  package static let complaint = LegalTerm(
    .weeks(6),
    .contract,
    .standard("klacht binnen 6 weken beantwoord")
  )

  /// Within which proof is handed in after the award.
  package static let evidence = LegalTerm(
    .days(14),
    .contract,
    .standard("bewijsstukken binnen 14 dagen")
  )

  /// Within which the form for the integrity screening is returned.
  package static let integrityForm = LegalTerm(
    .days(14),
    .contract,
    .standard("Bibob-formulier binnen 14 dagen")
  )
}
