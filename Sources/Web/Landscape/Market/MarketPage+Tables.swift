import Accounts
import Documents
import Quantities
import Region

extension MarketPage {
  /// The providers, the largest first.
  var providers: ListTable {
    let figures = model.figures
    var sum: Int64 = 0
    let counts = visit.column(figures.providers.map(\.clients))
    let rows = zip(figures.providers, counts).enumerated().map { place, pair in
      let (provider, clients) = pair
      sum &+= provider.awarded.rawValue
      return ListTable.Row([
        name(provider.party), .number(place + 1), .euros(provider.awarded),
        .permille(figures.permille(of: provider.awarded)),
        .permille(figures.permille(of: Cents(sum))), clients,
        .text(names.names(provider.municipalities.sorted())),
        provider.clients < model.limit
          ? .status(.neutral, visit.say("lange staart", "long tail")) : .none,
      ])
    }
    return ListTable(
      id: "markt",
      caption: visit.say(
        "Aanbieders naar toegekend bedrag in \(model.year)",
        "Providers by amount awarded in \(model.year)"
      ),
      columns: columns,
      rows: rows
    )
  }

  private var columns: [ListTable.Column] {
    [
      ListTable.Column("aanbieder", visit.say("Aanbieder", "Provider")),
      ListTable.Column("plaats", visit.say("Plaats", "Rank"), isNumeric: true),
      ListTable.Column(
        "toegekend",
        visit.say("Toegekend", "Awarded"),
        isNumeric: true,
        definition: Definition.awarded.rawValue
      ),
      ListTable.Column("aandeel", visit.say("Aandeel", "Share"), isNumeric: true),
      ListTable.Column(
        "samen",
        visit.say("Samen met de grotere", "With all larger"),
        isNumeric: true,
        definition: Definition.concentration.rawValue
      ),
      ListTable.Column(
        "clienten",
        visit.say("Cliënten", "Clients"),
        isNumeric: true,
        definition: Definition.clients.rawValue
      ),
      ListTable.Column("gemeenten", visit.say("Gemeenten", "Municipalities")),
      ListTable.Column(
        "staart",
        visit.say("Omvang", "Size"),
        definition: Definition.longTail.rawValue
      ),
    ]
  }

  private func name(_ party: MarketFigures.Party) -> ListTable.Cell {
    let text =
      switch party {
      case .chamber(let number): names.name(number)
      case .code(let code): visit.say("AGB \(code), onbekend", "AGB \(code), unknown")
      }
    guard visit.may(.seeProviderSheet) else { return .text(text) }
    return .link(text, .commissioning(.provider(party.name)))
  }

  /// How many providers work in both of two municipalities.
  func overlap(_ html: inout HTML) {
    guard model.comparesMunicipalities, !model.figures.providers.isEmpty else { return }
    html.heading(2, visit.say("Overlap tussen gemeenten", "Overlap between municipalities"))
    html.paragraph(overlapText)
    visit.writeTable(
      ListTable(
        id: "overlap",
        caption: visit.say(
          "Aanbieders die in beide gemeenten leveren",
          "Providers that deliver in both municipalities"
        ),
        columns: [
          ListTable.Column(
            "gemeente",
            visit.say("Gemeente", "Municipality"),
            definition: Definition.overlap.rawValue
          )
        ]
          + model.municipalities.map {
            ListTable.Column("g\($0)", names.name($0), isNumeric: true)
          },
        rows: model.municipalities.map { left in
          ListTable.Row(
            [.text(names.name(left))]
              + model.municipalities.map { .number(model.figures.shared(left, $0)) }
          )
        }
      ),
      &html
    )
  }

  private var overlapText: String {
    let all = model.figures.providers
    let everywhere = all.count { $0.municipalities.count == model.municipalities.count }
    let one = all.count { $0.municipalities.count == 1 }
    return visit.say(
      "Van de \(all.count) aanbieders leveren er \(everywhere) in alle gemeenten en \(one) in "
        + "precies een.",
      "Of the \(all.count) providers \(everywhere) deliver in all municipalities and \(one) in "
        + "exactly one."
    )
  }
}
