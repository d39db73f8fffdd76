package import Rules

extension Bid.State {
  /// Where a bid stands, in a few words.
  package var text: BilingualText {
    switch self {
    case .submitted: BilingualText("doet mee", "in play")
    case .withdrawn: BilingualText("ingetrokken", "withdrawn")
    case .setAside(let requirement):
      BilingualText("voldoet niet aan \(requirement)", "does not meet \(requirement)")
    case .awarded(let on): BilingualText("gegund op \(on)", "awarded on \(on)")
    case .notAwarded(let on): BilingualText("niet gegund op \(on)", "not awarded on \(on)")
    case .admitted(let from): BilingualText("toegelaten vanaf \(from)", "admitted from \(from)")
    }
  }
}

extension Requirement.Kind {
  package var text: BilingualText {
    let english =
      switch self {
      case .exclusion: "ground for exclusion"
      case .suitability: "suitability requirement"
      case .performance: "performance requirement"
      case .quality: "quality requirement"
      }
    return BilingualText(rawValue, english)
  }
}

extension ProcurementProcedure {
  /// Whether who bids may be told: not before the opening, and applications are nobody's secret.
  package var mayNameBidders: Bool { !plan.kind.hasSealedBids || isOpened }
}
