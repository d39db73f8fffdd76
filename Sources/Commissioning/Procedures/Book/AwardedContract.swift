package import Quantities

/// A contract to which a final award or an admission leads, before it is concluded.
///
/// - Dutch term: te sluiten overeenkomst na gunning
package struct AwardedContract: Hashable, Sendable {
  package let code: ContractCode
  package let lot: LotCode
  package let provider: ChamberNumber
  /// The first day; not before the day that the calendar of the procedure told.
  package let start: CivilDate
  /// The municipalities that chose the lot before publication.
  package let municipalities: [MunicipalityCode]
  /// What the provider promised in its bid and is held to during the contract (003:460-466).
  package let indicators: [Indicator]

  /// An award criterion as an indicator of the contract.
  package struct Indicator: Hashable, Sendable {
    package let name: String
    package let criterion: Label<AwardCriterion>
    package let text: String
  }
}

extension AwardedContract {
  /// The contracts of a procedure in order of lot and provider; none from what is not final.
  package static func all(of procedure: ProcurementProcedure) -> [AwardedContract] {
    procedure.bids.values.sorted { $0.key < $1.key }.compactMap { bid in
      guard let start = start(of: bid, in: procedure),
        let code = ContractCode("\(procedure.plan.code)-\(bid.key.lot)-\(bid.key.provider)")
          ?? ContractCode("\(bid.key.lot)-\(bid.key.provider)")
          ?? ContractCode(bid.key.provider.description)
      else { return nil }
      return AwardedContract(
        code: code,
        lot: bid.key.lot,
        provider: bid.key.provider,
        start: start,
        municipalities: procedure.participants(in: bid.key.lot),
        indicators: procedure.plan.criteria.compactMap { criterion in
          criterion.indicator.map {
            Indicator(name: $0, criterion: criterion.code, text: criterion.text)
          }
        }
      )
    }
  }

  private static func start(of bid: Bid, in procedure: ProcurementProcedure) -> CivilDate? {
    switch bid.state {
    case .awarded:
      guard let final = procedure.awards[bid.key.lot]?.finalOn else { return nil }
      return max(procedure.calendar?[.contractStart] ?? final, final.adding(days: 1))
    case .admitted(let from): return from
    case .submitted, .withdrawn, .setAside, .notAwarded: return nil
    }
  }
}
