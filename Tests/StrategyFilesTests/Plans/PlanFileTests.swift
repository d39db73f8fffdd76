import Commissioning
import Landscape
import Quantities
import Rules
import StrategyFiles
import Testing

@Suite("Plan files of procedures and programmes")
struct PlanFileTests {
  private static let procedure = """
    schema: 1
    procedure:
      code: sas-ib-2022
      titel: Individuele begeleiding
      soort: sas_met_gunningscriteria
      gemeenten: ["0983", "0984"]
      geraamde_waarde_cent: 120000000
      sluitingsuur: "14:30"
    percelen:
      - {code: regionaal, soort: regionaal, toetreding: gesloten, minimum: 2, maximum: 12, minimumscore: 50}
      - {code: lokaal, soort: lokaal, toetreding: tussentijds}
    eisen:
      - code: gva
        soort: uitsluitingsgrond
        tekst: De aanbieder is integer.
        bewijs: gedragsverklaring-aanbesteden
        grondslag: {wet: "Aanbestedingswet 2012, 2.86"}
      - code: ervaring
        soort: geschiktheidseis
        tekst: Drie jaar ervaring.
        toets: jaargesprek
        grondslag: {bron: "003:460"}
    gunningscriteria:
      - {code: plan, tekst: Plan, punten: 60, minimum: 20, kpi: afschalen}
      - {code: prijs, tekst: Prijs, punten: 40, prijs: true}
    gelijke_stand:
      - {criterium: plan}
      - {loting: true}
    besluitvorming:
      - {organen: [pho-sd]}
      - {organen: [college-0983, college-0984]}
    openers: [aziz, bloem]
    beoordelaars: [dekker, evers]
    termijnen:
      - {stap: vragen-sluiten, termijn: 28 dagen}
    """

  private static let programme = """
    schema: 1
    programma:
      code: nl-2020
      titel: Sturing en inkoop
      gemeenten: ["0983"]
    fasen:
      - {code: fase-1, inhoud: Doelen, van: 2019-04-01, tot: 2019-09-30, grondslag: {bron: "002:80"}}
    mijlpalen:
      - {code: m1, tekst: Kaders, gereed: 2020-07-15, grondslag: {bron: "002:213"}}
      - code: m2
        tekst: Start contracten
        gereed: 2022-01-01
        na: [{mijlpaal: m1, termijn: 6 maanden}]
        start_contracten: true
        grondslag: {aanname: proef}
    randvoorwaarden:
      - {code: r1, tekst: Systemen, verantwoordelijke: mgr, grondslag: {bron: "003:500"}}
    besluiten:
      - code: b1
        tekst: Een regio
        bindt: procedure
        stappen: [{organen: [pho-sd]}, {organen: [college-0983]}]
        grondslag: {bron: "002:91"}
    """

  private func findings(of text: String) -> [String] {
    lines(ProcedurePlanFile.check(Array(text.utf8)))
  }

  private func lines<Plan>(_ check: PlanCheck<Plan>) -> [String] {
    check.findings.map { finding in
      "\(finding.sites.first?.place.description ?? "?") \(finding.rule) \(finding.message.dutch)"
    }
  }

