import Commissioning
import Documents
import Quantities

/// The first page of the room: what needs attention, with the clause beside it.
struct AlertsPage {
  let visit: Visit
  let view: CommissioningView
  let model: AlertsModel

  init(_ visit: Visit) {
    self.visit = visit
    view = CommissioningView(visit)
    model = AlertsModel(view)
  }

  func reply() throws -> Reply {
    let filters = filters
    let items = model.items.filter { passes($0, filters) }
    var list = CommissioningList(
      visit: visit,
      title: view.say("Signalen", "Alerts"),
      lead: lead,
      address: .alerts,
      table: table(items),
      filters: filters.all,
      emptyText: view.say(
        "Er is niets dat aandacht vraagt op deze dag.",
        "Nothing asks for attention on this day."
      )
    )
    list.above = { summary(&$0) }
    return try list.reply()
  }

  private var lead: String {
    let (late, now) = (model.count(.overdue), model.count(.due))
    guard late + now > 0 else {
      return view.say("Vandaag is er niets dat moet.", "Nothing has to be done today.")
    }
    return view.say(
      "\(late) te laat en \(now) nu te doen, met de bepaling die erom vraagt.",
      "\(late) overdue and \(now) to be done now, with the clause that asks for it."
    )
  }
}

// MARK: - Filters

extension AlertsPage {
  private struct Filters {
    let urgency: ListFilter
    let kind: ListFilter
    let municipality: ListFilter
    let provider: ListFilter

    var all: [ListFilter] { [urgency, kind, municipality, provider] }
  }

  private static let urgencyName = "urgentie"

  private var filters: Filters {
    let urgencies = ContractAlert.Urgency.allCases.reversed()
      .map { ListFilter.Choice("\($0)", view.say($0.words)) }
    let kinds = AttentionItem.Kind.allCases
      .map { ListFilter.Choice($0.rawValue, $0.text(view)) }
    return Filters(
      urgency: ListFilter(
        Self.urgencyName,
        view.say("Urgentie", "Urgency"),
        urgencies,
        on: visit
      ),
      kind: ListFilter("soort", view.say("Soort", "Kind"), kinds, on: visit),
      municipality: visit.municipalityFilter(
        model.items.flatMap(\.municipalities).map(\.description)
      ) { code in MunicipalityCode(code).map { view.names.name($0) } ?? code },
      provider: visit.choiceFilter(
        "aanbieder",
        view.say("Aanbieder", "Provider"),
        model.items.compactMap(\.provider).map(\.description)
      ) { code in ChamberNumber(code).map { view.names.name($0) } ?? code }
    )
  }

  private func passes(_ item: AttentionItem, _ filters: Filters) -> Bool {
    filters.urgency.passes("\(item.urgency)") && filters.kind.passes(item.kind.rawValue)
      && filters.municipality.passes(item.municipalities.map(\.description))
      && filters.provider.passes([item.provider?.description].compactMap(\.self))
  }
}

// MARK: - Writing

extension AlertsPage {
  /// How many there are of each urgency, each leading to them.
  private func summary(_ html: inout HTML) {
    html.element("ul", .class("regie-cards")) { html in
      for urgency in ContractAlert.Urgency.allCases.reversed() {
        let count = model.count(urgency)
        let query = Query([QueryItem(Self.urgencyName, "\(urgency)")])
        let link = visit.path(.commissioning(.alerts), query)
        html.element("li", .class("regie-card")) { html in
          html.element("p") { $0.badge(urgency.status, view.say(urgency.words)) }
          html.element("p", .class("regie-figure"), text: Wording.number(count, view.language))
          html.element("p") { html in
            html.element("a", .href(link)) { html in
              html.write(view.say("Toon deze signalen", "Show these alerts"))
              html.write(" (\(view.say(urgency.words)))")
            }
          }
        }
      }
    }
  }

  private func table(_ items: [AttentionItem]) -> ListTable {
    ListTable(
      id: "signalen",
      caption: view.say(
        "Wat aandacht vraagt, het dringendste eerst",
        "What asks for attention, the most urgent first"
      ),
      columns: [
        ListTable.Column("waarover", view.say("Waarover", "About")),
        ListTable.Column("urgentie", view.say("Urgentie", "Urgency")),
        ListTable.Column("soort", view.say("Soort", "Kind")),
        ListTable.Column("wat", view.say("Wat er speelt", "What is the matter")),
        ListTable.Column("uiterlijk", view.say("Dag", "Day")),
        ListTable.Column("bron", view.say("Bepaling of bron", "Clause or source")),
        ListTable.Column("aanbieder", view.say("Aanbieder", "Provider")),
      ],
      rows: items.map { item in
        ListTable.Row([
          item.subject, view.cell(item.urgency), .text(item.kind.text(view)), .text(item.what),
          view.cell(item.due), .text(item.source), item.provider.map { view.cell($0) } ?? .none,
        ])
      }
    )
  }
}
