import Accounts
import Documents
import Quantities
import Rules

/// What was awarded, per municipality and month, with a picture against the ceilings.
enum AwardedPage {
  static func reply(_ visit: Visit) async throws -> Reply {
    let model = await AwardedModel(visit)
    let format = ListQuery(visit.query).format
    guard format == .page else { return try visit.file(months(model, visit), as: format) }
    return .page(page(model, visit))
  }

  private static func page(_ model: AwardedModel, _ visit: Visit) -> Page {
    var html = HTML()
    filter(model, visit, &html)
    if model.municipalities.isEmpty {
      html.paragraph(
        visit.say("In dit jaar is niets toegekend.", "Nothing was awarded in this year.")
      )
    } else {
      tiles(model, visit, &html)
      charts(model, visit, &html)
      PlainTable(months(model, visit)).write(&html, on: visit)
      visit.writeFileLinks(at: .claims(.awarded), &html)
      clients(model, visit, &html)
    }
    return Page(
      visit.say("Toegekend in \(model.year)", "Awarded in \(model.year)"),
      lead: lead(model, visit),
      showsDates: true,
      body: html
    )
  }

  private static func lead(_ model: AwardedModel, _ visit: Visit) -> String {
    let total = amount(model.total, visit)
    let count = model.municipalities.count
    return visit.say(
      count == 1
        ? "\(total) toegekend in 1 gemeente." : "\(total) toegekend in \(count) gemeenten.",
      count == 1
        ? "\(total) awarded in 1 municipality." : "\(total) awarded in \(count) municipalities."
    )
  }

  /// Amounts leave the region rounded to thousands, so that a month with few clients tells nothing
  /// of one of them; inside they are exact.
  static func amount(_ cents: Cents, _ visit: Visit) -> String {
    Wording.wholeEuros(rounded(cents, visit), visit.language)
  }

  static func rounded(_ cents: Cents, _ visit: Visit) -> Cents {
    guard visit.grant?.detail == .published else { return cents }
    return cents.roundedToThousands
  }

  private static func filter(_ model: AwardedModel, _ visit: Visit, _ html: inout HTML) {
    let years = model.years.reversed().map { ListFilter.Choice("\($0)", "\($0)") }
    let filters =
      [ListFilter("jaar", visit.say("Jaar", "Year"), years, shown: "\(model.year)")]
      + visit.municipalityFilters
    let label = visit.say("Filteren", "Filter")
    html.element(
      "form",
      .class("regie-filter"),
      .method("get"),
      .aria(.label, label)
    ) { html in
      for name in [Visit.knownOnName, Visit.validOnName] {
        guard let value = visit.query[name] else { continue }
        html.void("input", .type("hidden"), .name(name), .value(value))
      }
      for filter in filters { filter.write("toegekend", &html) }
      html.element("button", .type("submit"), .class("nl-button nl-button--secondary")) {
        $0.write(visit.say("Toepassen", "Apply"))
      }
    }
  }

  private static func tiles(_ model: AwardedModel, _ visit: Visit, _ html: inout HTML) {
    var tiles = [
      Tile(
        visit.say("Toegekend", "Awarded"),
        amount(model.total, visit),
        definition: Definition.awarded.rawValue,
        behind: visit.may(.seeClaims)
          ? (visit.say("Bekijk de regels", "See the lines"), .claims(.lines)) : nil
      )
    ]
    if let ceilings = model.ceilings {
      tiles.append(
        Tile(
          visit.say("Som van de plafonds", "Sum of the ceilings"),
          amount(ceilings, visit),
          definition: Definition.ceiling.rawValue,
          behind: visit.may(.seeCeilings)
            ? (visit.say("Bekijk de plafonds", "See the ceilings"), .commissioning(.ceilings))
            : nil
        )
      )
    }
    html.tiles(tiles, visit)
  }
}

// MARK: - The table

