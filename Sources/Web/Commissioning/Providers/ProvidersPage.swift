import Accounts
import Commissioning
import Documents
import Quantities
import Region

/// The directory of providers.
struct ProvidersPage {
  let visit: Visit
  let view: CommissioningView
  let model: ProvidersModel

  init(_ visit: Visit) {
    self.visit = visit
    view = CommissioningView(visit)
    model = ProvidersModel(view)
  }

  func reply() throws -> Reply {
    let municipality = visit.municipalityFilter(
      model.rows.flatMap(\.municipalities).map(\.description)
    ) { code in MunicipalityCode(code).map { view.names.name($0) } ?? code }
    let groups = visit.choiceFilter(
      "doelgroep",
      view.say("Doelgroep", "Target group"),
      model.rows.flatMap(\.groups)
    ) { view.names.group($0) }
    let states = ProvidersModel.Standing.allCases.map { standing in
      ListFilter.Choice(standing.rawValue, standing.text(view))
    }
    let standing = ListFilter("stand", view.say("Stand", "State"), states, on: visit)
    let chosen = model.rows.filter { row in
      municipality.passes(row.municipalities.map(\.description)) && groups.passes(row.groups)
        && standing.passes(row.standing.rawValue)
    }
    return try CommissioningList(
      visit: visit,
      title: view.say("Aanbieders", "Providers"),
      lead: view.say(
        "\(model.rows.count) aanbieders; \(model.contracted) zijn gecontracteerd op "
          + "\(view.day(view.day)).",
        "\(model.rows.count) providers; \(model.contracted) are contracted on "
          + "\(view.day(view.day))."
      ),
      address: .providers,
      table: table(chosen),
      filters: [standing, municipality, groups],
      emptyText: view.say("Er zijn geen aanbieders.", "There are no providers.")
    ).reply()
  }

  private func table(_ rows: [ProvidersModel.Row]) -> ListTable {
    let year = "\(view.figuresYear)"
    return ListTable(
      id: "aanbieders",
      caption: view.say("Aanbieders", "Providers"),
      columns: [
        ListTable.Column("aanbieder", view.say("Aanbieder", "Provider")),
        ListTable.Column("kvk", "KvK"),
        ListTable.Column("agb", "AGB"),
        ListTable.Column("stand", view.say("Stand", "State")),
        ListTable.Column("contracten", view.say("Contracten", "Contracts"), isNumeric: true),
        ListTable.Column("gemeenten", view.say("Gemeenten", "Municipalities")),
        ListTable.Column("doelgroepen", view.say("Doelgroepen", "Target groups")),
        ListTable.Column("plaatsen", view.say("Capaciteit", "Capacity"), isNumeric: true),
        ListTable.Column(
          "toegekend",
          view.say("Toegekend \(year)", "Awarded \(year)"),
          isNumeric: true,
          definition: Definition.awarded.rawValue
        ),
      ],
      rows: rows.map { row in
        let mayOpen = view.rights.contains(.seeProviderSheet)
        return ListTable.Row([
          mayOpen
            ? .link(row.name, .commissioning(.provider(row.subject.name))) : .text(row.name),
          .text(row.chamber?.description ?? ""),
          .text(row.codes.map(\.description).joined(separator: ", ")),
          .status(row.standing.status, row.standing.text(view)),
          .number(row.contracts), .text(view.names.names(row.municipalities)),
          .text(row.groups.map { view.names.group($0) }.joined(separator: ", ")),
          row.capacity.map { .number($0) } ?? .none,
          mayOpen ? .euros(row.awarded) : .none,
        ])
      }
    )
  }
}
