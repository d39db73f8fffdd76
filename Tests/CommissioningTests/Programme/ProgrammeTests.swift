import Commissioning
import Generators
import Quantities
import Rules
import Testing

/// The ten rows of the annex (002:199-260), with row 2 and 4 in the versions for each domain.
func annex() throws -> ProgrammePlan {
  func milestone(
    _ code: String,
    start: String? = nil,
    due: String,
    after: [String] = [],
    lag: TermLength? = nil,
    isStart: Bool = false
  ) throws -> Milestone {
    Milestone(
      code: try label(code),
      text: code,
      start: start.flatMap { CivilDate($0) },
      due: try date(due),
      after: try after.map { Milestone.Dependency(try label($0), lag: lag) },
      isContractStart: isStart,
      basis: .document("002:199-260")
    )
  }
  return ProgrammePlan(
    code: try label("nl"),
    title: "Sturing en Inkoop Sociaal Domein",
    municipalities: ["0983", "0984"].compactMap { MunicipalityCode($0) },
    phases: [
      ProgrammePhase(
        code: try label("fase-3"),
        contents: "realisatie",
        period: try #require(OpenPeriod(from: try date("2020-04-01"), through: nil)),
        basis: .document("002:87-88")
      )
    ],
    milestones: [
      try milestone("m10", due: "2022-01-01", after: ["m9"], lag: .months(6), isStart: true),
      try milestone("m1", due: "2020-07-15"),
      try milestone("m2-wmo", due: "2020-10-01"),
      try milestone("m2-jeugd", due: "2020-11-01"),
      try milestone("m4", start: "2020-10-01", due: "2020-12-15", after: ["m2-wmo"]),
      try milestone("m5", start: "2020-11-01", due: "2021-01-04", after: ["m2-jeugd"]),
      try milestone("m6", due: "2020-12-31", after: ["m4", "m5"]),
      try milestone("m7", due: "2021-01-31", after: ["m6"]),
      try milestone("m8", due: "2021-02-01", after: ["m7"]),
      try milestone("m9", due: "2021-07-01", after: ["m8"], lag: .months(5)),
    ],
    readiness: [
      ReadinessItem(
        code: try label("teams"),
        text: "Sociale teams zijn klaar",
        responsible: try label("college-0983"),
        basis: .document("003:504-508")
      )
    ]
  )
}

/// A programme that is told what to do, with everything that happened.
struct ProgrammeScript {
  var book = ProgrammeBook()
  var events: [ProgrammeEvent] = []

  init(_ plan: ProgrammePlan) throws { try run(.adopt(plan), on: "2020-06-01") }

  mutating func run(_ command: ProgrammeCommand, on day: String) throws {
    for event in try book.decide(command, on: try date(day)) {
      book.evolve(event)
      events.append(event)
    }
  }

  mutating func act(_ action: ProgrammeAction, on day: String) throws {
    try run(.act(try label("nl"), action), on: day)
  }

  func refusal(_ action: ProgrammeAction, on day: String) throws -> ProgrammeRefusal? {
    do {
      _ = try book.decide(.act(try label("nl"), action), on: try date(day))
      return nil
    } catch let refusal as ProgrammeRefusal {
      return refusal
    }
  }

  var programme: CommissioningProgramme {
    get throws { try #require(book.programmes[try label("nl")]) }
  }
}

@Suite("Programme: milestones, decisions, exceptions (002, 003)")
struct ProgrammeTests {
  @Test("I15: the documents are due before the cost price of youth is known; nothing else clashes")
  func clash() throws {
    var script = try ProgrammeScript(try annex())
    let clashes = try script.programme.clashes()
    #expect(clashes.map { "\($0.milestone) \($0.waitsFor)" } == ["m6 m5"])
    #expect(
      clashes.first?.text.dutch == "Mijlpaal m6 staat op 31 december 2020, maar wacht op m5 en kan "
        + "daardoor op zijn vroegst op 4 januari 2021 gereed zijn."
    )
    try script.act(
      .replan(try label("m6"), due: try date("2021-01-08"), reason: "I15"),
      on: "2020-12-01"
    )
    #expect(try script.programme.clashes().isEmpty)
  }

