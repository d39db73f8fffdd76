import Commissioning
import Documents
import Quantities
import Region

/// Suppliers: who can deliver every form, evaluations, quality tests and the lines of products.
struct SuppliersPage {
  let visit: Visit
  let view: CommissioningView
  let model: SuppliersModel

  init(_ visit: Visit) {
    self.visit = visit
    view = CommissioningView(visit)
    model = SuppliersModel(view)
  }

  func reply() throws -> Reply {
    let segments = visit.choiceFilter(
      "segment",
      "Segment",
      model.forms.map(\.segment.segment.description)
    ) { $0 }
    let states = [
      ListFilter.Choice("alle", view.say("alle vormen", "all forms")),
      ListFilter.Choice("mist", view.say("mist vormen", "misses forms")),
    ]
    let state = ListFilter("vormen", view.say("Vormen", "Forms"), states, on: visit)
    let chosen = model.forms.filter { row in
      segments.passes(row.segment.segment.description)
        && state.passes(row.coverage.isComplete ? "alle" : "mist")
    }
    var list = CommissioningList(
      visit: visit,
      title: view.say("Leveranciers", "Suppliers"),
      lead: view.say(
        "Wie kan een segment tot de lichtste vorm afschalen, hoe aanbieders zijn beoordeeld en "
          + "wat er is getoetst.",
        "Who can scale a segment down to its lightest form, how providers were evaluated and what "
          + "was tested."
      ),
      address: .suppliers,
      table: forms(chosen),
      filters: [segments, state],
      emptyText: view.say(
        "Er zijn op deze dag geen gecontracteerde aanbieders met productvormen.",
        "There are no contracted providers with product forms on this day."
      )
    )
    list.above = { html in
      html.heading(2, view.say("Productvormen en afschalen", "Product forms and scaling down"))
      html.paragraph(
        view.say(
          "\(model.complete) van \(model.forms.count) combinaties van aanbieder en segment "
            + "leveren alle vormen, zodat een bewoner bij afschalen niet hoeft te wisselen.",
          "\(model.complete) of \(model.forms.count) combinations of provider and segment deliver "
            + "all forms, so that a resident need not change when support is scaled down."
        )
      )
    }
    list.below = { below(&$0) }
    return try list.reply()
  }

  private func forms(_ rows: [SuppliersModel.FormRow]) -> ListTable {
    ListTable(
      id: "vormen",
      caption: view.say("Productvormen per aanbieder", "Product forms by provider"),
      columns: [
        ListTable.Column("aanbieder", view.say("Aanbieder", "Provider")),
        ListTable.Column("segment", "Segment"),
        ListTable.Column("stand", view.say("Vormen", "Forms")),
        ListTable.Column("levert", view.say("Levert", "Delivers"), isNumeric: true),
        ListTable.Column("van", view.say("Van", "Of"), isNumeric: true),
        ListTable.Column("mist", view.say("Mist", "Misses")),
        ListTable.Column("blijkt", view.say("Waaruit dat blijkt", "What shows it")),
      ],
      rows: rows.map { row in
        let coverage = row.coverage
        return ListTable.Row([
          view.cell(coverage.provider), .text(row.segment.segment.description),
          coverage.isComplete
            ? .status(.positive, view.say("alle vormen", "all forms"))
            : .status(.warning, view.say("mist vormen", "misses forms")),
          .number(coverage.delivers.count), .number(row.segment.forms.count),
          .text(coverage.missing.map(\.description).joined(separator: ", ")),
          .text(view.say(coverage.ground.text)),
        ])
      }
    )
  }

  private func below(_ html: inout HTML) {
    let tables = SupplierTables(view: view)
    html.heading(2, view.say("Evaluaties", "Evaluations"))
    let none = view.say(
      "Geen contract kan na het eerste jaar worden ontbonden.",
      "No contract may be dissolved after its first year."
    )
    visit.writeTable(tables.evaluations(model.evaluations), empty: none, &html)
    quality(&html)
    html.heading(2, view.say("Lijnen van producten", "Lines of products"))
    visit.writeTable(lines, &html)
  }

  private func quality(_ html: inout HTML) {
    html.heading(2, view.say("Kwaliteitseisen en toetsen", "Quality requirements and tests"))
    let table = ListTable(
      id: "eisen",
      caption: view.say("Elke eis met haar toets", "Each requirement with its test"),
      columns: [
        ListTable.Column("eis", view.say("Eis", "Requirement")),
        ListTable.Column("wat", view.say("Wat zij vraagt", "What it asks")),
        ListTable.Column("toets", view.say("Hoe getoetst", "How tested")),
        ListTable.Column("aanbieder", view.say("Aanbieder", "Provider")),
        ListTable.Column("dag", view.say("Getoetst op", "Tested on")),
        ListTable.Column("resultaat", view.say("Resultaat", "Result")),
        ListTable.Column("bron", view.say("Bron", "Source")),
      ],
      rows: model.demands.flatMap { rows($0) }
    )
    let none = view.say(
      "Er zijn nog geen kwaliteitseisen vastgelegd.",
      "No quality requirements are recorded yet."
    )
    visit.writeTable(table, empty: none, &html)
  }

  private func rows(_ row: SuppliersModel.DemandRow) -> [ListTable.Row] {
    let demand = row.demand
    let head: [ListTable.Cell] = [
      .text(demand.code.description), .text(demand.requirement.text),
      demand.test.map { .quoted($0) }
        ?? .status(.negative, view.say("geen toets", "no test")),
    ]
    let basis = view.cell(demand.requirement.basis)
    guard !row.tests.isEmpty else {
      let never = view.say("nog niet getoetst", "not tested yet")
      return [ListTable.Row(head + [.none, .none, .status(.warning, never), basis])]
    }
    return row.tests.map { test in
      let result = ListTable.Cell.status(test.result.status, view.say(test.result.text))
      return ListTable.Row(head + [view.cell(test.provider), .day(test.on), result, basis])
    }
  }

  private var lines: ListTable {
    ListTable(
      id: "lijnen",
      caption: view.say("Producten met hun lijn", "Products with their line"),
      columns: [
        ListTable.Column("product", "Product"),
        ListTable.Column("lijn", view.say("Lijn", "Line")),
        ListTable.Column("bron", view.say("Bron", "Source")),
      ],
      rows: model.lines.map { line in
        ListTable.Row([
          .text(view.names.name(line.product)), .text(view.say(line.line.text)),
          view.cell(line.basis),
        ])
      }
    )
  }
}
