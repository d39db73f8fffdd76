import Commissioning
import Journal
import Landscape
import Quantities
import Region
import StrategyFiles

/// A life of strategies, a contract, a procedure and a programme, told by commands only.
enum BookFixture {
  static let code: ContractCode = label("c1")
  static let procedure: ProcedureCode = label("p1")
  static let programme: ProgrammeCode = label("nl")
  static let product = ProductCode("02A03")

  static func label<Subject>(_ text: String) -> Label<Subject> {
    guard let label = Label<Subject>(text) else { preconditionFailure("\(text) is no label") }
    return label
  }

  /// Every command with its day, in order; none of them is refused.
  static var commands: [(command: Command, day: String)] {
    strategies + contracts + procedures + programmes
  }

  /// An opened region to which all of it happened.
  static var life: RegionRun {
    var run = RegionFixture.opened
    for (command, at) in commands where run.perform(command, on: day(at)) == nil {
      preconditionFailure("refused on \(at): \(command)")
    }
    return run
  }
}

// MARK: - Contracts

extension BookFixture {
  static let provider: ChamberNumber = {
    guard let number = ChamberNumber("90000001") else { preconditionFailure("no such number") }
    return number
  }()

  static func open(_ first: String) -> OpenPeriod {
    guard let period = OpenPeriod(from: day(first), through: nil) else {
      preconditionFailure("no period")
    }
    return period
  }

  static let record = ProviderRecord(
    chamber: provider,
    name: "Zorg Voorbeeld",
    claimCodes: [ProviderRecord.DatedCode(RegionFixture.provider, open("2020-01-01"))],
    profile: "Begeleiding thuis"
  )

  static func draft(_ code: ContractCode = code, start: String = "2022-01-01") -> ContractDraft {
    guard let pattern = TermPattern("3+1+1"), let product else { preconditionFailure("no draft") }
    return ContractDraft(
      code: code,
      provider: provider,
      claimCodes: [RegionFixture.provider],
      lot: LotCode("regionaal"),
      municipalities: [RegionFixture.municipality],
      products: [product],
      form: .openFramework,
      variant: .effort,
      start: day(start),
      pattern: pattern,
      reasonForLength: "langdurig partnerschap",
      mayBringInCeiling: true,
      mayDissolveAfterFirstYear: true
    )
  }

  static func tariff(_ cents: Int64, _ first: String) -> Tariff {
    Tariff(
      price: Cents(cents),
      unit: .hour,
      period: open(first),
      basis: .assumption("prijs van een proef")
    )
  }

  static func tariffKey(_ scope: TariffScope) -> TariffBook.Key {
    guard let product else { preconditionFailure("no product") }
    return TariffBook.Key(scope, product)
  }

  private static func act(_ action: ContractAction, _ day: String) -> (Command, String) {
    (.contract(.act(code, action)), day)
  }

  private static var contracts: [(Command, String)] {
    let part = ContractPart(
      code: label("add-1"),
      kind: .addendum,
      title: "Vervoer",
      period: open("2022-06-01"),
      clauses: [ContractClause(subject: "vervoer", place: "1", text: "Inbegrepen.")]
    )
    let amendment = ContractAmendment(
      subject: "rapportage",
      text: "Per kwartaal.",
      from: day("2022-03-01"),
      ground: .standardChange
    )
    return [
      (.contract(.recordProvider(record)), "2021-07-01"),
      (.contract(.conclude(draft())), "2021-07-01"),
      (
        .contract(.agreeTariff(tariffKey(.contract(code)), tariff(6_150, "2022-01-01"))),
        "2021-07-02"
      ),
      act(.addPart(part), "2022-02-01"),
      act(.amend(amendment), "2022-02-01"),
      act(.askIntakeStop(from: day("2022-04-01"), through: nil, isCrisis: false), "2022-03-01"),
      act(.answerIntakeStop(isAllowed: true), "2022-03-02"),
      act(.liftIntakeStop, "2022-05-01"),
      act(.announceCeiling(from: day("2023-01-01")), "2022-07-01"),
      act(.decideCeiling(amount: Cents(10_000_000), through: day("2023-12-31")), "2022-10-01"),
      act(.agreeCeilingPlan, "2022-11-01"),
      act(.review(year: 1, isGood: true), "2022-12-15"),
      act(.warnOfCeiling(used: Cents(7_000_000), isOverrunExpected: false), "2023-06-01"),
      act(.talkAboutCeiling, "2023-06-10"),
      act(.settleCeiling(amount: Cents(11_000_000)), "2023-06-20"),
      act(
        .assessContinuity(
          ContinuityFigures(
            solvency: .percent(15),
            equity: Cents(1),
            revenue: Cents(100),
            result: Cents(10),
            yearsOfLoss: 0,
            areRatiosFalling: false,
            isBankruptcyImminent: false
          )
        ),
        "2023-07-01"
      ),
      act(.extend(by: .municipality), "2024-06-01"),
      act(.terminate(.mutual, effective: day("2025-06-30")), "2025-01-01"),
    ]
  }
}

