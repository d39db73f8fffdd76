import Quantities
import Rules
import Testing

@Suite("Rule set")
struct RuleSetTests {
  static let always = CivilDate("2000-01-01").flatMap { OpenPeriod(from: $0, through: nil) }
  let day = CivilDate(dayNumber: 20_000)

  static func rule(
    _ id: RuleID,
    fails: Int,
    dependsOn: [RuleID] = [],
    inForce: OpenPeriod? = always
  ) throws -> Rule<Int> {
    Rule(
      id,
      code: ReturnCode("9\(id.description.suffix(3))"),
      level: 3,
      judges: "Prestatie",
      source: "test",
      inForce: try #require(inForce),
      dependsOn: dependsOn,
      check: { $0 & fails != 0 ? .fails : .holds },
      compared: { [ComparedValue("subject", .number(Int64($0)))] }
    )
  }

  /// Four rules in a chain with a side branch: 001 <- 002 <- 003, and 004 alone.
  func chain() throws -> RuleSet<Int> {
    RuleSet(
      version: "test/1",
      rules: [
        try Self.rule("TR001", fails: 1),
        try Self.rule("TR002", fails: 2, dependsOn: ["TR001"]),
        try Self.rule("TR003", fails: 4, dependsOn: ["TR002"]),
        try Self.rule("TR004", fails: 8),
      ]
    )
  }

  @Test(
    "Every rule is evaluated; what depends on a failure is not assessed, also at one remove",
    arguments: [
      (0, [], []), (1, ["9001"], [1, 2]), (2, ["9002"], [2]), (4, ["9003"], []),
      (8, ["9004"], []), (15, ["9001", "9004"], [1, 2]), (14, ["9002", "9004"], [2]),
    ] as [(Int, [String], [Int])]
  )
  func dependencies(subject: Int, codes: [String], notAssessed: [Int]) throws {
    let set = try chain()
    let assessment = set.assess(subject, on: day)
    #expect(set.codes(assessment).map(\.description) == codes)
    #expect(assessment.notAssessed.indices == notAssessed)
    #expect(assessment.passes == codes.isEmpty)
  }

  @Test("A rule that is not assessed names the failed rule behind it")
  func premiseIsNamed() throws {
    let set = try chain()
    let assessment = set.assess(1, on: day)
    #expect(set.premise(thatClosed: 2, in: assessment) == "TR001")
    #expect(set.premise(thatClosed: 3, in: assessment) == nil)
  }

  @Test("A finding carries rule, code, class, row and the values compared")
  func findings() throws {
    let set = try chain()
    let findings = set.findings(set.assess(8, on: day), of: 8, row: 3)
    #expect(
      findings == [
        Finding(
          rule: "TR004",
          code: "9004",
          level: 3,
          judges: "Prestatie",
          row: 3,
          compared: [ComparedValue("subject", .number(8))]
        )
      ]
    )
  }

  @Test("A rule is silent outside the days on which it is in force")
  func inForce() throws {
    let later = try #require(OpenPeriod(from: day.adding(days: 1), through: nil))
    let set = RuleSet(version: "t", rules: [try Self.rule("TR001", fails: 1, inForce: later)])
    #expect(set.assess(1, on: day).passes)
    #expect(!set.assess(1, on: day.adding(days: 1)).passes)
  }

  @Test("A rule that depends on a later one is our mistake and traps")
  func orderIsChecked() async {
    await #expect(processExitsWith: .failure) {
      _ = RuleSet(
        version: "t",
        rules: [
          try RuleSetTests.rule("TR002", fails: 1, dependsOn: ["TR001"]),
          try RuleSetTests.rule("TR001", fails: 1),
        ]
      )
    }
  }
}
