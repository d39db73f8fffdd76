import Claims
import Documents
import Quantities
import Rules

/// The work list: refused lines by exception, and per rule what they have in common.
enum WorkListPage {
  static func reply(_ visit: Visit) async throws -> Reply {
    let model = await WorkListModel(visit)
    guard ListQuery(visit.query).format == .page else {
      return try RowsFile(table: model.table, count: model.count).reply(visit)
    }
    return .page(page(model, visit))
  }

  private static func page(_ model: WorkListModel, _ visit: Visit) -> Page {
    var html = HTML()
    html.tiles(tiles(model, visit), visit)
    if !model.groups.isEmpty { groups(model, visit, &html) }
    html.heading(2, visit.say("Regels die aandacht vragen", "Lines that ask for attention"))
    var view = ListView(
      model.table,
      on: visit,
      at: .claims(.workList),
      filters: model.filters,
      emptyText: visit.say(
        "Er zijn geen afgekeurde regels die nog hersteld moeten worden.",
        "There are no refused lines that still have to be mended."
      )
    )
    view.hasSearch = false
    view.write(model.table.rows, of: model.count, &html)
    html.note(
      visit.say(
        "Een regel gaat van de lijst zodra dezelfde levering met een andere regel is toegekend.",
        "A line leaves the list as soon as the same delivery is awarded by another line."
      )
    )
    return Page(
      visit.say("Werklijst", "Work list"),
      lead: lead(model, visit),
      showsDates: true,
      body: html
    )
  }

  private static func lead(_ model: WorkListModel, _ visit: Visit) -> String {
    let count = Wording.number(model.count, visit.language)
    guard let most = model.groups.first, model.count > 0 else {
      return visit.say(
        "Er ligt niets te doen: elke afgekeurde regel is hersteld.",
        "There is nothing to do: every refused line was mended."
      )
    }
    let rule = most.rule?.description ?? visit.say("het antwoord", "the answer")
    return visit.say(
      "\(count) afgekeurde regels zijn nog niet hersteld; de meeste door \(rule).",
      "\(count) refused lines were not mended yet; most of them by \(rule)."
    )
  }

  private static func tiles(_ model: WorkListModel, _ visit: Visit) -> [Tile] {
    [
      Tile(
        visit.say("Niet herstelde regels", "Lines not mended"),
        Wording.number(model.count, visit.language),
        definition: Definition.notMended.rawValue
      ),
      Tile(
        visit.say("Bedrag dat is afgekeurd", "Amount refused"),
        Wording.wholeEuros(model.amount, visit.language),
        definition: Definition.notMended.rawValue
      ),
    ]
  }

  private static func groups(_ model: WorkListModel, _ visit: Visit, _ html: inout HTML) {
    html.heading(2, visit.say("Per regel", "Per rule"))
    html.element(
      "div",
      .class("regie-scroll"),
      .role("region"),
      .tabIndex(0),
      .aria(.labelledBy, "per-regel-titel")
    ) { html in
      html.element("table", .class("nl-table")) { html in
        html.element(
          "caption",
          .id("per-regel-titel"),
          text: visit.say("Waarom regels zijn afgekeurd", "Why lines were refused")
        )
        head(visit, &html)
        html.element("tbody") { html in
          for group in model.groups { row(group, visit, &html) }
        }
      }
    }
  }

  private static func head(_ visit: Visit, _ html: inout HTML) {
    html.element("thead") { html in
      html.element("tr") { html in
        html.element("th", .scope("col"), text: visit.say("Regel", "Rule"))
        html.element("th", .scope("col"), text: visit.say("Wat er mis is", "What is wrong"))
        let style = HTMLAttribute.class("nl-table__cell--numeric")
        html.element("th", .scope("col"), style, text: visit.say("Regels", "Lines"))
        html.element("th", .scope("col"), style, text: visit.say("Bedrag", "Amount"))
      }
    }
  }

  private static func row(
    _ group: RefusedLines.Group,
    _ visit: Visit,
    _ html: inout HTML
  ) {
    html.element("tr") { html in
      html.element("th", .scope("row")) { html in
        guard let rule = group.rule else {
          html.write(visit.say("In het antwoord", "In the answer"))
          return
        }
        let query = visit.query.setting(
          ("regel", rule.description),
          (ListQuery.pageName, nil),
          (ListQuery.formatName, nil)
        )
        html.element("a", .href(visit.path(.claims(.workList), query)), text: rule.description)
      }
      html.element(
        "td",
        text: group.rule.flatMap { ClaimTexts.subject(of: $0) }.map(visit.say) ?? ""
      )
      let style = HTMLAttribute.class("nl-table__cell--numeric")
      html.element("td", style, text: Wording.number(group.count, visit.language))
      html.element("td", style, text: Wording.euros(group.amount, visit.language))
    }
  }
}
