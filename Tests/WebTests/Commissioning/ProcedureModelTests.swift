import Commissioning
import Quantities
import Region
import Testing
import Web

private typealias Fixture = CommissioningFixture

@Suite("What may be seen of procedures, coverage and programmes")
struct ProcedureModelTests {
  private func model(
    _ fixture: CommissioningFixture,
    _ on: String = "2026-03-10",
    own: ChamberNumber? = nil
  ) throws -> ProcedureModel? {
    let procedure = try #require(
      fixture.state.procedures.procedures[CommissioningFixture.label("p1")]
    )
    return ProcedureModel(procedure, fixture.view(on, own: own))
  }

  @Test("While bids are sealed only their number and fingerprints are told")
  func sealed() throws {
    let model = try #require(try model(Fixture.tender(.awardCriteria)))
    guard case .sealed(let rows) = model.bids else {
      Issue.record("bids are named before the opening")
      return
    }
    #expect(rows.count == 2)
    #expect(model.visibleBids.isEmpty)
    #expect(model.bidCount == 2)
    #expect(model.lots.allSatisfy { $0.ranking == nil })
  }

  @Test("After the opening bids have names, and consensus gives a ranking")
  func opened() throws {
    var fixture = Fixture.tender(.awardCriteria)
    fixture.happen(
      .opened(
        ProcurementProcedure.Opening(
          at: Fixture.moment("2026-04-01"),
          by: [Fixture.label("o1"), Fixture.label("o2")]
        )
      )
    )
    let open = try #require(try model(fixture))
    #expect(open.visibleBids.count == 2)
    #expect(open.lots.first?.ranking == nil, "nobody assessed them yet")
    for (provider, points) in [(UInt32(1), 40), (2, 50)] {
      fixture.happen(
        .agreed(Fixture.bid(provider), Fixture.label("plan"), points: points, reason: "besproken")
      )
    }
    let ranked = try #require(try model(fixture)).lots.first?.ranking
    #expect(ranked?.entries.map(\.provider) == [Fixture.chamber(2), Fixture.chamber(1)])
  }

  @Test(
    "A provider sees its own bid, of others nothing, and no procedure before publication (B.21)"
  )
  func own() throws {
    var prepared = Fixture.two
    prepared.prepare(.awardCriteria)
    #expect(try model(prepared, own: Fixture.chamber(1)) == nil)
    #expect(try model(prepared) != nil)
    let model = try #require(try model(Fixture.tender(.awardCriteria), own: Fixture.chamber(1)))
    #expect(model.visibleBids.map(\.key) == [Fixture.bid(1)])
    #expect(model.bidCount == nil)
    #expect(model.lots.allSatisfy { $0.ranking == nil })
  }

  @Test("In an admission nothing is ranked (B.12)")
  func admission() throws {
    let model = try #require(try model(Fixture.tender(.admission)))
    #expect(model.lots.first?.refusal == .noRankingInAdmission)
    #expect(model.lots.first?.ranking == nil)
    #expect(model.visibleBids.count == 2, "applications are nobody's secret")
  }

  @Test("Before publication the calendar is what a publication on the day would give")
  func foreseen() throws {
    var fixture = Fixture.two
    fixture.prepare(.requirementsOnly)
    let model = try #require(try model(fixture, "2026-02-01"))
    #expect(model.foreseenFrom == Fixture.day("2026-02-01"))
    #expect(model.steps.first?.step == .publication)
    #expect(model.steps.contains { $0.rule?.term.basis.isAssumption == false })
    for (one, next) in zip(model.steps, model.steps.dropFirst()) { #expect(one.day <= next.day) }
  }

  // MARK: - Coverage

  @Test("A place is green, amber or red for its reasons; the first shown product is the worst off")
  func coverage() throws {
    let fixture = Fixture.two
    let model = CoverageModel(fixture.view("2025-03-01"))
    #expect(model.municipalities == [Fixture.venlo, Fixture.venray])
    let cells = model.cells(of: Fixture.product)
    #expect(cells.count == 2)
    #expect(cells.values.allSatisfy { $0.colour == .amber }, "nobody reported room or waiting")
    #expect(model.suggested == Fixture.product)
    var stopped = fixture
    stopped.change(
      "c2",
      .terminated(
        EarlyTermination(
          ground: .mutual,
          noticed: Fixture.day("2025-01-01"),
          effective: Fixture.day("2025-01-31")
        )
      )
    )
    let view = stopped.view("2025-03-01")
    let red = CoverageModel(view).findings.filter { $0.colour == .red }
    #expect(red.map(\.cell.municipality) == [Fixture.venray])
    #expect(red.first?.opens?.kind == .admission, "contract form a lets others join")
    let alerts = AlertsModel(view).items.filter { $0.kind == .coverage }
    #expect(alerts.map(\.municipalities) == [[Fixture.venray]])
  }

  // MARK: - Programmes

  @Test("A milestone that slips moves the start of the contracts with it")
  func slip() throws {
    func milestone(_ code: String, _ due: String, _ after: [String], _ isStart: Bool) -> Milestone {
      Milestone(
        code: Fixture.label(code),
        text: code,
        due: Fixture.day(due),
        after: after.map { Milestone.Dependency(Fixture.label($0), lag: .months(6)) },
        isContractStart: isStart,
        basis: .document("002:199-260")
      )
    }
    let plan = ProgrammePlan(
      code: Fixture.label("nl"),
      title: "Programma",
      municipalities: [Fixture.venlo],
      milestones: [
        milestone("gunning", "2021-07-01", [], false),
        milestone("start", "2022-01-01", ["gunning"], true),
      ]
    )
    var programme = CommissioningProgramme(plan)
    let planned = ProgrammeModel(programme, on: Fixture.day("2021-01-01"))
    #expect(planned.starts.map(\.slipDays) == [0])
    #expect(planned.next?.milestone.code == Fixture.label("gunning"))
    programme.evolve(.reached(Fixture.label("gunning"), on: Fixture.day("2021-08-01")))
    let late = ProgrammeModel(programme, on: Fixture.day("2021-08-02"))
    #expect(late.starts.map(\.slipDays) == [31])
    #expect(late.reached == 1)
  }
}
