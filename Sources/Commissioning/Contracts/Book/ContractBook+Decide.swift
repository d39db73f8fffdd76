package import Quantities

extension ContractBook {
  /// Says which events a command leads to, or why it is refused; changes nothing.
  package func decide(
    _ command: ContractCommand,
    on today: CivilDate,
    calendar: WorkCalendar = WorkCalendar()
  ) throws(ContractRefusal) -> [ContractEvent] {
    switch command {
    case .conclude(let draft): return [.concluded(try concluding(draft))]
    case .agreeTariff(let key, let version):
      guard version.price > .zero else { throw .tariffNotPositive }
      if let other = tariffs.conflict(with: version, for: key) {
        throw .tariffAmbiguous(
          from: max(other.period.first, version.period.first),
          through: other.period.last
        )
      }
      return [.tariffAgreed(key, version)]
    case .recordProvider(let record):
      if let code = record.doubledCode { throw .claimCodesOverlap(code) }
      return [.providerRecorded(record)]
    case .act(let code, let action):
      guard let contract = contracts[code] else { throw .unknown(code) }
      let subject = ContractCase(contract: contract, today: today, calendar: calendar)
      return [.happened(code, try subject.change(for: action))]
    }
  }

  private func concluding(_ draft: ContractDraft) throws(ContractRefusal) -> ContractDraft {
    guard contracts[draft.code] == nil else { throw .exists(draft.code) }
    guard !draft.municipalities.isEmpty else { throw .noMunicipality }
    guard !draft.claimCodes.isEmpty else { throw .noClaimCode }
    var codes: Set<Label<ContractPart>> = []
    for part in draft.parts where !codes.insert(part.code).inserted {
      throw .partExists(part.code.description)
    }
    return draft
  }
}

/// A contract on a day on which something is asked.
struct ContractCase {
  let contract: Contract
  let today: CivilDate
  let calendar: WorkCalendar

  var term: ContractTerm { contract.term }

  /// How long before its end an extension is announced.
  static let extensionNotice = LegalTerm(
    .months(6),
    .contract,
    .standard("verlenging: aankondiging ten minste 6 maanden voor het einde, door de gemeente")
  )
}

extension ContractCase {
  /// What an action changes, or why it is refused.
  func change(for action: ContractAction) throws(ContractRefusal) -> ContractChange {
    switch action {
    case .extend(let side): try extend(by: side)
    case .review(let year, let isGood): try review(year, isGood: isGood)
    case .addPart(let part): try add(part)
    case .amend(let amendment): try amend(amendment)
    case .terminate(let ground, let effective): try terminate(ground, effective: effective)
    case .askIntakeStop(let from, let through, let isCrisis):
      try askStop(from: from, through: through, isCrisis: isCrisis)
    case .answerIntakeStop(let isAllowed): try answerStop(isAllowed)
    case .liftIntakeStop: try liftStop()
    case .assessContinuity(let figures):
      .continuityAssessed(ContinuityAssessment(on: today, step: ContinuityRisk(figures)))
    case .announceCeiling, .decideCeiling, .agreeCeilingPlan, .warnOfCeiling, .talkAboutCeiling,
      .settleCeiling:
      .ceiling(try ceilingStep(for: action))
    }
  }

  private func requireRunning() throws(ContractRefusal) {
    guard today <= contract.lastDay else { throw .ended(contract.lastDay) }
  }

  private func extend(by side: ContractSide) throws(ContractRefusal) -> ContractChange {
    try requireRunning()
    if let termination = contract.termination { throw .alreadyTerminated(termination.effective) }
    guard side == .municipality else { throw .onlyMunicipalityExtends }
    guard term.pattern.mode == .option else { throw .extendsByReview }
    guard let next = term.nextEnd else { throw .atMaximum(term.maximumEnd) }
    let latest = Self.extensionNotice.latestDay(before: term.end, in: calendar)
    guard today <= latest else { throw .noticeTooLate(latest: latest) }
    return .extended(through: next)
  }

