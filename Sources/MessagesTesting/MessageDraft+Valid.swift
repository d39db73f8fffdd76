import Messages

/// Messages that break no rule of level 2, one of each kind that is judged.
extension MessageDraft {
  /// Two products for a client with a relation.
  package static let allocation = MessageDraft(
    .wmo301,
    """
    Client/Bsn 999900006
    Client/Geboortedatum/Datum 1958-04-17
    Client/Geslacht 2
    Client/Naam/Geslachtsnaam/Achternaam Zandvoorde
    Client/Naam/NaamGebruik 1
    + Relatie
    Relatie/Nummer R1
    Relatie/Soort 16
    Relatie/Geboortedatum/Datum 1986-11-02
    Relatie/Naam/Geslachtsnaam/Achternaam Proefstra
    Relatie/Naam/NaamGebruik 1
    Relatie/Contact/Soort 02
    Relatie/Contact/Telefoon/Telefoon01/Telefoonnummer 0612345678
    Relatie/Contact/Telefoon/Telefoon01/Landnummer 31
    + Contactgegevens/Contact
    Contactgegevens/Contact/Soort 01
    Contactgegevens/Contact/Adres/Huis/Huisnummer 7
    Contactgegevens/Contact/Adres/Postcode 3511ZZ
    Contactgegevens/Contact/Adres/LandCode NL
    + Contactgegevens/Contact
    Contactgegevens/Contact/Soort 04
    Contactgegevens/Contact/Telefoon/Telefoon01/Telefoonnummer 0301234567
    Contactgegevens/Contact/Telefoon/Telefoon01/Landnummer 31
    Contactgegevens/Contact/Periode/Begindatum 2025-01-01
    Contactgegevens/Contact/Periode/Einddatum 2025-03-31
    + ToegewezenProduct
    ToegewezenProduct/ToewijzingNummer 500001
    ToegewezenProduct/Product/Categorie 02
    ToegewezenProduct/Product/Code 02A03
    ToegewezenProduct/Toewijzingsdatum 2025-03-03
    ToegewezenProduct/Toewijzingstijd 10:15:00
    ToegewezenProduct/Ingangsdatum 2025-03-10
    ToegewezenProduct/Einddatum 2025-12-31
    ToegewezenProduct/Omvang/Volume 3
    ToegewezenProduct/Omvang/Eenheid 04
    ToegewezenProduct/Omvang/Frequentie 2
    + ToegewezenProduct
    ToegewezenProduct/ToewijzingNummer 500002
    ToegewezenProduct/Product/Categorie 07
    ToegewezenProduct/Toewijzingsdatum 2025-03-03
    ToegewezenProduct/Toewijzingstijd 10:15:00
    ToegewezenProduct/Ingangsdatum 2025-03-10
    ToegewezenProduct/Einddatum 2025-12-31
    ToegewezenProduct/Budget 250000
    """
  )

  /// The start of one product.
  package static let start = MessageDraft(
    .wmo305,
    person + """

      + StartProduct
      StartProduct/ToewijzingNummer 500001
      StartProduct/Product/Categorie 02
      StartProduct/Product/Code 02A03
      StartProduct/ToewijzingIngangsdatum 2025-01-06
      StartProduct/Begindatum 2025-01-08
      StartProduct/StatusAanlevering 1
      """
  )

  /// The stop of one product.
  package static let stop = MessageDraft(
    .wmo307,
    person + """

      + StopProduct
      StopProduct/ToewijzingNummer 500001
      StopProduct/Product/Categorie 02
      StopProduct/Product/Code 02A03
      StopProduct/ToewijzingIngangsdatum 2025-01-06
      StopProduct/Begindatum 2025-01-08
      StopProduct/RedenBeeindiging 19
      StopProduct/Einddatum 2025-02-28
      StopProduct/StatusAanlevering 1
      """
  )

  /// A request for a specific product and for a category with a budget.
  package static let request = MessageDraft(
    .wmo315,
    person + """

      + AangevraagdProduct
      AangevraagdProduct/ReferentieAanbieder VOT-1
      AangevraagdProduct/BeschikkingNummer 77
      AangevraagdProduct/Product/Categorie 02
      AangevraagdProduct/Product/Code 02A03
      AangevraagdProduct/BeschikkingIngangsdatum 2025-03-01
      AangevraagdProduct/ToewijzingIngangsdatum 2025-04-01
      AangevraagdProduct/ToewijzingEinddatum 2025-12-31
      AangevraagdProduct/Omvang/Volume 3
      AangevraagdProduct/Omvang/Eenheid 04
      AangevraagdProduct/Omvang/Frequentie 2
      AangevraagdProduct/Verwijzer/Type 02
      AangevraagdProduct/Verwijzer/ZorgverlenerCode 01012345
      + AangevraagdProduct
      AangevraagdProduct/ReferentieAanbieder VOT-2
      AangevraagdProduct/Product/Categorie 07
      AangevraagdProduct/ToewijzingIngangsdatum 2025-04-01
      AangevraagdProduct/ToewijzingEinddatum 2025-12-31
      AangevraagdProduct/Budget 250000
      AangevraagdProduct/Verwijzer/Type 01
      """
  )

  /// A request for more hours of one product, and for a new one.
  package static let change = MessageDraft(
    .wmo317,
    """
    Client/Bsn 999900006
    Verzoek/ReferentieAanbieder VOW-1
    Verzoek/RedenVerzoek 1
    + OngewijzigdProduct
    OngewijzigdProduct/ToewijzingNummer 500002
    + TeWijzigenProduct
    TeWijzigenProduct/ToewijzingNummer 500001
    TeWijzigenProduct/GewensteIngangsdatum 2025-04-01
    TeWijzigenProduct/Einddatum 2025-12-31
    TeWijzigenProduct/Omvang/Volume 4
    TeWijzigenProduct/Omvang/Eenheid 04
    TeWijzigenProduct/Omvang/Frequentie 2
    + NieuwProduct
    NieuwProduct/Product/Categorie 04
    NieuwProduct/Product/Code 04A01
    NieuwProduct/GewensteIngangsdatum 2025-04-01
    NieuwProduct/Einddatum 2025-12-31
    NieuwProduct/Omvang/Volume 4
    NieuwProduct/Omvang/Eenheid 14
    NieuwProduct/Omvang/Frequentie 4
    """
  )

  /// A rejection of a request.
  package static let answer = MessageDraft(
    .wmo319,
    """
    Antwoord/ReferentieAanbieder VOT-1
    Antwoord/VerzoekAntwoord 1
    Antwoord/RedenAfwijzingVerzoek 2
    """
  )

  private static let person = """
    Client/Bsn 999900006
    Client/Geboortedatum/Datum 1958-04-17
    Client/Geslacht 2
    Client/Naam/Geslachtsnaam/Achternaam Zandvoorde
    """
}
