import Commissioning
import Foundation
import Landscape
import Quantities
import Region
import Rules
import StrategyFiles
import Testing

private typealias Books = BookFixture

@Suite("Procedures for the segments of an adopted strategy")
struct SegmentProcedureTests {
  private static let unknown = ("vorm: b", "vorm: {onbekend: nog te kiezen}")

  private func plan(_ strategy: String = "klein", _ segment: String = "s1") throws -> ProcedurePlan
  {
    ProcedurePlan(
      code: try #require(ProcedureCode("p9")),
      title: "Proef",
      kind: .admission,
      municipalities: [RegionFixture.municipality],
      lots: [Lot(code: try #require(LotCode("enig")), kind: .single, entry: .openHouse)],
      segment: ProcedurePlan.SegmentReference(strategy: strategy, segment: segment)
    )
  }

  private func refusal(_ command: ProcedureCommand, in run: RegionRun) throws -> ProcedureRefusal? {
    let at = CivilMoment(RegionFixture.today, CivilTime(nanoseconds: 0))
    do throws(Refusal) {
      _ = try run.state.decide(.procedure(command, at: at), on: at.date)
      return nil
    } catch {
      guard case .procedure(let refusal) = error else { return nil }
      return refusal
    }
  }

  @Test("An unknown choice bars a procedure until it is filled in and adopted")
  func bar() throws {
    var run = RegionFixture.opened
    #expect(try refusal(.prepare(plan()), in: run) == .strategyNotAdopted("klein"))
    run.perform(Books.adopt(Books.strategy(Self.unknown)))
    #expect(try refusal(.prepare(plan("klein", "s9")), in: run) == .noSegment("s9", of: "klein"))
    let barred = try #require(try refusal(.prepare(plan()), in: run))
    #expect(barred.text.contains("contractvorm onbekend (nog te kiezen)"), "\(barred.text)")
    run.perform(Books.adopt(Books.strategy()))
    #expect(try refusal(.prepare(plan()), in: run) == nil)
    // A change of the strategy bars the publication as well.
    let at = CivilMoment(RegionFixture.today, CivilTime(nanoseconds: 0))
    run.perform(.procedure(.prepare(try plan()), at: at))
    run.perform(Books.adopt(Books.strategy(Self.unknown)))
    let publish = ProcedureCommand.act(try plan().code, .publish)
    #expect(try refusal(publish, in: run) == barred)
  }

  @Test("The plan with its segment reads back from its bytes")
  func journal() throws {
    let event = ProcedureEvent.prepared(try plan())
    let body = event.body
    #expect(try ProcedureEvent(event.name, version: 1, body: body) == event)
    let text = String(decoding: body, as: UTF8.self)
    #expect(text.hasSuffix(#","segment":{"strategy":"klein","segment":"s1"}}"#), "\(text)")
  }

  /// The segments of a shipped strategy, with the contract form filled in when that is asked.
  private func shipped(_ name: String, completed: Bool) throws -> Strategy {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
    let file = root.appending(path: "Strategies/\(name).yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    let form = /vorm: \{onbekend: [^}]*\}/
    let bytes = Array((completed ? text.replacing(form, with: "vorm: a") : text).utf8)
    return try #require(StrategyReader.check(bytes).strategy)
  }

  @Test("Every segment of a shipped strategy says what is not chosen yet, and bars its procedure")
  func barred() throws {
    for name in ["noord-limburg-wmo-2022", "noord-limburg-jeugd-2022", "lekstroom-wmo-ib-2022"] {
      let strategy = try shipped(name, completed: false)
      for segment in strategy.segments {
        let code = try #require(ProcedureCode("p-\(segment.code)"))
        #expect(
          throws: ProcedureRefusal.segmentNotChosen(segment.code, segment.obstacles),
          "\(name) \(segment.code)"
        ) {
          try ProcedureDraft(of: strategy, segment: segment.code, procedure: code)
        }
      }
    }
  }

  @Test(
    "Once the form of contract is filled in, a segment gives a draft that reads back",
    arguments: ["noord-limburg-wmo-2022", "lekstroom-wmo-ib-2022"]
  )
  func drafts(_ name: String) throws {
    let strategy = try shipped(name, completed: true)
    var drafts = 0
    for segment in strategy.segments where segment.obstacles.isEmpty {
      let code = try #require(ProcedureCode("p-\(segment.code)"))
      let draft = try ProcedureDraft(of: strategy, segment: segment.code, procedure: code)
      drafts += 1
      // What is left to fill in is all that the check of the file still asks for.
      let found = ProcedurePlanFile.check(Array(draft.text.utf8)).findings
      let isForm = found.contains { $0.rule != "PF03" && !$0.message.dutch.contains("soort") }
      #expect(!isForm, "\(name) \(segment.code): \(found.map(\.message.dutch))\n\(draft.text)")
      #expect(!draft.open.isEmpty || found.isEmpty, "\(name) \(segment.code)")
    }
    #expect(drafts > 0)
  }

  @Test("A draft that was completed is a procedure")
  func completed() throws {
    let strategy = Books.strategy()
    let code = try #require(ProcedureCode("klein-s1"))
    let draft = try ProcedureDraft(of: strategy, segment: "s1", procedure: code)
    #expect(draft.open == ["openers"])
    let text = draft.text.replacing("openers: []", with: "openers: [aziz, bloem]")
    let check = ProcedurePlanFile.check(Array(text.utf8))
    let plan = try #require(check.plan, "\(check.findings.map(\.message.dutch))\n\(text)")
    #expect(plan.kind == .requirementsOnly && plan.lots.map(\.maximumAwards) == [4])
    #expect(plan.segment == ProcedurePlan.SegmentReference(strategy: "klein", segment: "s1"))
    var run = RegionFixture.opened
    run.perform(Books.adopt(strategy))
    #expect(try refusal(.prepare(plan), in: run) == nil)
  }
}
