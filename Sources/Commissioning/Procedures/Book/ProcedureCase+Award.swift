import Quantities

extension ProcedureCase {
  func recordDraw(
    _ lot: LotCode,
    _ order: [ChamberNumber]
  ) throws(ProcedureRefusal) -> ProcedureChange {
    guard let wanted = plan.lot(lot) else { throw .unknownLot(lot) }
    guard procedure.isOpened else { throw .sealed }
    guard procedure.awards[lot] == nil else { throw .alreadyAwarded(lot) }
    let bids = procedure.bidsInPlay(for: lot)
    if plan.kind.ranksBids {
      guard procedure.ranking(of: lot) == nil else { throw .drawNotNeeded }
    } else {
      guard procedure.draws[lot] == nil, bids.count > wanted.maximumAwards ?? .max else {
        throw .drawNotNeeded
      }
    }
    // Drawn over all bids at once, so that nobody chooses who is in it.
    guard Set(order) == Set(bids.map(\.key.provider)), order.count == bids.count else {
      throw .drawIncomplete
    }
    return .drawn(lot, order)
  }

  /// Gives a lot to the bids that deserve it, in order and without passing one over.
  func award(
    _ code: LotCode,
    _ winners: [ChamberNumber]
  ) throws(ProcedureRefusal) -> ProcedureChange {
    guard let lot = plan.lot(code) else { throw .unknownLot(code) }
    guard procedure.isOpened else { throw .sealed }
    guard procedure.awards[code] == nil else { throw .alreadyAwarded(code) }
    if let end = procedure.bidsBindThrough, today > end { throw .bidsNoLongerBind(end) }
    let bids = procedure.bidsInPlay(for: code)
    for provider in winners where !bids.contains(where: { $0.key.provider == provider }) {
      throw .notInOrder(provider)
    }
    if let maximum = lot.maximumAwards, winners.count > maximum { throw .tooMany(maximum) }
    let order = try deserving(lot, bids, winners)
    let expected = lot.maximumAwards.map { Array(order.prefix($0)) } ?? order
    for (place, provider) in winners.enumerated() {
      guard place < expected.count, expected[place] == provider else {
        throw .notInOrder(provider)
      }
    }
    // Whoever deserves a contract gets it, as long as there is one to give.
    guard winners.count == expected.count else {
      throw .passedOver(Array(expected.dropFirst(winners.count)))
    }
    let end = CalendarRule.standstill.end(after: today, in: work)
    return .awarded(
      code,
      ProcurementProcedure.Award(on: today, winners: winners, standstillEnd: end)
    )
  }

  /// The providers that may be awarded, the first first.
  private func deserving(
    _ lot: Lot,
    _ bids: [Bid],
    _ winners: [ChamberNumber]
  ) throws(ProcedureRefusal) -> [ChamberNumber] {
    guard plan.kind.ranksBids else {
      if let maximum = lot.maximumAwards, bids.count > maximum {
        guard let draw = procedure.draws[lot.code] else { throw .tieUndecided }
        return draw.filter { provider in bids.contains { $0.key.provider == provider } }
      }
      return bids.map(\.key.provider)
    }
    let unassessed = bids.filter { $0.consensus.count < plan.criteria.count }
    guard unassessed.isEmpty else { throw .notAssessed(unassessed.map(\.key.provider)) }
    for bid in bids where winners.contains(bid.key.provider) {
      if let (points, minimum) = shortfall(of: bid, in: lot) {
        throw .belowMinimum(bid.key.provider, points: points, minimum: minimum)
      }
    }
    guard let ranking = procedure.ranking(of: lot.code) else { throw .tieUndecided }
    let failing = Set(bids.filter { shortfall(of: $0, in: lot) != nil }.map(\.key.provider))
    return ranking.entries.map(\.provider).filter { !failing.contains($0) }
  }

  /// The points and the minimum that a bid does not reach, on one criterion or in all.
  private func shortfall(of bid: Bid, in lot: Lot) -> (points: Int, minimum: Int)? {
    for criterion in plan.criteria {
      let points = bid.consensus[criterion.code]?.points ?? 0
      if points < criterion.minimumPoints { return (points, criterion.minimumPoints) }
    }
    return bid.total < lot.minimumScore ? (bid.total, lot.minimumScore) : nil
  }

  func seekRelief() throws(ProcedureRefusal) -> ProcedureChange {
    guard let end = procedure.awards.values.map(\.standstillEnd).max() else {
      throw .notAwarded(plan.lots[0].code)
    }
    guard today <= end else { throw .reliefTooLate(end) }
    guard procedure.relief == nil || procedure.relief?.ruled != nil else { throw .reliefPending }
    return .reliefSought(on: today)
  }

  /// The court ruled: the bids bind at least fourteen days longer.
  func rule() throws(ProcedureRefusal) -> ProcedureChange {
    guard let relief = procedure.relief, relief.ruled == nil else { throw .noRelief }
    let longer = CalendarRule.validityAfterRuling.end(after: today, in: work)
    return .ruled(on: today, bidsBindThrough: max(procedure.bidsBindThrough ?? longer, longer))
  }

  func makeFinal(_ lot: LotCode) throws(ProcedureRefusal) -> ProcedureChange {
    guard let award = procedure.awards[lot] else { throw .notAwarded(lot) }
    guard award.finalOn == nil else { throw .alreadyFinal(lot) }
    guard today > award.standstillEnd else { throw .standstill(award.standstillEnd) }
    if let relief = procedure.relief, relief.ruled == nil { throw .reliefPending }
    var unproven: Set<Label<Requirement>> = []
    for provider in award.winners {
      let bid = procedure.bids[BidKey(lot, provider)]
      unproven.formUnion(bid?.unproven(plan.requirements, on: today).map(\.code) ?? [])
    }
    guard unproven.isEmpty else { throw .unproven(unproven.sorted()) }
    return .finalised(lot, on: today)
  }
}
