import Documents
import Landscape
import Rules

/// All segments of the strategies that hold.
struct SegmentsPage {
  let visit: Visit
  let shelf: StrategyShelf

  init(_ visit: Visit) {
    self.visit = visit
    shelf = StrategyShelf(visit)
  }

  var reply: Reply {
    get throws {
      let filters = [lawFilter, stateFilter]
      let list = ListView(
        table(filters[0], filters[1]),
        on: visit,
        at: .landscape(.segments),
        filters: filters,
        emptyText: visit.say("Op deze dag geldt geen strategie.", "No strategy holds on this day.")
      )
      return try visit.reply(list) {
        var html = HTML()
        list.write(&html)
        return Page(
          visit.say("Segmenten", "Segments"),
          lead: visit.say(
            "De delen van het domein met een eigen populatie en eigen keuzen.",
            "The parts of the domain with a population and choices of their own."
          ),
          crumbs: visit.landscapeCrumbs,
          showsDates: true,
          body: html
        )
      }
    }
  }

  private var lawFilter: ListFilter {
    let laws = Set(shelf.holding.map(\.law))
    let choices = PolicyLaw.allCases.filter { laws.contains($0) }
      .map { ListFilter.Choice($0.rawValue, visit.say($0.text)) }
    return ListFilter("wet", visit.say("Wet", "Act"), choices, on: visit)
  }

  private var stateFilter: ListFilter {
    ListFilter(
      "stand",
      visit.say("Stand", "State"),
      [
        ListFilter.Choice("belemmerd", visit.say("procedure kan niet", "procedure barred")),
        ListFilter.Choice("vrij", visit.say("procedure kan", "procedure possible")),
      ],
      on: visit
    )
  }

  private func table(_ law: ListFilter, _ state: ListFilter) -> ListTable {
    var rows: [ListTable.Row] = []
    for strategy in shelf.holding where law.chosen == nil || law.chosen == strategy.law.rawValue {
      for segment in strategy.segments {
        let obstacles = segment.obstacles
        let word = obstacles.isEmpty ? "vrij" : "belemmerd"
        guard state.chosen == nil || state.chosen == word else { continue }
        rows.append(row(segment, of: strategy, obstacles))
      }
    }
    return ListTable(
      id: "segmenten",
      caption: visit.say("Segmenten van de geldende strategieën", "Segments of the strategies"),
      columns: [
        ListTable.Column("segment", visit.say("Segment", "Segment")),
        ListTable.Column("wet", visit.say("Wet", "Act")),
        ListTable.Column("strategie", visit.say("Strategie", "Strategy")),
        ListTable.Column("percelen", visit.say("Percelen", "Lots"), isNumeric: true),
        ListTable.Column("producten", visit.say("Producten", "Products"), isNumeric: true),
        ListTable.Column("doelen", visit.say("Doelen", "Goals"), isNumeric: true),
        ListTable.Column("stand", visit.say("Procedure", "Procedure")),
      ],
      rows: rows
    )
  }

  private func row(
    _ segment: Segment,
    of strategy: Strategy,
    _ obstacles: [BilingualText]
  ) -> ListTable.Row {
    ListTable.Row([
      .link(
        segment.title,
        .landscape(.segment(strategy: strategy.code, segment: segment.code))
      ),
      .text(visit.say(strategy.law.text)), .text(strategy.name),
      .number(segment.lots.count),
      .number(strategy.products.count { $0.segment == segment.code }),
      .number(segment.goals.count),
      obstacles.isEmpty
        ? .status(.positive, visit.say("kan beginnen", "can begin"))
        : .status(.negative, visit.say("kan niet beginnen", "cannot begin")),
    ])
  }
}
