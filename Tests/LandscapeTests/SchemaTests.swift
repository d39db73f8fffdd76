import Landscape
import Rules
import StrategyFiles
import Testing

/// The form of a strategy file: every kind of error fires, and says where.
@Suite("The schema of a strategy file")
struct SchemaTests {
  @Test("The small strategy has no finding at all")
  func clean() { #expect(SmallStrategy.rules("schema: 1", "schema: 1") == []) }

  @Test(
    "Every kind of error of form",
    arguments: [
      ("  status: ontwerp\n", "  status: ontwerp\n  kleur: rood\n", "SF02"),
      ("naam: Segment een", "naam: [een, twee]", "SF03"),
      ("basis_jaren: 2", "basis_jaren: \"2\"", "SF03"),
      ("basis_jaren: 2", "basis_jaren: twee", "SF03"),
      ("basis_jaren: 2", "basis_jaren: 02", "SF03"),
      ("basis_jaren: 2", "basis_jaren: 2000", "SF03"),
      ("basis_jaren: 2", "basis_jaren: 99999999999999999999", "SF03"),
      ("minimum: 2", "minimum: -2", "SF03"),
      ("naam: Segment een", "naam: \"\"", "SF03"),
      ("naam: Segment een", "naam:", "SF03"),
      ("verlengingen_jaren: [1, 1]", "verlengingen_jaren: 1", "SF03"),
      ("deelname: {\"0321\": true}", "deelname: {\"0321\": ja}", "SF03"),
      ("start: 2022-01-01", "start: 1 januari 2022", "SF03"),
      ("start: 2022-01-01", "start: 2022-02-30", "SF03"),
      ("start: 2022-01-01", "start: {vroegst: 2022-05, laatst: 2022-02}", "SF10"),
      ("        wijze: verlenging\n", "", "SF04"),
      ("wijze: verlenging", "wijze: vanzelf", "SF09"),
      ("model: pxq", "model: loterij", "SF09"),
      ("{code: m2,", "{code: m1,", "SF05"),
      (
        "orgaan: college, datum: 2021-01-01, bron: \"D:4\"", "orgaan: college, datum: 2021-01-01",
        "SF06"
      ),
      ("orgaan: college, datum", "herkomst: eigen, orgaan: college, datum", "SF06"),
      ("orgaan: college, datum", "herkomst: aanname, orgaan: college, datum", "SF06"),
      ("vastgesteld_bij: b1", "vastgesteld_bij: b9", "SF07"),
      ("na: [m1]", "na: [m9]", "SF07"),
      ("perceel: lokaal, budgetkader", "perceel: elders, budgetkader", "SF07"),
      ("deelname: {\"0321\": true}", "deelname: {\"0999\": true}", "SF07"),
      ("bron: \"D:5\"", "bron: \"D:10\"", "SF07"),
      ("bron: \"D:5\"", "bron: \"D:boven\"", "SF07"),
      ("bron: \"D:5\"", "bron: \"X:5\"", "SF07"),
      ("bron: \"D:5\"", "bron: []", "SF03"),
      ("bron: \"D:5\"", "bron: \"W:2.5.1\"", ""),
      ("bron: \"D:5\"", "bron: D:5", "SF08"),
      ("cbs: \"0321\"", "cbs: 0321", "SF08"),
      ("cbs: \"0321\"", "cbs: \"321\"", "SF03"),
      ("code: s1\n", "code: {onbekend: weg}\n", "SF12"),
      ("naam: Segment een", "naam: {onbekend: \"\"}", "SF03"),
      ("naam: Segment een", "naam: {onbekend: weg, soort: x}", "SF02"),
      ("schema: 1", "schema: 2", "SF03"),
      ("code: klein\n", "code: klein gebied\n", "SF03"),
    ]
  )
  func errors(old: String, new: String, rule: String) {
    let rules = SmallStrategy.rules(old, new)
    if rule.isEmpty {
      #expect(rules == [])
    } else {
      #expect(rules.contains(rule), "\(rules)")
      #expect(rules.allSatisfy { $0.hasPrefix("SF") || $0.hasPrefix("SE") }, "\(rules)")
    }
  }

  @Test("All errors of a file are told at once, each with its line and column")
  func everyFinding() {
    let text = SmallStrategy.text.replacing("basis_jaren: 2", with: "basis_jaren: twee")
      .replacing("na: [m1]", with: "na: [m9]")
      .replacing("status: ontwerp", with: "status: klaar")
      .replacing("van: 2019-07, tot: 2019-12", with: "van: 2019-12, tot: 2019-07")
      .replacing("tekst: besluit", with: "tekst: &anker besluit")
    let check = StrategyReader.check(Array(text.utf8))
    #expect(check.strategy == nil)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let found = check.findings.map { finding in
      let place = finding.sites[0].place
      return "\(finding.rule) " + lines[place.line - 1].dropFirst(place.column - 1).prefix(4)
    }
    #expect(found == ["SF09 klaa", "SE01 tot:", "SF07 m9],", "SF11 &ank", "SF03 twee"])
  }

  @Test("An unknown value is told with its reason and bars a procedure until it is filled")
  func unknown() throws {
    #expect(try SmallStrategy.strategy(SmallStrategy.text).segments[0].obstacles.isEmpty)
    for (old, new, words) in [
      ("vorm: b", "vorm: {onbekend: niet gekozen}", "contractvorm onbekend (niet gekozen)"),
      ("beleid: gesloten", "beleid: {onbekend: later}", "toetreding onbekend (later)"),
      (
        "modellen: [{model: pxq, eenheid: uur, prijs_cent: 5000}]",
        "modellen: {onbekend: later}", "bekostiging onbekend (later)"
      ),
      (
        "toegang: {bepaalt: {toegang: [wat], aanbieder: [hoe]}, beschikking_in: uren}",
        "toegang: {onbekend: later}", "toegang onbekend (later)"
      ),
    ] {
      let text = SmallStrategy.text.replacing(old, with: new)
      let check = StrategyReader.check(Array(text.utf8))
      let unknown = check.findings(.unknown)
      #expect(unknown.count == 1 && unknown[0].sites.count == 1, "\(new)")
      let obstacles = try #require(check.strategy).segments[0].obstacles
      #expect(
        obstacles.map(\.dutch) == ["perceel regionaal: \(words)", "perceel lokaal: \(words)"]
      )
    }
  }

  @Test("A lot answers for itself, and the rest of the element stays that of the segment")
  func override() throws {
    let segment = try SmallStrategy.strategy(SmallStrategy.text).segments[0]
    #expect(segment.payment.element?.budgetFrame.value == nil)
    #expect(segment.lots[0].payment.element?.budgetFrame.value == nil)
    #expect(segment.lots[1].payment.element?.budgetFrame.value == .municipalBudget)
    #expect(segment.lots[1].payment.element?.models == segment.payment.element?.models)
  }
}
