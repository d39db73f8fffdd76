import Commissioning
import Quantities
import Testing

@Suite("Ceilings from announcement to payment above them (B.10, article 1.5)")
struct CeilingTests {
  private func announced() throws -> ContractScript {
    var script = try ContractScript(try draft())
    try script.act(.announceCeiling(from: try date("2023-01-01")), on: "2022-07-01")
    return script
  }

  private func decided() throws -> ContractScript {
    var script = try announced()
    try script.act(
      .decideCeiling(amount: Cents(100_000_00), through: try date("2023-12-31")),
      on: "2022-10-01"
    )
    return script
  }

  @Test("A ceiling must be foreseen, not for a task, and announced six months before")
  func announcing() throws {
    let from = try date("2023-01-01")
    #expect(
      try ContractScript(try draft(mayBringInCeiling: false))
        .refusal(.announceCeiling(from: from), on: "2022-06-01") == .ceiling(.notForeseen)
    )
    #expect(
      try ContractScript(try draft(variant: .task))
        .refusal(.announceCeiling(from: from), on: "2022-06-01") == .ceiling(.taskVariant)
    )
    #expect(
      try ContractScript(try draft()).refusal(.announceCeiling(from: from), on: "2022-07-02")
        == .ceiling(.tooLate(earliestStart: try date("2023-01-02")))
    )
    #expect(
      try announced().refusal(.announceCeiling(from: from), on: "2022-06-01") == .ceiling(.underWay)
    )
  }

  @Test("The decision three months and the plan two months before the first day")
  func deciding() throws {
    let script = try announced()
    let decide = ContractAction.decideCeiling(
      amount: Cents(100_000_00),
      through: try date("2023-12-31")
    )
    #expect(
      try script.refusal(decide, on: "2022-10-02")
        == .ceiling(.decidedTooLate(latest: try date("2022-10-01")))
    )
    #expect(try script.refusal(.agreeCeilingPlan, on: "2022-10-02") == .ceiling(.notDecided))
    #expect(
      try decided().refusal(.agreeCeilingPlan, on: "2022-11-02")
        == .ceiling(.planTooLate(latest: try date("2022-11-01")))
    )
    #expect(try decided().refusal(.agreeCeilingPlan, on: "2022-11-01") == nil)
    #expect(
      try decided().contract().decisiveDates().contains {
        $0.kind == .ceilingPlan && $0.date.description == "2022-11-01"
      }
    )
  }

  @Test("At 70 % a notice; within two weeks a talk, within two more a decision")
  func warning() throws {
    var script = try decided()
    #expect(
      try script.refusal(
        .warnOfCeiling(used: Cents(69_999_99), isOverrunExpected: false),
        on: "2023-06-01"
      )
        == .ceiling(.belowWarning(share: 69))
    )
    #expect(
      try script.refusal(.warnOfCeiling(used: .zero, isOverrunExpected: true), on: "2023-06-01")
        == nil
    )
    try script.act(
      .warnOfCeiling(used: Cents(70_000_00), isOverrunExpected: false),
      on: "2023-06-01"
    )
    #expect(
      try script.contract().nextDecisiveDate(from: try date("2023-06-01"))?.date.description
        == "2023-06-15"
    )
    #expect(
      try script.refusal(.settleCeiling(amount: nil), on: "2023-06-02") == .ceiling(.notTalked)
    )
    try script.act(.talkAboutCeiling, on: "2023-06-10")
    #expect(
      try script.contract().nextDecisiveDate(from: try date("2023-06-11"))?.kind == .ceilingOutcome
    )
    try script.act(.settleCeiling(amount: Cents(120_000_00)), on: "2023-06-20")
    #expect(try script.contract().ceiling?.amount == Cents(120_000_00))
  }

  @Test(
    "What is paid above the limit",
    arguments: [
      (99_000_00, CeilingVerdict.Allocation.aspecific, false, CeilingVerdict.paid(.withinCeiling)),
      (99_000_01, .aspecific, false, .notPaid(left: Cents(999_99))),
      (100_000_00, .generic, false, .notPaid(left: .zero)),
      (150_000_00, .generic, false, .notPaid(left: .zero)),
      (150_000_00, .specific, false, .paid(.specificAllocation)),
      (150_000_00, .aspecific, true, .paid(.crisis)),
      (Int64.max, .aspecific, false, .notPaid(left: .zero)),
    ]
  )
  func payment(
    _ before: Int64,
    _ allocation: CeilingVerdict.Allocation,
    _ isCrisis: Bool,
    _ verdict: CeilingVerdict
  ) throws {
    let ceiling = try #require(try decided().contract().ceiling)
    func judged(on day: String) throws -> CeilingVerdict {
      ceiling.judge(
        Cents(1_000_00),
        on: try date(day),
        paidBefore: Cents(before),
        allocation: allocation,
        isCrisis: isCrisis
      )
    }
    #expect(try judged(on: "2023-06-01") == verdict)
    #expect(try judged(on: "2022-12-31") == .paid(.noCeiling))
    #expect(CeilingVerdict.guardian(of: .aspecific) == .provider)
    #expect(CeilingVerdict.guardian(of: .specific) == .municipality)
  }

  @Test("Continuity: the most urgent step whose test is met")
  func continuity() {
    func step(
      solvency: Int64 = 40,
      equity: Int64 = 100,
      result: Int64 = 50,
      losses: Int = 0,
      falling: Bool = false,
      bankrupt: Bool = false
    ) -> ContinuityRisk {
      ContinuityRisk(
        ContinuityFigures(
          solvency: .percent(solvency),
          equity: Cents(equity),
          revenue: Cents(1000),
          result: Cents(result),
          yearsOfLoss: losses,
          areRatiosFalling: falling,
          isBankruptcyImminent: bankrupt
        )
      )
    }
    #expect(step() == .monitoring)
    #expect(step(falling: true) == .fallingRatios)
    #expect(step(solvency: 20) == .monitoring)
    #expect(step(solvency: 19) == .weak)
    #expect(step(result: -10, losses: 1) == .weak)
    #expect(step(result: -11, losses: 1) == .lossMaking)
    #expect(step(solvency: 9) == .lossMaking)
    #expect(step(losses: 2) == .negativeEquity)
    #expect(step(equity: -1) == .negativeEquity)
    #expect(step(equity: -1, bankrupt: true) == .imminentBankruptcy)
    #expect(ContinuityRisk.allCases.allSatisfy { $0.measures.basis.isAssumption })
  }
}
