import Landscape
import StrategyFiles
import Testing

/// Every rule about what a strategy says: broken in one place it fires, and mended it does not.
@Suite("Rules on strategies")
struct RuleTests {
  /// A rule, what is replaced in a strategy without findings, and by what.
  struct Case: Sendable, CustomStringConvertible {
    let rule: String
    let old: String
    let new: String
    var description: String { rule }

    init(_ rule: String, _ old: String, _ new: String) {
      self.rule = rule
      self.old = old
      self.new = new
    }
  }

  private static let openHouse =
    "procedure: {soort: toelating}"
  private static let fewer = "code: b1, beoogt: [minder_aanbieders],"

  @Test(
    "Fires where the file is broken, and nothing else does",
    arguments: [
      Case("SE01", "van: 2019-07, tot: 2019-12", "van: 2019-12, tot: 2019-07"),
      Case(
        "SE02",
        "        - {cbs: \"0321\", naam: Houten, vanaf: 2015-01-01, bron: \"D:2\"}\n",
        "        - {cbs: \"0321\", naam: Houten, vanaf: 2015-01-01, bron: \"D:2\"}\n        - {cbs: \"0321\", naam: Houten, vanaf: 2016-01-01, bron: \"D:2\"}\n"
      ),
      Case("SE03", "van: 2019-07,", "van: 2019-05,"),
      Case("SE04", "gereed: 2020-01-01, bron", "gereed: 2020-02-01, na: [m2], bron"),
      Case(
        "SW01",
        "randvoorwaarden: []",
        "begrippen: [{code: vorm-a, naam: a, tekst: a, bron: \"D:1\"}]"
      ),
      Case("SW02", "basis_jaren: 2", "basis_jaren: 3"),
      Case("SW03", "{minimum: 2, maximum: 4}", "{maximum: 4}"),
      Case(
        "SW04",
        "eenheid: uur, prijs_cent: 5000",
        "eenheid: {onbekend: x}, prijs_cent: {onbekend: x}"
      ),
      Case("SW05", "modellen: [{model: pxq, eenheid: uur, prijs_cent: 5000}]", population),
      Case("SW06", "code: b1,", fewer),
      Case(
        "SW07",
        "leveranciersmanagement: {klasse: intensief, frequentie: kwartaal, focus: [resultaat]}",
        "leveranciersmanagement: {onbekend: x}"
      ),
      Case("SW08", "naam: Segment een", "naam: {onbekend: x}"),
      Case("SW09", "randvoorwaarden: []", note("zonder_plaats")),
      Case("SW10", "gereed: 2020-02-01", "gereed: 2019-12-31"),
      Case("SW11", "toegang: [wat], aanbieder: [hoe]", "toegang: [wat, hoe], aanbieder: []"),
      Case(
        "SW12",
        "        populatie: {omschrijving: inwoners}\n",
        "        populatie: {omschrijving: inwoners}\n        aanbieders: {streefaantal: 15}\n        uitkomst: {aanbieders: 3, bron: \"D:5\"}\n"
      ),
      Case(
        "SW13",
        "variant: inspanning",
        "variant: inspanning\n      kan_wijzigen_in: {model: traject, voorwaarde: x}"
      ),
      Case("SW14", "randvoorwaarden: []", "kpis: {onbekend: x}"),
      Case(
        "SW15",
        "indicatoren: [{naam: uitstroom, nulmeting: 10 %, streefwaarde: 20 %}]",
        "indicatoren: []"
      ),
      Case("SW16", "randvoorwaarden: []", note("tegenspraak")),
      Case("SW16", "randvoorwaarden: []", note("getal")),
      Case("SW17", "vanaf: 2015-01-01,", "vanaf: 2015-01-01, bestaat_vanaf: 2019-01-01,"),
      Case(
        "SW18",
        "geldig_vanaf: {datum: 2022-01-01, bron: \"D:1\"}",
        "geldig_vanaf: {datum: 2022-01-01, herkomst: aanname, toelichting: x}"
      ),
      Case("SW19", "vastgesteld_bij: b1", "vastgesteld_bij: {onbekend: x}"),
      Case("SW20", "variant: inspanning", "variant: inspanning\n      verantwoording: resultaat"),
      Case("SW21", "randvoorwaarden: []", grid(rule: "{onbekend: x}", price: "5000")),
      Case("SW22", "randvoorwaarden: []", grid(rule: "twee is plus", price: "{onbekend: x}")),
      Case(
        "SW23",
        "populatie: {omschrijving: inwoners}",
        "populatie: {omschrijving: inwoners}\n    kwaliteitseisen: [{eis: geschoold personeel}]"
      ),
      Case("SW24", "vorm: b", "vorm: d"),
      Case(
        "SW25",
        "variant: inspanning",
        "variant: inspanning\n      prikkels: [{soort: volume, tekst: x}]"
      ),
      Case("SW26", "beleid: gesloten", "beleid: tussentijds"),
      Case("SN01", "basis_jaren: 2", "basis_jaren: 3"),
      Case("SN02", "randvoorwaarden: []", note("verschrijving")),
    ]
  )
  func fires(_ test: Case) {
    var text = SmallStrategy.text
    for (old, new) in Self.preparation(test.rule) { text = text.replacing(old, with: new) }
    let before = Self.rules(text)
    #expect(!before.contains(test.rule), "before: \(before)")
    guard text.contains(Self.indented(test.old)) else {
      Issue.record("\(test.old) is not in the file")
      return
    }
    text = text.replacing(Self.indented(test.old), with: Self.indented(test.new))
    let after = Self.rules(text)
    #expect(after == (before + [test.rule]).sorted(), "after: \(after)")
  }

  /// What has to stand in the file already for a rule to be able to fire.
  private static func preparation(_ rule: String) -> [(String, String)] {
    switch rule {
    case "SW01": [("vorm: b", "vorm: {onbekend: x}")]
    case "SW06", "SW25", "SN01": [("procedure: {soort: sas}", openHouse)]
    case "SW05": [("vorm: b", "vorm: {onbekend: x}")]
    case "SW20": [("beschikking_in: uren", "beschikking_in: resultaten")]
    default: []
    }
  }

  private static func rules(_ text: String) -> [String] {
    StrategyReader.check(Array(text.utf8)).findings.filter { $0.severity != .unknown }
      .map(\.rule).sorted()
  }

  /// The small strategy stands at the margin; pieces of it are written here as they look inside.
  private static func indented(_ text: String) -> String {
    text.hasPrefix("        ")
      ? text.split(separator: "\n").map { $0.dropFirst(4) + "\n" }.joined() : text
  }

  private static let population =
    "modellen: [{model: populatie, omvang: 100, gebruik: x, normprijs_cent: 100, voorschot: x, afrekening: telling, corridor: x, aandeel: x, grens: x}]"

  private static func note(_ kind: String) -> String {
    "bronopmerkingen: [{code: n1, soort: \(kind), tekst: x, bron: \"D:1\"}]"
  }

  private static func grid(rule: String, price: String) -> String {
    """
    productraster:
      bron: "D:1"
      assen: []
      regel_intensiteit: \(rule)
      vormen:
        - {code: v1, zwaarte: "1", type: "b", intensiteit: "+", naam: v, uren_per_week: 2, prijs_cent: \(price)}
    """
  }
}
