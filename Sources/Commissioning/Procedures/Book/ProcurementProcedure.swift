package import Quantities

/// A procedure as it stands after all that happened in it.
///
/// - Dutch term: aanbesteding, inkoopprocedure (002:95, 003:484)
package struct ProcurementProcedure: Hashable, Sendable {
  package let plan: ProcedurePlan
  package internal(set) var lotChoices: [MunicipalityCode: Set<LotCode>] = [:]
  package internal(set) var approvals: [BodyCode: CivilDate] = [:]
  package internal(set) var calendar: ProcedureCalendar?
  /// When the bids close; nil before publication and in an admission.
  package internal(set) var closing: CivilMoment?
  /// The public halves of the key under which bids are sealed, by the opener who made it.
  package internal(set) var openerKeys: [OfficerCode: OpenerKey] = [:]
  package internal(set) var questions: [ProcedureQuestion] = []
  package internal(set) var notes: [ClarificationNote] = []
  package internal(set) var bids: [BidKey: Bid] = [:]
  package internal(set) var opening: Opening?
  package internal(set) var draws: [LotCode: [ChamberNumber]] = [:]
  package internal(set) var awards: [LotCode: Award] = [:]
  package internal(set) var complaints: [ProcedureComplaint] = []
  package internal(set) var relief: Relief?
  package internal(set) var withdrawal: String?
  /// Until when the bids bind, as it was last told.
  package internal(set) var bidsBindThrough: CivilDate?

  package init(_ plan: ProcedurePlan) { self.plan = plan }

  /// The record of the moment at which all bids were opened.
  package struct Opening: Hashable, Sendable {
    package let at: CivilMoment
    package let by: [OfficerCode]
    /// The tender platform that kept the bids; nil when they were sealed here.
    package let platform: String?
    /// The bids that the platform kept, with the moment at which each came in.
    package let bids: [KeptBid]

    package init(
      at: CivilMoment,
      by: [OfficerCode],
      platform: String? = nil,
      bids: [KeptBid] = []
    ) {
      self.at = at
      self.by = by
      self.platform = platform
      self.bids = bids
    }
  }

  /// A bid as a tender platform kept it.
  package struct KeptBid: Hashable, Sendable {
    package let key: BidKey
    package let sealed: SealedBid
    package let submitted: CivilMoment

    package init(key: BidKey, sealed: SealedBid, submitted: CivilMoment) {
      self.key = key
      self.sealed = sealed
      self.submitted = submitted
    }
  }

  /// The decision to whom a lot goes.
  package struct Award: Hashable, Sendable {
    package let on: CivilDate
    package let winners: [ChamberNumber]
    package let standstillEnd: CivilDate
    package internal(set) var finalOn: CivilDate?

    package init(on: CivilDate, winners: [ChamberNumber], standstillEnd: CivilDate) {
      self.on = on
      self.winners = winners
      self.standstillEnd = standstillEnd
    }
  }

  /// Proceedings before the court about the award (kort geding).
  package struct Relief: Hashable, Sendable {
    package let sought: CivilDate
    package internal(set) var ruled: CivilDate?
  }
}

extension ProcurementProcedure {
  package var isPublished: Bool { calendar != nil }
  package var isWithdrawn: Bool { withdrawal != nil }

  /// Whether the contents of bids may be seen.
  package var isOpened: Bool { opening != nil }

  /// The bodies of the first step that has not fully decided; empty when all have.
  package var missingApprovals: [BodyCode] {
    for step in plan.gates {
      let missing = step.filter { approvals[$0] == nil }
      if !missing.isEmpty { return missing }
    }
    return []
  }

  /// The municipalities that have not chosen their lots yet.
  package var withoutLots: [MunicipalityCode] {
    plan.municipalities.filter { lotChoices[$0] == nil }
  }

  /// The municipalities that take part in a lot.
  package func participants(in lot: LotCode) -> [MunicipalityCode] {
    plan.municipalities.filter { lotChoices[$0]?.contains(lot) == true }
  }

  /// The bids for a lot that are still in play, in order of provider.
  package func bidsInPlay(for lot: LotCode) -> [Bid] {
    bids.values.filter { $0.key.lot == lot && $0.isInPlay }.sorted { $0.key < $1.key }
  }

  /// The order of the bids for a lot; nil when it is not for ranking or a draw is needed first.
  package func ranking(of lot: LotCode) -> Ranking? {
    guard plan.kind.ranksBids, isOpened else { return nil }
    let compared = bids.values.filter { bid in
      switch bid.state {
      case .submitted, .awarded, .notAwarded: bid.key.lot == lot && bid.sealed != nil
      case .withdrawn, .setAside, .admitted: false
      }
    }
    return Ranking(Array(compared), tieBreaks: plan.tieBreaks, draw: draws[lot] ?? [])
  }

  /// What everybody was told, in order; the same for every provider (transparantie, 002:154-156).
  package var toldToAll: [ClarificationNote] { notes }

  /// The indicators that the award criteria become in the contracts.
  package var indicators: [String] { plan.criteria.compactMap(\.indicator) }
}
