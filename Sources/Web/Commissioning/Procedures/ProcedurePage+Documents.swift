import Commissioning
import Documents
import Quantities

/// Requirements, criteria and questions: what everybody is told alike.
extension ProcedurePage {
  func requirements(_ html: inout HTML) {
    html.heading(2, view.say("Eisen en bewijs", "Requirements and evidence"))
    let table = ListTable(
      id: "eisen",
      caption: view.say("Eisen", "Requirements"),
      columns: [
        ListTable.Column("eis", view.say("Eis", "Requirement")),
        ListTable.Column("soort", view.say("Soort", "Kind")),
        ListTable.Column("wat", view.say("Wat", "What")),
        ListTable.Column("bewijs", view.say("Bewijs", "Evidence")),
        ListTable.Column("oud", view.say("Ten hoogste oud", "At most old")),
        ListTable.Column("toets", view.say("Toets", "Test")),
        ListTable.Column("bron", view.say("Bron", "Source")),
      ],
      rows: plan.requirements.map { requirement in
        ListTable.Row([
          .text(requirement.code.description), .text(view.say(requirement.kind.text)),
          .quoted(requirement.text),
          .text(requirement.evidence.map { view.say($0.text) } ?? ""),
          .text(requirement.evidence?.maximumAge.map { view.say($0.text) } ?? ""),
          requirement.test.map { .quoted($0) }
            ?? .status(.warning, view.say("geen toets (003:187)", "no test (003:187)")),
          view.cell(requirement.basis),
        ])
      }
    )
    visit.writeTable(table, &html)
    guard !plan.criteria.isEmpty else { return }
    html.heading(2, view.say("Gunningscriteria", "Award criteria"))
    let criteria = ListTable(
      id: "criteria",
      caption: view.say("Criteria en punten", "Criteria and points"),
      columns: [
        ListTable.Column("criterium", view.say("Criterium", "Criterion")),
        ListTable.Column("wat", view.say("Wat", "What")),
        ListTable.Column("punten", view.say("Punten", "Points"), isNumeric: true),
        ListTable.Column("minimum", view.say("Minimum", "Minimum"), isNumeric: true),
        ListTable.Column("kpi", view.say("Wordt KPI", "Becomes KPI")),
      ],
      rows: plan.criteria.map { criterion in
        ListTable.Row([
          .text(criterion.code.description), .text(criterion.text),
          .number(criterion.maximumPoints), .number(criterion.minimumPoints),
          .quoted(criterion.indicator ?? ""),
        ])
      }
    )
    visit.writeTable(criteria, &html)
    html.paragraph(
      view.say("Bij gelijke stand beslist: ", "Between equals decides: ")
        + plan.tieBreaks.map { view.say($0.text) }.joined(separator: ", ") + "."
    )
  }

  func questions(_ html: inout HTML) {
    html.heading(2, view.say("Vragen en antwoorden", "Questions and answers"))
    html.paragraph(
      view.say(
        "Iedereen krijgt elk antwoord op hetzelfde moment, zonder wie de vraag stelde.",
        "Everybody gets every answer at the same moment, without who asked."
      )
    )
    let table = ListTable(
      id: "vragen",
      caption: view.say("Nota's van inlichtingen", "Clarification notes"),
      columns: [
        ListTable.Column("nota", view.say("Nota", "Note")),
        ListTable.Column("dag", view.say("Dag", "Day")),
        ListTable.Column("vraag", view.say("Vraag", "Question")),
        ListTable.Column("antwoord", view.say("Antwoord", "Answer")),
      ],
      rows: procedure.toldToAll.flatMap { note in
        note.items.map { item in
          ListTable.Row([
            .text("\(note.number)"), .day(note.on), .quoted(item.question), .quoted(item.answer),
          ])
        }
      }
    )
    let none = view.say("Er is nog geen nota.", "There is no note yet.")
    visit.writeTable(table, empty: none, &html)
    let untold = procedure.questions.count { $0.note == nil }
    guard view.own == nil, untold > 0 else { return }
    html.note(
      view.say(
        "Nog niet voor iedereen beantwoord: \(untold).",
        "Not answered for everybody yet: \(untold)."
      )
    )
  }
}
