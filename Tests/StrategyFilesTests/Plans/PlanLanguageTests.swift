import Landscape
import Rules
import StrategyFiles
import Testing

/// Every finding on a plan file is told in Dutch and in English.
@Suite("Plan files in two languages")
struct PlanLanguageTests {
  private static func shapes(_ shape: StrategySchema.Shape) -> [StrategySchema.Shape] {
    [shape] + shape.fields.flatMap { shapes($0.type) }
  }

  private static func shapes(_ type: StrategySchema.FieldType) -> [StrategySchema.Shape] {
    switch type {
    case .list(let element): shapes(element)
    case .record(let shape): shapes(shape)
    default: []
    }
  }

  @Test("Every block and every key of a plan file has its English")
  func schema() {
    for shape in Self.shapes(PlanSchema.procedure) + Self.shapes(PlanSchema.programme) {
      #expect(shape.title.dutch != shape.title.english, "\(shape.name)")
      for field in shape.fields {
        #expect(SchemaWords.labels[field.label] != nil, "\(field.label)")
      }
    }
  }

  private func expectBoth(_ findings: [StrategyFinding]) {
    #expect(!findings.isEmpty)
    for finding in findings {
      let (dutch, english) = (finding.message.dutch, finding.message.english)
      #expect(!dutch.isEmpty && !english.isEmpty && dutch != english, "\(dutch)")
      #expect(!dutch.contains("(s)") && !english.contains("(s)"), "\(dutch)")
      #expect(finding.sites.allSatisfy { $0.detail == finding.message })
    }
  }

  @Test(
    "Every finding on a procedure is told in both languages",
    arguments: [
      "", "a: [", "schema: 1",
      """
      schema: 1
      procedure: {code: p, titel: T, soort: sas_met_gunningscriteria, gemeenten: [], sluitingsuur: "x"}
      percelen:
        - {code: a, soort: regionaal, toetreding: gesloten, minimum: 3, maximum: 2}
        - {code: a, soort: groot, toetreding: gesloten}
      eisen: [{code: e, soort: uitsluitingsgrond, tekst: t, grondslag: {}}]
      gelijke_stand: [{loting: false}]
      termijnen: [{stap: vragen-sluiten, termijn: x}, {stap: vragen-sluiten, termijn: 28 dagen}]
      openers: ["a b"]
      """,
      """
      schema: 1
      procedure: {code: p, titel: T, soort: sas_met_gunningscriteria, gemeenten: ["0983"]}
      percelen: []
      gunningscriteria: [{code: c, tekst: t, punten: 10, prijs: true}]
      """,
    ]
  )
  func procedures(text: String) { expectBoth(ProcedurePlanFile.check(Array(text.utf8)).findings) }

  @Test(
    "Every finding on a programme is told in both languages",
    arguments: [
      "", "schema: 1",
      """
      schema: 1
      programma: {code: p, titel: T, gemeenten: []}
      fasen: [{code: f, inhoud: i, van: 2020-02-01, tot: 2020-01-01, grondslag: {bron: "002:1"}}]
      mijlpalen: [{code: m, tekst: t, gereed: 2020-13-01, grondslag: {bron: "002:1"}}]
      """,
      """
      schema: 1
      programma: {code: p, titel: T, gemeenten: ["0983"]}
      fasen: []
      mijlpalen:
        - {code: m, tekst: t, start: 2021-01-01, gereed: 2020-01-01, grondslag: {bron: "002:1"}}
      """,
    ]
  )
  func programmes(text: String) { expectBoth(ProgrammePlanFile.check(Array(text.utf8)).findings) }
}