  private func review(_ year: Int, isGood: Bool) throws(ContractRefusal) -> ContractChange {
    guard year >= 1, year <= term.pattern.maximumYears, term.end(ofYear: year) <= term.end else {
      throw .yearUnknown(year)
    }
    guard term.reviews[year] == nil else { throw .reviewed(year) }
    // "Eind eerste jaar": the last month of a contract year is when it is judged.
    let last = term.end(ofYear: year)
    guard today >= last.adding(months: -1) else { throw .yearNotOver(last) }
    try requireRunning()
    let extends = contract.termination == nil && term.wouldExtend(year: year, isGood: isGood)
    return .reviewed(year: year, isGood: isGood, end: extends ? term.nextEnd : nil)
  }

  private func add(_ part: ContractPart) throws(ContractRefusal) -> ContractChange {
    try requireRunning()
    guard !contract.parts.contains(where: { $0.code == part.code }) else {
      throw .partExists(part.code.description)
    }
    // An addendum cannot make the contract longer than it may be.
    if let last = part.period.last, last > term.maximumEnd {
      throw .partAfterEnd(end: term.maximumEnd)
    }
    guard part.period.first <= term.maximumEnd else { throw .partAfterEnd(end: term.maximumEnd) }
    return .partAdded(part)
  }

  private func amend(_ amendment: ContractAmendment) throws(ContractRefusal) -> ContractChange {
    try requireRunning()
    guard amendment.ground != .material else { throw .materialChange }
    guard contract.draft.form.allowsChange || amendment.ground == .law else {
      throw .formForbidsChange
    }
    guard amendment.from >= today else { throw .changeInThePast }
    return .amended(amendment)
  }

  private func terminate(
    _ ground: EarlyTermination.Ground,
    effective: CivilDate
  ) throws(ContractRefusal) -> ContractChange {
    try requireRunning()
    if let earlier = contract.termination { throw .alreadyTerminated(earlier.effective) }
    if ground == .firstYear {
      guard contract.draft.mayDissolveAfterFirstYear else { throw .mayNotDissolve }
      guard term.reviews[1] == false else { throw .firstYearNotReviewed }
    }
    let earliest = ground.notice?.end(after: today, in: calendar) ?? today
    guard effective >= earliest else { throw .terminatesTooEarly(earliest: earliest) }
    guard effective <= term.end else { throw .terminatesAfterEnd(term.end) }
    return .terminated(EarlyTermination(ground: ground, noticed: today, effective: effective))
  }
}

extension ContractCase {
  private func askStop(
    from: CivilDate,
    through: CivilDate?,
    isCrisis: Bool
  ) throws(ContractRefusal) -> ContractChange {
    try requireRunning()
    guard !isCrisis else { throw .stopNeverForCrisis }
    if let last = contract.intakeStops.last, last.answer == nil { throw .stopPending }
    if let through, through < from { throw .stopEndsBeforeItBegins }
    let earliest = IntakeStop.request.end(after: today, in: calendar)
    guard from >= earliest else { throw .stopAskedTooLate(earliest: earliest) }
    return .intakeStopAsked(IntakeStop(asked: today, from: from, through: through))
  }

  private func answerStop(_ isAllowed: Bool) throws(ContractRefusal) -> ContractChange {
    guard let last = contract.intakeStops.last, last.answer == nil else { throw .noStopPending }
    return .intakeStopAnswered(IntakeStop.Answer(on: today, isAllowed: isAllowed))
  }

  private func liftStop() throws(ContractRefusal) -> ContractChange {
    guard let last = contract.intakeStops.last, last.answer?.isAllowed == true,
      last.lifted == nil, last.through.map({ today <= $0 }) ?? true
    else { throw .noStopRunning }
    return .intakeStopLifted(on: today)
  }
}
