import Messages
import MessagesTesting

extension LevelTwoCase {
  private static let claim = MessageDraft.claim
  private static let answer = MessageDraft.claimAnswer
  private static let period = "Declaratie/DeclaratiePeriode"
  private static let total = "Declaratie/TotaalIngediendBedrag"

  static let claims: [LevelTwoCase] = claimKeys + claimPeriods + claimAmounts + claimAnswers

  private static let claimKeys: [LevelTwoCase] = [
    LevelTwoCase("TR101", "Client", "/Client[2]", claim.setting("Client/Bsn", "999900006", row: 1)),
    LevelTwoCase(
      "TR101",
      "Prestatie",
      "/Client[1]/Prestaties/Prestatie[2]",
      claim.without("Prestatie/ProductReferentie/VorigReferentieNummer")
        .setting("Prestatie/IngediendBedrag/DebetCredit", "D")
        .setting("Prestatie/ProductReferentie/ReferentieNummer", "L-3")
        .setting("\(total)/TotaalBedrag", "230000")
    ),
    LevelTwoCase(
      "TR315",
      "Prestatie",
      "/Client[2]/Prestaties/Prestatie[1]/ProductReferentie/VorigReferentieNummer",
      claim.setting("Prestatie/ProductReferentie/VorigReferentieNummer", "L-1", row: 2)
        .setting("Prestatie/IngediendBedrag/DebetCredit", "C", row: 2)
        .setting("\(total)/TotaalBedrag", "130000").setting("\(total)/DebetCredit", "C")
    ),
    LevelTwoCase(
      "TR316",
      "Prestatie",
      "/Prestatie[1]/ProductReferentie/VorigReferentieNummer",
      claim.setting("Prestatie/ProductReferentie/VorigReferentieNummer", "L-4")
    ),
    LevelTwoCase(
      "TR416",
      "Prestatie",
      "/Client[1]/Prestaties/Prestatie[3]",
      claim.without("Client", row: 1).setting("\(total)/TotaalBedrag", "40000").adding(
        """
        + Prestatie
        Prestatie/ProductReferentie/ReferentieNummer L-5
        Prestatie/ToewijzingNummer 500001
        Prestatie/ProductCategorie 02
        Prestatie/ProductCode 02A03
        Prestatie/ProductPeriode/Begindatum 2025-02-01
        Prestatie/ProductPeriode/Einddatum 2025-02-28
        Prestatie/GeleverdVolume 10
        Prestatie/Eenheid 04
        Prestatie/ProductTarief 5000
        Prestatie/IngediendBedrag/Bedrag 50000
        Prestatie/IngediendBedrag/DebetCredit D
        """
      )
    ),
  ]

  private static let claimPeriods: [LevelTwoCase] = [
    LevelTwoCase(
      ["CS340", "TR134", "TR137"],
      "Declaratie",
      "/Declaratie/DeclaratiePeriode",
      claim.setting("\(period)/Begindatum", "2025-03-06")
        .setting("\(period)/Einddatum", "2025-03-07")
    ),
    LevelTwoCase(
      "CS340",
      "Declaratie",
      "/Declaratie/DeclaratiePeriode",
      claim.setting("\(period)/Einddatum", "2025-02-27")
    ),
    LevelTwoCase(
      "TR137",
      "Declaratie",
      "/Declaratie/DeclaratiePeriode/Einddatum",
      claim.setting("\(period)/Begindatum", "2025-03-01")
        .setting("\(period)/Einddatum", "2025-03-31")
    ),
    LevelTwoCase(
      "TR137",
      "Prestatie",
      "/Prestatie[1]/ProductPeriode/Einddatum",
      claim.setting("Prestatie/ProductPeriode/Begindatum", "2025-01-31")
        .setting("Prestatie/ProductPeriode/Einddatum", "2025-01-30")
    ),
    LevelTwoCase(
      ["TR134", "TR137"],
      "Prestatie",
      "/Prestatie[1]/ProductPeriode/Begindatum",
      claim.setting("Prestatie/ProductPeriode/Begindatum", "2025-03-06")
        .setting("Prestatie/ProductPeriode/Einddatum", "2025-03-06")
    ),
    LevelTwoCase(
      "CS100",
      "Declaratie",
      "/Declaratie/DeclaratiePeriode/Begindatum",
      claim.setting("\(period)/Begindatum", "2020-12-01")
        .setting("\(period)/Einddatum", "2020-12-31")
    ),
    LevelTwoCase(
      "CS100",
      "Prestatie",
      "/Prestatie[1]/ProductPeriode/Begindatum",
      claim.setting("Prestatie/ProductPeriode/Begindatum", "2020-12-01")
        .setting("Prestatie/ProductPeriode/Einddatum", "2020-12-31")
    ),
    LevelTwoCase(
      "CS337",
      "Prestatie",
      "/Prestatie[1]/ProductPeriode",
      claim.setting("Prestatie/ProductPeriode/Begindatum", "2024-12-31")
    ),
    LevelTwoCase(
      ["CS100", "TR335"],
      "Prestatie",
      "/Prestatie[1]/ProductPeriode/Begindatum",
      claim.setting("Prestatie/ProductPeriode/Begindatum", "2020-03-01")
        .setting("Prestatie/ProductPeriode/Einddatum", "2020-03-04")
    ),
  ]

