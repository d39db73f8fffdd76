import Commissioning
import Quantities

/// Tables about suppliers that more than one page shows.
struct SupplierTables {
  let view: CommissioningView

  func evaluations(_ standings: [EvaluationStanding]) -> ListTable {
    ListTable(
      id: "evaluaties",
      caption: view.say("Evaluatie na het eerste jaar", "Evaluation after the first year"),
      columns: [
        ListTable.Column("contract", "Contract"),
        ListTable.Column("aanbieder", view.say("Aanbieder", "Provider")),
        ListTable.Column("stand", view.say("Stand", "State")),
        ListTable.Column("wat", view.say("Wat er kan of moet", "What can or must be done")),
        ListTable.Column("resultaten", view.say("Resultaten", "Results")),
        ListTable.Column("voortgang", view.say("Voortgang", "Progress")),
      ],
      rows: standings.map { standing in
        ListTable.Row([
          view.cell(standing.contract), view.cell(standing.provider),
          .status(standing.stage.status, stage(standing.stage)),
          .text(view.say(standing.stage.text)), .text(standing.evaluation?.results.finding ?? ""),
          .quoted(standing.evaluation?.progress.finding ?? ""),
        ])
      }
    )
  }

  func tests(_ tests: [QualityTest]) -> ListTable {
    ListTable(
      id: "toetsen",
      caption: view.say("Laatste toets per eis", "Latest test of each requirement"),
      columns: [
        ListTable.Column("eis", view.say("Eis", "Requirement")),
        ListTable.Column("dag", view.say("Getoetst op", "Tested on")),
        ListTable.Column("resultaat", view.say("Resultaat", "Result")),
        ListTable.Column("bevinding", view.say("Bevinding", "Finding")),
        ListTable.Column("geldig", view.say("Geldig tot en met", "Valid through")),
      ],
      rows: tests.map { test in
        ListTable.Row([
          .text(test.requirement.description), .day(test.on),
          .status(test.result.status, view.say(test.result.text)), .text(test.finding),
          view.cell(test.validThrough),
        ])
      }
    )
  }

  private func stage(_ stage: EvaluationStanding.Stage) -> String {
    switch stage {
    case .notYet: view.say("nog niet", "not yet")
    case .due: view.say("te doen", "due")
    case .overdue: view.say("te laat", "overdue")
    case .good: view.say("goed", "good")
    case .mayDissolve: view.say("ontbinden kan", "may be dissolved")
    case .dissolved: view.say("ontbonden", "dissolved")
    case .ended: view.say("geëindigd", "ended")
    }
  }
}

extension EvaluationStanding.Stage {
  var status: StatusKind {
    switch self {
    case .notYet, .ended, .dissolved: .neutral
    case .good: .positive
    case .due: .warning
    case .overdue, .mayDissolve: .negative
    }
  }
}

extension QualityTest.Result {
  var status: StatusKind {
    switch self {
    case .met: .positive
    case .partlyMet: .warning
    case .notMet: .negative
    }
  }
}
