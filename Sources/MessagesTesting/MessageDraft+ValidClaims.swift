import Messages

extension MessageDraft {
  /// A claim of three lines: a credit, a debit in hours and a debit in euros.
  package static let claim = MessageDraft(
    .wmo323,
    """
    Declaratie/DeclaratieNummer D202502
    Declaratie/DeclaratiePeriode/Begindatum 2025-02-01
    Declaratie/DeclaratiePeriode/Einddatum 2025-02-28
    Declaratie/DeclaratieDagtekening 2025-03-05
    Declaratie/TotaalIngediendBedrag/TotaalBedrag 110000
    Declaratie/TotaalIngediendBedrag/DebetCredit D
    + Client
    Client/Bsn 999900006
    + Prestatie
    Prestatie/ProductReferentie/ReferentieNummer L-2
    Prestatie/ProductReferentie/VorigReferentieNummer L-1
    Prestatie/ToewijzingNummer 500001
    Prestatie/ProductCategorie 02
    Prestatie/ProductCode 02A03
    Prestatie/ProductPeriode/Begindatum 2025-01-01
    Prestatie/ProductPeriode/Einddatum 2025-01-31
    Prestatie/GeleverdVolume 12
    Prestatie/Eenheid 04
    Prestatie/ProductTarief 5000
    Prestatie/IngediendBedrag/Bedrag 60000
    Prestatie/IngediendBedrag/DebetCredit C
    + Prestatie
    Prestatie/ProductReferentie/ReferentieNummer L-3
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
    + Client
    Client/Bsn 999900018
    + Prestatie
    Prestatie/ProductReferentie/ReferentieNummer L-4
    Prestatie/ToewijzingNummer 500003
    Prestatie/ProductCategorie 08
    Prestatie/ProductCode 08A01
    Prestatie/ProductPeriode/Begindatum 2025-02-01
    Prestatie/ProductPeriode/Einddatum 2025-02-28
    Prestatie/GeleverdVolume 120000
    Prestatie/Eenheid 83
    Prestatie/IngediendBedrag/Bedrag 120000
    Prestatie/IngediendBedrag/DebetCredit D
    """
  )

  /// An answer that refuses one line of that claim.
  package static let claimAnswer = MessageDraft(
    .wmo325,
    """
    Header/DeclaratieIdentificatie/Identificatie TEST0000
    Header/DeclaratieIdentificatie/Dagtekening 2025-03-05
    Header/XsdVersieDeclaratie/BasisschemaXsdVersie 1.0.0
    Header/XsdVersieDeclaratie/BerichtXsdVersie 1.0.0
    + Header/RetourCodes/RetourCode
    Header/RetourCodes/RetourCode 0200
    DeclaratieAntwoord/DeclaratieNummer D202502
    DeclaratieAntwoord/TotaalIngediendBedrag/TotaalBedrag 110000
    DeclaratieAntwoord/TotaalIngediendBedrag/DebetCredit D
    DeclaratieAntwoord/TotaalToegekendBedrag/TotaalBedrag 60000
    DeclaratieAntwoord/TotaalToegekendBedrag/DebetCredit D
    + DeclaratieAntwoord/RetourCodes/RetourCode
    DeclaratieAntwoord/RetourCodes/RetourCode 0200
    + Client
    Client/Bsn 999900006
    + Prestatie
    Prestatie/ProductReferentie/ReferentieNummer L-3
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
    + Prestatie/RetourCodes/RetourCode
    Prestatie/RetourCodes/RetourCode 9321
    + Client/RetourCodes/RetourCode
    Client/RetourCodes/RetourCode 0200
    """
  )
}
