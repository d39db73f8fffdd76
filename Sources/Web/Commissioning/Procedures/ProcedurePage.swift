import Accounts
import Commissioning
import Documents
import Landscape
import Quantities
import Region

/// One procedure: its calendar, lots, requirements and questions, and what may be told of bids.
struct ProcedurePage {
  let visit: Visit
  let view: CommissioningView
  let model: ProcedureModel

  init(_ visit: Visit, _ code: String) throws {
    self.visit = visit
    view = CommissioningView(visit)
    guard let code = ProcedureCode(code),
      let procedure = view.state.procedures.procedures[code],
      let model = ProcedureModel(procedure, view)
    else { throw Trouble.notFound }
    self.model = model
  }

  var procedure: ProcurementProcedure { model.procedure }
  var plan: ProcedurePlan { model.procedure.plan }

  var page: Page {
    var html = HTML()
    facts(&html)
    calendar(&html)
    lots(&html)
    requirements(&html)
    questions(&html)
    bids(&html)
    ranking(&html)
    awards(&html)
    contractLinks(&html)
    complaints(&html)
    return Page(
      plan.title,
      lead: lead,
      crumbs: [Crumb("Procedures", visit.address(.commissioning(.procedures)))],
      showsDates: true,
      body: html
    )
  }

  private var lead: String {
    let state = view.say(procedure.stage.text)
    let kind = view.say(plan.kind.text)
    guard model.foreseenFrom == nil, let next = model.next(on: view.day) else {
      return "\(kind): \(state)."
    }
    return view.say(
      "\(kind): \(state). Volgende stap: \(view.say(next.step.text)) op \(view.day(next.day)).",
      "\(kind): \(state). Next step: \(view.say(next.step.text)) on \(view.day(next.day))."
    )
  }
}

// MARK: - What it is

extension ProcedurePage {
  private func facts(_ html: inout HTML) {
    html.facts { html in
      visit.writeFact(view.say("Code", "Code"), .text(plan.code.description), &html)
      visit.writeFact(
        view.say("Stand", "State"),
        .status(procedure.stage.status, view.say(procedure.stage.text)),
        &html
      )
      visit.writeFact(
        view.say("Gemeenten", "Municipalities"),
        .text(view.names.names(plan.municipalities)),
        &html
      )
      if let closing = procedure.closing {
        visit.writeFact(
          view.say("Sluit", "Closes"),
          .text(Wording.moment(closing, view.language)),
          &html
        )
      }
      visit.writeFact(view.say("Segment", "Segment"), segment, &html)
      if view.own == nil {
        visit.writeFact(
          view.say("Geraamde waarde", "Estimated value"),
          view.cell(plan.estimatedValue),
          &html
        )
        visit.writeFact(
          view.say("Openers", "Openers"),
          .text(plan.openers.map(\.description).joined(separator: ", ")),
          &html
        )
        visit.writeFact(
          view.say("Beoordelaars", "Assessors"),
          .text(plan.assessors.map(\.description).joined(separator: ", ")),
          &html
        )
      }
      visit.writeFact(
        view.say("Ingetrokken omdat", "Withdrawn because"),
        .quoted(procedure.withdrawal ?? ""),
        &html
      )
    }
    if view.own == nil { gates(&html) }
  }

  private var segment: ListTable.Cell {
    guard let segment = plan.segment else { return .none }
    let name = "\(segment.strategy), \(segment.segment)"
    guard view.rights.contains(.seeStrategy) else { return .text(name) }
    let address = LandscapeAddress.segment(strategy: segment.strategy, segment: segment.segment)
    return .link(name, .landscape(address))
  }

  /// The decisions without which nothing is published.
  private func gates(_ html: inout HTML) {
    guard !plan.gates.isEmpty else { return }
    let table = ListTable(
      id: "besluiten",
      caption: view.say("Besluiten voor publicatie", "Decisions before publication"),
      columns: [
        ListTable.Column("orgaan", view.say("Orgaan", "Body")),
        ListTable.Column("stap", view.say("Stap", "Step"), isNumeric: true),
        ListTable.Column("stand", view.say("Besloten op", "Decided on")),
      ],
      rows: plan.gates.enumerated().flatMap { place, bodies in
        bodies.map { body in
          ListTable.Row([
            .text(view.names.body(body)), .number(place + 1),
            procedure.approvals[body].map { .day($0) }
              ?? .status(.warning, view.say("nog niet", "not yet")),
          ])
        }
      }
    )
    html.heading(2, view.say("Besluiten", "Decisions"))
    visit.writeTable(table, &html)
  }

