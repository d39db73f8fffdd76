import Commissioning
import Documents
import Quantities
import Region

/// One programme: its time line, decisions, talks and readiness.
struct ProgrammePage {
  let visit: Visit
  let view: CommissioningView
  let model: ProgrammeModel

  init(_ visit: Visit, _ code: String) throws {
    self.visit = visit
    view = CommissioningView(visit)
    guard let code = ProgrammeCode(code),
      let programme = view.state.programmes.programmes[code]
    else { throw Trouble.notFound }
    model = ProgrammeModel(programme, on: view.day)
  }

  var programme: CommissioningProgramme { model.programme }

  var page: Page {
    var html = HTML()
    timeline(&html)
    decisions(&html)
    budgets(&html)
    talks(&html)
    readiness(&html)
    scope(&html)
    return Page(
      programme.plan.title,
      lead: lead,
      crumbs: [
        Crumb(view.say("Programma's", "Programmes"), visit.address(.commissioning(.programmes)))
      ],
      showsDates: true,
      body: html
    )
  }

  private var lead: String {
    let reached = view.say(
      "\(model.reached) van \(model.milestones.count) mijlpalen bereikt.",
      "\(model.reached) of \(model.milestones.count) milestones reached."
    )
    return reached + " " + start
  }

  /// What slip does to the start of the contracts.
  private var start: String {
    guard let start = model.starts.first else { return "" }
    let day = view.day(start.expected)
    if start.isReached {
      return view.say(
        "De contracten begonnen op \(day).",
        "The contracts began on \(day)."
      )
    }
    guard start.slipDays > 0 else {
      return view.say(
        "De contracten beginnen naar verwachting op \(day), zoals gepland.",
        "The contracts are expected to begin on \(day), as planned."
      )
    }
    return view.say(
      "De contracten beginnen naar verwachting op \(day), \(start.slipDays) dagen later dan "
        + "gepland.",
      "The contracts are expected to begin on \(day), \(start.slipDays) days later than planned."
    )
  }
}

// MARK: - Time

extension ProgrammePage {
  private func timeline(_ html: inout HTML) {
    html.heading(2, view.say("Tijdlijn", "Time line"))
    if let span = model.span { chart(span, &html) }
    visit.writeTable(phases, &html)
    visit.writeTable(milestones, &html)
    guard !model.clashes.isEmpty else { return }
    html.alert(.warning, view.say("Botsende dagen", "Days that clash")) { html in
      html.list(model.clashes.map { view.say($0.text) })
    }
  }

  private func chart(_ span: (first: CivilDate, last: CivilDate), _ html: inout HTML) {
    let marks = model.milestones.map { row in
      TimelineChart.Mark(
        name: row.milestone.text,
        day: row.forecast.expected,
        planned: row.forecast.slipDays > 0 ? row.forecast.due : nil
      )
    }
    let isInside = span.first <= view.day && view.day <= span.last
    TimelineChart(
      figure: ChartFigure(
        conclusion: start.isEmpty ? lead : start,
        description: view.say(
          "Tijdlijn van \(programme.plan.phases.count) fasen en \(marks.count) mijlpalen, met waar "
            + "een mijlpaal verschoof de geplande dag erbij.",
          "Time line of \(programme.plan.phases.count) phases and \(marks.count) milestones, with "
            + "the planned day where one slipped."
        )
      ),
      first: span.first,
      last: span.last,
      phases: programme.plan.phases.map { phase in
        TimelineChart.Phase(
          name: phase.contents,
          first: phase.period.first,
          last: phase.period.last ?? span.last
        )
      },
      marks: marks,
      today: isInside ? (view.day, view.say("deze dag", "this day")) : nil
    ).write(&html)
  }

  private var phases: ListTable {
    ListTable(
      id: "fasen",
      caption: view.say("Fasen", "Phases"),
      columns: [
        ListTable.Column("fase", view.say("Fase", "Phase")),
        ListTable.Column("van", view.say("Van", "From")),
        ListTable.Column("tot", view.say("Tot en met", "Through")),
        ListTable.Column("inhoud", view.say("Inhoud", "Contents")),
        ListTable.Column("bron", view.say("Bron", "Source")),
      ],
      rows: programme.plan.phases.map { phase in
        ListTable.Row([
          .text(phase.code.description), .day(phase.period.first), view.cell(phase.period.last),
          .quoted(phase.contents), view.cell(phase.basis),
        ])
      }
    )
  }

  private var milestones: ListTable {
    ListTable(
      id: "mijlpalen",
      caption: view.say("Mijlpalen: gepland en werkelijk", "Milestones: planned and actual"),
      columns: [
        ListTable.Column("mijlpaal", view.say("Mijlpaal", "Milestone")),
        ListTable.Column("wat", view.say("Wat", "What")),
        ListTable.Column("gepland", view.say("Gepland", "Planned")),
        ListTable.Column("herpland", view.say("Herpland", "Replanned")),
        ListTable.Column("stand", view.say("Stand", "State")),
        ListTable.Column("dag", view.say("Bereikt of verwacht", "Reached or expected")),
        ListTable.Column("later", view.say("Dagen later", "Days late"), isNumeric: true),
        ListTable.Column("door", view.say("Door", "Because of")),
        ListTable.Column("bron", view.say("Bron", "Source")),
      ],
      rows: model.milestones.map { row in
        let forecast = row.forecast
        return ListTable.Row([
          .text(row.milestone.code.description), .text(row.milestone.text), .day(forecast.due),
          view.cell(row.replanned), state(forecast), .day(forecast.expected),
          .number(forecast.slipDays), .text(forecast.becauseOf?.description ?? ""),
          view.cell(row.milestone.basis),
        ])
      }
    )
  }

  private func state(_ forecast: MilestoneForecast) -> ListTable.Cell {
    if forecast.isReached { return .status(.positive, view.say("bereikt", "reached")) }
    return forecast.slipDays > 0
      ? .status(.warning, view.say("loopt uit", "slips"))
      : .status(.neutral, view.say("op schema", "on schedule"))
  }
}
