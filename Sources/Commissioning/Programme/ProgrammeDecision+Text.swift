package import Rules

extension ProgrammeDecision.State {
  /// Where a decision stands, in a few words.
  package var text: BilingualText {
    switch self {
    case .waiting(let bodies):
      BilingualText(
        "wacht op \(bodies.map(\.description).joined(separator: ", "))",
        "waits for \(bodies.map(\.description).joined(separator: ", "))"
      )
    case .adopted(let on): BilingualText("vastgesteld op \(on)", "adopted on \(on)")
    case .rejected(let body, let on):
      BilingualText("afgewezen door \(body) op \(on)", "rejected by \(body) on \(on)")
    }
  }
}

extension ProgrammeDecision.Outcome {
  package var text: BilingualText {
    BilingualText(rawValue, self == .adopted ? "adopted" : "rejected")
  }
}

extension MarketConsultation.Form {
  package var text: BilingualText {
    let english =
      switch self {
      case .written: "in writing"
      case .live: "meeting"
      case .dialogue: "dialogue"
      }
    return BilingualText(rawValue, english)
  }
}
