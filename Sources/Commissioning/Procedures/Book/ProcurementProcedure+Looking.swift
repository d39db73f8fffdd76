import Quantities

extension ProcurementProcedure {
  /// The bids that are kept sealed here: all that were not withdrawn, in order of lot and provider.
  package var keptBids: [KeptBid] {
    let isElsewhere = Set((opening?.bids ?? []).map(\.key))
    return bids.values.filter { $0.state != .withdrawn && !isElsewhere.contains($0.key) }
      .sorted { $0.key < $1.key }
      .compactMap { bid in
        bid.sealed.map { KeptBid(key: bid.key, sealed: $0, submitted: bid.submitted) }
      }
  }

  /// Why there is no order of the bids for a lot; nil when there is one.
  package func rankingRefusal(of lot: LotCode) -> ProcedureRefusal? {
    guard plan.kind != .admission else { return .noRankingInAdmission }
    guard plan.lot(lot) != nil else { return .unknownLot(lot) }
    guard plan.kind.ranksBids else { return .noCriteria }
    guard isOpened else { return .sealed }
    let unassessed = bidsInPlay(for: lot).filter { $0.consensus.count < plan.criteria.count }
    guard unassessed.isEmpty else { return .notAssessed(unassessed.map(\.key.provider)) }
    return ranking(of: lot) == nil ? .tieUndecided : nil
  }

  /// Where the procedure stands, in a few words.
  package var stage: Stage {
    if isWithdrawn { return .withdrawn }
    guard isPublished else { return .prepared }
    if plan.kind == .admission { return .open }
    if !awards.isEmpty {
      let isFinal = plan.lots.allSatisfy { awards[$0.code]?.finalOn != nil }
      return isFinal ? .final : .awarded
    }
    return isOpened ? .opened : .published
  }

  /// - Dutch term: stand van een procedure
  package enum Stage: String, CaseIterable, Hashable, Sendable {
    case prepared = "in voorbereiding"
    case published = "gepubliceerd"
    case open = "open voor toelating"
    case opened = "geopend"
    case awarded = "gegund"
    case final = "definitief gegund"
    case withdrawn = "ingetrokken"
  }
}

extension TieBreak {
  /// What decided, for people.
  package var dutchText: String {
    switch self {
    case .criterion(let code): "hogere score op \(code)"
    case .draw: "loting"
    }
  }
}
