import Landscape
import Rules
import StrategyFiles
import Testing

/// A strategy file that is as small as one can be, to break in one place at a time.
enum SmallStrategy {
  static let text = """
    schema: 1
    strategie:
      code: klein
      naam: Kleine strategie
      regio: klein-gebied
      wet: wmo
      status: ontwerp
      geldig_vanaf: {datum: 2022-01-01, bron: "D:1"}
      opdrachtgever: college
      vastgesteld_bij: b1
      bron: "D:1"
    bronnen:
      - {prefix: "D", titel: Document, soort: document, laatste_regel: 9}
      - {prefix: "W", titel: Wet, soort: wet}
    regio:
      code: klein-gebied
      naam: Klein gebied
      bron: "D:1"
      gemeenten:
        - {cbs: "0321", naam: Houten, vanaf: 2015-01-01, bron: "D:2"}
    organen:
      - {code: college, naam: college, soort: college, rol: besluit, bron: "D:2"}
    programma:
      naam: Programma
      sinds: 2019
      bron: "D:2"
      fasen:
        - {nummer: 1, van: 2019-01, tot: 2019-06, inhoud: [begin], bron: "D:3"}
        - {nummer: 2, van: 2019-07, tot: 2019-12, inhoud: [eind], bron: "D:3"}
      mijlpalen:
        - {code: m1, omschrijving: eerst, gereed: 2020-01-01, bron: "D:3"}
        - {code: m2, omschrijving: daarna, gereed: 2020-02-01, na: [m1], bron: "D:3"}
    besluiten:
      - {code: b1, tekst: besluit, orgaan: college, datum: 2021-01-01, bron: "D:4"}
    doelen:
      - code: d1
        tekst: doel
        indicatoren: [{naam: uitstroom, nulmeting: 10 %, streefwaarde: 20 %}]
        bron: "D:4"
    segmenten:
      - code: s1
        naam: Segment een
        bron: "D:5"
        populatie: {omschrijving: inwoners}
        huidige_producten: {namen: [begeleiding]}
        percelen:
          - code: regionaal
            aanbieders: {minimum: 2, maximum: 4}
            deelname: {"0321": true}
          - code: lokaal
            aanbieders: {minimum: 1, maximum: 2}
            deelname: {"0321": false}
        contract:
          vorm: b
          procedure: {soort: sas}
          looptijd:
            start: 2022-01-01
            basis_jaren: 2
            verlengingen_jaren: [1, 1]
            wijze: verlenging
          toetreding: {beleid: gesloten}
        bekostiging:
          variant: inspanning
          modellen: [{model: pxq, eenheid: uur, prijs_cent: 5000}]
          per_perceel:
            - {perceel: lokaal, budgetkader: begroting_gemeente}
        leveranciersmanagement: {klasse: intensief, frequentie: kwartaal, focus: [resultaat]}
        toegang: {bepaalt: {toegang: [wat], aanbieder: [hoe]}, beschikking_in: uren}
    randvoorwaarden: []

    """

  /// Reads a text that must be a strategy.
  static func strategy(_ text: String) throws -> Strategy {
    let check = StrategyReader.check(Array(text.utf8))
    for finding in check.findings(.error) {
      Issue.record("\(finding.sites[0].place) \(finding.rule) \(finding.message.dutch)")
    }
    return try #require(check.strategy)
  }

  /// The rules that fire when a piece of the file is replaced; a piece that is not there is a fault
  /// of the test.
  static func rules(_ old: String, _ new: String) -> [String] {
    guard text.contains(old) else {
      Issue.record("\(old) is not in the small strategy")
      return []
    }
    let check = StrategyReader.check(Array(text.replacing(old, with: new).utf8))
    return check.findings.filter { $0.severity != .unknown }.map(\.rule)
  }
}
