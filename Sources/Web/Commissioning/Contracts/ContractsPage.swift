import Accounts
import Commissioning
import Documents
import Quantities
import Region

/// The contracts with how each stands and its next decisive date.
struct ContractsPage {
  let visit: Visit
  let view: CommissioningView
  let model: ContractsModel

  init(_ visit: Visit) {
    self.visit = visit
    view = CommissioningView(visit)
    model = ContractsModel(view)
  }

  func reply() throws -> Reply {
    let states = ContractState.allCases.map { state in
      ListFilter.Choice("\(state)", view.say(state.text))
    }
    let state = ListFilter("stand", view.say("Stand", "State"), states, on: visit)
    let forms = ContractForm.allCases.map { form in
      ListFilter.Choice(form.rawValue, "\(form.rawValue): \(view.say(form.text))")
    }
    let form = ListFilter("vorm-contract", view.say("Contractvorm", "Form"), forms, on: visit)
    let municipality = visit.municipalityFilter(
      model.rows.flatMap(\.contract.draft.municipalities).map(\.description)
    ) { code in MunicipalityCode(code).map { view.names.name($0) } ?? code }
    let chosen = model.rows.filter { row in
      state.passes("\(row.state)") && form.passes(row.contract.draft.form.rawValue)
        && municipality.passes(row.contract.draft.municipalities.map(\.description))
    }
    var list = CommissioningList(
      visit: visit,
      title: view.say("Contracten", "Contracts"),
      lead: view.say(
        "\(model.running) van \(model.rows.count) contracten lopen op "
          + "\(view.day(view.day)).",
        "\(model.running) of \(model.rows.count) contracts run on \(view.day(view.day))."
      ),
      address: .contracts,
      table: table(chosen),
      filters: [state, form, municipality],
      emptyText: view.say(
        "Er zijn nog geen contracten. Leg ze vast met regie agreements import.",
        "There are no contracts yet. Record them with regie agreements import."
      )
    )
    if view.rights.contains(.prepareContracts) {
      list.above = { html in
        html.deedLink(
          view.say("Een contract voordragen", "Propose a contract"),
          visit.path(.commissioning(.newContract))
        )
      }
    }
    return try list.reply()
  }

  private func table(_ rows: [ContractsModel.Row]) -> ListTable {
    ListTable(
      id: "contracten",
      caption: view.say("Contracten", "Contracts"),
      columns: [
        ListTable.Column("contract", "Contract"),
        ListTable.Column("aanbieder", view.say("Aanbieder", "Provider")),
        ListTable.Column("gemeenten", view.say("Gemeenten", "Municipalities")),
        ListTable.Column("perceel", view.say("Perceel", "Lot")),
        ListTable.Column("vorm", view.say("Vorm", "Form")),
        ListTable.Column("stand", view.say("Stand", "State")),
        ListTable.Column("begin", view.say("Begin", "Start")),
        ListTable.Column("einde", view.say("Einde", "End")),
        ListTable.Column(
          "beslisdatum",
          view.say("Eerstvolgende beslisdatum", "Next decisive date"),
          definition: Definition.decisiveDate.rawValue
        ),
        ListTable.Column("beslissing", view.say("Wat dan", "What then")),
      ],
      rows: rows.map { row in
        let draft = row.contract.draft
        return ListTable.Row([
          view.cell(draft.code), view.cell(draft.provider),
          .text(view.names.names(draft.municipalities)), .text(draft.lot?.description ?? ""),
          .text(draft.form.rawValue), view.cell(row.state), .day(row.contract.term.start),
          .day(row.contract.lastDay), view.cell(row.next?.date),
          .text(row.next.map { view.say($0.kind.text) } ?? ""),
        ])
      }
    )
  }
}
