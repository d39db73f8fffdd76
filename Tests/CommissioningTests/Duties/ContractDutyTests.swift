import Commissioning
import Quantities
import Rules
import Testing

@Suite("Dated duties of the contract standard (B.22)")
struct ContractDutyTests {
  private func contract(
    _ script: (inout ContractScript) throws -> Void = { _ in }
  ) throws -> Contract {
    var made = try ContractScript(try draft())
    try script(&made)
    return try made.contract()
  }

  private func alerts(
    _ duty: DutyCode,
    on day: String,
    of contract: Contract? = nil,
    now: Int64 = 0,
    _ facts: (inout ContractFacts) throws -> Void = { _ in }
  ) throws -> [ContractAlert] {
    var known = ContractFacts()
    try facts(&known)
    return ContractDuties(
      try contract ?? self.contract(),
      facts: known,
      today: try date(day),
      now: Instant(milliseconds: now)
    ).alerts(of: duty)
  }

  @Test("The extension is announced six months before the end; the alert grows with time")
  func extensionNotice() throws {
    #expect(try alerts(.extensionNotice, on: "2024-04-30").isEmpty)
    for (day, urgency) in [
      ("2024-05-01", ContractAlert.Urgency.upcoming), ("2024-06-16", .due), ("2024-06-30", .due),
      ("2024-07-01", .overdue),
    ] {
      let alert = try #require(try alerts(.extensionNotice, on: day).first, "\(day)")
      #expect(alert.urgency == urgency, "\(day)")
      #expect(alert.due?.description == "2024-06-30")
      #expect(alert.clause == DutyTerms.extensionNotice.basis)
    }
    let extended = try contract { try $0.act(.extend(by: .municipality), on: "2024-06-01") }
    #expect(try alerts(.extensionNotice, on: "2024-06-16", of: extended).isEmpty)
  }

  @Test("Little use is a ground to give notice, but not where the offer is scarce, unique or good")
  func minimumUse() throws {
    func use(
      delivered: Int64 = 900,
      scarce: Bool = false,
      unique: Bool = false,
      satisfaction: Int? = nil,
      through: String = "2022-12-31"
    ) throws -> ContractAlert? {
      try alerts(.minimumUse, on: "2023-01-10") {
        $0.use = ContractFacts.MinimumUse(
          norm: Cents(1000),
          delivered: Cents(delivered),
          measuredThrough: try date(through),
          isOfferScarce: scarce,
          isOfferUnique: unique,
          satisfactionTenths: satisfaction
        )
      }.first
    }
    #expect(try use()?.urgency == .due)
    #expect(try use()?.text.dutch.contains("10 juli 2023") == true)
    #expect(try use(delivered: 1000) == nil)
    #expect(try use(through: "2022-11-30") == nil)
    #expect(try use(satisfaction: 84)?.urgency == .due)
    for excused in [try use(scarce: true), try use(unique: true), try use(satisfaction: 85)] {
      #expect(excused?.urgency == .information)
    }
  }

  @Test("Twelve months without support or claims")
  func noDelivery() throws {
    func last(_ support: String?, _ claim: String?, on day: String) throws -> Bool {
      try !alerts(.noDelivery, on: day) {
        $0.lastSupport = support.flatMap { CivilDate($0) }
        $0.lastClaim = claim.flatMap { CivilDate($0) }
      }.isEmpty
    }
    #expect(try !last(nil, nil, on: "2022-12-31"))
    #expect(try last(nil, nil, on: "2023-01-01"))
    #expect(try !last("2022-03-01", "2022-06-01", on: "2023-05-31"))
    #expect(try last("2022-03-01", "2022-06-01", on: "2023-06-01"))
    #expect(try !last("2022-03-01", nil, on: "2025-06-01"), "the contract has ended")
  }

  @Test("The warm handover begins a year and a half before eighteen")
  func transition() throws {
    func young(_ started: String?, on day: String) throws -> ContractAlert? {
      try alerts(.ageTransition, on: day) {
        $0.transitions = [
          ContractFacts.Transition(
            reference: "r1",
            eighteen: try date("2024-09-15"),
            started: started.flatMap { CivilDate($0) }
          )
        ]
      }.first
    }
    #expect(try young(nil, on: "2023-01-01") == nil)
    #expect(try young(nil, on: "2023-03-15")?.urgency == .due)
    #expect(try young(nil, on: "2023-03-16")?.urgency == .overdue)
    #expect(try young("2023-03-01", on: "2023-03-16") == nil)
    #expect(try young(nil, on: "2024-09-15") == nil)
  }