  private func calendar(_ html: inout HTML) {
    html.heading(2, view.say("Planning met wettelijke termijnen", "Calendar with legal terms"))
    if let day = model.foreseenFrom {
      html.note(
        view.say(
          "Nog niet gepubliceerd. Dit zijn de dagen als er op \(view.day(day)) wordt gepubliceerd.",
          "Not published yet. These are the days if it is published on \(view.day(day))."
        )
      )
    }
    let table = ListTable(
      id: "planning",
      caption: view.say("Stappen en hun dagen", "Steps and their days"),
      columns: [
        ListTable.Column("stap", view.say("Stap", "Step")),
        ListTable.Column("dag", view.say("Dag", "Day")),
        ListTable.Column("stand", view.say("Stand", "State")),
        ListTable.Column("termijn", view.say("Termijn", "Term")),
        ListTable.Column("na", view.say("Na", "After")),
        ListTable.Column("bron", view.say("Bron", "Source")),
      ],
      rows: model.steps.map { step($0) }
    )
    let none = view.say(
      "Met de gekozen termijnen is geen planning te maken.",
      "No calendar can be made with the chosen terms."
    )
    visit.writeTable(table, empty: none, &html)
  }

  private func step(_ row: ProcedureModel.StepRow) -> ListTable.Row {
    let isPast = row.day < view.day
    let state =
      isPast
      ? view.say("geweest", "past")
      : row.day == view.day
        ? view.say("vandaag", "today") : view.say("komt", "to come")
    var term = ""
    if let rule = row.rule {
      let length = row.chosen ?? rule.term.term.length
      term = view.say(
        "\(length.dutchText), \(rule.term.term.counting.rawValue) geteld",
        "\(length.englishText), counted \(rule.term.term.counting.englishText)"
      )
      if row.chosen != nil { term = view.say("gekozen: ", "chosen: ") + term }
    }
    return ListTable.Row([
      .text(view.say(row.step.text)), .day(row.day),
      .status(row.day == view.day ? .warning : .neutral, state), .text(term),
      .text(row.rule.map { view.say($0.after.text) } ?? ""),
      row.rule.map { view.cell($0.term.basis) } ?? .none,
    ])
  }

  private func lots(_ html: inout HTML) {
    html.heading(2, view.say("Percelen", "Lots"))
    let table = ListTable(
      id: "percelen",
      caption: view.say(
        "Percelen en deelnemende gemeenten",
        "Lots and participating municipalities"
      ),
      columns: [
        ListTable.Column("perceel", view.say("Perceel", "Lot")),
        ListTable.Column("soort", view.say("Soort", "Kind")),
        ListTable.Column("toetreding", view.say("Toetreding", "Entry")),
        ListTable.Column("minimum", view.say("Minimum", "Minimum"), isNumeric: true),
        ListTable.Column("maximum", view.say("Maximum", "Maximum"), isNumeric: true),
        ListTable.Column("score", view.say("Minimumscore", "Minimum score"), isNumeric: true),
        ListTable.Column("gemeenten", view.say("Gemeenten", "Municipalities")),
      ],
      rows: model.lots.map { row in
        ListTable.Row([
          .text(row.lot.code.description), .text(view.say(row.lot.kind.text)),
          .text(view.say(row.lot.entry.text)), row.lot.minimumAwards.map { .number($0) } ?? .none,
          row.lot.maximumAwards.map { .number($0) }
            ?? .text(view.say("geen maximum", "no maximum")),
          .number(row.lot.minimumScore), .text(view.names.names(row.municipalities)),
        ])
      }
    )
    visit.writeTable(table, &html)
    let missing = procedure.withoutLots
    guard view.own == nil, !missing.isEmpty else { return }
    html.note(
      view.say(
        "Nog zonder keuze: \(view.names.names(missing)).",
        "Without a choice still: \(view.names.names(missing))."
      )
    )
  }
}
