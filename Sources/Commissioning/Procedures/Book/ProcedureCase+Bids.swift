import Quantities

extension ProcedureCase {
  private func requireLot(_ code: LotCode) throws(ProcedureRefusal) -> Lot {
    guard let lot = plan.lot(code) else { throw .unknownLot(code) }
    return lot
  }

  /// A bid that is in play, its contents open to be seen.
  private func openBid(_ key: BidKey) throws(ProcedureRefusal) -> Bid {
    guard procedure.isOpened else { throw .sealed }
    guard let bid = procedure.bids[key] else { throw .unknownBid }
    guard bid.isInPlay else { throw .notInPlay }
    return bid
  }

  func submit(_ key: BidKey, _ sealed: SealedBid) throws(ProcedureRefusal) -> ProcedureChange {
    _ = try requireLot(key.lot)
    guard !procedure.isOpened else { throw .alreadyOpened }
    if let closing = procedure.closing, moment > closing { throw .closed(closing) }
    guard procedure.key != nil else { throw .keysMissing(procedure.withoutKey) }
    if let bid = procedure.bids[key], bid.state != .withdrawn { throw .alreadySubmitted }
    return .submitted(key, sealed, at: moment)
  }

  func withdrawBid(_ key: BidKey) throws(ProcedureRefusal) -> ProcedureChange {
    guard let bid = procedure.bids[key] else { throw .unknownBid }
    // An application that nobody competes with may be taken back at any time.
    if bid.sealed != nil, let closing = procedure.closing, moment > closing {
      throw .closed(closing)
    }
    guard bid.isInPlay else { throw .notInPlay }
    return .bidWithdrawn(key)
  }

  /// Opens all bids at once: after the closing, by the two who were named for it.
  func open(_ opening: ProcurementProcedure.Opening) throws(ProcedureRefusal) -> ProcedureChange {
    guard !procedure.isOpened else { throw .alreadyOpened }
    if let closing = procedure.closing {
      // A record of a platform cannot lie in the future either.
      guard opening.at > closing, moment > closing, opening.at <= moment else {
        throw .openedEarly(closing)
      }
    }
    guard opening.by.count == 2, Set(opening.by).count == 2 else { throw .notTwoOpeners }
    for officer in opening.by where !plan.openers.contains(officer) {
      throw .unknownOpener(officer)
    }
    var keys: Set<BidKey> = []
    for bid in opening.bids {
      _ = try requireLot(bid.key.lot)
      guard keys.insert(bid.key).inserted, procedure.bids[bid.key] == nil else {
        throw .alreadySubmitted
      }
      if let closing = procedure.closing, bid.submitted > closing { throw .closed(closing) }
    }
    let untold = procedure.questions.filter { $0.note == nil }.map(\.number)
    guard untold.isEmpty else { throw .unansweredQuestions(untold) }
    return .opened(opening)
  }

  func recordEvidence(
    _ key: BidKey,
    _ code: Label<Requirement>,
    _ evidence: Evidence
  ) throws(ProcedureRefusal) -> ProcedureChange {
    guard let bid = procedure.bids[key] else { throw .unknownBid }
    // An application is not sealed; a bid is until all are opened.
    if bid.sealed != nil, !procedure.isOpened { throw .sealed }
    guard let requirement = plan.requirements.first(where: { $0.code == code }) else {
      throw .unknownRequirement(code)
    }
    if let kind = requirement.evidence, kind != evidence.kind { throw .wrongEvidence(kind) }
    return .evidenced(key, code, evidence)
  }

  func setAside(
    _ key: BidKey,
    _ requirement: Label<Requirement>,
    _ reason: String
  ) throws(ProcedureRefusal) -> ProcedureChange {
    _ = try openBid(key)
    guard plan.requirements.contains(where: { $0.code == requirement }) else {
      throw .unknownRequirement(requirement)
    }
    guard !reason.isEmpty else { throw .noReason }
    return .setAside(key, requirement, reason: reason)
  }

