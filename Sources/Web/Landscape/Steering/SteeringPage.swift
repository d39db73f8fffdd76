import Documents
import Landscape
import Rules

/// The first page of the room: what asks for attention, and the tables as the regions publish them.
struct SteeringPage {
  let visit: Visit
  let model: SteeringModel

  init(_ visit: Visit) {
    self.visit = visit
    model = SteeringModel(StrategyShelf(visit), in: visit.language)
  }

  /// The page, or all its tables as one file.
  var reply: Reply {
    get throws {
      let format = ListQuery(visit.query).format
      return format == .page ? .page(page) : try visit.file(whole, as: format)
    }
  }

  /// The cells of every table, a segment a row.
  private var whole: ListTable {
    let names = SteeringElement.allCases
    return ListTable(
      id: "sturing",
      caption: visit.say("Sturing per segment", "Steering per segment"),
      columns: [
        ListTable.Column("strategie", visit.say("Strategie", "Strategy")),
        ListTable.Column("segment", visit.say("Segment", "Segment")),
      ] + names.map { ListTable.Column($0.rawValue, visit.say($0.text)) },
      rows: model.tables.flatMap { table in
        table.steering.rows.map { row in
          ListTable.Row(
            [.quoted(table.steering.title), .text(row.heading)]
              + row.cells.map { .text($0.joined(separator: "; ")) }
          )
        }
      }
    )
  }

  private var page: Page {
    var html = HTML()
    html.heading(2, visit.say("Vraagt aandacht", "Needs attention"))
    visit.writeTable(
      attention,
      empty: visit.say(
        "Geen onbekende keuze houdt een procedure tegen en geen strategie loopt binnen anderhalf "
          + "jaar af.",
        "No unknown choice holds up a procedure and no strategy ends within a year and a half."
      ),
      &html
    )
    if model.tables.isEmpty {
      html.element("p", .class("regie-empty")) { html in
        html.write(
          visit.say("Op deze dag geldt geen strategie. ", "No strategy holds on this day. ")
        )
        let text = visit.say("Bekijk alle versies", "See all versions")
        html.element("a", .href(visit.path(.landscape(.versions))), text: text)
      }
    }
    for table in model.tables { write(table, &html) }
    visit.writeFileLinks(at: .landscape(.steering), &html)
    return Page(
      visit.say("Sturing per segment", "Steering per segment"),
      lead: visit.say(
        "Wat de regio per segment koos. Elke cel leidt naar de regel die erachter loopt.",
        "What the region chose for each segment. Every cell leads to the rule that runs behind it."
      ),
      showsDates: true,
      body: html
    )
  }

  private var attention: ListTable {
    ListTable(
      id: "aandacht",
      caption: visit.say("Wat aandacht vraagt", "What needs attention"),
      columns: [
        ListTable.Column("waarover", visit.say("Waarover", "About")),
        ListTable.Column("soort", visit.say("Wat er is", "What")),
        ListTable.Column("uitleg", visit.say("Uitleg", "Explanation")),
      ],
      rows: model.attention.map { item in
        ListTable.Row([
          .link(item.subject, .landscape(address(of: item))),
          .status(item.kind.status, visit.say(item.kind.text)),
          .text(visit.say(item.text)),
        ])
      }
    )
  }

  private func address(of item: SteeringModel.Attention) -> LandscapeAddress {
    switch item.kind {
    case .barred: .segment(strategy: item.strategy, segment: item.segment ?? "")
    case .ending: .versions
    case .undecided: .decisions
    }
  }

  // MARK: The tables

  private func write(_ table: SteeringModel.Table, _ html: inout HTML) {
    let id = "sturing-\(table.code)"
    html.heading(2, table.steering.title)
    html.note(visit.say(table.law.text) + ", " + visit.text(table.period))
    html.element(
      "div",
      .class("regie-scroll"),
      .role("region"),
      .tabIndex(0),
      .aria(.labelledBy, id)
    ) { html in
      html.element("table", .class("nl-table regie-steering")) { html in
        html.element(
          "caption",
          .id(id),
          text: visit.say("Keuzen per segment: ", "Choices per segment: ") + table.steering.title
        )
        head(table, &html)
        html.element("tbody") { html in
          for row in table.steering.rows { write(row, of: table, &html) }
        }
      }
    }
  }

  private func head(_ table: SteeringModel.Table, _ html: inout HTML) {
    html.element("thead") { html in
      html.element("tr") { html in
        html.element("th", .scope("col"), text: visit.say("Segment", "Segment"))
        for column in table.steering.columns { html.element("th", .scope("col"), text: column) }
      }
    }
  }

  private func write(
    _ row: SteeringTable.Row,
    of table: SteeringModel.Table,
    _ html: inout HTML
  ) {
    html.element("tr") { html in
      html.element("th", .scope("row")) { html in
        let segment = LandscapeAddress.segment(strategy: table.code, segment: row.code)
        html.element("a", .href(visit.path(.landscape(segment))), text: row.heading)
      }
      for (element, cell) in zip(SteeringElement.allCases, row.cells) {
        html.element("td") { html in
          choices(cell, &html)
          ruleLink(element, row, table, &html)
        }
      }
    }
  }

  /// The first choices of a cell; the others open below them, so that the table can be overseen.
  private func choices(_ cell: [String], _ html: inout HTML) {
    let shown = cell.count <= Self.shownChoices + 1 ? cell.count : Self.shownChoices
    html.list(Array(cell.prefix(shown)))
    let others = Array(cell.dropFirst(shown))
    guard !others.isEmpty else { return }
    html.element("details") { html in
      html.element(
        "summary",
        text: visit.say("nog \(others.count) keuzen", "\(others.count) more choices")
      )
      html.list(others)
    }
  }

  private static let shownChoices = 4

  private func ruleLink(
    _ element: SteeringElement,
    _ row: SteeringTable.Row,
    _ table: SteeringModel.Table,
    _ html: inout HTML
  ) {
    let rule = LandscapeAddress.rule(
      strategy: table.code,
      segment: row.code,
      element: element.rawValue
    )
    let text = visit.say("Toon de regel", "Show the rule")
    html.element(
      "a",
      .class("regie-steering__rule"),
      .href(visit.path(.landscape(rule))),
      .aria(.label, "\(text): \(visit.say(element.text)), \(row.heading)"),
      text: text
    )
  }
}
