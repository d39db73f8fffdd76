import Landscape
import Rules
import Testing

/// What stands behind a cell of the steering table.
@Suite("Statements behind a steering element")
struct RuleStatementTests {
  @Test("Each value of the small strategy is told once, with where it comes from")
  func small() throws {
    let strategy = try SmallStrategy.strategy(SmallStrategy.text)
    let statements = SteeringElement.contract.ruleStatements(of: "s1", in: strategy)
    #expect(
      statements.map { "\($0.subject.dutch) = \($0.value.dutch)" } == [
        "percelen, regionaal, aantal aanbieders, minimum = 2",
        "percelen, regionaal, aantal aanbieders, maximum = 4",
        "percelen, regionaal, deelname = 0321 ja",
        "percelen, lokaal, aantal aanbieders, minimum = 1",
        "percelen, lokaal, aantal aanbieders, maximum = 2",
        "percelen, lokaal, deelname = 0321 nee",
        "contractvorm = b", "procedure, soort = sas", "looptijd, start = 1 januari 2022",
        "looptijd, basisjaren = 2", "looptijd, verlengingen in jaren = 1; 1",
        "looptijd, wijze van verlengen = verlenging", "toetreding, beleid = gesloten",
      ]
    )
    #expect(statements.allSatisfy { $0.provenance.text == "D:5" && !$0.isUnknown })
    let payment = SteeringElement.payment.ruleStatements(of: "s1", in: strategy)
    #expect(
      payment.contains { $0.subject.english.hasSuffix("price") && $0.value.dutch.contains("50") }
    )
  }

  @Test("What is not there has no statements")
  func absent() throws {
    let strategy = try SmallStrategy.strategy(SmallStrategy.text)
    #expect(SteeringElement.access.ruleStatements(of: "s9", in: strategy).isEmpty)
  }

  @Test("An unknown choice without which nobody can bid bars a procedure, another does not")
  func unknown() throws {
    let text = SmallStrategy.text
      .replacing("toetreding: {beleid: gesloten}", with: "toetreding: {beleid: {onbekend: weg}}")
      .replacing("start: 2022-01-01\n", with: "start: {onbekend: kwijt}\n")
    let strategy = try SmallStrategy.strategy(text)
    let statements = SteeringElement.contract.ruleStatements(of: "s1", in: strategy)
    let unknown = statements.filter(\.isUnknown)
    #expect(unknown.map(\.value.dutch) == ["kwijt", "weg"])
    #expect(unknown.map(\.barsProcedure) == [false, true])
  }

  @Test(
    "Every cell of the shipped strategies has statements with a source",
    arguments: ShippedStrategies.names
  )
  func shipped(name: String) throws {
    let strategy = try ShippedStrategies.strategy(name)
    for segment in strategy.segments {
      for element in SteeringElement.allCases {
        let statements = element.ruleStatements(of: segment.code, in: strategy)
        #expect(!statements.isEmpty, "\(segment.code) \(element)")
        for statement in statements {
          let origin = statement.provenance
          #expect(!origin.references.isEmpty || origin.isMarked, "\(statement.subject.dutch)")
          #expect(!statement.value.dutch.isEmpty && !statement.value.english.isEmpty)
        }
      }
      // Obstacles of a segment without lots are exactly its barring unknowns.
      guard segment.lots.isEmpty else { continue }
      let barring = SteeringElement.allCases
        .flatMap { $0.ruleStatements(of: segment.code, in: strategy) }.filter(\.barsProcedure)
      #expect(barring.isEmpty || !segment.obstacles.isEmpty, "\(segment.code)")
    }
  }
}
