import Commissioning
import Documents
import Quantities
import Region

/// The programmes of the region, each with what is late in it.
struct ProgrammesPage {
  let visit: Visit
  let view: CommissioningView

  init(_ visit: Visit) {
    self.visit = visit
    view = CommissioningView(visit)
  }

  func reply() throws -> Reply {
    let programmes = view.state.programmes.programmes.values
      .sorted { $0.plan.code < $1.plan.code }
      .map { ProgrammeModel($0, on: view.day) }
    return try CommissioningList(
      visit: visit,
      title: view.say("Programma's", "Programmes"),
      lead: view.say(
        "Waarin de regio besluit hoe zij zorg regelt en koopt.",
        "In which the region decides how it arranges and buys care."
      ),
      address: .programmes,
      table: table(programmes),
      filters: [],
      emptyText: view.say(
        "Er is nog geen programma vastgesteld.",
        "No programme was adopted yet."
      )
    ).reply()
  }

  private func table(_ programmes: [ProgrammeModel]) -> ListTable {
    ListTable(
      id: "programmas",
      caption: view.say("Programma's op deze dag", "Programmes on this day"),
      columns: [
        ListTable.Column("programma", view.say("Programma", "Programme")),
        ListTable.Column("gemeenten", view.say("Gemeenten", "Municipalities")),
        ListTable.Column("bereikt", view.say("Bereikt", "Reached"), isNumeric: true),
        ListTable.Column("mijlpalen", view.say("Mijlpalen", "Milestones"), isNumeric: true),
        ListTable.Column("volgende", view.say("Volgende mijlpaal", "Next milestone")),
        ListTable.Column("start", view.say("Start contracten", "Start of contracts")),
        ListTable.Column("later", view.say("Dagen later", "Days late"), isNumeric: true),
        ListTable.Column(
          "besluiten",
          view.say("Open besluiten", "Open decisions"),
          isNumeric: true
        ),
      ],
      rows: programmes.map { model in
        let plan = model.programme.plan
        return ListTable.Row([
          .link(plan.title, .commissioning(.programme(plan.code.description))),
          .text(view.names.names(plan.municipalities)), .number(model.reached),
          .number(model.milestones.count), view.cell(model.next?.forecast.expected),
          view.cell(model.starts.first?.expected), .number(model.starts.first?.slipDays ?? 0),
          .number(model.waiting),
        ])
      }
    )
  }
}
