import Commissioning
import Journal
import Quantities
import Testing

@Suite("Procedures: preparation, questions, bids, award")
struct ProcedureBookTests {
  private let venlo = MunicipalityCode(uncheckedNumber: 983)

  @Test(
    "What is no plan",
    arguments: [
      PlanFault.noLots, .notTwoOpeners, .noCriteria, .priceOnly, .tooFewAssessors, .noLastTieBreak,
      .criteriaNotAllowed, .limitNotAllowed,
    ]
  )
  func faults(_ fault: PlanFault) throws {
    let price = AwardCriterion(code: try label("prijs"), text: "", maximumPoints: 1, isPrice: true)
    let limited = Lot(code: try label("l"), kind: .single, entry: .openHouse, maximumAwards: 3)
    let plan =
      switch fault {
      case .noLots: try plan(lots: [])
      case .notTwoOpeners: try plan(openers: ["opener-1", "opener-1"])
      case .noCriteria: try plan(criteria: [])
      case .priceOnly: try plan(criteria: [price])
      case .tooFewAssessors: try plan(assessors: ["lezer-1"])
      case .noLastTieBreak: try plan(tieBreaks: [.criterion(try label("plan"))])
      case .criteriaNotAllowed: try plan(.admission, criteria: [price])
      default: try plan(.admission, lots: [limited])
      }
    #expect(plan.fault == fault)
    #expect(throws: ProcedureRefusal.plan(fault)) {
      try ProcedureBook().decide(.prepare(plan), at: try moment("2021-01-01"))
    }
  }

  @Test(
    "Publication waits for the bodies, in their order, and for the choice of every municipality"
  )
  func publication() throws {
    var script = ProcedureScript()
    try script.run(.prepare(try plan()), at: "2020-12-01")
    let board: BodyCode = try label("pho-sd")
    let colleges: [BodyCode] = [try label("college-0983"), try label("college-0984")]
    #expect(try script.refusal(.publish, at: "2021-02-01") == .notDecided([board]))
    #expect(try script.refusal(.approve(colleges[0]), at: "2021-01-01") == .notYourTurn([board]))
    try script.act(.approve(board), at: "2021-01-15")
    try script.act(.approve(colleges[1]), at: "2021-01-20")
    #expect(try script.refusal(.publish, at: "2021-02-01") == .notDecided([colleges[0]]))
    try script.act(.approve(colleges[0]), at: "2021-01-21")
    let lots = Set([try label("regionaal") as LotCode])
    #expect(
      try script.refusal(.publish, at: "2021-02-01")
        == .lotsNotChosen(["0983", "0984"].compactMap { MunicipalityCode($0) })
    )
    try script.act(.chooseLots(venlo, lots), at: "2021-01-25")
    try script.act(.chooseLots(try #require(MunicipalityCode("0984")), lots), at: "2021-01-25")
    #expect(
      try script.refusal(.publish, at: "2021-02-01") == .lotWithoutMunicipality(try label("lokaal"))
    )
    try script.act(
      .chooseLots(venlo, [try label("regionaal"), try label("lokaal")]),
      at: "2021-01-26"
    )
    try script.act(.publish, at: "2021-02-01")
    #expect(try script.refusal(.chooseLots(venlo, lots), at: "2021-02-02") == .lotsFrozen)
    #expect(try script.procedure.participants(in: try label("lokaal")) == [venlo])
    #expect(
      try script.refusal(.ask(try chamber(1), "?"), at: "2021-02-23")
        == .questionsClosed(try date("2021-02-22"))
    )
  }

  @Test("Answers go to everyone at once, without saying who asked")
  func questions() throws {
    var script = try ProcedureScript(published: try plan())
    try script.act(.ask(try chamber(1), "Wat is een plek?"), at: "2021-02-10")
    try script.act(.ask(try chamber(2), "Wanneer start het?"), at: "2021-02-11")
    try script.act(.answer(question: 1, "Een aantal trajecten per jaar."), at: "2021-02-12")
    #expect(try script.procedure.toldToAll.isEmpty)
    #expect(try script.refusal(.publishNote, at: "2021-02-13") == .questionsOpen([2]))
    try script.act(.answer(question: 2, "Op 1 januari 2022."), at: "2021-02-14")
    #expect(
      try script.refusal(.publishNote, at: "2021-03-05") == .noteTooLate(try date("2021-03-04"))
    )
    try script.act(.publishNote, at: "2021-03-04")
    let note = try #require(try script.procedure.toldToAll.first)
    #expect(note.items.map(\.answer) == ["Een aantal trajecten per jaar.", "Op 1 januari 2022."])
    let body = String(decoding: try #require(script.events.last).body, as: UTF8.self)
    #expect(!body.contains("90000001") && !body.contains("90000002"))
    #expect(
      try script.refusal(.answer(question: 1, "anders"), at: "2021-03-06") == .questionAnswered(1)
    )
  }

  @Test("Late bids, early openings, one opener and a stranger are refused")
  func bidsAndOpening() throws {
    var script = try ProcedureScript(published: try plan())
    let sealed = try seal("bod").bid
    let key = try bid("regionaal", 1)
    let closing = try moment("2021-03-19 12:00:00")
    try script.act(.submit(key, sealed), at: "2021-03-19 12:00:00")
    #expect(
      try script.refusal(.submit(key, sealed), at: "2021-03-19 11:00:00") == .alreadySubmitted
    )
    let late = try bid("regionaal", 2)
    #expect(
      try script.refusal(.submit(late, sealed), at: "2021-03-19 12:00:01") == .closed(closing)
    )
    #expect(
      try script.refusal(.submit(try bid("x", 1), sealed), at: "2021-03-01")
        == .unknownLot(try label("x"))
    )
    #expect(
      try script.refusal(ProcedureScript.opening, at: "2021-03-19 12:00:00")
        == .openedEarly(closing)
    )
    let one: OfficerCode = try label("opener-1")
    #expect(try script.refusal(.open(by: [one, one]), at: "2021-03-22") == .notTwoOpeners)
    #expect(
      try script.refusal(.open(by: [one, try label("lezer-1")]), at: "2021-03-22")
        == .unknownOpener(try label("lezer-1"))
    )
    #expect(
      try script.refusal(
        .score(key, try label("plan"), points: 1, by: try label("lezer-1")),
        at: "2021-03-22"
      )
        == .sealed
    )
    try script.act(ProcedureScript.opening, at: "2021-03-22")
    #expect(try script.refusal(ProcedureScript.opening, at: "2021-03-23") == .alreadyOpened)
    #expect(try script.refusal(.submit(late, sealed), at: "2021-03-18") == .alreadyOpened)
  }

  @Test("Bids of a tender platform come with its opening record")
  func platform() throws {
    var script = try ProcedureScript(published: try plan())
    let key = try bid("lokaal", 3)
    func record(at: String, submitted: String) throws -> ProcedureAction {
      .importOpening(
        ProcurementProcedure.Opening(
          at: try moment(at),
          by: [try label("opener-1"), try label("opener-2")],
          platform: "platform",
          bids: [
            ProcurementProcedure.KeptBid(
              key: key,
              sealed: try seal("bod").bid,
              submitted: try moment(submitted)
            )
          ]
        )
      )
    }
    let closing = try moment("2021-03-19 12:00:00")
    #expect(
      try script.refusal(record(at: "2021-03-19", submitted: "2021-03-01"), at: "2021-03-22")
        == .openedEarly(closing)
    )
    #expect(
      try script.refusal(record(at: "2021-03-22", submitted: "2021-03-20"), at: "2021-03-22")
        == .closed(closing)
    )
    try script.act(record(at: "2021-03-22", submitted: "2021-03-01"), at: "2021-03-23")
    #expect(try script.procedure.bidsInPlay(for: try label("lokaal")).map(\.key) == [key])
  }

  /// Three bids for the regional lot, opened on 22 March.
  private func opened() throws -> ProcedureScript {
    var script = try ProcedureScript(published: try plan())
    for number in 1...4 {
      try script.act(
        .submit(try bid("regionaal", number), try seal("bod \(number)").bid),
        at: "2021-03-10"
      )
    }
    try script.act(ProcedureScript.opening, at: "2021-03-22")
    return script
  }

  @Test("Assessors score alone, then agree; a tie is drawn; the award follows the ranking")
  func award() throws {
    var script = try opened()
    let lot: LotCode = try label("regionaal")
    let scores = [(1, 50, 30), (2, 60, 20), (3, 60, 35), (4, 15, 40)]
    let first = try bid("regionaal", 1)
    try script.act(
      .score(first, try label("plan"), points: 50, by: try label("lezer-1")),
      at: "2021-04-01"
    )
    #expect(
      try script.refusal(
        .agree(first, try label("plan"), points: 50, reason: "r"),
        at: "2021-04-01"
      )
        == .notAllScored(missing: 1)
    )
    try script.act(
      .score(first, try label("plan"), points: 40, by: try label("lezer-2")),
      at: "2021-04-01"
    )
    try script.act(
      .agree(first, try label("plan"), points: 50, reason: "na overleg"),
      at: "2021-04-02"
    )
    #expect(
      try script.refusal(.award(lot, to: []), at: "2021-04-02")
        == .notAssessed(try (1...4).map { try chamber($0) })
    )
    for (number, planPoints, networkPoints) in scores {
      let key = try bid("regionaal", number)
      if number > 1 { try script.assess(key, "plan", planPoints, at: "2021-04-03") }
      try script.assess(key, "netwerk", networkPoints, at: "2021-04-03")
    }
    let three = try chamber(3), one = try chamber(1), two = try chamber(2), four = try chamber(4)
    #expect(try script.refusal(.award(lot, to: [three, one]), at: "2021-04-26") == .tieUndecided)
    #expect(try script.refusal(.recordDraw(lot, [one]), at: "2021-04-26") == .drawIncomplete)
    try script.act(.recordDraw(lot, [two, four, one, three]), at: "2021-04-26")
    let ranking = try #require(try script.procedure.ranking(of: lot))
    #expect(ranking.entries.map(\.provider) == [three, two, one, four])
    #expect(ranking.entries.map(\.decidedBy) == [nil, .draw, nil, nil])
    #expect(
      try script.refusal(.award(lot, to: [three, one]), at: "2021-04-26") == .notInOrder(one)
    )
    #expect(
      try script.refusal(.award(lot, to: [four]), at: "2021-04-26")
        == .belowMinimum(four, points: 15, minimum: 20)
    )
    #expect(try script.refusal(.award(lot, to: [three]), at: "2021-04-26") == .passedOver([two]))
    #expect(
      try script.refusal(.award(lot, to: [three, two, one]), at: "2021-04-26") == .tooMany(2)
    )
    #expect(
      try script.refusal(.award(lot, to: [three, two]), at: "2021-06-18")
        == .bidsNoLongerBind(try date("2021-06-17"))
    )
    try script.act(.award(lot, to: [three, two]), at: "2021-04-26")
    #expect(try script.procedure.awards[lot]?.standstillEnd.description == "2021-05-17")
    #expect(try script.procedure.indicators == ["afschalen"])
    try finish(&script, lot, winners: [3, 2])
  }

  private func finish(_ script: inout ProcedureScript, _ lot: LotCode, winners: [Int]) throws {
    #expect(
      try script.refusal(.makeFinal(lot), at: "2021-05-17") == .standstill(try date("2021-05-17"))
    )
    try script.act(.complain(try chamber(1)), at: "2021-05-01")
    #expect(try script.procedure.complaints.first?.due.description == "2021-06-12")
    try script.act(.seekRelief, at: "2021-05-10")
    #expect(try script.refusal(.makeFinal(lot), at: "2021-05-18") == .reliefPending)
    try script.act(.rule, at: "2021-06-10")
    #expect(try script.procedure.bidsBindThrough?.description == "2021-06-24")
    #expect(try script.refusal(.makeFinal(lot), at: "2021-06-11") == .unproven([try label("gva")]))
    for number in winners {
      try script.act(
        .recordEvidence(
          try bid("regionaal", number),
          try label("gva"),
          ProcedureScript.declaration()
        ),
        at: "2021-06-11"
      )
    }
    try script.act(.makeFinal(lot), at: "2021-06-11")
    #expect(
      try script.refusal(.apply(try bid("regionaal", 9)), at: "2021-07-01") == .lotClosed(lot)
    )
    #expect(
      try script.refusal(.seekRelief, at: "2021-07-01") == .reliefTooLate(try date("2021-05-17"))
    )
  }

  @Test("A tie can be broken by a criterion that was named before publication")
  func tieBreakByCriterion() throws {
    var script = try ProcedureScript(
      published: try plan(tieBreaks: [.criterion(try label("netwerk")), .draw])
    )
    for number in 1...2 {
      try script.act(.submit(try bid("lokaal", number), try seal("bod").bid), at: "2021-03-10")
    }
    try script.act(ProcedureScript.opening, at: "2021-03-22")
    for (number, one, other) in [(1, 40, 20), (2, 30, 30)] {
      try script.assess(try bid("lokaal", number), "plan", one, at: "2021-04-01")
      try script.assess(try bid("lokaal", number), "netwerk", other, at: "2021-04-01")
    }
    let ranking = try #require(try script.procedure.ranking(of: try label("lokaal")))
    #expect(ranking.entries.map(\.provider) == [try chamber(2), try chamber(1)])
    #expect(ranking.entries.first?.decidedBy == .criterion(try label("netwerk")))
    try script.act(
      .award(try label("lokaal"), to: ranking.entries.map(\.provider)),
      at: "2021-04-26"
    )
  }

  @Test("Without award criteria everyone that meets the requirements is awarded, nothing is scored")
  func requirementsOnly() throws {
    var script = try ProcedureScript(published: try plan(.requirementsOnly))
    for number in 1...3 {
      try script.act(.submit(try bid("lokaal", number), try seal("bod").bid), at: "2021-03-10")
    }
    try script.act(ProcedureScript.opening, at: "2021-03-22")
    let first = try bid("lokaal", 1)
    #expect(
      try script.refusal(
        .score(first, try label("plan"), points: 1, by: try label("lezer-1")),
        at: "2021-04-01"
      )
        == .noCriteria
    )
    try script.act(
      .setAside(first, try label("ervaring"), reason: "geen ervaring"),
      at: "2021-04-01"
    )
    let lot: LotCode = try label("lokaal")
    #expect(
      try script.refusal(.award(lot, to: [try chamber(2)]), at: "2021-04-26")
        == .passedOver([try chamber(3)])
    )
    try script.act(.award(lot, to: [try chamber(2), try chamber(3)]), at: "2021-04-26")
    #expect(try script.refusal(.apply(try bid("lokaal", 9)), at: "2021-05-01") == .awaitsFinalAward)
  }

  @Test("An admission ranks nobody, opens on its day and goes on")
  func admission() throws {
    var script = try ProcedureScript(published: try plan(.admission, entryOpens: "2022-04-01"))
    let key = try bid("enig", 1)
    #expect(
      try script.refusal(.apply(key), at: "2022-03-31") == .entryNotOpen(try date("2022-04-01"))
    )
    #expect(
      try script.refusal(.submit(key, try seal("bod").bid), at: "2022-04-01") == .noBidsInAdmission
    )
    try script.act(.apply(key), at: "2024-04-02")
    #expect(
      try script.refusal(
        .score(key, try label("plan"), points: 1, by: try label("lezer-1")),
        at: "2024-04-02"
      )
        == .noRankingInAdmission
    )
    #expect(
      try script.refusal(.award(try label("enig"), to: []), at: "2024-04-02")
        == .noRankingInAdmission
    )
    #expect(try script.procedure.ranking(of: try label("enig")) == nil)
    #expect(try script.refusal(.admit(key), at: "2024-04-03") == .unproven([try label("gva")]))
    try script.act(
      .recordEvidence(key, try label("gva"), ProcedureScript.declaration("2023-05-01")),
      at: "2024-04-03"
    )
    try script.act(.admit(key), at: "2024-04-03")
    #expect(try script.procedure.bids[key]?.state == .admitted(from: try date("2024-04-24")))
    let second = try bid("enig", 2)
    try script.act(.apply(second), at: "2024-05-01")
    try script.act(
      .turnDown(second, try label("ervaring"), reason: "geen ervaring"),
      at: "2024-05-02"
    )
    try script.act(.apply(second), at: "2024-09-01")
    try script.act(.withdrawBid(second), at: "2024-09-02")
    try script.act(.apply(second), at: "2024-09-03")
  }
}
