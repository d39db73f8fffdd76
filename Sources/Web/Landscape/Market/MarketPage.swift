import Accounts
import Documents
import Landscape
import Quantities
import Region
import Rules

/// The market view: providers by size, the curve of concentration, the long tail and the overlap.
struct MarketPage {
  let visit: Visit
  let model: MarketModel
  let names: RegionNames

  init(_ visit: Visit) {
    self.visit = visit
    model = MarketModel(visit)
    names = RegionNames(visit.state)
  }

  var reply: Reply {
    get throws {
      let list = ListView(
        providers,
        on: visit,
        at: .landscape(.market),
        filters: filters,
        emptyText: visit.say(
          "Voor deze keuze is er niets toegekend.",
          "Nothing was awarded for this choice."
        )
      )
      return try visit.reply(list) {
        var html = HTML()
        html.tiles(tiles, visit)
        if !model.figures.providers.isEmpty { concentration(&html) }
        html.heading(2, visit.say("Aanbieders naar omvang", "Providers by size"))
        list.write(&html)
        html.note(
          visit.say(
            "Cliënten tellen een keer per gemeente en wet. Aantallen onder 10 tonen we niet.",
            "Clients count once per municipality and act. Counts below 10 are not shown."
          )
        )
        overlap(&html)
        return Page(
          visit.say("Markt", "Market"),
          lead: lead,
          crumbs: visit.landscapeCrumbs,
          showsDates: true,
          body: html
        )
      }
    }
  }

  private var lead: String {
    visit.say(
      "Wie in \(model.year) hoeveel leverde, volgens de goedgekeurde declaraties.",
      "Who delivered how much in \(model.year), by the approved claims."
    )
  }

  private var filters: [ListFilter] {
    [
      ListFilter(
        MarketModel.yearName,
        visit.say("Jaar van levering", "Year of delivery"),
        model.years.reversed().map { ListFilter.Choice("\($0)", "\($0)") },
        shown: "\(model.year)"
      ),
      ListFilter(
        MarketModel.municipalityName,
        visit.say("Gemeente", "Municipality"),
        model.municipalities.map { ListFilter.Choice($0.description, names.name($0)) },
        on: visit
      ),
      ListFilter(
        MarketModel.lawName,
        visit.say("Wet", "Act"),
        model.laws.map { ListFilter.Choice($0.rawValue, visit.say($0.text)) },
        on: visit
      ),
      ListFilter(
        MarketModel.limitName,
        visit.say("Lange staart: minder cliënten dan", "Long tail: fewer clients than"),
        MarketModel.limits.map { ListFilter.Choice("\($0)", "\($0)") },
        shown: "\(model.limit)"
      ),
    ]
  }

  // MARK: Tiles and curve

  private func share(_ permille: Int) -> String {
    Wording.percentage(permille: permille, visit.language)
  }

  private func number(_ value: Int) -> String { Wording.number(value, visit.language) }

  /// The lines behind the figures, for whoever may see them.
  private var lines: (String, RegionAddress)? {
    guard visit.may(.seeClaims) else { return nil }
    return (visit.say("Naar de declaratieregels", "To the claim lines"), .claims(.lines))
  }

  private var tiles: [Tile] {
    let figures = model.figures
    let tail = model.tail
    return [
      Tile(
        visit.say("Toegekend bedrag", "Amount awarded"),
        Wording.wholeEuros(figures.total, visit.language),
        definition: Definition.awarded.rawValue,
        behind: lines
      ),
      Tile(visit.say("Aanbieders", "Providers"), number(figures.providers.count)),
      Tile(
        visit.say("Cliënten", "Clients"),
        visit.text(visit.count(figures.clients)),
        definition: Definition.clients.rawValue
      ),
      Tile(
        visit.say("Deel van de grootste 10", "Share of the largest 10"),
        share(model.largestShare),
        definition: Definition.concentration.rawValue
      ),
      Tile(
        visit.say(
          "Aanbieders met minder dan \(model.limit) cliënten",
          "Providers with fewer than \(model.limit) clients"
        ),
        "\(number(tail.count)) (\(share(model.tailShare)))",
        definition: Definition.longTail.rawValue
      ),
    ]
  }

  private func concentration(_ html: inout HTML) {
    let figures = model.figures
    let curve = figures.curve
    html.heading(2, visit.say("Concentratie", "Concentration"))
    let shown = min(MarketModel.largest, figures.providers.count)
    let conclusion = visit.say(
      "De grootste \(shown) van \(number(figures.providers.count)) aanbieders hebben samen "
        + "\(share(model.largestShare)) van het bedrag.",
      "The largest \(shown) of \(number(figures.providers.count)) providers together have "
        + "\(share(model.largestShare)) of the amount."
    )
    LineChart(
      figure: ChartFigure(
        conclusion: conclusion,
        description: visit.say(
          "Lijn van het deel van de aanbieders, van groot naar klein, tegen hun deel van het "
            + "bedrag; de getallen staan in de tabel eronder.",
          "Line of the share of providers, largest first, against their share of the amount; the "
            + "figures stand in the table below."
        )
      ),
      lines: [
        LineChart.Line(
          name: visit.say("toegekend", "awarded"),
          points: [LineChart.Point(x: 0, y: 0)]
            + curve.map {
              LineChart.Point(
                x: $0.count * 1_000 / figures.providers.count,
                y: figures.permille(of: $0.awarded)
              )
            }
        )
      ],
      horizontal: visit.say(
        "deel van de aanbieders, van groot naar klein",
        "share of the providers, largest first"
      ),
      share: share
    ).write(&html)
    visit.writeTable(curveTable, &html)
  }

  private var curveTable: ListTable {
    let figures = model.figures
    return ListTable(
      id: "concentratie",
      caption: visit.say("Concentratie: de grootste samen", "Concentration: the largest together"),
      columns: [
        ListTable.Column("aantal", visit.say("Grootste aanbieders", "Largest providers")),
        ListTable.Column(
          "deel",
          visit.say("Deel van de aanbieders", "Share of providers"),
          isNumeric: true
        ),
        ListTable.Column("bedrag", visit.say("Toegekend", "Awarded"), isNumeric: true),
        ListTable.Column(
          "aandeel",
          visit.say("Deel van het bedrag", "Share of the amount"),
          isNumeric: true,
          definition: Definition.concentration.rawValue
        ),
      ],
      rows: figures.curve.map { point in
        ListTable.Row([
          .number(point.count), .permille(point.count * 1_000 / figures.providers.count),
          .euros(point.awarded), .permille(figures.permille(of: point.awarded)),
        ])
      }
    )
  }
}