  func score(
    _ key: BidKey,
    _ code: Label<AwardCriterion>,
    _ points: Int,
    _ officer: OfficerCode
  ) throws(ProcedureRefusal) -> ProcedureChange {
    guard plan.kind.ranksBids else { throw .noCriteria }
    let bid = try openBid(key)
    let criterion = try requireCriterion(code)
    guard plan.assessors.contains(officer) else { throw .unknownAssessor(officer) }
    guard (0...criterion.maximumPoints).contains(points) else {
      throw .pointsOutOfRange(criterion.maximumPoints)
    }
    guard bid.consensus[code] == nil else { throw .alreadyAgreed }
    guard bid.scores[officer]?[code] == nil else { throw .alreadyScored }
    return .scored(key, code, points: points, by: officer)
  }

  /// Notes the score on which the assessors agreed, after each gave an own one.
  func agree(
    _ key: BidKey,
    _ code: Label<AwardCriterion>,
    _ points: Int,
    _ reason: String
  ) throws(ProcedureRefusal) -> ProcedureChange {
    guard plan.kind.ranksBids else { throw .noCriteria }
    let bid = try openBid(key)
    let criterion = try requireCriterion(code)
    guard (0...criterion.maximumPoints).contains(points) else {
      throw .pointsOutOfRange(criterion.maximumPoints)
    }
    guard bid.consensus[code] == nil else { throw .alreadyAgreed }
    let missing = plan.assessors.count { bid.scores[$0]?[code] == nil }
    guard missing == 0 else { throw .notAllScored(missing: missing) }
    guard !reason.isEmpty else { throw .noReason }
    return .agreed(key, code, points: points, reason: reason)
  }

  private func requireCriterion(
    _ code: Label<AwardCriterion>
  ) throws(ProcedureRefusal) -> AwardCriterion {
    guard let criterion = plan.criteria.first(where: { $0.code == code }) else {
      throw .unknownCriterion(code)
    }
    return criterion
  }
}

// MARK: - Admission and entry during the term

extension ProcedureCase {
  func apply(_ key: BidKey) throws(ProcedureRefusal) -> ProcedureChange {
    let lot = try requireLot(key.lot)
    if plan.kind == .admission {
      guard let opens = procedure.calendar?[.entryOpens], today >= opens else {
        throw .entryNotOpen(procedure.calendar?[.entryOpens] ?? today)
      }
      // One round: whoever comes after the first decisions waits for a next procedure.
      if !lot.entry.allowsLaterEntry, let end = procedure.calendar?[.award], today > end {
        throw .lotClosed(lot.code)
      }
    } else {
      guard lot.entry.allowsLaterEntry else { throw .lotClosed(lot.code) }
      guard procedure.awards[lot.code]?.finalOn != nil else { throw .awaitsFinalAward }
    }
    if let bid = procedure.bids[key] {
      switch bid.state {
      case .submitted, .awarded, .admitted: throw .alreadySubmitted
      case .withdrawn, .setAside, .notAwarded: break
      }
    }
    return .submitted(key, nil, at: moment)
  }

  private func application(_ key: BidKey) throws(ProcedureRefusal) -> Bid {
    guard let bid = procedure.bids[key] else { throw .unknownBid }
    guard bid.sealed == nil else { throw .notAnAdmission }
    guard bid.isInPlay else { throw .notInPlay }
    return bid
  }

  /// Admits whoever meets the requirements: nothing is compared.
  func admit(_ key: BidKey) throws(ProcedureRefusal) -> ProcedureChange {
    let bid = try application(key)
    let unproven = bid.unproven(plan.requirements, on: today)
    guard unproven.isEmpty else { throw .unproven(unproven.map(\.code)) }
    let standstill = CalendarRule.standstill.end(after: today, in: work)
    return .admitted(key, from: standstill.adding(days: 1))
  }

  func turnDown(
    _ key: BidKey,
    _ requirement: Label<Requirement>,
    _ reason: String
  ) throws(ProcedureRefusal) -> ProcedureChange {
    _ = try application(key)
    guard plan.requirements.contains(where: { $0.code == requirement }) else {
      throw .unknownRequirement(requirement)
    }
    guard !reason.isEmpty else { throw .noReason }
    return .setAside(key, requirement, reason: reason)
  }
}
