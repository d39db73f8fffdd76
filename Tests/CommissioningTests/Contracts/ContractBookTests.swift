import Commissioning
import Quantities
import Testing

@Suite("Contracts: documents, changes, ends and stops")
struct ContractBookTests {
  private func part(
    _ code: String,
    _ kind: ContractPart.Kind,
    from: String = "2022-01-01",
    through: String? = nil,
    says text: String
  ) throws -> ContractPart {
    ContractPart(
      code: try label(code),
      kind: kind,
      title: code,
      period: try #require(
        OpenPeriod(from: try date(from), through: through.flatMap { CivilDate($0) })
      ),
      clauses: [ContractClause(subject: "opzegtermijn", place: "artikel 4", text: text)]
    )
  }

  @Test("The strongest document decides, and an addendum only while it holds")
  func precedence() throws {
    var script = try ContractScript(
      try draft(parts: [
        try part("voorwaarden", .conditions, says: "een maand"),
        try part("raam", .framework, says: "zes maanden"),
      ])
    )
    let ruling = try #require(
      try script.contract().ruling(on: "opzegtermijn", date: try date("2022-06-01"))
    )
    #expect(ruling.clause.text == "zes maanden")
    #expect(ruling.overruled.map(\.clause.text) == ["een maand"])
    let addendum = try part(
      "a1",
      .addendum,
      from: "2023-01-01",
      through: "2023-12-31",
      says: "drie maanden"
    )
    try script.act(.addPart(addendum), on: "2022-12-01")
    let contract = try script.contract()
    #expect(contract.version(on: try date("2022-12-31")) == 1)
    #expect(contract.version(on: try date("2023-01-01")) == 2)
    for (day, text) in [
      ("2022-12-31", "zes maanden"), ("2023-06-01", "drie maanden"), ("2024-01-01", "zes maanden"),
    ] {
      #expect(contract.ruling(on: "opzegtermijn", date: try date(day))?.clause.text == text)
    }
    #expect(contract.ruling(on: "boete", date: try date("2023-06-01")) == nil)
    #expect(Precedence.usual.basis.isAssumption)
    let late = try part("a2", .addendum, through: "2027-01-01", says: "")
    #expect(
      try script.refusal(.addPart(late), on: "2023-01-01")
        == .partAfterEnd(end: try date("2026-12-31"))
    )
    #expect(try script.refusal(.addPart(addendum), on: "2023-01-01") == .partExists("a1"))
  }

  @Test("Changes need a ground, and form b knows none")
  func amendments() throws {
    func change(_ ground: ContractAmendment.Ground, from: String) throws -> ContractAction {
      .amend(ContractAmendment(subject: "product", text: "t", from: try date(from), ground: ground))
    }
    let open = try ContractScript(try draft())
    #expect(
      try open.refusal(change(.material, from: "2023-01-01"), on: "2022-02-01") == .materialChange
    )
    #expect(
      try open.refusal(change(.minor, from: "2022-01-01"), on: "2022-02-01") == .changeInThePast
    )
    #expect(try open.refusal(change(.minor, from: "2022-02-01"), on: "2022-02-01") == nil)
    let closed = try ContractScript(try draft(form: .closedFramework))
    #expect(
      try closed.refusal(change(.minor, from: "2023-01-01"), on: "2022-02-01") == .formForbidsChange
    )
    #expect(try closed.refusal(change(.law, from: "2023-01-01"), on: "2022-02-01") == nil)
    #expect(
      try open.refusal(change(.minor, from: "2026-01-01"), on: "2025-02-01")
        == .ended(try date("2024-12-31"))
    )
  }

  @Test("Ends before the term: each ground with its own notice")
  func terminations() throws {
    var script = try ContractScript(try draft())
    let day = try date("2022-12-31")
    #expect(
      try script.refusal(.terminate(.insufficientUse, effective: day), on: "2022-07-01")
        == .terminatesTooEarly(earliest: try date("2023-01-01"))
    )
    #expect(
      try script.refusal(
        .terminate(.firstYear, effective: try date("2023-02-28")),
        on: "2023-01-05"
      )
        == .firstYearNotReviewed
    )
    try script.act(.review(year: 1, isGood: false), on: "2022-12-31")
    try script.act(.terminate(.firstYear, effective: try date("2023-02-28")), on: "2023-01-05")
    let contract = try script.contract()
    #expect(contract.state(on: try date("2023-02-28")) == .takesClients)
    #expect(contract.state(on: try date("2023-03-01")) == .ended)
    #expect(contract.state(on: try date("2021-12-31")) == .notYet)
    #expect(
      try script.refusal(.extend(by: .municipality), on: "2023-02-01")
        == .alreadyTerminated(try date("2023-02-28"))
    )
    #expect(contract.nextDecisiveDate(from: try date("2023-01-06"))?.kind == .terminationEffect)
  }

  @Test("B.22: a client stop is asked 14 days before, holds after consent, and never for crisis")
  func intakeStops() throws {
    var script = try ContractScript(try draft())
    let from = try date("2022-03-15")
    #expect(
      try script.refusal(.askIntakeStop(from: from, through: nil, isCrisis: true), on: "2022-03-01")
        == .stopNeverForCrisis
    )
    #expect(
      try script.refusal(
        .askIntakeStop(from: from, through: nil, isCrisis: false),
        on: "2022-03-02"
      )
        == .stopAskedTooLate(earliest: try date("2022-03-16"))
    )
    try script.act(.askIntakeStop(from: from, through: nil, isCrisis: false), on: "2022-03-01")
    #expect(try script.contract().state(on: from) == .takesClients)
    try script.act(.answerIntakeStop(isAllowed: true), on: "2022-03-20")
    #expect(try script.contract().state(on: try date("2022-03-19")) == .takesClients)
    #expect(try script.contract().state(on: try date("2022-03-20")) == .intakeStopped)
    try script.act(.liftIntakeStop, on: "2022-05-01")
    #expect(try script.contract().state(on: try date("2022-05-01")) == .takesClients)
    #expect(try script.refusal(.liftIntakeStop, on: "2022-05-02") == .noStopRunning)
  }

  @Test("The next decisive date of a contract")
  func decisiveDates() throws {
    let script = try ContractScript(try draft())
    let contract = try script.contract()
    #expect(
      contract.decisiveDates().map { "\($0.date) \($0.kind.rawValue)" } == [
        "2022-12-31 eerste jaar beoordelen; ontbinden kan",
        "2024-06-30 verlenging aankondigen", "2024-12-31 einde van het contract",
      ]
    )
    #expect(contract.nextDecisiveDate(from: try date("2023-01-01"))?.kind == .extensionNotice)
    #expect(contract.nextDecisiveDate(from: try date("2025-01-01")) == nil)
  }

  @Test("What is refused when a contract is concluded")
  func concluding() throws {
    let book = ContractBook()
    let day = try date("2021-07-01")
    #expect(throws: ContractRefusal.noMunicipality) {
      try book.decide(.conclude(try draft(municipalities: [])), on: day)
    }
    let script = try ContractScript(try draft())
    #expect(throws: ContractRefusal.exists(try label("c1"))) {
      try script.book.decide(.conclude(try draft()), on: day)
    }
    #expect(throws: ContractRefusal.unknown(try label("c9"))) {
      try script.book.decide(.act(try label("c9"), .liftIntakeStop), on: day)
    }
  }

  @Test("Every event reads back from its bytes, and a history replays to the same book")
  func journal() throws {
    var script = try ContractScript(
      try draft(parts: [try part("raam", .framework, says: "zes maanden")])
    )
    try script.act(.announceCeiling(from: try date("2023-01-01")), on: "2022-06-01")
    try script.act(
      .decideCeiling(amount: Cents(1_000_00), through: try date("2023-12-31")),
      on: "2022-09-01"
    )
    try script.act(.agreeCeilingPlan, on: "2022-10-31")
    try script.act(.warnOfCeiling(used: Cents(700_00), isOverrunExpected: false), on: "2023-06-01")
    try script.act(.talkAboutCeiling, on: "2023-06-10")
    try script.act(.settleCeiling(amount: Cents(1_200_00)), on: "2023-06-20")
    try script.act(
      .askIntakeStop(from: try date("2023-08-01"), through: nil, isCrisis: false),
      on: "2023-07-01"
    )
    try script.act(.answerIntakeStop(isAllowed: true), on: "2023-07-02")
    try script.act(.liftIntakeStop, on: "2023-09-02")
    try script.act(
      .assessContinuity(
        ContinuityFigures(
          solvency: .percent(15),
          equity: Cents(1),
          revenue: Cents(100),
          result: Cents(9),
          yearsOfLoss: 0,
          areRatiosFalling: false,
          isBankruptcyImminent: false
        )
      ),
      on: "2023-09-02"
    )
    try script.act(.review(year: 1, isGood: true), on: "2023-09-02")
    try script.act(.extend(by: .municipality), on: "2023-09-03")
    try script.act(
      .amend(
        ContractAmendment(subject: "s", text: "t", from: try date("2024-01-01"), ground: .law)
      ),
      on: "2023-10-01"
    )
    try script.act(.addPart(try part("a1", .addendum, says: "een week")), on: "2023-10-02")
    try script.act(.terminate(.mutual, effective: try date("2024-05-05")), on: "2024-04-01")
    try agreeTariffsAndProvider(&script)
    var replayed = ContractBook()
    for event in script.events {
      let read = try ContractEvent(event.name, version: 1, body: event.body)
      #expect(read == event)
      #expect(read.body == event.body)
      replayed.evolve(read)
    }
    #expect(replayed == script.book)
    #expect(Set(script.events.map(\.name)).count == ContractEvent.Name.allCases.count)
  }

  private func agreeTariffsAndProvider(_ script: inout ContractScript) throws {
    let version = Tariff(
      price: Cents(3800),
      unit: .hour,
      period: try #require(OpenPeriod(from: try date("2022-01-01"), through: nil)),
      buildUp: TariffBuildUp(
        hourlyCost: Cents(2468),
        overhead: .percent(20),
        productivity: .percent(80),
        travelAndTraining: .zero,
        indexation: .zero,
        otherDemands: .zero,
        basis: .law("x")
      ),
      basis: .assumption("y")
    )
    for scope in [TariffScope.lot(try label("regionaal")), .contract(try label("c1"))] {
      try script.run(
        .agreeTariff(TariffBook.Key(scope, try #require(ProductCode("02A03"))), version),
        on: "2022-01-01"
      )
    }
    try script.run(
      .recordProvider(
        ProviderRecord(
          chamber: try #require(ChamberNumber("90000001")),
          name: "Zorg & Co",
          claimCodes: [
            ProviderRecord.DatedCode(
              try #require(ProviderCode("99990101")),
              try #require(OpenPeriod(from: try date("2022-01-01"), through: nil))
            )
          ],
          capacity: 12
        )
      ),
      on: "2022-01-01"
    )
  }

  @Test("Golden bytes of a contract event")
  func golden() throws {
    let event = ContractEvent.happened(
      try label("c1"),
      .reviewed(year: 2, isGood: true, end: try date("2026-12-31"))
    )
    #expect(
      String(decoding: event.body, as: UTF8.self)
        == #"{"contract":"c1","year":2,"good":true,"end":"2026-12-31"}"#
    )
    #expect(event.name.rawValue == "contract.reviewed")
  }
}
