import Messages
import MessagesTesting

extension LevelTwoCase {
  private static let start = MessageDraft.start
  private static let stop = MessageDraft.stop
  private static let request = MessageDraft.request
  private static let change = MessageDraft.change
  private static let answer = MessageDraft.answer

  static let deliveries: [LevelTwoCase] = [
    LevelTwoCase(
      "TR018",
      "StopProduct",
      "/StopProduct[1]/Einddatum",
      stop.setting("StopProduct/Einddatum", "2025-01-07")
    ),
    LevelTwoCase(
      "TR134",
      "StartProduct",
      "/StartProduct[1]/Begindatum",
      start.setting("StartProduct/Begindatum", "2025-03-06")
    ),
    LevelTwoCase(
      "TR134",
      "StopProduct",
      "/StopProduct[1]/Einddatum",
      stop.setting("StopProduct/Einddatum", "2025-03-06")
    ),
    LevelTwoCase(
      "CS058",
      "StartProduct",
      "/StatusAanlevering",
      start.setting("StartProduct/StatusAanlevering", "2")
    ),
    LevelTwoCase(
      "CS058",
      "StopProduct",
      "/StatusAanlevering",
      stop.setting("StopProduct/StatusAanlevering", "9")
    ),
    LevelTwoCase(
      "TR101",
      "StartProduct",
      "/StartProduct[2]",
      start.adding(
        """
        + StartProduct
        StartProduct/ToewijzingNummer 500001
        StartProduct/Product/Categorie 02
        StartProduct/Product/Code 02A03
        StartProduct/Begindatum 2025-01-08
        StartProduct/StatusAanlevering 3
        """
      )
    ),
    LevelTwoCase(
      "TR101",
      "StopProduct",
      "/StopProduct[2]",
      stop.adding(
        """
        + StopProduct
        StopProduct/ToewijzingNummer 500001
        StopProduct/Product/Categorie 02
        StopProduct/Product/Code 02A03
        StopProduct/Begindatum 2025-01-08
        StopProduct/RedenBeeindiging 19
        StopProduct/Einddatum 2025-02-28
        StopProduct/StatusAanlevering 3
        """
      )
    ),
  ]

  static let requests: [LevelTwoCase] =
    shapes("AangevraagdProduct", "ToewijzingEinddatum", request, overlap: ["TR386"]) + [
      LevelTwoCase(
        ["TR101", "TR383"],
        "AangevraagdProduct",
        "/AangevraagdProduct[2]",
        request.setting("AangevraagdProduct/ReferentieAanbieder", "VOT-1", row: 1)
      ),
      LevelTwoCase(
        "TR386",
        "AangevraagdProduct",
        "/AangevraagdProduct[2]",
        request.setting("AangevraagdProduct/Product/Categorie", "02", row: 1)
      ),
      LevelTwoCase(
        "CS003",
        "AangevraagdProduct",
        "/ToewijzingEinddatum",
        request.setting("AangevraagdProduct/ToewijzingEinddatum", "2025-03-31")
      ),
      LevelTwoCase(
        "CD043",
        "AangevraagdProduct",
        "/BeschikkingIngangsdatum",
        request.without("AangevraagdProduct/BeschikkingIngangsdatum")
      ),
      LevelTwoCase(
        "CD043",
        "AangevraagdProduct",
        "/AangevraagdProduct[2]/BeschikkingNummer",
        request.setting("AangevraagdProduct/BeschikkingIngangsdatum", "2025-03-01", row: 1)
      ),
      LevelTwoCase(
        "CD066",
        "AangevraagdProduct",
        "/Verwijzer/Naam",
        request.setting("AangevraagdProduct/Verwijzer/Naam", "Test")
      ),
      LevelTwoCase(
        "CD067",
        "AangevraagdProduct",
        "/Verwijzer/Naam",
        request.setting("AangevraagdProduct/Verwijzer/Type", "05", row: 1)
      ),
      LevelTwoCase(
        "CD068",
        "AangevraagdProduct",
        "/Verwijzer/ZorgverlenerCode",
        request.setting("AangevraagdProduct/Verwijzer/Type", "06")
      ),
      LevelTwoCase(
        "CD095",
        "AangevraagdProduct",
        "/AangevraagdProduct[1]/Omvang",
        request.without("AangevraagdProduct/Product/Code")
      ),
      LevelTwoCase(
        "CS343",
        "AangevraagdProduct",
        "/Omvang/Frequentie",
        request.setting("AangevraagdProduct/Omvang/Eenheid", "84")
          .setting("AangevraagdProduct/Omvang/Frequentie", "1")
      ),
      LevelTwoCase(
        "CD085",
        "Antwoord",
        "/Antwoord/RedenAfwijzingVerzoek",
        answer.without("Antwoord/RedenAfwijzingVerzoek")
      ),
      LevelTwoCase(
        "CD086",
        "Antwoord",
        "/Antwoord/RedenAfwijzingVerzoek",
        answer.setting("Antwoord/VerzoekAntwoord", "2")
      ),
    ]

  static let changes: [LevelTwoCase] =
    shapes("NieuwProduct", "Einddatum", change, overlap: []) + [
      LevelTwoCase(
        "TR101",
        "OngewijzigdProduct",
        "/OngewijzigdProduct[2]",
        change.adding("+ OngewijzigdProduct\nOngewijzigdProduct/ToewijzingNummer 500002")
      ),
      LevelTwoCase(
        "TR101",
        "TeWijzigenProduct",
        "/TeWijzigenProduct[2]",
        change.adding(
          """
          + TeWijzigenProduct
          TeWijzigenProduct/ToewijzingNummer 500001
          TeWijzigenProduct/GewensteIngangsdatum 2025-04-01
          """
        )
      ),
      LevelTwoCase(
        ["TR101", "TR410"],
        "NieuwProduct",
        "/NieuwProduct[2]",
        change.adding(
          """
          + NieuwProduct
          NieuwProduct/Product/Categorie 04
          NieuwProduct/Product/Code 04A01
          NieuwProduct/GewensteIngangsdatum 2025-04-01
          NieuwProduct/Omvang/Volume 4
          NieuwProduct/Omvang/Eenheid 14
          NieuwProduct/Omvang/Frequentie 4
          """
        )
      ),
      LevelTwoCase(
        "TR352",
        "Verzoek",
        "/Client/Verzoek",
        change.without("OngewijzigdProduct").without("TeWijzigenProduct")
      ),
      LevelTwoCase(
        "TR353",
        "Verzoek",
        "/Client/Verzoek",
        change.without("NieuwProduct").without("TeWijzigenProduct")
      ),
      LevelTwoCase(
        "TR380",
        "NieuwProduct",
        "/NieuwProduct[1]/GewensteIngangsdatum",
        change.setting("NieuwProduct/GewensteIngangsdatum", "2025-03-05")
      ),
      LevelTwoCase(
        "CD076",
        "TeWijzigenProduct",
        "/TeWijzigenProduct[1]/Einddatum",
        change.without("TeWijzigenProduct/Einddatum")
      ),
      LevelTwoCase(
        "CD096",
        "NieuwProduct",
        "/NieuwProduct[1]/Omvang",
        change.without("NieuwProduct/Product/Code")
      ),
      LevelTwoCase(
        "CS003",
        "TeWijzigenProduct",
        "/TeWijzigenProduct[1]/Einddatum",
        change.setting("TeWijzigenProduct/Einddatum", "2025-03-31")
      ),
      LevelTwoCase(
        "CS338",
        "NieuwProduct",
        "/Omvang/Frequentie",
        change.setting("NieuwProduct/Omvang/Frequentie", "1")
      ),
    ]
}
