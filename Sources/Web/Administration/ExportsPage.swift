import Accounts
import Documents

/// Which lists can be taken out as a file, for whoever looks.
enum ExportsPage {
  static func page(_ visit: Visit) -> Page {
    var html = HTML()
    let rows = lists.filter { visit.allows($0.address) }
    PlainTable(
      id: "uitvoer",
      caption: visit.say("Lijsten die u als bestand kunt ophalen", "Lists that you can fetch"),
      columns: [
        ListTable.Column("lijst", visit.say("Lijst", "List")),
        ListTable.Column("wat", visit.say("Wat erin staat", "What it holds")),
      ],
      rows: rows.map { list in
        ListTable.Row([
          .link(visit.say(list.dutch, list.english), list.address),
          .text(visit.say(list.dutchHolds, list.englishHolds)),
        ])
      }
    ).write(&html, on: visit)
    html.note(
      visit.say(
        "Onder elke lijst staan de knoppen CSV en XLSX; het bestand heeft de rijen die u met de "
          + "filters hebt gekozen. Gegevens van personen kunnen niet worden uitgevoerd.",
        "Below each list are CSV and XLSX; the file has the rows that you chose with the filters. "
          + "Data of persons cannot be exported."
      )
    )
    return Page(
      visit.say("Uitvoer", "Exports"),
      lead: visit.say(
        "Elke lijst is een bestand dat u zelf kunt maken.",
        "Every list is a file that you can make yourself."
      ),
      body: html
    )
  }

  private struct Exported {
    let dutch: String
    let english: String
    let dutchHolds: String
    let englishHolds: String
    let address: RegionAddress

    init(
      _ dutch: String,
      _ english: String,
      _ dutchHolds: String,
      _ englishHolds: String,
      _ address: RegionAddress
    ) {
      self.dutch = dutch
      self.english = english
      self.dutchHolds = dutchHolds
      self.englishHolds = englishHolds
      self.address = address
    }
  }

  private static let lists = [
    Exported(
      "Werklijst",
      "Work list",
      "afgekeurde regels die nog niet hersteld zijn",
      "refused lines that were not mended",
      .claims(.workList)
    ),
    Exported(
      "Declaratieregels",
      "Claim lines",
      "regels met hun stand, onder pseudoniem",
      "lines with their standing, under pseudonyms",
      .claims(.lines)
    ),
    Exported(
      "Berichten",
      "Messages",
      "berichten met hun oordeel",
      "messages with their verdict",
      .claims(.messages)
    ),
    Exported(
      "Contracten",
      "Contracts",
      "contracten met hun data",
      "contracts with their dates",
      .commissioning(.contracts)
    ),
    Exported(
      "Aanbieders",
      "Providers",
      "het register",
      "the register",
      .commissioning(.providers)
    ),
    Exported(
      "Tarieven",
      "Tariffs",
      "tarieven met hun opbouw",
      "tariffs with their build-up",
      .commissioning(.tariffs)
    ),
    Exported(
      "Plafonds",
      "Ceilings",
      "plafonds en wat is benut",
      "ceilings and what was used",
      .commissioning(.ceilings)
    ),
    Exported(
      "Dekking",
      "Coverage",
      "gemeenten en doelgroepen",
      "municipalities and target groups",
      .commissioning(.coverage)
    ),
    Exported(
      "Segmenten",
      "Segments",
      "segmenten van de strategie",
      "segments of the strategy",
      .landscape(.segments)
    ),
  ]
}
