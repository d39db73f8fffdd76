import Messages
import MessagesTesting

extension LevelTwoCase {
  private static let allocation = MessageDraft.allocation

  private static let generic = """
    + ToegewezenProduct
    ToegewezenProduct/ToewijzingNummer 500003
    ToegewezenProduct/Toewijzingsdatum 2025-03-03
    ToegewezenProduct/Toewijzingstijd 10:15:00
    ToegewezenProduct/Ingangsdatum 2025-12-31
    ToegewezenProduct/Einddatum 2026-12-31
    ToegewezenProduct/Budget 1000

    """

  static let allocations: [LevelTwoCase] =
    shapes("ToegewezenProduct", "Einddatum", allocation, overlap: ["TR302"]) + overlaps + [
      LevelTwoCase(
        "TR101",
        "ToegewezenProduct",
        "/ToegewezenProduct[2]",
        allocation.setting("ToegewezenProduct/ToewijzingNummer", "500001", row: 1)
      ),
      LevelTwoCase(
        "TR101",
        "Relatie",
        "/Relatie[2]",
        allocation.adding(
          """
          + Relatie
          Relatie/Nummer R1
          Relatie/Naam/NaamGebruik 1
          Relatie/Contact/Soort 02
          Relatie/Contact/Telefoon/Telefoon01/Telefoonnummer 0612345678
          """
        )
      ),
      LevelTwoCase(
        "TR134",
        "ToegewezenProduct",
        "/ToegewezenProduct[2]/Toewijzingsdatum",
        allocation.setting("ToegewezenProduct/Toewijzingsdatum", "2025-03-06", row: 1)
      ),
      LevelTwoCase(
        "CS003",
        "ToegewezenProduct",
        "/ToegewezenProduct[1]/Einddatum",
        allocation.setting("ToegewezenProduct/Einddatum", "2025-03-09")
      ),
      LevelTwoCase(
        "CD080",
        "ToegewezenProduct",
        "/ToegewezenProduct[1]/Omvang",
        allocation.without("ToegewezenProduct/Product/Code")
      ),
      LevelTwoCase(
        "CS335",
        "ToegewezenProduct",
        "/RedenWijziging",
        allocation.setting("ToegewezenProduct/RedenWijziging", "13")
      ),
      LevelTwoCase(
        "CS336",
        "ToegewezenProduct",
        "/RedenWijziging",
        allocation.setting("ToegewezenProduct/RedenWijziging", "01")
      ),
      LevelTwoCase(
        "CS338",
        "ToegewezenProduct",
        "/Omvang/Frequentie",
        allocation.setting("ToegewezenProduct/Omvang/Eenheid", "14")
          .setting("ToegewezenProduct/Omvang/Frequentie", "1")
      ),
    ]

  /// The overlap rule of the 301: a category and a code, a generic product, two categories.
  private static let overlaps: [LevelTwoCase] = [
    LevelTwoCase(
      "TR302",
      "ToegewezenProduct",
      "/ToegewezenProduct[3]",
      allocation.adding(generic + "ToegewezenProduct/Product/Categorie 02")
    ),
    LevelTwoCase(
      "TR302",
      "ToegewezenProduct",
      "/ToegewezenProduct[3]",
      allocation.adding(generic)
    ),
    LevelTwoCase(
      "TR302",
      "ToegewezenProduct",
      "/ToegewezenProduct[1]",
      allocation.setting("ToegewezenProduct/Product/Categorie", "02", row: 1)
        .setting("ToegewezenProduct/Ingangsdatum", "2025-01-01", row: 1)
    ),
  ]

  /// The rules about which elements of a product go together, which three messages share.
  ///
  /// A product without category overlaps every other, so there the overlap rule of the message
  /// fires as well.
  static func shapes(
    _ name: String,
    _ end: String,
    _ draft: MessageDraft,
    overlap: [String]
  ) -> [LevelTwoCase] {
    [
      LevelTwoCase("CD041", name, "/Omvang", draft.without("\(name)/Omvang", row: 0)),
      LevelTwoCase(
        "CD075",
        name,
        "/\(end)",
        draft.without("\(name)/Omvang", row: 0).without("\(name)/\(end)", row: 0)
          .without("\(name)/Product/Code", row: 0).setting("\(name)/Budget", "1000")
      ),
      LevelTwoCase(
        "CD076",
        name,
        "/\(end)",
        draft.without("\(name)/\(end)", row: 0).setting("\(name)/Omvang/Frequentie", "2")
      ),
      LevelTwoCase(["CD077", "CD078"], name, "/Omvang", draft.setting("\(name)/Budget", "1000")),
      LevelTwoCase(
        ["CD079"] + overlap,
        name,
        "/Product",
        draft.without("\(name)/Omvang", row: 0).without("\(name)/Product", row: 0)
      ),
    ]
  }
}
