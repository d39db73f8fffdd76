import Messages
import MessagesTesting
import Testing

/// A message that breaks rules of level 2 on purpose.
struct LevelTwoCase: Sendable, CustomTestStringConvertible {
  let rules: [String]
  let draft: MessageDraft
  /// The class and the end of the path of the first finding.
  let className: String
  let ending: String

  /// A message in which one rule is broken, at one place.
  init(_ rule: String, _ className: String, _ ending: String, _ draft: MessageDraft) {
    self.init([rule], className, ending, draft)
  }

  init(_ rules: [String], _ className: String, _ ending: String, _ draft: MessageDraft) {
    self.rules = rules
    self.draft = draft
    self.className = className
    self.ending = ending
  }

  var testDescription: String { "\(rules) in \(draft.type) at \(ending)" }
}

extension LevelTwoCase {
  static let all = persons + contacts + allocations + deliveries + requests + changes + claims

  private static let allocation = MessageDraft.allocation

  static let persons: [LevelTwoCase] = [
    LevelTwoCase(
      "TR002",
      "Client",
      "/Client/Geboortedatum/Datum",
      allocation.setting("Client/Geboortedatum/Datum", "1905-03-04")
    ),
    LevelTwoCase(
      "TR002",
      "Relatie",
      "/Relatie[1]/Geboortedatum/Datum",
      allocation.setting("Relatie/Geboortedatum/Datum", "1899-01-01")
    ),
    LevelTwoCase(
      "TR134",
      "Client",
      "/Client/Geboortedatum/Datum",
      MessageDraft.start.setting("Client/Geboortedatum/Datum", "2025-03-06")
    ),
    LevelTwoCase(
      "TR134",
      "Relatie",
      "/Relatie[1]/Geboortedatum/Datum",
      allocation.setting("Relatie/Geboortedatum/Datum", "2025-03-06")
    ),
    LevelTwoCase(
      "CS139",
      "Client",
      "/Datum",
      allocation.setting("Client/Geboortedatum/DatumGebruik", "1")
    ),
    LevelTwoCase(
      "CS139",
      "Client",
      "/Datum",
      MessageDraft.request.setting("Client/Geboortedatum/DatumGebruik", "2")
        .setting("Client/Geboortedatum/Datum", "1958-02-01")
    ),
    LevelTwoCase(
      "CS139",
      "Client",
      "/Datum",
      MessageDraft.stop.setting("Client/Geboortedatum/DatumGebruik", "3")
    ),
    LevelTwoCase(
      "CS050",
      "Client",
      "/NaamGebruik",
      allocation.setting("Client/Naam/NaamGebruik", "2")
    ),
    LevelTwoCase(
      "CS050",
      "Relatie",
      "/Relatie[1]/Naam/NaamGebruik",
      allocation.setting("Relatie/Naam/NaamGebruik", "6")
        .setting("Relatie/Naam/Partnernaam/Achternaam", "Test")
    ),
    LevelTwoCase("CS002", "Client", "/Client/Bsn", allocation.setting("Client/Bsn", "999900007")),
    LevelTwoCase(
      "CS002",
      "Client",
      "/Client[2]/Bsn",
      MessageDraft.claim.setting("Client/Bsn", "999900019", row: 1)
    ),
    LevelTwoCase(
      "CD007",
      "Client",
      "/Communicatie/Taal",
      allocation.setting("Communicatie/Vorm", "1")
    ),
    LevelTwoCase(
      "CD007",
      "Client",
      "/Communicatie/Taal",
      allocation.setting("Communicatie/Vorm", "2").setting("Communicatie/Taal", "Fries")
    ),
  ]

  static let contacts: [LevelTwoCase] = [
    LevelTwoCase(
      "TR006",
      "Contact",
      "/Contactgegevens/Contact[2]",
      allocation.without("Contactgegevens/Contact/Telefoon")
    ),
    LevelTwoCase(
      "TR006",
      "Contact",
      "/Relaties/Relatie[1]/Contact",
      allocation.without("Relatie/Contact/Telefoon")
    ),
    LevelTwoCase(
      ["TR006", "TR061"],
      "Contact",
      "/Contact[1]",
      allocation.setting("Contactgegevens/Contact/Soort", "04")
        .setting("Contactgegevens/Contact/Soort", "05", row: 1)
        .without("Contactgegevens/Contact/Adres").without("Contactgegevens/Contact/Periode")
    ),
    LevelTwoCase(
      "TR061",
      "Client",
      "/Bericht/Client",
      allocation.setting("Contactgegevens/Contact/Soort", "05")
    ),
    LevelTwoCase(
      "CD005",
      "Contact",
      "/Adres/LandCode",
      allocation.without("Contactgegevens/Contact/Adres/LandCode")
    ),
    LevelTwoCase(
      "CD005",
      "Contact",
      "/Adres/Postcode",
      allocation.setting("Relatie/Contact/Adres/LandCode", "BE")
    ),
    LevelTwoCase(
      "CD009",
      "Contact",
      "/Contact[1]/Periode",
      allocation.setting("Contactgegevens/Contact/Periode/Begindatum", "2025-01-01")
    ),
    LevelTwoCase(
      "CD025",
      "Contact",
      "/Contact/Adres/Huis",
      allocation.setting("Relatie/Contact/Adres/LandCode", "NL")
        .setting("Relatie/Contact/Adres/Postcode", "3511ZZ")
    ),
    LevelTwoCase(
      "CD034",
      "Contact",
      "/Relatie[1]/Contact/Adres/Postcode",
      allocation.setting("Relatie/Contact/Soort", "03")
    ),
    LevelTwoCase(
      "CS089",
      "Contact",
      "/Adres/Postcode",
      allocation.setting("Contactgegevens/Contact/Adres/Postcode", "3511 ZZ")
    ),
    LevelTwoCase(
      "CS089",
      "Contact",
      "/Adres/Postcode",
      allocation.setting("Contactgegevens/Contact/Adres/Postcode", "0511ZZ")
    ),
    LevelTwoCase(
      "CS003",
      "Contact",
      "/Contact[2]/Periode/Einddatum",
      allocation.setting("Contactgegevens/Contact/Periode/Einddatum", "2024-12-31", row: 1)
    ),
    LevelTwoCase(
      "TR101",
      "Contact",
      "/Contactgegevens/Contact[2]",
      allocation.setting("Contactgegevens/Contact/Soort", "04")
        .setting("Contactgegevens/Contact/Soort", "01", row: 1)
        .setting("Contactgegevens/Contact/Soort", "01")
        .setting("Contactgegevens/Contact/Adres/Postcode", "3511ZZ", row: 1)
        .setting("Contactgegevens/Contact/Adres/Huis/Huisnummer", "7", row: 1)
        .setting("Contactgegevens/Contact/Adres/LandCode", "NL", row: 1)
        .without("Contactgegevens/Contact/Periode")
    ),
  ]
}
