package import Rules

extension ProviderChange.Kind {
  package var text: BilingualText {
    switch self {
    case .leaves: BilingualText("vertrekt", "leaves")
    case .losesPart: BilingualText("verliest een deel", "loses a part")
    case .stays: BilingualText("blijft", "stays")
    case .enters: BilingualText("nieuw", "new")
    }
  }
}

extension TransitionClause.Weight {
  package var text: BilingualText {
    BilingualText(rawValue, self == .advice ? "advice" : "prohibition")
  }
}
