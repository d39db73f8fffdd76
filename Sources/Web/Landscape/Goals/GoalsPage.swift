import Documents
import Landscape
import Rules

/// What the region wants to reach, and by what it would see it.
struct GoalsPage {
  let visit: Visit
  let shelf: StrategyShelf

  init(_ visit: Visit) {
    self.visit = visit
    shelf = StrategyShelf(visit)
  }

  var reply: Reply {
    get throws {
      let (filter, chosen) = shelf.filtered(visit)
      let lines = chosen.flatMap { GoalWords.lines(of: $0) }
      let list = ListView(
        GoalWords(visit).table(
          id: "doelen",
          visit.say("Doelen met hun indicatoren", "Goals with their indicators"),
          lines
        ),
        on: visit,
        at: .landscape(.goals),
        filters: [filter],
        emptyText: visit.say(
          "De geldende strategieën noemen geen doelen.",
          "The strategies that hold name no goals."
        )
      )
      return try visit.reply(list) {
        var html = HTML()
        list.write(&html)
        unknown(chosen, &html)
        indicators(chosen, &html)
        return Page(
          visit.say("Doelen", "Goals"),
          lead: lead(lines),
          crumbs: visit.landscapeCrumbs,
          showsDates: true,
          body: html
        )
      }
    }
  }

  private func lead(_ lines: [GoalWords.Line]) -> String {
    let blind = lines.count { $0.indicator == nil }
    guard !lines.isEmpty else {
      return visit.say("Waar de regio naartoe wil.", "Where the region wants to go.")
    }
    let (all, none) = (
      Wording.number(lines.count, visit.language), Wording.number(blind, visit.language)
    )
    return visit.say(
      "Van \(all) regels hebben er \(none) geen indicator: daarvan is niet te zien of het doel "
        + "dichterbij komt.",
      "Of \(all) rows \(none) have no indicator: nobody can see whether those goals come closer."
    )
  }

  private func unknown(_ strategies: [Strategy], _ html: inout HTML) {
    for strategy in strategies {
      guard let reason = strategy.goals.reason else { continue }
      html.note("\(strategy.name): " + visit.say(.unknown(reason)))
    }
  }

  private func indicators(_ strategies: [Strategy], _ html: inout HTML) {
    let rows = strategies.flatMap { strategy in
      (strategy.indicators?.value ?? []).map { indicator in
        ListTable.Row([
          .quoted(indicator.name), .quoted(strategy.name),
          .text(visit.say(indicator.formula.orUnknown)),
          .text(visit.say(indicator.norm.orUnknown)),
          .text(visit.say(indicator.provenance.sourceText)),
        ])
      }
    }
    guard !rows.isEmpty else { return }
    html.heading(2, visit.say("KPI's van de strategieën", "KPIs of the strategies"))
    visit.writeTable(
      ListTable(
        id: "kpis",
        caption: visit.say("KPI's met formule en norm", "KPIs with formula and norm"),
        columns: [
          ListTable.Column("kpi", visit.say("KPI", "KPI")),
          ListTable.Column("strategie", visit.say("Strategie", "Strategy")),
          ListTable.Column("formule", visit.say("Formule", "Formula")),
          ListTable.Column("norm", visit.say("Norm", "Norm")),
          ListTable.Column("bron", visit.say("Bron", "Source")),
        ],
        rows: rows
      ),
      &html
    )
  }
}
