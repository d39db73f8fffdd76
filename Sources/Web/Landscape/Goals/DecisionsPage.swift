import Documents
import Landscape
import Rules

/// What bodies decided or have to decide, each step with its body and day.
struct DecisionsPage {
  let visit: Visit
  let shelf: StrategyShelf

  init(_ visit: Visit) {
    self.visit = visit
    shelf = StrategyShelf(visit)
  }

  var reply: Reply {
    get throws {
      let (filter, chosen) = shelf.filtered(visit)
      let list = ListView(
        table(chosen),
        on: visit,
        at: .landscape(.decisions),
        filters: [filter],
        emptyText: visit.say(
          "De geldende strategieën noemen geen besluiten.",
          "The strategies that hold name no decisions."
        )
      )
      return try visit.reply(list) {
        var html = HTML()
        list.write(&html)
        bodies(chosen, &html)
        return Page(
          visit.say("Besluiten", "Decisions"),
          lead: visit.say(
            "Wie wat besloot, en welk besluit eerst nodig is voor er iets gepubliceerd mag worden.",
            "Who decided what, and which decision must come before anything may be published."
          ),
          crumbs: visit.landscapeCrumbs,
          showsDates: true,
          body: html
        )
      }
    }
  }

  private func table(_ strategies: [Strategy]) -> ListTable {
    ListTable(
      id: "besluiten",
      caption: visit.say("Besluiten met hun stappen", "Decisions with their steps"),
      columns: [
        ListTable.Column("besluit", visit.say("Besluit", "Decision")),
        ListTable.Column("orgaan", visit.say("Orgaan", "Body")),
        ListTable.Column("datum", visit.say("Datum", "Date")),
        ListTable.Column("uitkomst", visit.say("Uitkomst van de stap", "Result of the step")),
        ListTable.Column("bindt", visit.say("Bindt", "Binds")),
        ListTable.Column("eerst", visit.say("Nodig voor publicatie", "Needed to publish")),
        ListTable.Column("strategie", visit.say("Strategie", "Strategy")),
        ListTable.Column("bron", visit.say("Bron", "Source")),
      ],
      rows: strategies.flatMap { strategy in
        (strategy.decisions.value ?? []).flatMap { rows($0, of: strategy) }
      }
    )
  }

  private func rows(_ decision: PolicyDecision, of strategy: Strategy) -> [ListTable.Row] {
    let whole = row(
      decision,
      of: strategy,
      body: decision.body.value.map { strategy.body($0)?.name ?? $0 }
        ?? visit.say(decision.body.orUnknown),
      date: decision.date,
      result: ""
    )
    let names = RegionNames(visit.state)
    return [whole]
      + decision.steps.map { step in
        let body = strategy.body(step.body)?.name ?? step.body
        return row(
          decision,
          of: strategy,
          body: step.municipality.map { "\(body), \(names.name($0))" } ?? body,
          date: step.date,
          result: visit.say(step.result.orUnknown)
        )
      }
  }

  private func row(
    _ decision: PolicyDecision,
    of strategy: Strategy,
    body: String,
    date: Known<PolicyDate>,
    result: String
  ) -> ListTable.Row {
    ListTable.Row([
      .quoted(decision.text), .quoted(body),
      cell(date),
      .text(result), .quoted(decision.binds.joined(separator: "; ")),
      .text(decision.isGate ? visit.say("ja", "yes") : visit.say("nee", "no")),
      .quoted(strategy.name), .text(visit.say(decision.provenance.sourceText)),
    ])
  }

  /// An exact day sorts, and goes into a file, as a day; any other is told in words.
  private func cell(_ date: Known<PolicyDate>) -> ListTable.Cell {
    if let day = date.value?.day { return .day(day) }
    let text = visit.say(date.orUnknown)
    return date.isKnown ? .text(text) : .status(.warning, text)
  }

  private func bodies(_ strategies: [Strategy], _ html: inout HTML) {
    let rows = strategies.flatMap { strategy in
      ((strategy.bodies.value ?? []) + strategy.region.organisations).map { body in
        ListTable.Row([
          .quoted(body.name),
          .text(body.kind.value.map { visit.say($0.text) } ?? visit.say("onbekend", "unknown")),
          .text(visit.say(body.role.orUnknown)), .quoted(strategy.name),
        ])
      }
    }
    html.heading(2, visit.say("Organen en organisaties", "Bodies and organisations"))
    visit.writeTable(
      ListTable(
        id: "organen",
        caption: visit.say("Wie een rol heeft", "Who has a part"),
        columns: [
          ListTable.Column("naam", visit.say("Naam", "Name")),
          ListTable.Column("soort", visit.say("Soort", "Kind")),
          ListTable.Column("rol", visit.say("Rol", "Part")),
          ListTable.Column("strategie", visit.say("Strategie", "Strategy")),
        ],
        rows: rows
      ),
      &html
    )
  }
}
