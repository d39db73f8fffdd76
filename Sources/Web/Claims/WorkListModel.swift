import Accounts
import Claims
import Columns
import Quantities
import Region
import Rules

/// What the work list shows: one page of the refused lines that ask for attention, and how many
/// there are per rule.
struct WorkListModel {
  let table: ListTable
  /// All lines that the filters let through.
  let count: Int
  let amount: Cents
  let groups: [RefusedLines.Group]
  let filters: [ListFilter]

  init(_ visit: Visit) async {
    let query = ListQuery(visit.query)
    let order = query.sort.flatMap(RefusedLines.Order.init) ?? .newest
    let list = await visit.region.claimViews.refusedLines(visit.state)
    let filter = RefusedLines.Filter(
      municipalities: visit.chosenMunicipality().map { [$0] } ?? visit.municipalitiesWithin,
      providers: visit.chosenProvider().map { [$0] } ?? visit.providersWithin,
      rule: list.rules.first { $0.description == visit.query["regel"] },
      month: visit.chosenMonth.flatMap { list.months.contains($0) ? $0 : nil }
    )
    let choice = await visit.region.claimViews.refusedLines(visit.state, filter, by: order)
    groups = choice.groups
    let chosen = choice.places
    let count = chosen.count
    self.count = count
    amount = choice.amount
    filters = Self.filters(visit, list)
    // The newest first, unless another order was asked for.
    let isDescending = query.sort == nil ? true : query.isDescending
    let names = RegionNames(visit.state)
    let limit = query.format == .page ? query.range(of: count) : 0..<min(count, Self.fileLimit)
    table = ListTable(
      id: "werklijst",
      caption: visit.say("Afgekeurde regels", "Refused lines"),
      columns: Self.columns(visit),
      rows: limit.map { index in
        let place = isDescending ? chosen[count - 1 - index] : chosen[index]
        return Self.row(list, list.items[Int(place)], visit, names)
      }
    )
  }

  /// The most lines that are given in one file.
  static let fileLimit = 100_000

  private static func columns(_ visit: Visit) -> [ListTable.Column] {
    [
      ListTable.Column("newest", visit.say("Regel", "Line")),
      ListTable.Column("month", visit.say("Maand", "Month")),
      ListTable.Column("municipality", visit.say("Gemeente", "Municipality")),
      ListTable.Column("provider", visit.say("Aanbieder", "Provider")),
      ListTable.Column("product", visit.say("Product", "Product"), isSortable: false),
      ListTable.Column("amount", visit.say("Bedrag", "Amount"), isNumeric: true),
      ListTable.Column("code", visit.say("Code", "Code"), isSortable: false),
      ListTable.Column(
        "rule",
        visit.say("Landelijke regel", "National rule"),
        definition: Definition.refused.rawValue
      ),
    ]
  }

  private static func row(
    _ list: RefusedLines,
    _ item: RefusedLines.Item,
    _ visit: Visit,
    _ names: RegionNames
  ) -> ListTable.Row {
    let line = visit.state.ledger.lines[Int(item.row)]
    let rule = item.rule.map { list.rules[Int($0)] }
    let sign = line.flags.contains(.credit) ? Cents(-line.amount.rawValue) : line.amount
    return ListTable.Row([
      visit.may(.explainClaims)
        ? .link(line.reference, .claims(.line("\(item.row)"))) : .text(line.reference),
      .text(Wording.month(item.month, visit.language)),
      .text(names.withCode(item.municipality)),
      .text(names.withCode(item.provider)),
      .text(line.code.description),
      .euros(sign),
      .text(rule.flatMap { ClaimLedger.code(of: $0)?.description } ?? ""),
      rule.map { .text($0.description) } ?? .text(visit.say("zie het antwoord", "see the answer")),
    ])
  }

  private static func filters(_ visit: Visit, _ list: RefusedLines) -> [ListFilter] {
    var filters = visit.partyFilters
    let rules = list.rules.map(\.description).sorted().map { ListFilter.Choice($0, $0) }
    filters.append(ListFilter("regel", visit.say("Regel", "Rule"), rules, on: visit))
    filters.append(MonthFilter.filter(visit, Set(list.months)))
    return filters
  }
}

/// The filter on the month in which support was delivered.
enum MonthFilter {
  static func filter(_ visit: Visit, _ months: Set<CivilDate>) -> ListFilter {
    let choices = months.sorted(by: >).map {
      ListFilter.Choice($0.monthText, Wording.month($0, visit.language))
    }
    return ListFilter("maand", visit.say("Maand", "Month"), choices, on: visit)
  }
}
