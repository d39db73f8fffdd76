import Commissioning
import Landscape
import Quantities

extension TenderMaker {
  /// Opens all bids at once, with the record of the platform that kept them (000:42 names it).
  mutating func open(
    _ plan: ProcedurePlan,
    _ calendar: ProcedureCalendar,
    to script: inout CommissioningScript
  ) throws(ShapeFault) {
    guard let closing = calendar[.closing], let opening = calendar[.opening] else { return }
    var kept: [ProcurementProcedure.KeptBid] = []
    for lot in lots {
      for provider in lot.contracts.map(\.provider) + losers(of: lot) {
        let key = BidKey(lot.code, chamber(provider))
        let day = closing.adding(days: -1 - generator.below(8))
        kept.append(
          ProcurementProcedure.KeptBid(
            key: key,
            sealed: parties.sealed(key, of: code),
            submitted: CivilMoment(day, .hour(9 + generator.below(9)))
          )
        )
      }
    }
    let record = ProcurementProcedure.Opening(
      at: CivilMoment(opening, .hour(10)),
      by: plan.openers,
      platform: "Negometrix",
      bids: kept
    )
    try act(.importOpening(record), opening, hour: 10, &script)
    try setAside(plan, opening.adding(days: 3), to: &script)
  }

  /// Who bid and gets nothing: one provider that has no lot in the segment.
  ///
  /// Without criteria everybody gets a contract who meets the requirements, so nobody loses there.
  private mutating func losers(of lot: PlannedLot) -> [Int] {
    guard kind.ranksBids else { return [] }
    let winners = lots.filter { $0.segment.code == lot.segment.code }
      .flatMap { $0.contracts.map(\.provider) }
    let others = parties.providers.indices.filter { !winners.contains($0) }
    return generator.pick(others).map { [$0] } ?? []
  }

  /// In the first lot the bid that would lose is set aside: it meets not every requirement.
  private func setAside(
    _ plan: ProcedurePlan,
    _ day: CivilDate,
    to script: inout CommissioningScript
  ) throws(ShapeFault) {
    guard kind.ranksBids, let lot = lots.first, let requirement = plan.requirements.last,
      let bid = bids(for: lot, in: script).first(where: { !isWinner($0, of: lot) })
    else { return }
    let reason = "de opgegeven medewerkers hebben geen ervaring met de doelgroep"
    try act(.setAside(bid, requirement.code, reason: reason), day, hour: 14, &script)
  }

  private func bids(for lot: PlannedLot, in script: CommissioningScript) -> [BidKey] {
    script.procedure(code)?.bidsInPlay(for: lot.code).map(\.key) ?? []
  }

  private func isWinner(_ bid: BidKey, of lot: PlannedLot) -> Bool {
    lot.contracts.contains { chamber($0.provider) == bid.provider }
  }
}

// MARK: - Assessing

extension TenderMaker {
  /// Two assessors score every bid on their own and then agree; equal bids are drawn.
  mutating func assess(
    _ plan: ProcedurePlan,
    _ calendar: ProcedureCalendar,
    to script: inout CommissioningScript
  ) throws(ShapeFault) {
    guard let opening = calendar[.opening] else { return }
    for lot in lots {
      for bid in bids(for: lot, in: script) {
        let isGood = isWinner(bid, of: lot)
        for criterion in plan.criteria {
          let points = points(criterion, isGood: isGood)
          for (place, officer) in plan.assessors.enumerated() {
            let own = min(criterion.maximumPoints, max(0, points + 2 * place - 1))
            let day = opening.adding(days: 7 + place)
            try act(.score(bid, criterion.code, points: own, by: officer), day, hour: 9, &script)
          }
          let reason = isGood ? "concreet en toetsbaar" : "te algemeen over de doelgroep"
          try act(
            .agree(bid, criterion.code, points: points, reason: reason),
            opening.adding(days: 14),
            hour: 9,
            &script
          )
        }
      }
      try draw(lot, opening.adding(days: 15), to: &script)
    }
  }

  private mutating func points(_ criterion: AwardCriterion, isGood: Bool) -> Int {
    let half = criterion.maximumPoints / 2
    return isGood
      ? generator.number(in: half * 6 / 5...criterion.maximumPoints)
      : generator.number(in: half / 2...half - 1)
  }

  private mutating func draw(
    _ lot: PlannedLot,
    _ day: CivilDate,
    to script: inout CommissioningScript
  ) throws(ShapeFault) {
    guard script.procedure(code)?.ranking(of: lot.code) == nil else { return }
    var order = bids(for: lot, in: script).map(\.provider)
    generator.shuffle(&order)
    try act(.recordDraw(lot.code, order), day, hour: 15, &script)
  }
}

// MARK: - Awarding

extension TenderMaker {
  /// Awards every lot.
  func award(
    _ calendar: ProcedureCalendar,
    to script: inout CommissioningScript
  ) throws(ShapeFault) {
    guard let award = calendar[.award] else { return }
    for lot in lots {
      let winners = winners(of: lot, in: script)
      try act(.award(lot.code, to: winners), award, hour: 16, &script)
    }
  }

  /// Lets proof come in, and makes the award final after the stand-still.
  func finish(
    _ calendar: ProcedureCalendar,
    to script: inout CommissioningScript
  ) throws(ShapeFault) {
    guard let award = calendar[.award], let final = calendar[.finalAward] else { return }
    for lot in lots {
      for contract in lot.contracts {
        let key = BidKey(lot.code, chamber(contract.provider))
        try prove(key, plan, award.adding(days: 8), to: &script)
      }
    }
    for lot in lots { try act(.makeFinal(lot.code), final, hour: 10, &script) }
  }

  /// The providers that deserve the lot, the first first.
  private func winners(of lot: PlannedLot, in script: CommissioningScript) -> [ChamberNumber] {
    guard let procedure = script.procedure(code) else { return [] }
    let good = Set(lot.contracts.map { chamber($0.provider) })
    let order =
      procedure.ranking(of: lot.code)?.entries.map(\.provider)
      ?? procedure.bidsInPlay(for: lot.code).map(\.key.provider)
    return order.filter { good.contains($0) }
  }

  /// Hands in the proof of each requirement that asks for one.
  func prove(
    _ key: BidKey,
    _ plan: ProcedurePlan,
    _ day: CivilDate,
    to script: inout CommissioningScript
  ) throws(ShapeFault) {
    for requirement in plan.requirements {
      guard let kind = requirement.evidence else { continue }
      let proof = Evidence(kind: kind, issued: day.adding(days: -21), received: day)
      try act(.recordEvidence(key, requirement.code, proof), day, hour: 11, &script)
    }
  }
}
