import Commissioning
import Landscape
import Quantities
import Region
import Rules
import StrategyFiles
import Synthetic
import Testing

@Suite("The story of commissioning in Noord-Limburg")
struct NoordLimburgStoryTests {
  @Test("A shipped segment is barred from a procedure, the filled-in one is not, end to end")
  func barred() throws {
    for next in CompletedStrategy.allCases {
      let shipped = try #require(next.shipped.strategy)
      let completed = try #require(next.strategy)
      var opened = 0
      for segment in completed.segments where segment.obstacles.isEmpty {
        let code = try #require(ProcedureCode("p-\(segment.code)"))
        let draft = try ProcedureDraft(of: completed, segment: segment.code, procedure: code)
        let plan = try Regions.tools.readPlan(
          Array(PlanCompletion(completed, segment: segment.code).completed(draft.text).utf8)
        ).get()
        #expect(try decides(.prepare(plan), after: [shipped, completed]))
        opened += 1
        guard shipped.segment(segment.code)?.obstacles.isEmpty == false else { continue }
        #expect(throws: ProcedureRefusal.self) {
          try ProcedureDraft(of: shipped, segment: segment.code, procedure: code)
        }
        #expect(try !decides(.prepare(plan), after: [shipped]))
      }
      #expect(opened > 0, "\(next.fileName)")
    }
  }

  /// Whether a region that adopted strategies, one after another, takes a command.
  private func decides(_ command: ProcedureCommand, after strategies: [Strategy]) throws -> Bool {
    var state = RegionState()
    let codes = strategies.flatMap(\.municipalities)
    state.evolve(.opened(RegionProfile(municipalities: Set(codes).sorted())), command: 0)
    let day = try #require(CivilDate("2021-01-11"))
    for strategy in strategies {
      let digest = Regions.tools.digest(strategy.bytes)
      for event in try state.decide(.strategy(.adopt(strategy, digest: digest)), on: day) {
        state.evolve(event, command: 1)
      }
    }
    do throws(Refusal) {
      _ = try state.decide(.procedure(command, at: CivilMoment(day, .noon)), on: day)
      return true
    } catch {
      if case .procedure(.segmentNotChosen) = error { return false }
      throw error
    }
  }

  @Test("What is filled in is marked as assumed, and nothing that was known is gone")
  func assumptions() throws {
    for next in CompletedStrategy.allCases {
      let check = StrategyReader.check(next.bytes)
      #expect(!check.hasErrors, "\(next.fileName)")
      let shipped = try #require(next.shipped.strategy)
      let completed = try #require(next.strategy)
      #expect(shipped.code == completed.code)
      let lines = StrategyComparison(from: shipped, to: completed).lines(in: .dutch)
      #expect(lines.contains { $0.contains("contractvorm") })
      #expect(lines.contains { $0.contains("herkomst: nieuw: aanname") || $0.contains("wordt") })
      #expect(!lines.contains { $0.contains("vervalt") }, "\(next.fileName)")
    }
  }

  @Test("On the last day something asks for attention in every room", arguments: [1, 6])
  func attention(seed: UInt64) throws {
    let region = try Regions.noordLimburg(seed: seed)
    let state = try PlayedRegion(region).state
    let day = try #require(region.steps.map(\.moment.date).max())
    let procedures = state.procedures.procedures.values
    let open = procedures.filter { $0.closing.map { $0.date > day } ?? false }
    #expect(open.map(\.plan.code.description) == ["nl-wmo-s2a-2027"])
    #expect(open.first?.questions.filter { $0.note == nil }.count == 2)
    let waiting = procedures.filter { $0.awards.values.contains { $0.standstillEnd > day } }
    #expect(waiting.map(\.plan.code.description) == ["nl-wmo-s3a-2027"])
    #expect(waiting.first?.complaints.map(\.answered) == [nil])

    let contracts = state.contracts.contracts.values
    let warnings = contracts.flatMap { $0.ceiling?.warnings ?? [] }
    #expect(warnings.contains { $0.outcome?.amount != nil } && warnings.contains { $0.talk == nil })
    #expect(!state.suppliers.alerts(contracts: state.contracts, on: day).isEmpty)
    let evaluations = state.suppliers.evaluations.values.flatMap(\.values)
    #expect(evaluations.contains { !$0.results.isSufficient })
    let adopters = Set(state.transition.adoptions.map(\.municipality))
    #expect(adopters.count == region.support.municipalities.count - 1)
    #expect(state.strategies.adoptions.count == 6)
    #expect(!state.coverageGroups(on: day).isEmpty || !state.coverageProducts(on: day).isEmpty)
    let youth = contracts.filter { $0.draft.lot?.description == "jeugd-3" }
    #expect(youth.count > 1 && youth.allSatisfy { $0.lastDay > day })
  }
}

extension CivilTime {
  fileprivate static var noon: CivilTime { CivilTime(nanoseconds: 43_200_000_000_000) }
}
