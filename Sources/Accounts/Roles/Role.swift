package import Rules

/// What someone works as.
///
/// Rights hang on roles and never on persons.
///
/// The raw values are stored and never change.
///
/// - Dutch term: rol (BIO2 5.18)
package enum Role: String, CaseIterable, Hashable, Sendable {
  /// Keeps users and settings, and sees no content (LG-11).
  ///
  /// - Dutch term: applicatiebeheerder
  case administrator
  /// - Dutch term: beleidsadviseur
  case policyAdviser
  /// - Dutch term: inkoper
  case purchaser
  /// - Dutch term: contractmanager
  case contractManager
  /// - Dutch term: toegangsconsulent (Wmo)
  case accessConsultant
  /// - Dutch term: casusregisseur
  case caseDirector
  /// - Dutch term: medewerker backoffice
  case backOfficeOfficer
  /// - Dutch term: controller
  case controller
  /// - Dutch term: kwaliteitsmedewerker
  case qualityOfficer
  /// - Dutch term: jurist
  case lawyer
  /// Someone at a provider, for that provider only.
  ///
  /// - Dutch term: zorgaanbieder
  case provider
  /// - Dutch term: wethouder
  case alderman
  /// - Dutch term: raadslid
  case councilMember
  /// Reviews who read whom, sees no content and changes no rights (LG-11).
  ///
  /// - Dutch term: controleur van het inzagelogboek
  case logReviewer
  /// - Dutch term: functionaris gegevensbescherming (AVG artikel 37)
  case privacyOfficer

  /// The role as it stands on the screen.
  package var name: BilingualText {
    switch self {
    case .administrator: BilingualText("applicatiebeheerder", "application administrator")
    case .policyAdviser: BilingualText("beleidsadviseur", "policy adviser")
    case .purchaser: BilingualText("inkoper", "purchaser")
    case .contractManager: BilingualText("contractmanager", "contract manager")
    case .accessConsultant: BilingualText("toegangsconsulent", "access consultant")
    case .caseDirector: BilingualText("casusregisseur", "case director")
    case .backOfficeOfficer: BilingualText("medewerker backoffice", "back-office officer")
    case .controller: BilingualText("controller", "controller")
    case .qualityOfficer: BilingualText("kwaliteitsmedewerker", "quality officer")
    case .lawyer: BilingualText("jurist", "lawyer")
    case .provider: BilingualText("zorgaanbieder", "provider")
    case .alderman: BilingualText("wethouder", "alderman")
    case .councilMember: BilingualText("raadslid", "council member")
    case .logReviewer: BilingualText("controleur inzagelogboek", "log reviewer")
    case .privacyOfficer:
      BilingualText("functionaris gegevensbescherming", "privacy officer")
    }
  }
}

// MARK: - What goes together

extension Role {
  /// Whether whoever has this role may have no other.
  ///
  /// Someone who keeps the accounts or watches the readers must not read (LG-11, AVG art. 38(6));
  /// a provider does not buy, and who holds the executive to account does not work for it.
  package var standsAlone: Bool {
    switch self {
    case .administrator, .logReviewer, .privacyOfficer, .provider, .alderman, .councilMember: true
    case .policyAdviser, .purchaser, .contractManager, .accessConsultant, .caseDirector,
      .backOfficeOfficer, .controller, .qualityOfficer, .lawyer:
      false
    }
  }

  /// Whether it gives power over others' rights or over the records of reading (AZ-06).
  package var isPrivileged: Bool {
    switch self {
    case .administrator, .logReviewer, .privacyOfficer: true
    default: false
    }
  }

  /// Whether one person may have both.
  package func goesTogether(with other: Role) -> Bool {
    self == other || !(standsAlone || other.standsAlone)
  }

  /// Whether the role can be given for this part of the region.
  ///
  /// Whoever works on cases does so for named municipalities; whoever keeps the whole house has the
  /// whole region; a provider has itself.
  package func fits(_ reach: Reach) -> Bool {
    switch (self, reach) {
    case (.provider, .provider): true
    case (.provider, _), (_, .provider): false
    case (.accessConsultant, .municipalities), (.caseDirector, .municipalities),
      (.backOfficeOfficer, .municipalities), (.alderman, .municipalities),
      (.councilMember, .municipalities):
      true
    case (.accessConsultant, _), (.caseDirector, _), (.backOfficeOfficer, _), (.alderman, _),
      (.councilMember, _):
      false
    case (.administrator, .municipalities), (.logReviewer, .municipalities): false
    default: true
    }
  }
}