extension AwardedPage {
  private static func months(_ model: AwardedModel, _ visit: Visit) -> ListTable {
    let names = RegionNames(visit.state)
    let columns =
      [ListTable.Column("maand", visit.say("Maand", "Month"))]
      + model.municipalities.map {
        ListTable.Column($0.code.description, names.name($0.code), isNumeric: true)
      }
      + [
        ListTable.Column(
          "samen",
          visit.say("Samen", "Together"),
          isNumeric: true,
          definition: Definition.awarded.rawValue
        ),
        ListTable.Column("opgeteld", visit.say("Opgeteld", "Added up"), isNumeric: true),
      ]
      + (model.underCeilings.isEmpty
        ? []
        : [
          ListTable.Column(
            "onder-plafond",
            visit.say("Opgeteld, onder een plafond", "Added up, under a ceiling"),
            isNumeric: true,
            definition: Definition.used.rawValue
          )
        ])
    let under = model.cumulativeUnderCeilings
    let cumulative = model.cumulative
    let hidden = hidden(model, visit)
    var rows = (0..<12).map { month -> ListTable.Row in
      let day = CivilDate(year: model.year, month: month + 1, day: 1)
      let name = day.map { Wording.monthName($0, visit.language) } ?? ""
      let amounts = model.municipalities.map { municipality in
        hidden.contains(municipality.code)
          ? ListTable.Cell.hidden : .euros(rounded(municipality.months[month], visit))
      }
      return ListTable.Row(
        [.text(name)] + amounts
          + [
            .euros(rounded(model.months[month], visit)),
            .euros(rounded(cumulative[month], visit)),
          ] + (under.isEmpty ? [] : [.euros(rounded(under[month], visit))])
      )
    }
    rows.append(
      ListTable.Row(
        [.text(visit.say("Jaar", "Year"))]
          + model.municipalities.map {
            hidden.contains($0.code) ? .hidden : .euros(rounded($0.total, visit))
          }
          + [.euros(rounded(model.total, visit)), .none] + (under.isEmpty ? [] : [.none])
      )
    )
    return ListTable(
      id: "per-maand",
      caption: visit.say(
        "Toegekend per maand en gemeente in \(model.year)",
        "Awarded per month and municipality in \(model.year)"
      ),
      columns: columns,
      rows: rows
    )
  }

  /// The municipalities whose amounts are withheld together with their counts.
  private static func hidden(_ model: AwardedModel, _ visit: Visit) -> Set<MunicipalityCode> {
    guard visit.grant?.detail == .published else { return [] }
    let counts = visit.column(model.municipalities.map(\.clients))
    return Set(
      zip(model.municipalities, counts).filter { $0.1 == .hidden }.map(\.0.code)
    )
  }

  /// The columns of what was awarded to whom per municipality; what is published has the same.
  static func municipalityColumns(_ visit: Visit) -> [ListTable.Column] {
    [
      ListTable.Column("gemeente", visit.say("Gemeente", "Municipality")),
      ListTable.Column(
        "clienten",
        visit.say("Cliënten", "Clients"),
        isNumeric: true,
        definition: Definition.clients.rawValue
      ),
      ListTable.Column(
        "bedrag",
        visit.say("Toegekend", "Awarded"),
        isNumeric: true,
        definition: Definition.awarded.rawValue
      ),
    ]
  }

  private static func clients(_ model: AwardedModel, _ visit: Visit, _ html: inout HTML) {
    html.heading(2, visit.say("Cliënten per gemeente", "Clients per municipality"))
    let names = RegionNames(visit.state)
    let counts = visit.column(model.municipalities.map(\.clients))
    let hidden = hidden(model, visit)
    PlainTable(
      id: "clienten",
      caption: visit.say("Cliënten en bedrag per gemeente", "Clients and amount per municipality"),
      columns: municipalityColumns(visit),
      rows: zip(model.municipalities, counts).map { municipality, clients in
        ListTable.Row([
          .text(names.withCode(municipality.code)), clients,
          hidden.contains(municipality.code)
            ? .hidden : .euros(rounded(municipality.total, visit)),
        ])
      }
    ).write(&html, on: visit)
    html.element("p") { html in
      html.write(visit.say("Kleine aantallen staan er niet.", "Small numbers are left out."))
      html.definitionLink(
        visit.say("kleine aantallen", "small numbers"),
        Definition.smallNumbers.rawValue,
        visit
      )
    }
  }
}