  @Test("Notices and reports by the provider")
  func providerDuties() throws {
    let ending = try alerts(.careEnding, on: "2023-02-01") {
      $0.careEndings = [
        ContractFacts.CareEnding(
          reference: "r",
          noticed: try date("2023-01-31"),
          ends: try date("2023-02-27")
        ),
        ContractFacts.CareEnding(
          reference: "s",
          noticed: try date("2023-01-31"),
          ends: try date("2023-02-28")
        ),
      ]
    }
    #expect(ending.map(\.subject) == ["r"])
    let measure = try alerts(.supervisorMeasure, on: "2023-02-09") {
      $0.supervisorMeasures = [
        ContractFacts.Reported(on: try date("2023-02-01"), reported: nil),
        ContractFacts.Reported(on: try date("2023-02-02"), reported: nil),
        ContractFacts.Reported(on: try date("2023-01-01"), reported: try date("2023-01-09")),
        ContractFacts.Reported(on: try date("2023-01-01"), reported: try date("2023-01-08")),
      ]
    }
    #expect(measure.map(\.urgency) == [.overdue, .information])
    let hour: Int64 = 3_600_000
    let breach = try alerts(.dataBreach, on: "2023-02-09", now: 25 * hour) {
      $0.dataBreaches = [
        ContractFacts.DataBreach(noticed: Instant(milliseconds: 0), reported: nil),
        ContractFacts.DataBreach(noticed: Instant(milliseconds: hour), reported: nil),
        ContractFacts.DataBreach(
          noticed: Instant(milliseconds: 0),
          reported: Instant(milliseconds: 24 * hour)
        ),
        ContractFacts.DataBreach(
          noticed: Instant(milliseconds: .min),
          reported: Instant(milliseconds: .max)
        ),
      ]
    }
    #expect(breach.map(\.urgency) == [.overdue, .information])
    for (micro, perEvent, count) in [
      (true, 125_000_000, 0), (false, 125_000_000, 1), (true, 124_999_999, 1),
    ] as [(Bool, Int64, Int)] {
      let found = try alerts(.liability, on: "2023-01-01") {
        $0.liability = ContractFacts.Liability(
          isMicroEnterprise: micro,
          perEvent: Cents(perEvent),
          perYear: Cents(500_000_000)
        )
      }
      #expect(found.count == count)
    }
  }

  @Test("Waiting longer than the norm of the sector, else the Treek norm")
  func waits() throws {
    for (norm, last) in [
      (WaitingTimeNorm.dayActivity, "2023-02-13"), (.living, "2023-04-03"),
      (.livingSensory, "2023-02-27"), (.sector(weeks: 2), "2023-01-16"),
    ] {
      func late(_ day: CivilDate) throws -> Int {
        try alerts(.waitingTime, on: day.description) {
          $0.waits = [ContractFacts.Wait(reference: "r", norm: norm, since: try date("2023-01-02"))]
        }.count
      }
      #expect(try late(try date(last)) == 0)
      #expect(try late(try date(last).adding(days: 1)) == 1)
    }
  }

  @Test("Forced adaptations and changes of the standard")
  func municipalDuties() throws {
    let adaptation = try alerts(.forcedAdaptation, on: "2023-01-01") {
      $0.adaptations = [
        ContractFacts.Adaptation(
          noticed: try date("2023-01-15"),
          effective: try date("2023-04-14")
        ),
        ContractFacts.Adaptation(
          noticed: try date("2023-01-15"),
          effective: try date("2023-04-15")
        ),
      ]
    }
    #expect(adaptation.count == 1)
    let standard = try alerts(.standardChange, on: "2025-04-20") {
      $0.standardChanges = [
        ContractFacts.StandardChange(
          published: try date("2024-10-15"),
          adopted: nil,
          priceEffect: .percent(1)
        ),
        ContractFacts.StandardChange(
          published: try date("2024-10-15"),
          adopted: nil,
          priceEffect: .percent(51)
        ),
        ContractFacts.StandardChange(
          published: try date("2024-10-15"),
          adopted: try date("2025-01-01"),
          priceEffect: .zero
        ),
      ]
    }
    #expect(standard.map(\.urgency) == [.overdue, .information])
  }

