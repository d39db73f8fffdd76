import Rules

/// The English of what our own rules rest on, by the Dutch words that stand in the rule.
///
/// The Dutch name of an act, a clause or a rule stays in the English text, because that is what a
/// reader has to find again. Words that somebody wrote in a file or a command are not in the table
/// and stay as they are.
package enum BasisWords {
  /// A ground of ours in English; nil for words that are not ours.
  package static func english(_ dutch: String) -> String? {
    table[dutch] ?? composed(dutch)
  }

  /// The grounds into which a value is put.
  private static func composed(_ dutch: String) -> String? {
    if let ground = rest(of: dutch, after: "opzegging: ") {
      let found = EarlyTermination.Ground.allCases.first { $0.dutchText == ground }
      return found.map { "notice: \($0.text.english)" }
    }
    if let term = rest(of: dutch, after: "looptijd ") {
      let parts = term.split(separator: " ")
      guard parts.count == 3, parts[1] == "vanaf" else { return nil }
      return "term \(parts[0]) from \(parts[2])"
    }
    if let step = rest(of: dutch, after: "continuïteit: stap ") {
      return "continuity: step " + step.split(separator: " ").prefix(1).joined() + " of 6"
    }
    if let milestone = rest(of: dutch, after: "geen datum in de bron (") {
      return "no date in the source (\(milestone)"
    }
    return nil
  }

  private static func rest(of text: String, after prefix: String) -> String? {
    text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : nil
  }

  /// Every ground of ours that has no value in it.
  package static let table: [String: String] =
    laws.merging(standards) { first, _ in first }
    .merging(clauses) { first, _ in first }
    .merging(assumptions) { first, _ in first }

  private static let laws = [
    "Wmo 2015: onderzoek binnen 6 weken na de melding":
      "Social Support Act 2015 (Wmo 2015): inquiry within 6 weeks of the notification",
    "Wmo 2015: besluit binnen 2 weken na de aanvraag":
      "Social Support Act 2015 (Wmo 2015): decision within 2 weeks of the application",
    "Norm voor Opdrachtgeverschap, VNG 10 juni 2020":
      "Commissioning Standard (Norm voor Opdrachtgeverschap), VNG, 10 June 2020",
    "HvJ EU Falk Pharma en Tirkkonen: bij toelating kiest de cliënt, niet de gemeente":
      "EU Court of Justice (HvJ EU), Falk Pharma and Tirkkonen: in an admission the client chooses, "
      + "not the municipality",
    "Aanbestedingswet 2012, artikelen 2.38 en 2.39: gelijke behandeling en transparantie":
      "Public Procurement Act 2012 (Aanbestedingswet 2012), articles 2.38 and 2.39: equal treatment "
      + "and transparency",
  ]

  private static let standards = [
    "wijziging van de standaard: invoeren binnen 6 maanden":
      "change of the standard: bring in within 6 months",
    "warme overdracht begint 1,5 jaar voor 18": "warm hand-over begins 1.5 years before 18",
    "verzoek om wijziging: besluit binnen 8 weken": "request for a change: decision within 8 weeks",
    "verzoek om wijziging: antwoord binnen 5 werkdagen":
      "request for a change: answer within 5 working days",
    "verlenging: aankondiging ten minste 6 maanden voor het einde, door de gemeente":
      "extension: announced at least 6 months before the end, by the municipality",
    "verklaring ten hoogste 6 maanden oud": "declaration at most 6 months old",
    "sanctie: tijdelijk 5 % minder": "sanction: 5 % less for a time",
    "raamovereenkomst ten hoogste 48 maanden, tenzij gemotiveerd":
      "framework agreement at most 48 months, unless justified",
    "overmacht: 30 dagen": "force majeure: 30 days",
    "opzegging bij onvoldoende inzet: 6 maanden": "notice for insufficient use: 6 months",
    "opzeggen na 12 maanden zonder ondersteuning of declaraties":
      "notice after 12 months without support or claims",
    "opschortingstermijn 20 kalenderdagen": "stand-still period of 20 calendar days",
    "onvoldoende inzet: opzeggen met 6 maanden": "insufficient use: 6 months' notice",
    "onvoldoende inzet: gemeten over 12 maanden": "insufficient use: measured over 12 months",
    "norm van de sector": "norm of the sector",
    "maatregel van een toezichthouder: melden binnen 7 dagen":
      "measure of a supervisor: report within 7 days",
    "klacht binnen 6 weken beantwoord": "complaint answered within 6 weeks",
    "gestanddoening tot 14 dagen na de uitspraak": "bids bind until 14 days after the ruling",
    "gestanddoening 90 dagen": "bids bind for 90 days",
    "gedwongen aanpassing: 3 maanden vooraf": "forced adaptation: 3 months before",
    "gedragsverklaring ten hoogste 24 maanden oud": "declaration of conduct at most 24 months old",
    "datalek: melden binnen 24 uur": "data breach: report within 24 hours",
    "cliëntenstop: schriftelijk verzoek ten minste 14 dagen vooraf":
      "intake stop: written request at least 14 days before",
    "beëindigen van zorg: ten minste een maand": "ending support: at least a month",
    "bewijsstukken binnen 14 dagen": "evidence within 14 days",
    "bewijsmiddelen": "means of proof",
    "artikel 3.2: jeugd 90 % OVA en 10 % PPC": "article 3.2: youth 90 % OVA and 10 % PPC",
    "artikel 3.2: indexering met OVA en PPC": "article 3.2: indexation with OVA and PPC",
    "artikel 1.5: melding bij 70 %": "article 1.5: notice at 70 %",
    "aansprakelijkheid: verzekerde bedragen": "liability: insured amounts",
    "Treeknorm wonen (zg)": "Treek norm for residential care (sensory disability)",
    "Treeknorm wonen (vg, lg)": "Treek norm for residential care (mental or physical disability)",
    "Treeknorm dagactiviteiten": "Treek norm for day activities",
    "Bibob-formulier binnen 14 dagen": "integrity form (Bibob) within 14 days",
  ]

  private static let clauses = [
    "de toetreding van het perceel; 001:74-78, 004:32-39":
      "the entry policy of the lot; 001:74-78, 004:32-39",
    "de openers en beoordelaars in het plan van de procedure":
      "the openers and assessors in the plan of the procedure",
    "de minimumscore in het plan van de procedure":
      "the minimum score in the plan of the procedure",
    "contractvorm a: tussentijds toetreden": "contract form a: intermediate entry",
  ]

  private static let assumptions = [
    "twee maanden is genoeg om iets nog te doen": "two months is enough to do something still",
    "strategie zonder regel": "strategy without a rule",
    "opgaven horen bij het kwartaalgesprek (003:182)":
      "reports belong to the quarterly talk (003:182)",
    "de strategie noemt geen bedrag; dit is van ons":
      "the strategy names no amount; this one is ours",
    "de bronnen noemen acht afspraken en de tekst van zes":
      "the sources name eight agreements and the text of six",
    "de bronnen geven geen rangorde; wat later en bijzonderder is gaat voor":
      "the sources give no order; what is later and more special comes first",
    "de bron noemt de stappen, niet wat de regio dan doet":
      "the source names the steps, not what the region does then",
    "de brieven noemen voorbereiding, geen lijst (002:167-173)":
      "the letters name preparation, not a list (002:167-173)",
    "003:474 noemt aanvullende contractering, niet de soort procedure":
      "003:474 names supplementary contracting, not the kind of procedure",
    "003:474-482 vraagt genoeg aanbod en noemt geen drempel; de regio stelt er zelf een vast":
      "003:474-482 asks for sufficient offer and names no threshold; the region sets its own",
    "003:367 vraagt het in Lekstroom; voor dit segment is het een maat, geen eis":
      "003:367 asks it in Lekstroom; for this segment it is a measure, not a requirement",
    "000:34 noemt de ontbinding, geen termijn; zorg afronden vergt een maand":
      "000:34 names the dissolution, not a term; finishing support takes a month",
    "SAS kent geen vaste termijn; proportioneel": "SAS has no fixed term; proportional",
    "tijd om alle vragen in een nota te beantwoorden":
      "time to answer all questions in one note",
    "inschrijvers verwerken de antwoorden; SAS kent geen vaste termijn":
      "bidders work the answers in; SAS has no fixed term",
    "eerste werkdag erna": "first working day after it",
    "beoordelen door meer personen en consensus": "assessment by several people and consensus",
    "besluit en brieven": "decision and letters",
    "eerste werkdag na de opschortingstermijn": "first working day after the stand-still period",
    "de aankondiging is verplicht (B.13); de bronnen noemen geen termijn":
      "the notice is compulsory (B.13); the sources name no term",
    "zodra de antwoorden voor ieder gelijk zijn": "once the answers are equal for everyone",
    "toetsen aan de eisen; de bronnen noemen geen termijn":
      "testing against the requirements; the sources name no term",
    "na toelating": "after admission",
    "\"resultaten en voortgang\" is gelezen als beide: een van de twee is niet genoeg":
      "\"results and progress\" is read as both: one of the two is not enough",
  ]
}
