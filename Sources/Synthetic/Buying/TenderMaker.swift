import Commissioning
import Landscape
import Quantities

/// Lets the procedure of a segment happen: prepared, decided, published, and awarded or admitted.
struct TenderMaker {
  let plan: ProcedurePlan
  let lots: [PlannedLot]
  let parties: BuyingParties
  let days: TenderDays
  /// Draws who lost, what was scored and when bids came in.
  var generator: SeededGenerator

  var code: ProcedureCode { plan.code }
  var kind: Commissioning.ProcedureKind { plan.kind }

  /// How far a procedure has come.
  enum Stage {
    /// Published: questions are asked and some are answered.
    case published
    /// Awarded, and not final yet: somebody complains in the stand-still.
    case standstill(complaint: CivilDate)
    case whole
  }

  /// Writes all steps up to a stage.
  mutating func write(
    through stage: Stage = .whole,
    to script: inout CommissioningScript
  ) throws(ShapeFault) {
    try publish(to: &script)
    guard let calendar = script.procedure(code)?.calendar else {
      throw .refused(step: "\(code)", why: "geen planning")
    }
    guard kind != .admission else { return try admit(calendar, to: &script) }
    if case .published = stage { return try ask(to: &script) }
    try tell(to: &script)
    try open(plan, calendar, to: &script)
    if kind.ranksBids { try assess(plan, calendar, to: &script) }
    try award(calendar, to: &script)
    switch stage {
    case .standstill(let day): try complain(on: day, to: &script)
    case .published, .whole: try finish(calendar, to: &script)
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

/// The days of a procedure that its buyers choose; the others follow from that of publication.
struct TenderDays {
  let documents: CivilDate
  let lotsChosen: CivilDate
  /// The days on which the bodies decide, step by step.
  let decisions: [CivilDate]
  let publication: CivilDate
  let question: CivilDate
  let answer: CivilDate
  let note: CivilDate

  /// Those of the procedures for the contracts of 2022.
  static let first = TenderDays(
    documents: BuyingDays.documents,
    lotsChosen: BuyingDays.lotsChosen,
    decisions: [BuyingDays.board, BuyingDays.executives],
    publication: BuyingDays.publication,
    question: BuyingDays.question,
    answer: BuyingDays.answer,
    note: BuyingDays.note
  )

  /// Those of a procedure that is published on a day.
  static func published(_ day: CivilDate) -> TenderDays {
    func workday(_ days: Int) -> CivilDate { Calendar2025.workday(day.adding(days: days)) }
    return TenderDays(
      documents: workday(-42),
      lotsChosen: workday(-35),
      decisions: [workday(-21), workday(-14)],
      publication: day,
      question: workday(3),
      answer: workday(10),
      note: workday(14)
    )
  }
}

// MARK: - Preparing

extension TenderMaker {
  /// Lots chosen, decided by board and executives, published: in that order or not at all.
  private func publish(to script: inout CommissioningScript) throws(ShapeFault) {
    try script.procedure(.prepare(plan), at: CivilMoment(days.documents, .hour(9)))
    for municipality in plan.municipalities {
      let place = parties.municipalities.firstIndex(of: municipality)
      let chosen = Set(
        lots.filter { lot in place.map { lot.participants.contains($0) } ?? true }.map(\.code)
      )
      try act(.chooseLots(municipality, chosen), days.lotsChosen, hour: 9, &script)
    }
    for (step, day) in zip(plan.gates, days.decisions) {
      for body in step { try act(.approve(body), day, hour: 16, &script) }
    }
    try act(.publish, days.publication, hour: 9, &script)
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
      try act(.ask(chamber(asker), question.0), days.question, hour: 11, &script)
    }
    for (number, (_, question)) in asked.enumerated() {
      try act(.answer(question: number + 1, question.1), days.answer, hour: 11, &script)
    }
    if !asked.isEmpty { try act(.publishNote, days.note, hour: 12, &script) }
  }

  /// Two questions of which one is answered; the note is still to come.
  private func ask(to script: inout CommissioningScript) throws(ShapeFault) {
    let askers = lots.flatMap { $0.contracts.map(\.provider) }
    let questions = [
      "Mag een aanbieder op beide percelen inschrijven?",
      "Telt ervaring in een andere regio mee voor het criterium samenwerking?",
    ]
    for (asker, question) in zip(askers, questions) {
      try act(.ask(chamber(asker), question), days.question, hour: 11, &script)
    }
    let answer = "Ja, met een inschrijving per perceel."
    try act(.answer(question: 1, answer), days.answer, hour: 11, &script)
  }

  /// Somebody that got nothing complains, and waits for an answer.
  private func complain(
    on day: CivilDate,
    to script: inout CommissioningScript
  ) throws(ShapeFault) {
    let winners = Set(lots.flatMap { $0.contracts.map { chamber($0.provider) } })
    let bids = script.procedure(code)?.bids.keys.sorted() ?? []
    guard let loser = bids.first(where: { !winners.contains($0.provider) }) else { return }
    try act(.complain(loser.provider), day, hour: 10, &script)
  }
}
