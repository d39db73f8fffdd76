package import People

/// The act that a strategy is for, by the word that the file uses.
///
/// - Dutch term: wet, domein
package enum PolicyLaw: String, CaseIterable, Sendable {
  case socialSupport = "wmo"
  case youth = "jeugd"
  case participation = "participatie"

  /// The same act as the rest of the house knows it.
  package var law: SupportLaw {
    switch self {
    case .socialSupport: .socialSupport
    case .youth: .youth
    case .participation: .participation
    }
  }

  /// The act as readers know it.
  package var dutchText: String {
    switch self {
    case .socialSupport: "Wmo"
    case .youth: "Jeugd"
    case .participation: "Participatie"
    }
  }
}

/// How far a strategy has come.
///
/// - Dutch term: status van de strategie
package enum StrategyStatus: String, CaseIterable, Sendable {
  case draft = "ontwerp"
  case adopted = "vastgesteld"
  case running = "lopend"
  case ended = "beeindigd"
}

/// What kind of source a statement was taken from.
///
/// - Dutch term: soort bron
package enum SourceKind: String, CaseIterable, Sendable {
  case document = "document"
  case law = "wet"
  case published = "openbaar"
}

/// What a decision or a goal wants to change, as far as a check can hold it against the choices.
///
/// - Dutch term: beoogde verandering
package enum PolicyAim: String, CaseIterable, Sendable {
  case fewerProviders = "minder_aanbieders"
  case moreProviders = "meer_aanbieders"
  case budgetAgreementRegionalLot = "budgetafspraak_regionaal"
  case noBudgetAgreementLocalLot = "geen_budgetafspraak_lokaal"
}