  @Test(
    "Slip is absorbed where there is room, and moves the start of contracts where there is none"
  )
  func slip() throws {
    var script = try ProgrammeScript(try annex())
    func start(on day: String) throws -> MilestoneForecast {
      try #require(try script.programme.contractStarts(on: try date(day)).first)
    }
    #expect(try start(on: "2020-06-01").slipDays == 0)
    try script.act(
      .replan(try label("m2-jeugd"), due: try date("2020-12-15"), reason: "later"),
      on: "2020-10-01"
    )
    #expect(try start(on: "2020-10-01").slipDays == 0)
    try script.act(
      .replan(try label("m8"), due: try date("2021-03-15"), reason: "later"),
      on: "2021-01-15"
    )
    let late = try start(on: "2021-01-15")
    #expect(late.expected.description == "2022-02-15")
    #expect(late.slipDays == 45)
    #expect(late.becauseOf?.description == "m9")
    let due = try script.programme.forecast(on: try date("2021-01-15"))
    #expect(due.first { $0.milestone.description == "m9" }?.expected.description == "2021-08-15")
    // A day that has passed without the milestone being reached is late by itself.
    #expect(due.first { $0.milestone.description == "m1" }?.expected.description == "2021-01-15")
  }

  @Test("A forecast never lies before what a milestone waits for, whatever was moved")
  func forecastOrder() throws {
    for seed in UInt64(1)...100 {
      var generator = SeededGenerator(seed: seed)
      var script = try ProgrammeScript(try annex())
      let codes = try annex().milestones.map(\.code)
      for _ in 0..<12 {
        let code = codes[Int.random(in: 0..<codes.count, using: &generator)]
        let day = try date("2020-06-01").adding(days: Int.random(in: 0..<700, using: &generator))
        let action: ProgrammeAction =
          Bool.random(using: &generator) ? .reach(code) : .replan(code, due: day, reason: "r")
        try? script.act(action, on: day.description)
      }
      let programme = try script.programme
      let forecast = programme.forecast(on: try date("2020-06-01"))
      let expected = Dictionary(uniqueKeysWithValues: forecast.map { ($0.milestone, $0) })
      for milestone in programme.plan.milestones where expected[milestone.code]?.isReached == false
      {
        for dependency in milestone.after {
          let before = try #require(expected[dependency.milestone]).expected
          #expect(
            try #require(expected[milestone.code]).expected >= before,
            "seed \(seed): \(milestone.code)"
          )
        }
      }
    }
  }

  @Test("Plans that are none")
  func faults() throws {
    func fault(_ pairs: [(String, [String])]) throws -> ProgrammeFault? {
      ProgrammePlan(
        code: try label("p"),
        title: "",
        municipalities: ["0983"].compactMap { MunicipalityCode($0) },
        milestones: try pairs.map {
          Milestone(
            code: try label($0.0),
            text: "",
            due: try date("2020-01-01"),
            after: try $0.1.map { Milestone.Dependency(try label($0)) },
            basis: .law("x")
          )
        }
      ).fault
    }
    #expect(try fault([("a", []), ("a", [])]) == .milestoneTwice(try label("a")))
    #expect(try fault([("a", ["b"])]) == .unknownMilestone(try label("b"), after: try label("a")))
    #expect(try fault([("a", []), ("b", ["c"]), ("c", ["b"])]) == .circle(try label("b")))
    #expect(try fault([("a", ["a"])]) == .circle(try label("a")))
    #expect(try annex().fault == nil)
  }

  @Test("Contracts start only after what precedes, when all is ready and the impact is known")
  func readiness() throws {
    var script = try ProgrammeScript(try annex())
    let start = ProgrammeAction.reach(try label("m10"))
    #expect(try script.refusal(start, on: "2022-01-01") == .waitsFor([try label("m9")]))
    for code in ["m2-wmo", "m2-jeugd", "m4", "m5", "m6", "m7", "m8", "m9"] {
      try script.act(.reach(try label(code)), on: "2021-07-01")
    }
    #expect(try script.refusal(start, on: "2022-01-01") == .notReady([try label("teams")]))
    try script.act(.markReady(try label("teams")), on: "2021-12-01")
    #expect(try script.refusal(start, on: "2022-01-01") == .noImpactAssessment)
    try script.act(
      .assessImpact(
        ImpactAssessment(
          subject: "start",
          on: try date("2021-12-01"),
          time: "t",
          money: "g",
          quality: "k",
          organisation: "o"
        )
      ),
      on: "2021-12-02"
    )
    try script.act(start, on: "2022-01-01")
    #expect(try script.programme.openReadiness.isEmpty)
  }

  @Test("A decision is taken in two steps: the board first, then every executive")
  func decisions() throws {
    var script = try ProgrammeScript(try annex())
    let code: Label<ProgrammeDecision> = try label("b15")
    let board: BodyCode = try label("pho-sd")
    let executives: [BodyCode] = [try label("college-0983"), try label("college-0984")]
    try script.act(
      .propose(
        ProgrammeDecision(
          code: code,
          text: "Inkoopdocumenten en kostprijzen",
          binds: "publicatie",
          steps: [[board], executives],
          basis: .document("002:244-248")
        )
      ),
      on: "2021-01-10"
    )
    #expect(
      try script.refusal(.decide(code, executives[0], .adopted), on: "2021-01-20")
        == .notYourTurn([board])
    )
    try script.act(.decide(code, board, .adopted), on: "2021-01-20")
    try script.act(.decide(code, executives[1], .adopted), on: "2021-01-25")
    #expect(try script.programme.decision(code)?.state == .waiting([executives[0]]))
    try script.act(.decide(code, executives[0], .adopted), on: "2021-01-28")
    #expect(try script.programme.decision(code)?.state == .adopted(on: try date("2021-01-28")))
    #expect(
      try script.refusal(.decide(code, board, .rejected), on: "2021-02-01")
        == .alreadyDecided(board)
    )
  }

  @Test("A regional default may have a local override, with its reason")
  func overrides() throws {
    var script = try ProgrammeScript(try annex())
    let venlo = try #require(MunicipalityCode("0983")),
      venray = try #require(MunicipalityCode("0984"))
    func override(
      _ reason: String,
      key: String = "toegang",
      in place: MunicipalityCode
    ) -> ProgrammeAction {
      .override(key: key, place, value: "eigen team", reason: reason)
    }
    #expect(
      try script.refusal(override("r", in: venlo), on: "2021-01-01") == .unknownDefault("toegang")
    )
    try script.act(
      .setDefault(key: "toegang", value: "regionaal kader", .document("002:132-135")),
      on: "2021-01-01"
    )
    #expect(try script.refusal(override("", in: venlo), on: "2021-01-01") == .noReason)
    let utrecht = try #require(MunicipalityCode("0344"))
    #expect(
      try script.refusal(override("r", in: utrecht), on: "2021-01-01") == .notParticipating(utrecht)
    )
    try script.act(override("klein team", in: venlo), on: "2021-01-02")
    #expect(try script.programme.value(of: "toegang", in: venlo) == "eigen team")
    #expect(try script.programme.value(of: "toegang", in: venray) == "regionaal kader")
    try script.act(
      .setDefault(key: "toegang", value: "nieuw kader", .document("002:132-135")),
      on: "2021-02-01"
    )
    #expect(try script.programme.value(of: "toegang", in: venlo) == "eigen team")
    try script.act(.dropOverride(key: "toegang", venlo), on: "2021-03-01")
    #expect(try script.programme.value(of: "toegang", in: venlo) == "nieuw kader")
  }

  @Test("The rest of the programme, and every event back from its bytes")
  func journal() throws {
    var script = try ProgrammeScript(try annex())
    let talk: Label<MarketConsultation> = try label("c1"),
      advice: Label<CouncilAdvice> = try label("a1")
    try script.act(
      .consult(
        MarketConsultation(
          code: talk,
          subject: "kwaliteitseisen",
          form: .live,
          on: try date("2020-08-20"),
          participants: [try chamber(1)]
        )
      ),
      on: "2020-08-21"
    )
    try hold(&script, talk, advice)
    try decide(&script)
    var replayed = ProgrammeBook()
    for event in script.events {
      let read = try ProgrammeEvent(event.name, version: 1, body: event.body)
      #expect(read == event && read.body == event.body, "\(event.name)")
      replayed.evolve(read)
    }
    #expect(replayed == script.book)
    #expect(Set(script.events.map(\.name)) == Set(ProgrammeEvent.Name.allCases))
  }

  private func hold(
    _ script: inout ProgrammeScript,
    _ talk: Label<MarketConsultation>,
    _ advice: Label<CouncilAdvice>
  ) throws {
    #expect(try script.programme.unreported.count == 1)
    #expect(try script.refusal(.react(talk, "idee"), on: "2020-08-22") == .notReported)
    try script.act(.report(talk), on: "2020-08-25")
    try script.act(.react(talk, "idee"), on: "2020-08-26")
    try script.act(
      .askAdvice(
        CouncilAdvice(
          code: advice,
          council: try label("adviesraad"),
          subject: "strategie",
          asked: try date("2020-09-01")
        )
      ),
      on: "2020-09-01"
    )
    #expect(try script.refusal(.respond(advice, "dank"), on: "2020-09-02") == .adviceNotGiven)
    try script.act(.giveAdvice(advice, .withRemarks, "let op wachttijden"), on: "2020-10-01")
    try script.act(.respond(advice, "overgenomen"), on: "2020-10-15")
    try script.act(
      .setBudget(ProgrammeBudget(year: 2020, amount: Cents(1), isAdopted: true)),
      on: "2020-06-02"
    )
    #expect(
      try script.refusal(
        .setBudget(ProgrammeBudget(year: 2020, amount: Cents(2), isAdopted: false)),
        on: "2020-06-03"
      ) == .budgetAdopted(2020)
    )
  }

  private func decide(_ script: inout ProgrammeScript) throws {
    let outside = ScopeItem(
      code: try label("bw"),
      text: "Beschermd Wonen",
      isIn: false,
      reason: "apart traject",
      arrangement: ScopeItem.Arrangement(text: "contracten Utrecht", ends: try date("2023-12-31")),
      basis: .document("003:70")
    )
    try script.act(.setScope(outside), on: "2020-06-04")
    #expect(try script.programme.endingArrangements(on: try date("2022-12-30")).isEmpty)
    #expect(try script.programme.endingArrangements(on: try date("2022-12-31")) == [outside])
    try script.act(.evidence(.regionalVision, "regiovisie vastgesteld"), on: "2020-06-05")
    #expect(try script.programme.openStandard.count == 7)
    #expect(CommissioningStandard.allCases.count == 8)
    try script.act(
      .replan(try label("m6"), due: try date("2021-01-08"), reason: "I15"),
      on: "2020-12-01"
    )
    try script.act(.reach(try label("m1")), on: "2020-07-10")
    try script.act(.markReady(try label("teams")), on: "2021-12-01")
    try script.act(
      .assessImpact(
        ImpactAssessment(
          subject: "s",
          on: try date("2021-01-01"),
          time: "t",
          money: "g",
          quality: "k",
          organisation: "o"
        )
      ),
      on: "2021-01-01"
    )
    try script.act(.setDefault(key: "k", value: "v", .law("w")), on: "2021-01-01")
    let venlo = try #require(MunicipalityCode("0983"))
    try script.act(.override(key: "k", venlo, value: "x", reason: "r"), on: "2021-01-01")
    try script.act(.dropOverride(key: "k", venlo), on: "2021-01-02")
    try script.act(
      .propose(
        ProgrammeDecision(
          code: try label("b"),
          text: "t",
          binds: "b",
          steps: [[try label("pho-sd")]],
          basis: .law("w")
        )
      ),
      on: "2021-01-01"
    )
    try script.act(.decide(try label("b"), try label("pho-sd"), .rejected), on: "2021-01-03")
  }

  @Test("Golden bytes of a programme event")
  func golden() throws {
    let event = ProgrammeEvent.happened(
      try label("nl"),
      .replanned(try label("m6"), due: try date("2021-01-08"), reason: "I15")
    )
    #expect(
      String(decoding: event.body, as: UTF8.self)
        == #"{"programme":"nl","milestone":"m6","due":"2021-01-08","reason":"I15"}"#
    )
  }
}