  @Test("Requests, inquiries, force majeure and sanctions")
  func handling() throws {
    // Five working days over Easter 2025; eight weeks.
    let requests = try alerts(.changeRequest, on: "2025-04-25") {
      $0.changeRequests = [
        ContractFacts.Request(reference: "a", received: try date("2025-04-16")),
        ContractFacts.Request(
          reference: "b",
          received: try date("2025-04-16"),
          answered: try date("2025-04-20")
        ),
        ContractFacts.Request(
          reference: "c",
          received: try date("2025-04-16"),
          decided: try date("2025-04-20")
        ),
      ]
    }
    #expect(
      requests.map { "\($0.subject ?? "") \($0.due?.description ?? "")" }
        == ["a 2025-04-25", "a 2025-06-11", "b 2025-06-11"]
    )
    // Six weeks that end on Whit Monday are moved by the act.
    let inquiry = try alerts(.inquiry, on: "2025-06-01") {
      $0.inquiries = [
        ContractFacts.Inquiry(reference: "a", notified: try date("2025-04-28")),
        ContractFacts.Inquiry(
          reference: "b",
          notified: try date("2025-04-01"),
          finished: try date("2025-05-01"),
          applied: try date("2025-05-15")
        ),
      ]
    }
    #expect(inquiry.map(\.due?.description) == ["2025-06-10", "2025-05-30"])
    let majeure = try alerts(.forceMajeure, on: "2023-02-01") {
      $0.forceMajeureSince = try date("2023-01-01")
    }
    #expect(majeure.count == 1)
    #expect(
      try alerts(.forceMajeure, on: "2023-01-31") { $0.forceMajeureSince = try date("2023-01-01") }
        .isEmpty
    )
    let sanction = try alerts(.sanction, on: "2023-02-01") {
      $0.sanctions = [try #require(OpenPeriod(from: try date("2023-01-01"), through: nil))]
    }
    #expect(sanction.first?.urgency == .due)
  }

  @Test("The ceiling: 70 % once, again after it was raised, and the open steps")
  func ceiling() throws {
    var script = try ContractScript(try draft())
    try script.act(.announceCeiling(from: try date("2023-01-01")), on: "2022-07-01")
    #expect(
      try alerts(.ceilingStep, on: "2022-09-20", of: script.contract()).map(\.due?.description) == [
        "2022-10-01", "2022-11-01",
      ]
    )
    try script.act(
      .decideCeiling(amount: Cents(1000), through: try date("2023-12-31")),
      on: "2022-10-01"
    )
    func warned(_ paid: Int64) throws -> Bool {
      try !alerts(.ceilingWarning, on: "2023-06-01", of: script.contract()) {
        $0.paid = Cents(paid)
      }.isEmpty
    }
    #expect(try !warned(699))
    #expect(try warned(700))
    try script.act(.warnOfCeiling(used: Cents(700), isOverrunExpected: false), on: "2023-06-01")
    #expect(try !warned(900))
    try script.act(.talkAboutCeiling, on: "2023-06-02")
    try script.act(.settleCeiling(amount: Cents(2000)), on: "2023-06-03")
    #expect(try !warned(1399))
    #expect(try warned(1400))
  }

  @Test("A term over 48 months asks for its reason, and is no refusal")
  func termReason() throws {
    func reasons(_ pattern: String, _ reason: String?) throws -> Int {
      let base = try draft(pattern: pattern)
      let made = ContractDraft(
        code: base.code,
        provider: base.provider,
        claimCodes: base.claimCodes,
        municipalities: base.municipalities,
        form: .closedFramework,
        variant: .effort,
        start: base.start,
        pattern: base.pattern,
        reasonForLength: reason
      )
      var book = ContractBook()
      for event in try book.decide(.conclude(made), on: base.start) { book.evolve(event) }
      let contract = try #require(book.contracts[base.code])
      return try alerts(.termReason, on: "2022-01-01", of: contract).count
    }
    #expect(try reasons("2+1+1", nil) == 0)
    #expect(try reasons("3+1+1", nil) == 1)
    #expect(try reasons("3+3+3", "nieuw segment") == 0)
  }

  @Test("Every duty has a clause and a Dutch sentence; the most urgent alert comes first")
  func whole() throws {
    var facts = ContractFacts()
    facts.lastSupport = try date("2022-01-05")
    facts.supervisorMeasures = [ContractFacts.Reported(on: try date("2023-02-01"), reported: nil)]
    let stopped = try contract {
      try $0.act(
        .askIntakeStop(from: try date("2023-06-01"), through: nil, isCrisis: false),
        on: "2023-05-01"
      )
      try $0.act(
        .assessContinuity(
          ContinuityFigures(
            solvency: .percent(5),
            equity: Cents(1),
            revenue: Cents(100),
            result: Cents(5),
            yearsOfLoss: 0,
            areRatiosFalling: true,
            isBankruptcyImminent: false
          )
        ),
        on: "2023-05-02"
      )
    }
    let alerts = ContractDuties(
      stopped,
      facts: facts,
      today: try date("2023-05-10"),
      now: Instant(milliseconds: 0)
    ).alerts
    #expect(alerts.map(\.duty) == [.supervisorMeasure, .intakeStop, .continuity, .noDelivery])
    for alert in alerts {
      #expect(alert.text.dutch.hasSuffix(".") && !alert.clause.dutchText.isEmpty)
    }
  }
}