  private static let claimAmounts: [LevelTwoCase] = [
    LevelTwoCase(
      "CD060",
      "Prestatie",
      "/Prestatie[1]/ProductReferentie/VorigReferentieNummer",
      claim.without("Prestatie/ProductReferentie/VorigReferentieNummer")
    ),
    LevelTwoCase(
      "CD060",
      "Prestatie",
      "/Prestatie[2]/ProductReferentie/VorigReferentieNummer",
      claim.setting("Prestatie/ProductReferentie/VorigReferentieNummer", "L-0", row: 1)
    ),
    LevelTwoCase(
      "CD087",
      "Prestatie",
      "/Client[1]/Prestaties/Prestatie[1]/ProductTarief",
      claim.without("Prestatie/ProductTarief")
    ),
    LevelTwoCase(
      "CD087",
      "Prestatie",
      "/Client[2]/Prestaties/Prestatie[1]/ProductTarief",
      claim.setting("Prestatie/ProductTarief", "1", row: 2)
    ),
    LevelTwoCase(
      "CS339",
      "Prestatie",
      "/IngediendBedrag/Bedrag",
      claim.setting("Prestatie/GeleverdVolume", "119999", row: 2)
    ),
    LevelTwoCase(
      "CS325",
      "Prestatie",
      "/Prestatie[1]/IngediendBedrag/DebetCredit",
      claim.setting("Prestatie/IngediendBedrag/Bedrag", "0")
        .setting("\(total)/TotaalBedrag", "170000")
    ),
    LevelTwoCase(
      ["CS325", "TR358"],
      "Declaratie",
      "/TotaalIngediendBedrag/DebetCredit",
      claim.setting("\(total)/TotaalBedrag", "0").setting("\(total)/DebetCredit", "C")
    ),
    LevelTwoCase(
      "TR358",
      "Declaratie",
      "/Declaratie/TotaalIngediendBedrag",
      claim.setting("\(total)/DebetCredit", "C")
    ),
  ]

  private static let claimAnswers: [LevelTwoCase] = [
    LevelTwoCase(
      "TR342",
      "DeclaratieAntwoord",
      "/DeclaratieAntwoord/TotaalToegekendBedrag",
      answer.setting("DeclaratieAntwoord/TotaalToegekendBedrag/TotaalBedrag", "60001")
    ),
    LevelTwoCase(
      "TR342",
      "DeclaratieAntwoord",
      "/DeclaratieAntwoord/TotaalToegekendBedrag",
      answer.setting("DeclaratieAntwoord/RetourCodes/RetourCode", "9333")
    ),
    LevelTwoCase(
      "CD060",
      "Prestatie",
      "/VorigReferentieNummer",
      answer.setting("Prestatie/ProductReferentie/VorigReferentieNummer", "L-0")
    ),
    LevelTwoCase("CS002", "Client", "/Client[1]/Bsn", answer.setting("Client/Bsn", "999900007")),
  ]
}
