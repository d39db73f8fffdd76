import Accounts
import Commissioning
import Documents
import Quantities
import Region
import Rules

/// The tariffs on a day with their build-up, the real-price test and how they were indexed.
struct TariffsPage {
  let visit: Visit
  let view: CommissioningView
  let model: TariffsModel
  let imported: ImportedPrices

  init(_ visit: Visit) {
    self.visit = visit
    view = CommissioningView(visit)
    model = TariffsModel(view)
    imported = ImportedPrices(view)
  }

  func reply() throws -> Reply {
    guard !model.rows.isEmpty || imported.rows.isEmpty else { return try importedReply() }
    let products = visit.choiceFilter("product", "Product", model.rows.map(\.product.description)) {
      code in ProductCode(code).map { view.names.name($0) } ?? code
    }
    let provider = visit.choiceFilter(
      "aanbieder",
      view.say("Aanbieder", "Provider"),
      model.rows.flatMap(\.providers).map(\.description)
    ) { code in ChamberNumber(code).map { view.names.name($0) } ?? code }
    let municipality = visit.municipalityFilter(
      model.rows.flatMap(\.municipalities).map(\.description)
    ) { code in MunicipalityCode(code).map { view.names.name($0) } ?? code }
    let chosen = model.rows.filter { row in
      products.passes(row.product.description)
        && provider.passes(row.providers.map(\.description))
        && municipality.passes(row.municipalities.map(\.description))
    }
    var list = CommissioningList(
      visit: visit,
      title: view.say("Tarieven", "Tariffs"),
      lead: lead,
      address: .tariffs,
      table: table(chosen),
      filters: [products, provider, municipality],
      emptyText: view.say(
        "Op deze dag geldt geen tarief uit een contract.",
        "No tariff of a contract holds on this day."
      )
    )
    if products.isSet { list.below = { details(chosen, &$0) } }
    return try list.reply()
  }

  private var lead: String {
    let failing = model.rows.count { !$0.test.passes }
    return view.say(
      "\(model.rows.count) tarieven op \(view.day(view.day)); van \(failing) is niet getoond dat "
        + "de prijs reëel is. Kies een product voor de opbouw en de indexering.",
      "\(model.rows.count) tariffs on \(view.day(view.day)); of \(failing) it is not shown that "
        + "the price is real. Choose a product for the build-up and the indexation."
    )
  }

  private func table(_ rows: [TariffsModel.Row]) -> ListTable {
    ListTable(
      id: "tarieven",
      caption: view.say("Tarieven op deze dag", "Tariffs on this day"),
      columns: [
        ListTable.Column("product", "Product"),
        ListTable.Column("voor", view.say("Voor", "For")),
        ListTable.Column("aanbieders", view.say("Aanbieders", "Providers")),
        ListTable.Column("tarief", view.say("Tarief", "Tariff"), isNumeric: true),
        ListTable.Column("eenheid", view.say("Per", "Per")),
        ListTable.Column("geldig", view.say("Geldig", "Valid")),
        ListTable.Column("groei", view.say("Groei", "Growth"), isNumeric: true),
        ListTable.Column(
          "reele-prijs",
          view.say("Reële prijs", "Real price"),
          definition: Definition.realPrice.rawValue
        ),
        ListTable.Column("bron", view.say("Bron", "Source")),
      ],
      rows: rows.map { row in
        let isMany = row.providers.count > 3
        let count = Wording.number(row.providers.count, view.language)
        let providers =
          isMany
          ? view.say("\(count) aanbieders", "\(count) providers") : view.names.names(row.providers)
        return ListTable.Row(
          [
            .text(view.names.name(row.product)), .text(view.say(row.scope.text)),
            .text(providers),
          ] + view.cells(row.tariff.price, per: row.tariff.unit)
            + [
              .text(view.text(row.tariff.period)), row.growth.map { .permille($0) } ?? .none,
              status(row.test), view.cell(row.tariff.basis),
            ]
        )
      }
    )
  }

  private func status(_ test: RealPriceTest) -> ListTable.Cell {
    if test.isBelowCost { return .status(.negative, view.say("onder kostprijs", "below cost")) }
    if test.passes { return .status(.positive, view.say("getoond", "shown")) }
    return .status(.warning, view.say("niet getoond", "not shown"))
  }
}

// MARK: - Build-up and indexation

extension TariffsPage {
  private func details(_ rows: [TariffsModel.Row], _ html: inout HTML) {
    for (place, row) in rows.prefix(Self.mostDetails).enumerated() {
      html.heading(2, "\(view.names.name(row.product)), \(view.say(row.scope.text))")
      if let buildUp = row.tariff.buildUp {
        visit.writeTable(elements(buildUp, row, place), &html)
      } else {
        html.paragraph(
          view.say(
            "De opbouw van dit tarief is niet vastgelegd.",
            "The build-up of this tariff is not recorded."
          )
        )
      }
      html.list(row.test.findings.map { view.say($0) })
      visit.writeTable(versions(row, place), &html)
    }
  }

