package import Quantities

/// A change of what was agreed.
///
/// - Dutch term: wijziging van de overeenkomst
package struct ContractAmendment: Hashable, Sendable {
  package let subject: String
  package let text: String
  package let from: CivilDate
  package let ground: Ground
  /// Whether it departs from the standard text; such agreements are counted and limited (003:520).
  package let isTailorMade: Bool

  /// Why the change is allowed.
  package enum Ground: String, CaseIterable, Hashable, Sendable {
    /// Foreseen in the clause on changes (herzieningsclausule).
    case revisionClause = "herzieningsclausule"
    /// So small that no new procedure is needed.
    case minor = "niet-wezenlijk"
    /// A new version of the national standard.
    case standardChange = "wijziging-van-de-standaard"
    /// The law asks for it.
    case law = "wet"
    /// So big that a new procedure is needed (wezenlijke wijziging); always refused.
    case material = "wezenlijk"
  }

  package init(
    subject: String,
    text: String,
    from: CivilDate,
    ground: Ground,
    isTailorMade: Bool = false
  ) {
    self.subject = subject
    self.text = text
    self.from = from
    self.ground = ground
    self.isTailorMade = isTailorMade
  }
}

/// The end of a contract before its term.
///
/// - Dutch term: vroegtijdige beëindiging, opzegging, ontbinding
package struct EarlyTermination: Hashable, Sendable {
  package let ground: Ground
  /// The day on which the other party was told.
  package let noticed: CivilDate
  /// The last day on which the contract holds.
  package let effective: CivilDate

  /// Why a contract ends early.
  package enum Ground: String, CaseIterable, Hashable, Sendable {
    /// The norm for use was not reached over twelve months.
    case insufficientUse = "onvoldoende-inzet"
    /// No support and no claims for twelve months.
    case noDelivery = "geen-levering"
    /// The review of the first year was not good (000:34).
    case firstYear = "evaluatie-eerste-jaar"
    /// Force majeure lasted longer than the contract allows.
    case forceMajeure = "overmacht"
    case breach = "tekortkoming"
    case bankruptcy = "faillissement"
    case mutual = "wederzijds-goedvinden"
  }

  package init(ground: Ground, noticed: CivilDate, effective: CivilDate) {
    self.ground = ground
    self.noticed = noticed
    self.effective = effective
  }
}

extension EarlyTermination.Ground {
  /// How long before the end the other party must be told; nil when at once is allowed.
  package var notice: LegalTerm? {
    switch self {
    case .insufficientUse:
      LegalTerm(.months(6), .contract, .standard("opzegging bij onvoldoende inzet: 6 maanden"))
    case .forceMajeure, .noDelivery, .breach, .bankruptcy, .mutual: nil
    case .firstYear:
      LegalTerm(
        .months(1),
        .contract,
        .assumption("000:34 noemt de ontbinding, geen termijn; zorg afronden vergt een maand")
      )
    }
  }

  package var dutchText: String {
    switch self {
    case .insufficientUse: "onvoldoende inzet over twaalf maanden"
    case .noDelivery: "twaalf maanden geen ondersteuning en geen declaraties"
    case .firstYear: "resultaten en voortgang blijven uit na het eerste jaar"
    case .forceMajeure: "overmacht die langer dan 30 dagen duurt"
    case .breach: "toerekenbare tekortkoming"
    case .bankruptcy: "faillissement of surseance"
    case .mutual: "wederzijds goedvinden"
    }
  }
}