// MARK: - Procedures and programmes

extension BookFixture {
  static let plan = ProcedurePlan(
    code: procedure,
    title: "Proef",
    kind: .awardCriteria,
    municipalities: [RegionFixture.municipality],
    lots: [
      Lot(code: label("regionaal"), kind: .regional, entry: .closed, maximumAwards: 2)
    ],
    requirements: [],
    criteria: [
      AwardCriterion(code: label("plan"), text: "Plan", maximumPoints: 60, indicator: "afschalen")
    ],
    tieBreaks: [.draw],
    gates: [[label("pho-sd")]],
    openers: [label("opener-1"), label("opener-2")],
    assessors: [label("lezer-1"), label("lezer-2")]
  )

  private static func noon(_ text: String) -> CivilMoment {
    CivilMoment(day(text), CivilTime(nanoseconds: 43_200_000_000_000))
  }

  private static func act(_ action: ProcedureAction, _ text: String) -> (Command, String) {
    (.procedure(.act(procedure, action), at: noon(text)), text)
  }

  private static var procedures: [(Command, String)] {
    [
      (.procedure(.prepare(plan), at: noon("2020-12-01")), "2020-12-01"),
      act(.chooseLots(RegionFixture.municipality, [label("regionaal")]), "2020-12-15"),
      act(.approve(label("pho-sd")), "2021-01-20"),
      act(.publish, "2021-02-01"),
      act(.ask(provider, "Wat is het maximum?"), "2021-02-03"),
      act(.answer(question: 1, "Twee."), "2021-02-05"),
      act(.publishNote, "2021-02-08"),
      act(.complain(provider), "2021-02-09"),
      act(.answerComplaint(1), "2021-02-10"),
      act(.withdraw(reason: "Het bestek klopt niet."), "2021-02-11"),
    ]
  }

  private static func act(_ action: ProgrammeAction, _ day: String) -> (Command, String) {
    (.programme(.act(programme, action)), day)
  }

  private static var programmes: [(Command, String)] {
    let milestone = Milestone(
      code: label("m1"),
      text: "Kaders",
      due: day("2020-07-15"),
      basis: .document("002:199")
    )
    let plan = ProgrammePlan(
      code: programme,
      title: "Sturing en Inkoop",
      municipalities: [RegionFixture.municipality],
      milestones: [milestone]
    )
    let decision = ProgrammeDecision(
      code: label("b1"),
      text: "Vier segmenten",
      binds: "strategie",
      steps: [[label("pho-sd")]],
      basis: .document("002:93")
    )
    return [
      (.programme(.adopt(plan)), "2020-04-01"),
      act(.replan(label("m1"), due: day("2020-08-01"), reason: "vakantie"), "2020-06-01"),
      act(.reach(label("m1")), "2020-08-01"),
      act(.propose(decision), "2020-09-01"),
      act(.decide(label("b1"), label("pho-sd"), .adopted), "2020-10-01"),
      act(
        .setDefault(key: "vervoer", value: "inbegrepen", .assumption("proef")),
        "2020-10-01"
      ),
      act(
        .override(
          key: "vervoer",
          RegionFixture.municipality,
          value: "apart",
          reason: "eigen vervoer"
        ),
        "2020-10-02"
      ),
      act(.dropOverride(key: "vervoer", RegionFixture.municipality), "2020-10-03"),
    ]
  }
}

