import Documents
import Landscape
import Region
import Rules

/// Two versions of a strategy side by side, in words.
struct ComparisonPage {
  let visit: Visit
  let form: ComparisonForm
  /// Nil while there is nothing to compare.
  let model: ComparisonModel?

  init(_ visit: Visit) {
    self.visit = visit
    form = ComparisonForm(visit)
    let adoptions = visit.state.strategies.adoptions
    model = form.pair.map {
      ComparisonModel(from: adoptions[$0.from - 1], to: adoptions[$0.to - 1])
    }
  }

  var page: Page {
    var html = HTML()
    form.write(&html)
    if let model {
      write(model, &html)
    } else {
      html.element(
        "p",
        .class("regie-empty"),
        text: visit.say("Er is nog geen strategie vastgesteld.", "No strategy was adopted yet.")
      )
    }
    return Page(
      visit.say("Versies vergelijken", "Compare versions"),
      lead: model.map { "\($0.from.strategy.name) → \($0.to.strategy.name)" },
      crumbs: visit.landscapeCrumbs
        + [Crumb(visit.say("Versies", "Versions"), visit.address(.landscape(.versions)))],
      showsDates: true,
      body: html
    )
  }

  private func write(_ model: ComparisonModel, _ html: inout HTML) {
    guard !model.sections.isEmpty else {
      html.element(
        "p",
        .class("regie-empty"),
        text: visit.say(
          "Tussen deze versies is geen verschil.",
          "There is no difference between these versions."
        )
      )
      return
    }
    html.heading(2, visit.say("Naast elkaar", "Side by side"))
    sideBySide(model, &html)
    html.heading(2, visit.say("Elk verschil in woorden", "Every difference in words"))
    for section in model.sections {
      html.heading(3, visit.say(section.title))
      html.list(section.changes.map(visit.say))
    }
  }

  private func sideBySide(_ model: ComparisonModel, _ html: inout HTML) {
    guard !model.rows.isEmpty else {
      html.paragraph(
        visit.say(
          "De keuzen per segment zijn gelijk gebleven.",
          "The choices per segment stayed the same."
        )
      )
      return
    }
    html.element(
      "div",
      .class("regie-scroll"),
      .role("region"),
      .tabIndex(0),
      .aria(.labelledBy, "verschillen-titel")
    ) { html in
      html.element("table", .class("nl-table regie-steering")) { html in
        html.element(
          "caption",
          .id("verschillen-titel"),
          text: visit.say("Wat alleen in een van beide staat", "What only one of the two says")
        )
        html.element("thead") { html in
          html.element("tr") { html in
            for heading in headings(model) { html.element("th", .scope("col"), text: heading) }
          }
        }
        html.element("tbody") { html in
          for row in model.rows { write(row, &html) }
        }
      }
    }
  }

  private func headings(_ model: ComparisonModel) -> [String] {
    func day(_ adoption: StrategyAdoption) -> String {
      Wording.shortDay(adoption.on, visit.language)
    }
    return [
      visit.say("Segment", "Segment"), visit.say("Element", "Element"),
      visit.say("Van", "From") + " (\(day(model.from)))",
      visit.say("Naar", "To") + " (\(day(model.to)))",
    ]
  }

  private func write(_ row: ComparisonModel.Row, _ html: inout HTML) {
    html.element("tr") { html in
      html.element("th", .scope("row"), text: row.segment)
      html.element("td", text: visit.say(row.element.text))
      html.element("td") { $0.list(row.old.map(visit.say)) }
      html.element("td") { $0.list(row.new.map(visit.say)) }
    }
  }
}
