import Commissioning
import Foundation
import Landscape
import Quantities
import Region
import StrategyFiles
import Rules
import Testing

@Suite("The programme of an adopted strategy")
struct StrategyProgrammeTests {
  private func programme(_ name: String) throws -> StrategyProgramme {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
    let file = root.appending(path: "Strategies/\(name).yaml")
    let check = StrategyReader.check(Array(try Data(contentsOf: file)))
    return try StrategyProgramme(of: try #require(check.strategy))
  }

  private func adopted(_ programme: StrategyProgramme) throws -> CommissioningProgramme {
    var book = ProgrammeBook()
    let day = try #require(CivilDate("2020-06-01"))
    for event in try book.decide(.adopt(programme.plan), on: day) { book.evolve(event) }
    for decision in programme.decisions {
      let command = ProgrammeCommand.act(programme.plan.code, .propose(decision))
      for event in try book.decide(command, on: day) { book.evolve(event) }
    }
    return try #require(book.programmes[programme.plan.code])
  }

  @Test("Every shipped strategy with dated milestones gives a programme that can be adopted")
  func shipped() throws {
    for name in ["noord-limburg-wmo-2022", "noord-limburg-jeugd-2022"] {
      let programme = try programme(name)
      let running = try adopted(programme)
      #expect(running.plan.municipalities.count == 7, "\(name)")
      #expect(running.plan.phases.count == 3, "\(name)")
      #expect(running.plan.milestones.count == 8, "\(name)")
      let starts = running.plan.milestones.filter(\.isContractStart)
      #expect(starts.map(\.code.description) == ["nl-m10"], "\(name)")
      #expect(running.plan.milestones.allSatisfy { !$0.basis.dutchText.isEmpty })
      // The market consultations have no day, and whatever waits for them says so.
      #expect(programme.omissions.contains { $0.text.dutch.contains("nl-m3") }, "\(name)")
    }
  }

  @Test("I15: the document's own clash is found in the programme for youth")
  func clash() throws {
    let running = try adopted(try programme("noord-limburg-jeugd-2022"))
    let clashes = running.clashes()
    #expect(clashes.contains { $0.milestone.description == "nl-m6" }, "\(clashes.map(\.text))")
    #expect(try adopted(try programme("noord-limburg-wmo-2022")).clashes().isEmpty)
  }

  @Test("A decision in two steps: the portfolio board, then each of the seven executives")
  func twoSteps() throws {
    let running = try adopted(try programme("noord-limburg-wmo-2022"))
    let decision = try #require(running.decisions.first { $0.code.description == "nl-b15" })
    #expect(decision.steps.map(\.count) == [1, 7])
    #expect(decision.steps[1].first?.description.hasPrefix("colleges-") == true)
  }
}
