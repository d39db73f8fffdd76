package import Rules

extension ContractAlert.Urgency {
  /// The urgency as a word for people.
  package var words: BilingualText {
    switch self {
    case .information: BilingualText("ter informatie", "information")
    case .upcoming: BilingualText("binnenkort", "upcoming")
    case .due: BilingualText("nu", "due")
    case .overdue: BilingualText("te laat", "overdue")
    }
  }
}

extension DutyCode {
  /// What the duty is about, for a list and its filter.
  package var text: BilingualText {
    switch self {
    case .termReason: BilingualText("motivering van de looptijd", "reason for the term")
    case .extensionNotice: BilingualText("verlenging aankondigen", "announce the extension")
    case .minimumUse: BilingualText("onvoldoende inzet", "insufficient use")
    case .noDelivery: BilingualText("geen levering", "no delivery")
    case .intakeStop: BilingualText("cliëntenstop", "intake stop")
    case .ageTransition: BilingualText("overdracht bij 18 jaar", "hand-over at 18")
    case .careEnding: BilingualText("beëindigen van zorg", "ending of care")
    case .waitingTime: BilingualText("wachttijd", "waiting time")
    case .supervisorMeasure:
      BilingualText("maatregel van een toezichthouder", "measure of a supervisor")
    case .dataBreach: BilingualText("datalek", "data breach")
    default: laterText
    }
  }

  private var laterText: BilingualText {
    switch self {
    case .forceMajeure: BilingualText("overmacht", "force majeure")
    case .forcedAdaptation: BilingualText("gedwongen aanpassing", "forced adaptation")
    case .liability: BilingualText("aansprakelijkheid", "liability")
    case .standardChange: BilingualText("wijziging van de standaard", "change of the standard")
    case .changeRequest: BilingualText("verzoek om wijziging", "change request")
    case .inquiry: BilingualText("onderzoek en besluit", "inquiry and decision")
    case .sanction: BilingualText("sanctie", "sanction")
    case .ceilingWarning: BilingualText("plafond boven 70 %", "ceiling above 70 %")
    case .ceilingStep: BilingualText("stap bij een plafond", "step of a ceiling")
    case .continuity: BilingualText("continuïteit", "continuity")
    default: BilingualText(rawValue, rawValue)
    }
  }
}
