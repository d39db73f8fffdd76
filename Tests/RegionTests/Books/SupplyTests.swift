import Commissioning
import Journal
import Landscape
import Quantities
import Region
import Rules
import Testing

private typealias Fixture = SupplyFixture

@Suite("Coverage, transition and suppliers in a region")
struct SupplyTests {
  @Test("The policy of the shipped strategy has the seven rules of document 001, with their lines")
  func policy() throws {
    let policy = try #require(
      TransitionPolicy(Fixture.shipped("noord-limburg-participatie-2022"))
    )
    #expect(policy.clauses.map(\.kind) == TransitionClause.Kind.allCases)
    #expect(policy.clauses.allSatisfy { $0.weight == .advice && !$0.bases.isEmpty })
    #expect(policy.start?.description == "2022-01-01")
    #expect(policy.clause(.limitLong)?.period.last?.description == "2021-12-31")
    #expect(policy.clause(.entryOpen)?.period.first.description == "2022-04-01")
    #expect(policy.municipalities.count == 7 && policy.products.isEmpty)
    #expect(policy.title.hasSuffix("Individuele Arbeidsmatige Toeleiding"))
    // The first day of rule 5 is not printed: it is marked as derived.
    let derived = policy.clauses.filter { $0.bases.contains { $0.isAssumption } }
    #expect(derived.map(\.kind) == [.askToEnrol])
    for name in ["noord-limburg-wmo-2022", "noord-limburg-jeugd-2022", "lekstroom-wmo-ib-2022"] {
      #expect(TransitionPolicy(Fixture.shipped(name))?.clauses.isEmpty == true, "\(name)")
    }
  }

  @Test("001:48-62 an allocation by message for a leaving provider signals, and is not refused")
  func signals() throws {
    var run = Fixture.ready
    #expect(run.state.trajectories().count == 3)
    #expect(run.state.transitionSignals().isEmpty)
    run.perform(.transition(.adopt(Fixture.adoption())), on: day("2021-11-02"))
    let signals = run.state.transitionSignals()
    #expect(signals.map(\.key.trajectory.description) == ["0983/2"])
    #expect(signals.first?.clause.kind == .limitLong)
    #expect(signals.first?.bases.first?.dutchText == "bron 001:3")
    // Only what came after a position: the message of allocation 3 is the last one.
    let last = run.entries.last { $0.event == "allocation.recorded" }?.position.rawValue ?? 0
    #expect(run.state.transitionSignals(after: last).isEmpty)
    #expect(run.state.trajectories(after: 0).count == 3)
    // A contract that comes later takes the signal away.
    run.perform(Fixture.contract("nieuw-2", 2, from: "2022-01-01"), on: day("2021-12-01"))
    #expect(run.state.transitionSignals().isEmpty)
  }

  @Test("Old and new contracted providers, with residents counted from the allocations")
  func difference() {
    let state = Fixture.ready.state
    let found = state.contractedDifference(from: day("2021-12-31"), to: day("2022-01-01"))
    #expect(found.providers.map(\.kind) == [.stays, .leaves, .enters])
    #expect(found.affectedResidents == 2 && found.stillRunning == 2)
    let later = state.contractedDifference(from: day("2021-12-31"), to: day("2022-06-01"))
    #expect(later.affectedResidents == 2 && later.stillRunning == 1)
    let elsewhere = state.contractedDifference(
      from: day("2021-12-31"),
      to: day("2022-01-01"),
      municipalities: [Fixture.venray]
    )
    #expect(elsewhere.affectedResidents == 0)
  }

  @Test("The groups, products and municipalities of the matrix come from strategies and contracts")
  func scope() {
    let state = Fixture.ready.state
    #expect(state.coverageGroups(on: day("2022-02-01")).isEmpty)
    #expect(state.coverageProducts(on: day("2022-02-01")) == [Fixture.product("IAT")])
    #expect(state.coverageMunicipalities == [Fixture.venlo, Fixture.venray])
    var lekstroom = RegionRun()
    lekstroom.perform(.open(RegionProfile(municipalities: [])), on: day("2021-01-01"))
    lekstroom.perform(
      BookFixture.adopt(Fixture.shipped("lekstroom-wmo-ib-2022")),
      on: day("2021-06-01")
    )
    #expect(
      lekstroom.state.coverageGroups(on: day("2022-02-01"))
        == ["dg-a", "dg-b", "dg-c", "dg-d", "dg-e"]
    )
    #expect(lekstroom.state.coverageGroups(on: day("2021-02-01")).isEmpty)
    let forms = lekstroom.state.segmentForms.first
    #expect(forms?.segment.description == "lek-ib" && forms?.forms.count == 18)
    #expect(forms?.basis == .document("003:367"))
  }

  @Test("Evaluating a year reviews the contract in the same command")
  func evaluation() {
    let life = Fixture.life
    let words = life.entries.suffix(2).map(\.event)
    #expect(words == ["supplier.year-evaluated", "contract.reviewed"])
    #expect(life.entries.suffix(2).map(\.command.count) == [2, 2])
    let standing = life.state.suppliers.evaluations(
      contracts: life.state.contracts,
      on: day("2022-12-20")
    )
    #expect(standing.first { $0.contract.description == "nieuw-3" }?.stage.code == "ontbinden-kan")
    #expect(life.state.productLines.map(\.line) == [.first])
  }

  @Test("Every word happens in the life, and every entry reads back to its bytes")
  func reading() throws {
    let life = Fixture.life
    let words = Set(life.entries.map(\.event))
    #expect(
      words.isSuperset(
        of: CoverageEvent.Name.allCases.map(\.rawValue)
          + TransitionEvent.Name.allCases.map(\.rawValue)
          + SupplierEvent.Name.allCases.map(\.rawValue)
      )
    )
    for entry in life.entries {
      let event = try EventTable.event(of: entry)
      let again = EventTable.entry(for: event, RegionFixture.context(1), entry.command)
      #expect(again.event == entry.event && again.eventVersion == entry.eventVersion)
      #expect(again.body == entry.body)
    }
  }

  @Test("A state from a snapshot at any place is the state from the beginning")
  func snapshots() throws {
    let life = Fixture.life
    let end = life.state
    for prefix in 0...life.entries.count {
      var state = RegionState()
      for entry in life.entries[..<prefix] { try state.take(entry) }
      var resumed = try RegionState(snapshot: state.snapshot())
      for entry in life.entries[prefix...] { try resumed.take(entry) }
      #expect(resumed.coverage == end.coverage, "prefix \(prefix)")
      #expect(resumed.transition == end.transition, "prefix \(prefix)")
      #expect(resumed.suppliers == end.suppliers, "prefix \(prefix)")
      #expect(resumed.snapshot() == end.snapshot(), "prefix \(prefix)")
    }
  }

  @Test("What names something that is not there is refused, and nothing is done before opening")
  func refusals() throws {
    let life = Fixture.life
    for word in ["supplier.year-evaluated", "supplier.requirement-tested"] {
      let entry = try #require(life.entries.first { $0.event == word })
      var empty = RegionState()
      #expect(throws: EventFailure.self, "\(word)") { try empty.take(entry) }
    }
    for (command, at) in Fixture.commands {
      #expect(throws: Refusal.notOpen) { try RegionState().decide(command, on: day(at)) }
    }
    let asked: [(Command, String)] = [
      (.coverage(.report([])), "coverage.noReports"),
      (
        .transition(.adopt(Fixture.adoption(RegionFixture.municipality))), "transition.notAddressed"
      ),
      (
        .supplier(
          .evaluate(
            YearEvaluation(
              contract: BookFixture.label("x"),
              year: 1,
              results: YearEvaluation.Part(isSufficient: true, finding: "r"),
              progress: YearEvaluation.Part(isSufficient: true, finding: "p")
            )
          )
        ), "supplier.contract"
      ),
    ]
    for (command, code) in asked {
      let refusal = #expect(throws: Refusal.self) {
        try life.state.decide(command, on: day("2022-12-20"))
      }
      #expect(refusal?.code == code)
      #expect(refusal?.text.dutch.hasSuffix(".") == true)
    }
  }
}
