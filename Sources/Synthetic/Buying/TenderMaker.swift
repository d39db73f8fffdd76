import Commissioning
import Landscape
import Quantities

/// Lets one procedure of a law happen: prepared, decided, published, and awarded or admitted.
struct TenderMaker {
  let code: ProcedureCode
  let title: String
  let kind: Commissioning.ProcedureKind
  let lots: [PlannedLot]
  let parties: BuyingParties
  /// Draws who lost, what was scored and when bids came in.
  var generator: SeededGenerator

  typealias Days = BuyingDays

  /// Writes all steps up to and including the final award.
  mutating func write(to script: inout CommissioningScript) throws(ShapeFault) {
    let plan = try plan()
    try publish(plan, to: &script)
    guard let calendar = script.procedures.procedures[code]?.calendar else {
      throw .refused(step: "\(code)", why: "geen planning")
    }
    if kind == .admission {
      try admit(calendar, to: &script)
    } else {
      try tell(to: &script)
      try open(plan, calendar, to: &script)
      if kind.ranksBids { try assess(plan, calendar, to: &script) }
      try award(plan, calendar, to: &script)
    }
  }

  /// Carries out an action in the procedure.
  func act(
    _ action: ProcedureAction,
    _ day: CivilDate,
    hour: Int,
    _ script: inout CommissioningScript
  ) throws(ShapeFault) {
    try script.procedure(.act(code, action), at: CivilMoment(day, .hour(hour)))
  }

  func chamber(_ provider: Int) -> ChamberNumber { parties.providers[provider].chamber }
}

// MARK: - Preparing

extension TenderMaker {
  private func plan() throws(ShapeFault) -> ProcedurePlan {
    var made: [Commissioning.Lot] = []
    for lot in lots { made.append(lotPlan(lot)) }
    return ProcedurePlan(
      code: code,
      title: title,
      kind: kind,
      municipalities: parties.municipalities,
      lots: made,
      requirements: try requirements(),
      criteria: kind.ranksBids ? try criteria() : [],
      tieBreaks: kind.ranksBids ? [.criterion(try .made("kwaliteit")), .draw] : [.draw],
      gates: try parties.gates(),
      openers: kind.hasSealedBids ? try parties.openers() : [],
      assessors: kind.ranksBids ? try parties.assessors() : []
    )
  }

  /// The numbers and the entry are those of the strategy; the least score is ours.
  private func lotPlan(_ lot: PlannedLot) -> Commissioning.Lot {
    let entry = lot.contract?.entry.value?.policy.value
    let kinds: [String?: Commissioning.Lot.Kind] = ["regionaal": .regional, "lokaal": .local]
    return Commissioning.Lot(
      code: lot.code,
      kind: kinds[lot.lot?.code] ?? .single,
      entry: entry.flatMap { Commissioning.EntryPolicy(rawValue: $0.rawValue) } ?? .closed,
      minimumAwards: kind == .admission ? nil : lot.wanted?.minimum.value,
      maximumAwards: kind == .admission ? nil : lot.wanted?.maximum.value,
      minimumScore: kind.ranksBids ? TenderMaker.minimumScore : 0
    )
  }

  static let minimumScore = 60

  private func requirements() throws(ShapeFault) -> [Requirement] {
    [
      Requirement(
        code: try .made("uittreksel"),
        kind: .suitability,
        text: "De aanbieder staat in het handelsregister.",
        evidence: .registerExtract,
        test: "uittreksel van ten hoogste zes maanden oud, bij de gunning",
        basis: .standard("bewijsmiddelen")
      ),
      Requirement(
        code: try .made("deskundigheid"),
        kind: .quality,
        text: "Medewerkers zijn deskundig voor de doelgroep van het segment.",
        test: "dossieronderzoek in het eerste contractjaar",
        basis: .document("002:101-103")
      ),
    ]
  }

  private func criteria() throws(ShapeFault) -> [AwardCriterion] {
    [
      AwardCriterion(
        code: try .made("kwaliteit"),
        text: "Werkwijze en resultaten voor de doelgroep van het segment",
        maximumPoints: 60,
        minimumPoints: 30,
        indicator: "doelrealisatie"
      ),
      AwardCriterion(
        code: try .made("samenwerking"),
        text: "Samenwerking met het lokale veld en afschaling",
        maximumPoints: 40,
        minimumPoints: 20,
        indicator: "afschaling"
      ),
    ]
  }

  /// Lots chosen, decided by board and executives, published: in that order or not at all.
  private func publish(
    _ plan: ProcedurePlan,
    to script: inout CommissioningScript
  ) throws(ShapeFault) {
    try script.procedure(.prepare(plan), at: CivilMoment(Days.documents, .hour(9)))
    for (place, municipality) in parties.municipalities.enumerated() {
      let chosen = Set(lots.filter { $0.participants.contains(place) }.map(\.code))
      try act(.chooseLots(municipality, chosen), Days.lotsChosen, hour: 9, &script)
    }
    for (step, day) in zip(plan.gates, [Days.board, Days.executives]) {
      for body in step { try act(.approve(body), day, hour: 16, &script) }
    }
    try act(.publish, Days.publication, hour: 9, &script)
  }

  /// Two questions, answered to everybody at once.
  private func tell(to script: inout CommissioningScript) throws(ShapeFault) {
    let askers = lots.flatMap { $0.contracts.map(\.provider) }.prefix(2)
    let questions = [
      (
        "Telt een samenwerkingsverband als één aanbieder?",
        "Ja, met één penvoerder die voor het geheel aanspreekbaar is."
      ),
      ("Mag een onderaannemer een deel leveren?", "Ja, na toestemming van de gemeente."),
    ]
    let asked = Array(zip(askers, questions))
    for (asker, question) in asked {
      try act(.ask(chamber(asker), question.0), Days.question, hour: 11, &script)
    }
    for (number, (_, question)) in asked.enumerated() {
      try act(.answer(question: number + 1, question.1), Days.answer, hour: 11, &script)
    }
    if !asked.isEmpty { try act(.publishNote, Days.note, hour: 12, &script) }
  }
}