// MARK: - Strategies

extension BookFixture {
  /// A strategy of one segment, in which pieces are replaced.
  static func strategy(_ changes: (old: String, new: String)...) -> Strategy {
    var text = strategyText
    for (old, new) in changes {
      precondition(text.contains(old), "\(old) is not in the strategy")
      text = text.replacing(old, with: new)
    }
    let check = StrategyReader.check(Array(text.utf8))
    guard let strategy = check.strategy else {
      preconditionFailure("\(check.findings(.error))")
    }
    return strategy
  }

  static func adopt(
    _ strategy: Strategy,
    decision: String? = nil,
    reason: String? = nil
  ) -> Command {
    .strategy(
      .adopt(strategy, digest: RegionFixture.digest(9), decision: decision, reason: reason)
    )
  }

  private static var strategies: [(Command, String)] {
    [
      (adopt(strategy()), "2021-06-01"),
      (
        adopt(
          strategy(("naam: Segment een", "naam: Segment een en meer")),
          decision: "b1",
          reason: "breder"
        ),
        "2021-08-01"
      ),
    ]
  }

  private static let strategyText = """
    schema: 1
    strategie:
      code: klein
      naam: Kleine strategie
      regio: klein-gebied
      wet: wmo
      status: vastgesteld
      geldig_vanaf: {datum: 2022-01-01, bron: "D:1"}
      opdrachtgever: college
      vastgesteld_bij: b1
      bron: "D:1"
    bronnen:
      - {prefix: "D", titel: Document, soort: document, laatste_regel: 9}
    regio:
      code: klein-gebied
      naam: Klein gebied
      bron: "D:1"
      gemeenten:
        - {cbs: "0344", naam: Utrecht, vanaf: 2015-01-01, bron: "D:2"}
    organen:
      - {code: college, naam: college, soort: college, rol: besluit, bron: "D:2"}
    programma:
      naam: Programma
      sinds: 2019
      bron: "D:2"
      fasen:
        - {nummer: 1, van: 2019-01, tot: 2019-06, inhoud: [begin], bron: "D:3"}
      mijlpalen:
        - {code: m1, omschrijving: eerst, gereed: 2020-01-01, bron: "D:3"}
    besluiten:
      - {code: b1, tekst: besluit, orgaan: college, datum: 2021-01-01, bron: "D:4"}
    doelen:
      - code: d1
        tekst: doel
        indicatoren: [{naam: uitstroom, nulmeting: 10 %, streefwaarde: 20 %}]
        bron: "D:4"
    segmenten:
      - code: s1
        naam: Segment een
        bron: "D:5"
        populatie: {omschrijving: inwoners}
        huidige_producten: {namen: [begeleiding]}
        percelen:
          - code: regionaal
            aanbieders: {minimum: 2, maximum: 4}
            deelname: {"0344": true}
        contract:
          vorm: b
          procedure: {soort: sas}
          looptijd:
            start: 2022-01-01
            basis_jaren: 2
            verlengingen_jaren: [1, 1]
            wijze: verlenging
          toetreding: {beleid: gesloten}
        bekostiging:
          variant: inspanning
          modellen: [{model: pxq, eenheid: uur, prijs_cent: 5000}]
        leveranciersmanagement: {klasse: intensief, frequentie: kwartaal, focus: [resultaat]}
        toegang: {bepaalt: {toegang: [wat], aanbieder: [hoe]}, beschikking_in: uren}
    randvoorwaarden: []

    """
}
