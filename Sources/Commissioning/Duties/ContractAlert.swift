package import Quantities
package import Rules

/// Something about a contract that asks for attention, with the clause beside it.
///
/// - Dutch term: alert, signaal bij een bepaling van het contract
package struct ContractAlert: Hashable, Sendable {
  package let duty: DutyCode
  /// What it is about within the contract: a request, a resident's case by its reference.
  package let subject: String?
  package let urgency: Urgency
  /// The last day for what must be done; nil when there is none.
  package let due: CivilDate?
  /// The clause that asks for it.
  package let clause: Basis
  /// One sentence for the contract manager.
  package let text: BilingualText

  /// How much time there is.
  package enum Urgency: Int, CaseIterable, Comparable, Hashable, Sendable {
    case information = 0
    case upcoming = 1
    case due = 2
    case overdue = 3

    package static func < (left: Urgency, right: Urgency) -> Bool {
      left.rawValue < right.rawValue
    }
  }
}

/// The dated duties of the national contract standard that Regie watches.
///
/// - Dutch term: gedateerde plichten van de contractstandaard (`definitions.md` B.22)
package enum DutyCode: String, CaseIterable, Hashable, Sendable {
  case termReason = "motivering-looptijd"
  case extensionNotice = "verlenging-aankondigen"
  case minimumUse = "onvoldoende-inzet"
  case noDelivery = "geen-levering"
  case intakeStop = "clientenstop"
  case ageTransition = "overdracht-18"
  case careEnding = "beeindigen-zorg"
  case waitingTime = "wachttijd"
  case supervisorMeasure = "maatregel-toezicht"
  case dataBreach = "datalek"
  case forceMajeure = "overmacht"
  case forcedAdaptation = "gedwongen-aanpassing"
  case liability = "aansprakelijkheid"
  case standardChange = "wijziging-standaard"
  case changeRequest = "verzoek-om-wijziging"
  case inquiry = "wmo-onderzoek"
  case sanction = "sanctie"
  case ceilingWarning = "plafond-70"
  case ceilingStep = "plafond-stap"
  case continuity = "continuiteit"
}

/// The terms of the duties, each with its own way of counting.
///
/// - Dutch term: termijnen van de contractstandaard (`definitions.md` B.22)
package enum DutyTerms {
  package static let extensionNotice = ContractCase.extensionNotice
  /// Over how long use is measured.
  package static let useMeasured = LegalTerm(
    .months(12),
    .contract,
    .standard("onvoldoende inzet: gemeten over 12 maanden")
  )
  package static let useNotice = LegalTerm(
    .months(6),
    .contract,
    .standard("onvoldoende inzet: opzeggen met 6 maanden")
  )
  package static let noDelivery = LegalTerm(
    .months(12),
    .contract,
    .standard("opzeggen na 12 maanden zonder ondersteuning of declaraties")
  )
  package static let transition = LegalTerm(
    .months(18),
    .contract,
    .standard("warme overdracht begint 1,5 jaar voor 18")
  )
  package static let careEnding = LegalTerm(
    .months(1),
    .contract,
    .standard("beëindigen van zorg: ten minste een maand")
  )
  package static let supervisorMeasure = LegalTerm(
    .days(7),
    .contract,
    .standard("maatregel van een toezichthouder: melden binnen 7 dagen")
  )
  package static let forceMajeure = LegalTerm(
    .days(30),
    .contract,
    .standard("overmacht: 30 dagen")
  )
  package static let adaptation = LegalTerm(
    .months(3),
    .contract,
    .standard("gedwongen aanpassing: 3 maanden vooraf")
  )
  package static let standardChange = LegalTerm(
    .months(6),
    .contract,
    .standard("wijziging van de standaard: invoeren binnen 6 maanden")
  )
  package static let requestAnswer = LegalTerm(
    .workingDays(5),
    .contract,
    .standard("verzoek om wijziging: antwoord binnen 5 werkdagen")
  )
  package static let requestDecision = LegalTerm(
    .weeks(8),
    .contract,
    .standard("verzoek om wijziging: besluit binnen 8 weken")
  )
  package static let inquiry = LegalTerm(
    .weeks(6),
    .statutory,
    .law("Wmo 2015: onderzoek binnen 6 weken na de melding")
  )
  package static let decision = LegalTerm(
    .weeks(2),
    .statutory,
    .law("Wmo 2015: besluit binnen 2 weken na de aanvraag")
  )
  /// How long before its last day something is shown.
  package static let notice = LegalTerm(
    .days(60),
    .contract,
    .assumption("twee maanden is genoeg om iets nog te doen")
  )
  /// Within how many hours a data breach is reported (datalek).
  package static let breachHours = 24
  /// The satisfaction, in tenths, from which little use is no ground to give notice.
  package static let satisfactionTenths = 85
  /// Temporarily paid less as a sanction.
  package static let sanction = Rate.percent(5)
  /// The price effect above which a change of the standard need not be adopted.
  package static let priceEffect = Rate.percent(50)
}
