import Commissioning
import Documents
import Quantities
import Region

/// The procedures of the region with where each stands.
struct ProceduresPage {
  let visit: Visit
  let view: CommissioningView

  init(_ visit: Visit) {
    self.visit = visit
    view = CommissioningView(visit)
  }

  func reply() throws -> Reply {
    let models = view.state.procedures.procedures.values
      .sorted { $0.plan.code < $1.plan.code }
      .compactMap { ProcedureModel($0, view) }
    let stages = ProcurementProcedure.Stage.allCases.map { stage in
      ListFilter.Choice("\(stage)", view.say(stage.text))
    }
    let stage = ListFilter("stand", view.say("Stand", "State"), stages, on: visit)
    let kinds = ProcedureKind.allCases.map { ListFilter.Choice($0.rawValue, view.say($0.text)) }
    let kind = ListFilter("soort", view.say("Soort", "Kind"), kinds, on: visit)
    let municipality = visit.municipalityFilter(
      models.flatMap(\.procedure.plan.municipalities).map(\.description)
    ) { code in MunicipalityCode(code).map { view.names.name($0) } ?? code }
    let chosen = models.filter { model in
      let plan = model.procedure.plan
      return stage.passes("\(model.procedure.stage)") && kind.passes(plan.kind.rawValue)
        && municipality.passes(plan.municipalities.map(\.description))
    }
    return try CommissioningList(
      visit: visit,
      title: "Procedures",
      lead: view.say(
        "Hoe de regio aanbieders kiest of toelaat, met de termijnen die daarbij gelden.",
        "How the region chooses or admits providers, with the terms that hold."
      ),
      address: .procedures,
      table: table(chosen),
      filters: [stage, kind, municipality],
      emptyText: view.say("Er zijn geen procedures te tonen.", "There are no procedures to show.")
    ).reply()
  }

  private func table(_ models: [ProcedureModel]) -> ListTable {
    ListTable(
      id: "procedures",
      caption: view.say("Procedures op deze dag", "Procedures on this day"),
      columns: [
        ListTable.Column("procedure", view.say("Procedure", "Procedure")),
        ListTable.Column("soort", view.say("Soort", "Kind")),
        ListTable.Column("stand", view.say("Stand", "State")),
        ListTable.Column("gemeenten", view.say("Gemeenten", "Municipalities")),
        ListTable.Column("percelen", view.say("Percelen", "Lots"), isNumeric: true),
        ListTable.Column("inschrijvingen", view.say("Inschrijvingen", "Bids"), isNumeric: true),
        ListTable.Column("stap", view.say("Volgende stap", "Next step")),
        ListTable.Column("dag", view.say("Dag", "Day")),
      ],
      rows: models.map { model in
        let plan = model.procedure.plan
        let next = model.foreseenFrom == nil ? model.next(on: view.day) : nil
        return ListTable.Row([
          .link(plan.title, .commissioning(.procedure(plan.code.description))),
          .text(view.say(plan.kind.text)),
          .status(model.procedure.stage.status, view.say(model.procedure.stage.text)),
          .text(view.names.names(plan.municipalities)), .number(plan.lots.count),
          model.bidCount.map { .number($0) } ?? .none,
          .text(next.map { view.say($0.step.text) } ?? ""), view.cell(next?.day),
        ])
      }
    )
  }
}

extension ProcurementProcedure.Stage {
  var status: StatusKind {
    switch self {
    case .prepared, .opened: .neutral
    case .published, .awarded: .warning
    case .open, .final: .positive
    case .withdrawn: .negative
    }
  }
}
