import Access
import Accounts
import Claims
import Columns
import Quantities
import Region
import Rules

/// One page of the claim lines within reach, under pseudonyms.
struct LinesModel {
  let table: ListTable
  let count: Int
  let filters: [ListFilter]
  /// The claim whose lines are shown; nil for those of all claims.
  let claim: ClaimRecord?

  init(_ visit: Visit) async {
    let query = ListQuery(visit.query)
    let order = query.sort.flatMap(LineOrdering.init) ?? .newest
    let filter = Self.filter(visit)
    let rows = await visit.region.claimViews.rows(visit.state, filter, by: order)
    count = rows.count
    filters = Self.filters(visit)
    claim = filter.claim.flatMap { row in
      visit.state.ledger.claims.indices.contains(Int(row))
        ? visit.state.ledger.claims[Int(row)] : nil
    }
    let isDescending = query.sort == nil ? true : query.isDescending
    let names = RegionNames(visit.state)
    let limit =
      query.format == .page
      ? query.range(of: rows.count) : 0..<min(rows.count, WorkListModel.fileLimit)
    table = ListTable(
      id: "declaratieregels",
      caption: visit.say("Declaratieregels", "Claim lines"),
      columns: Self.columns(visit),
      rows: limit.map { index in
        Self.row(Int(rows[isDescending ? rows.count - 1 - index : index]), visit, names)
      }
    )
  }

  /// The lines that the address asks for, never beyond what may be seen.
  private static func filter(_ visit: Visit) -> LineFilter {
    var filter = LineFilter()
    filter.municipalities = visit.chosenMunicipality().map { [$0] } ?? visit.municipalitiesWithin
    filter.providers = visit.chosenProvider().map { [$0] } ?? visit.providersWithin
    filter.month = visit.chosenMonth.flatMap { months(visit.state).contains($0) ? $0 : nil }
    filter.standing = visit.query["stand"].flatMap(LineFilter.Standing.init)
    filter.claim = visit.query["declaratie"].flatMap { Int32($0) }
    filter.reference = visit.query[ListQuery.searchName].map {
      String($0.prefix(ListQuery.longestSearch))
    }
    return filter
  }

  static func columns(_ visit: Visit) -> [ListTable.Column] {
    [
      ListTable.Column("newest", visit.say("Regel", "Line")),
      ListTable.Column("month", visit.say("Maand", "Month")),
      ListTable.Column("gemeente", visit.say("Gemeente", "Municipality"), isSortable: false),
      ListTable.Column("aanbieder", visit.say("Aanbieder", "Provider"), isSortable: false),
      ListTable.Column("client", visit.say("Cliënt", "Client"), isSortable: false),
      ListTable.Column("toewijzing", visit.say("Toewijzing", "Allocation"), isSortable: false),
      ListTable.Column("product", visit.say("Product", "Product"), isSortable: false),
      ListTable.Column("omvang", visit.say("Omvang", "Volume"), isSortable: false),
      ListTable.Column("amount", visit.say("Bedrag", "Amount"), isNumeric: true),
      ListTable.Column("stand", visit.say("Stand", "Standing"), isSortable: false),
    ]
  }

  static func row(_ row: Int, _ visit: Visit, _ names: RegionNames) -> ListTable.Row {
    let line = visit.state.ledger.lines[row]
    let claim = visit.state.ledger.claims[Int(line.claim)]
    let allocation = visit.allocation(line.allocation)
    let isCredit = line.flags.contains(.credit)
    let standing = LineFilter.Standing(line.flags)
    return ListTable.Row([
      visit.may(.explainClaims)
        ? .link(line.reference, .claims(.line("\(row)"))) : .text(line.reference),
      .text(Wording.month(line.period.first, visit.language)),
      .text(names.withCode(claim.municipality)),
      .text(names.withCode(claim.provider)),
      allocation.map { .text($0.client.pseudonym) } ?? .none,
      allocation.map { .text("\($0.number)") } ?? .none,
      .text(line.code.description),
      .text(line.unit.text(of: line.volume, in: visit.language)),
      .euros(isCredit ? Cents(-line.amount.rawValue) : line.amount),
      .status(standing.kind, visit.say(standing.words)),
    ])
  }

  private static func filters(_ visit: Visit) -> [ListFilter] {
    var filters = visit.partyFilters
    let standings = LineFilter.Standing.allCases.map {
      ListFilter.Choice($0.rawValue, visit.say($0.words))
    }
    filters.append(ListFilter("stand", visit.say("Stand", "Standing"), standings, on: visit))
    filters.append(MonthFilter.filter(visit, months(visit.state)))
    return filters
  }

  /// The months that claims are about.
  private static func months(_ state: RegionState) -> Set<CivilDate> {
    Set(state.ledger.claims.lazy.map(\.period.first.firstOfMonth))
  }
}

extension Visit {
  /// The allocation of a slot; nil for none.
  func allocation(_ slot: Int32) -> Allocation? {
    guard slot >= 0, Int(slot) < state.access.allocations.slotCount else { return nil }
    return state.access.allocations[AllocationID(slot: slot)]
  }
}
