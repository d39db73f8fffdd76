import Commissioning
import Landscape
import Quantities

/// Turns the programme of a strategy into a plan with dates, and lets it happen.
struct ProgrammeMaker {
  let strategy: Strategy
  let parties: BuyingParties
  let code: ProgrammeCode

  init(strategy: Strategy, parties: BuyingParties) throws(ShapeFault) {
    self.strategy = strategy
    self.parties = parties
    code = try .made("nl-sturing-en-inkoop")
  }

  private typealias Days = BuyingDays

  /// Writes all steps of the programme.
  func write(to script: inout CommissioningScript) throws(ShapeFault) {
    guard let programme = strategy.programme.value else { throw .missingSegment("programma") }
    let plan = try plan(programme)
    try script.programme(.adopt(plan), on: Days.programme)
    func act(_ action: ProgrammeAction, _ day: CivilDate) throws(ShapeFault) {
      try script.programme(.act(plan.code, action), on: day)
    }
    func reach(_ milestone: String, _ day: CivilDate) throws(ShapeFault) {
      try act(.reach(try .made(milestone)), day)
    }
    try decide("nl-b11", board: Days.interimBoard, executives: Days.interimExecutives, act)
    try reach("nl-m1", Days.interimExecutives)
    try consult(act)
    try reach("nl-m3", Days.consultationReport)
    try reach("nl-m2", Days.descriptions)
    try reach("nl-m4", Days.costPriceAdults)
    let reason = "het kostprijsonderzoek Jeugd is pas op 4 januari 2021 gereed (002:234-242)"
    try act(
      .replan(try .made("nl-m6"), due: Days.documents, reason: reason),
      Days.replanned
    )
    try reach("nl-m5", Days.costPriceYouth)
    try reach("nl-m6", Days.documents)
    try decide("nl-b15", board: Days.board, executives: Days.executives, act)
    try reach("nl-m7", Days.executives)
    try reach("nl-m8", Days.publication)
    try reach("nl-m9", Days.award)
    try act(.assessImpact(impact), Days.impact)
    for item in plan.readiness { try act(.markReady(item.code), Days.readiness) }
    try reach("nl-m10", Days.start)
  }

  private typealias Acting = (ProgrammeAction, CivilDate) throws(ShapeFault) -> Void

  /// A decision of the strategy in two steps: the board, and then every executive.
  private func decide(
    _ code: String,
    board: CivilDate,
    executives: CivilDate,
    _ act: Acting
  ) throws(ShapeFault) {
    guard let decision = strategy.decision(code) else { throw .missingSegment(code) }
    let steps = try parties.gates()
    let proposal = Commissioning.ProgrammeDecision(
      code: try .made(code),
      text: decision.text,
      binds: decision.binds.joined(separator: ", "),
      steps: steps,
      basis: decision.provenance.basis
    )
    try act(.propose(proposal), board.adding(days: -10))
    for (step, day) in zip(steps, [board, executives]) {
      for body in step { try act(.decide(proposal.code, body, .adopted), day) }
    }
  }

  private func consult(_ act: Acting) throws(ShapeFault) {
    let advice = CouncilAdvice(
      code: try .made("advies-producten"),
      council: try .made("adviesraden"),
      subject: "productbeschrijvingen Wmo, Jeugd en Participatie",
      asked: BuyingDays.advice
    )
    try act(.askAdvice(advice), BuyingDays.advice)
    let consultation = MarketConsultation(
      code: try .made("consultatie-2020"),
      subject: "productbeschrijvingen en percelen",
      form: .live,
      on: BuyingDays.consultation,
      participants: parties.providers.prefix(12).map(\.chamber).sorted()
    )
    try act(.consult(consultation), BuyingDays.consultation)
    try act(.report(consultation.code), BuyingDays.consultationReport)
    try act(
      .react(consultation.code, "Maak de trajecten vergelijkbaar tussen de gemeenten."),
      BuyingDays.adviceGiven
    )
    let text = "Houd keuze voor inwoners in kleine gemeenten."
    try act(.giveAdvice(advice.code, .withRemarks, text), BuyingDays.adviceGiven)
    try act(
      .respond(advice.code, "Elk segment krijgt een lokaal perceel waar de gemeente dat kiest."),
      BuyingDays.descriptions
    )
  }

  private var impact: ImpactAssessment {
    ImpactAssessment(
      subject: "nieuwe contracten per 2022",
      on: BuyingDays.impact,
      time: "herindicaties gespreid over het eerste halfjaar",
      money: "binnen de begroting van de gemeenten",
      quality: "minder aanbieders, scherpere eisen",
      organisation: "toegangsteams geschoold in trajecten"
    )
  }
}

// MARK: - The plan

extension ProgrammeMaker {
  private func plan(_ programme: PolicyProgramme) throws(ShapeFault) -> ProgrammePlan {
    var milestones: [Commissioning.Milestone] = []
    for milestone in programme.milestones.value ?? [] {
      milestones.append(try planned(milestone))
    }
    var phases: [Commissioning.ProgrammePhase] = []
    for phase in programme.phases.value ?? [] {
      guard let from = phase.from.value?.earliest,
        let period = OpenPeriod(from: from, through: phase.through.value?.latest)
      else { continue }
      phases.append(
        Commissioning.ProgrammePhase(
          code: try .made("fase-\(phase.number)"),
          contents: phase.content.joined(separator: "; "),
          period: period,
          basis: phase.provenance.basis
        )
      )
    }
    return ProgrammePlan(
      code: code,
      title: programme.name,
      municipalities: parties.municipalities,
      phases: phases,
      milestones: milestones,
      readiness: try readiness()
    )
  }

  /// A milestone with the last day on which it is due; where none is printed, a day of ours.
  private func planned(
    _ milestone: Landscape.Milestone
  ) throws(ShapeFault) -> Commissioning.Milestone {
    var after: [Commissioning.Milestone.Dependency] = []
    for code in milestone.after { after.append(.init(try .made(code))) }
    let due = milestone.due.value?.latest
    let start = milestone.start?.value?.earliest
    return Commissioning.Milestone(
      code: try .made(milestone.code),
      text: milestone.description,
      start: start,
      due: due ?? BuyingDays.consultationReport,
      after: after,
      isContractStart: milestone.code == "nl-m10",
      basis: due == nil
        ? .assumption("geen datum in de bron (\(milestone.provenance.text))")
        : milestone.provenance.basis
    )
  }

  private func readiness() throws(ShapeFault) -> [ReadinessItem] {
    let items: [(String, String)] = [
      ("scholing", "toegangsteams kennen de nieuwe producten en percelen"),
      ("systemen", "berichtenverkeer en contracten staan in de systemen van de gemeenten"),
      ("overgang", "inwoners van vertrekkende aanbieders weten waar zij aan toe zijn"),
    ]
    let body: BodyCode = try .made("mgr")
    var made: [ReadinessItem] = []
    for (code, text) in items {
      made.append(
        ReadinessItem(
          code: try .made(code),
          text: text,
          responsible: body,
          basis: .assumption("de brieven noemen voorbereiding, geen lijst (002:167-173)")
        )
      )
    }
    return made
  }
}

extension Provenance {
  /// Where a statement comes from, as the room of commissioning says it.
  var basis: Basis {
    let places = references.map(\.description).joined(separator: ", ")
    switch origin {
    case .source, .derived: return .document(places)
    case .published: return .law(places)
    case .assumption, .own: return .assumption(explanation ?? places)
    }
  }
}