  private static let mostDetails = 10

  private func elements(
    _ buildUp: TariffBuildUp,
    _ row: TariffsModel.Row,
    _ place: Int
  ) -> ListTable {
    var rows = (buildUp.amounts ?? []).map { element, amount in
      ListTable.Row([
        .text("\(element.rawValue). \(view.say(element.text))"), .euros(amount),
      ])
    }
    if let cost = buildUp.costPrice {
      rows.append(ListTable.Row([.text(view.say("Kostprijs", "Cost price")), .euros(cost)]))
    }
    rows.append(
      ListTable.Row([.text(view.say("Tarief", "Tariff")), .euros(row.tariff.price)])
    )
    return ListTable(
      id: "opbouw\(place)",
      caption: view.say("Opbouw", "Build-up") + " (\(view.say(buildUp.basis.text)))",
      columns: [
        ListTable.Column("element", view.say("Kostprijselement", "Cost element")),
        ListTable.Column("bedrag", view.say("Bedrag", "Amount"), isNumeric: true),
      ],
      rows: rows
    )
  }

  /// All versions with the growth of each over the one before.
  private func versions(_ row: TariffsModel.Row, _ place: Int) -> ListTable {
    var before: Tariff?
    let rows = row.versions.map { version -> ListTable.Row in
      let growth = before.flatMap { before -> Int? in
        guard before.price > .zero, let difference = version.price.subtracting(before.price) else {
          return nil
        }
        return Rate(difference, of: before.price).map { Int(clamping: $0.millionths / 1_000) }
      }
      before = version
      return ListTable.Row([
        .text(view.text(version.period)), .euros(version.price),
        growth.map { .permille($0) } ?? .none, view.cell(version.basis),
      ])
    }
    return ListTable(
      id: "versies\(place)",
      caption: view.say("Versies en indexering", "Versions and indexation"),
      columns: [
        ListTable.Column("geldig", view.say("Geldig", "Valid")),
        ListTable.Column("tarief", view.say("Tarief", "Tariff"), isNumeric: true),
        ListTable.Column("groei", view.say("Groei", "Growth"), isNumeric: true),
        ListTable.Column("bron", view.say("Bron", "Source")),
      ],
      rows: rows
    )
  }
}

// MARK: - A price list

extension TariffsPage {
  private func importedReply() throws -> Reply {
    let municipality = visit.municipalityFilter(
      imported.rows.compactMap(\.municipality).map(\.description)
    ) { code in MunicipalityCode(code).map { view.names.name($0) } ?? code }
    let providers = visit.choiceFilter(
      "aanbieder",
      view.say("Aanbieder (AGB)", "Provider (AGB)"),
      imported.rows.compactMap(\.provider).map(\.description)
    ) { $0 }
    let rows = imported.rows.filter { row in
      municipality.passes([row.municipality?.description].compactMap(\.self))
        && providers.passes([row.provider?.description].compactMap(\.self))
    }
    let table = ListTable(
      id: "tarieven",
      caption: view.say(
        "Tarieven uit de prijslijst op deze dag",
        "Tariffs of the price list on this day"
      ),
      columns: [
        ListTable.Column("product", "Product"),
        ListTable.Column("categorie", view.say("Categorie", "Category")),
        ListTable.Column("aanbieder", view.say("Aanbieder (AGB)", "Provider (AGB)")),
        ListTable.Column("gemeente", view.say("Gemeente", "Municipality")),
        ListTable.Column("tarief", view.say("Tarief", "Tariff"), isNumeric: true),
        ListTable.Column("eenheid", view.say("Per", "Per")),
        ListTable.Column("geldig", view.say("Geldig", "Valid")),
      ],
      rows: rows.map { row in
        ListTable.Row([
          .text(row.code.map { view.names.name($0) } ?? view.say("alle", "all")),
          .text(row.category?.description ?? view.say("alle", "all")),
          provider(row),
          .text(
            row.municipality.map { view.names.name($0) }
              ?? view.say("alle", "all")
          ),
          .euros(row.tariff), .text(row.unit?.text(of: 1, in: view.language) ?? ""),
          .text(view.text(row.period)),
        ])
      }
    )
    return try CommissioningList(
      visit: visit,
      title: view.say("Tarieven", "Tariffs"),
      lead: view.say(
        "Deze regio rekent met een prijslijst; opbouw en indexering staan er niet in.",
        "This region works with a price list; build-up and indexation are not in it."
      ),
      address: .tariffs,
      table: table,
      filters: [municipality, providers],
      emptyText: view.say("Er is geen prijslijst.", "There is no price list.")
    ).reply()
  }

  private func provider(_ row: PriceRow) -> ListTable.Cell {
    guard let code = row.provider else { return .text(view.say("alle", "all")) }
    guard view.rights.contains(.seeProviderSheet) else { return .text(code.description) }
    return .link(code.description, .commissioning(.provider(ProviderSubject.code(code).name)))
  }
}