  @Test("A whole procedure is read")
  func procedure() throws {
    let check = ProcedurePlanFile.check(Array(Self.procedure.utf8))
    #expect(check.findings.isEmpty, "\(check.findings)")
    let plan = try #require(check.plan)
    #expect(plan.code.description == "sas-ib-2022" && plan.kind == .awardCriteria)
    #expect(plan.municipalities.map(\.description) == ["0983", "0984"])
    #expect(plan.lots.map(\.maximumAwards) == [12, nil])
    #expect(plan.requirements.map(\.basis.dutchText).last == "bron 003:460")
    #expect(plan.criteria.map(\.minimumPoints) == [20, 0])
    #expect(plan.criteria.map(\.isPrice) == [false, true])
    #expect(plan.tieBreaks.count == 2 && plan.tieBreaks.last == .draw)
    #expect(
      plan.gates.map { $0.map(\.description) } == [["pho-sd"], ["college-0983", "college-0984"]]
    )
    #expect(plan.choices == [.questionsClose: .days(28)])
    #expect(plan.closingTime.description.hasPrefix("14:30"))
    #expect(plan.estimatedValue == Cents(120_000_000))
  }

  @Test("A whole programme is read, with the decisions to lay before the bodies")
  func programme() throws {
    let check = ProgrammePlanFile.check(Array(Self.programme.utf8))
    #expect(check.findings.isEmpty, "\(check.findings)")
    let file = try #require(check.plan)
    #expect(file.plan.milestones.map(\.isContractStart) == [false, true])
    #expect(file.plan.milestones[1].after.map(\.lag) == [.months(6)])
    #expect(file.plan.readiness.count == 1 && file.plan.phases.count == 1)
    #expect(file.decisions.map { $0.steps.count } == [2])
  }

  @Test("Every finding at once, each with its line and column, and never half a plan")
  func allAtOnce() {
    let broken = Self.procedure
      .replacing("soort: regionaal,", with: "soort: groot,")
      .replacing("titel: Individuele begeleiding", with: "tittel: Individuele begeleiding")
      .replacing("termijn: 28 dagen", with: "termijn: vier weken")
      .replacing("[\"0983\", \"0984\"]", with: "[0983, \"0984\"]")
      .replacing("{criterium: plan}", with: "{criterium: plaan}")
      .replacing("grondslag: {bron: \"003:460\"}", with: "grondslag: {}")
      .replacing("sluitingsuur: \"14:30\"", with: "sluitingsuur: \"halfdrie\"")
    let found = findings(of: broken)
    #expect(ProcedurePlanFile.check(Array(broken.utf8)).plan == nil)
    #expect(
      found.map { $0.split(separator: " ").prefix(2).joined(separator: " ") } == [
        "3:3 SF04", "4:3 SF02", "6:15 SF08", "8:3 PF01", "10:30 SF09", "22:16 PF02", "27:17 SF07",
        "35:28 PF01",
      ],
      "\(found.joined(separator: "\n"))"
    )
  }

  @Test(
    "What the law or the kind of procedure forbids, at the key it is about",
    arguments: [
      ("openers: [aziz, bloem]", "openers: [aziz, aziz]", "32:1 PF03 Noem twee verschillende"),
      ("beoordelaars: [dekker, evers]", "beoordelaars: [dekker]", "33:1 PF03 Noem ten minste twee"),
      (
        "  - {code: plan, tekst: Plan, punten: 60, minimum: 20, kpi: afschalen}\n", "",
        "23:1 PF03 Gunnen op alleen prijs is verboden"
      ),
      ("  - {loting: true}\n", "", "26:1 PF03 De laatste regel bij gelijke stand"),
      (
        "sas_met_gunningscriteria", "toelating",
        "9:1 PF03 Een toelatingsprocedure kent geen maximum"
      ),
      ("minimum: 2, maximum: 12", "minimum: 20, maximum: 12", "10:"),
    ]
  )
  func forbidden(old: String, new: String, expected: String) {
    let text = Self.procedure.replacing(old, with: new)
      .replacing(
        old == "  - {code: plan, tekst: Plan, punten: 60, minimum: 20, kpi: afschalen}\n"
          ? "  - {criterium: plan}\n" : "\u{0}",
        with: ""
      )
    let found = findings(of: text)
    #expect(found.contains { $0.hasPrefix(expected) }, "\(found)")
    #expect(ProcedurePlanFile.check(Array(text.utf8)).plan == nil)
  }

  @Test(
    "What a programme cannot be",
    arguments: [
      ("mijlpaal: m1", "mijlpaal: m2", "Mijlpaal m2 volgt via andere mijlpalen op zichzelf"),
      ("mijlpaal: m1", "mijlpaal: m9", "mijlpaal m9 bestaat niet in dit bestand"),
      ("tot: 2019-09-30", "tot: 2019-03-30", "Fase fase-1 eindigt voor zij begint"),
      ("gereed: 2020-07-15", "gereed: 2020-07", "gereed: schrijf een dag als 2022-01-31"),
      ("[{organen: [pho-sd]}, {organen: [college-0983]}]", "[]", "Noem de organen"),
      ("gemeenten: [\"0983\"]", "gemeenten: []", "Noem de gemeenten van het programma"),
      ("grondslag: {aanname: proef}", "grondslag: {aanname: proef, wet: x}", "noem precies een"),
    ]
  )
  func noProgramme(old: String, new: String, expected: String) {
    let check = ProgrammePlanFile.check(Array(Self.programme.replacing(old, with: new).utf8))
    #expect(check.plan == nil)
    #expect(lines(check).contains { $0.contains(expected) }, "\(lines(check))")
  }

  @Test("Bytes of any kind give findings and never a plan by half")
  func hostile() {
    for text in [
      "", "a", "[]", "schema: 1", "procedure: []", "&a [*a]", "\u{0}", "percelen: {x: y}",
    ] {
      #expect(ProcedurePlanFile.check(Array(text.utf8)).plan == nil)
      #expect(!ProcedurePlanFile.check(Array(text.utf8)).findings.isEmpty)
      #expect(ProgrammePlanFile.check(Array(text.utf8)).plan == nil)
    }
    // Any one line left out gives a plan or findings, and never nothing.
    let lines = Self.procedure.split(separator: "\n", omittingEmptySubsequences: false)
    for skipped in lines.indices {
      let text = lines.indices.filter { $0 != skipped }.map { lines[$0] }.joined(separator: "\n")
      let check = ProcedurePlanFile.check(Array(text.utf8))
      #expect((check.plan == nil) != check.findings.isEmpty, "line \(skipped + 1)")
    }
  }
}
