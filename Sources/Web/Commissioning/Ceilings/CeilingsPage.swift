import Commissioning
import Documents
import Quantities
import Region

/// The ceilings of contracts beside what was awarded, with the line of 70 %.
struct CeilingsPage {
  let visit: Visit
  let view: CommissioningView
  let uses: [CeilingUse]

  init(_ visit: Visit) {
    self.visit = visit
    view = CommissioningView(visit)
    uses = CeilingsModel(view).uses
  }

  func reply() throws -> Reply {
    let municipality = visit.municipalityFilter(
      uses.flatMap(\.contract.draft.municipalities).map(\.description)
    ) { code in MunicipalityCode(code).map { view.names.name($0) } ?? code }
    let levels = [
      ListFilter.Choice("vol", view.say("100 % of meer", "100 % or more")),
      ListFilter.Choice("melden", view.say("70 % tot 100 %", "70 % to 100 %")),
      ListFilter.Choice("ruim", view.say("onder 70 %", "below 70 %")),
    ]
    let level = ListFilter("benut", view.say("Benut", "Used"), levels, on: visit)
    let chosen = uses.filter { use in
      level.passes(Self.level(use))
        && municipality.passes(use.contract.draft.municipalities.map(\.description))
    }
    var list = CommissioningList(
      visit: visit,
      title: view.say("Plafonds", "Ceilings"),
      lead: conclusion,
      address: .ceilings,
      table: table(chosen),
      filters: [level, municipality],
      emptyText: view.say(
        "Op deze dag geldt voor geen contract een plafond.",
        "No contract has a ceiling on this day."
      )
    )
    list.above = { chart(&$0) }
    return try list.reply()
  }

  private static func level(_ use: CeilingUse) -> String {
    use.permille >= 1_000 ? "vol" : use.callsForWarning ? "melden" : "ruim"
  }

  private var conclusion: String {
    let full = uses.count { $0.permille >= 1_000 }
    let near = uses.count { $0.callsForWarning } - full
    return view.say(
      "Van \(uses.count) plafonds zijn er \(near) voor 70 % of meer benut en \(full) vol.",
      "Of \(uses.count) ceilings \(near) are used for 70 % or more and \(full) are full."
    )
  }

  /// The fullest ceilings as bars; the table below has them all.
  private func chart(_ html: inout HTML) {
    guard !uses.isEmpty else { return }
    let most = uses.prefix(Self.mostBars)
    let chart = BarChart(
      figure: ChartFigure(
        conclusion: conclusion,
        description: view.say(
          "Staven met het benutte deel van de \(most.count) volste plafonds, met een lijn op 70 %.",
          "Bars with the used share of the \(most.count) fullest ceilings, with a line at 70 %."
        )
      ),
      groups: most.enumerated().map { place, use in
        BarChart.Group(name: "\(place + 1)", values: [Int64(use.permille)])
      },
      limit: BarChart.Limit(name: "70 %", value: Int64(BudgetCeiling.warningPercent) * 10),
      value: { Wording.percentage(permille: Int(clamping: $0), view.language) }
    )
    chart.write(&html)
    if uses.allSatisfy({ $0.used <= .zero }) { earlier(&html) }
    html.note(
      view.say(
        "De nummers staan in de eerste kolom van de tabel.",
        "The numbers stand in the first column of the table."
      )
    )
  }

  /// The way to the year before, when nothing was awarded yet in this one.
  private func earlier(_ html: inout HTML) {
    let year = view.figuresYear
    guard year < view.day.year, let last = CivilDate(year: year, month: 12, day: 31) else { return }
    html.element("p") { html in
      html.write(
        view.say(
          "Onder deze plafonds is nog niets toegekend. ",
          "Nothing was awarded under these ceilings yet. "
        )
      )
      let query = visit.query.setting((Visit.validOnName, last.description))
      html.element(
        "a",
        .href(Address.region(visit.slug, .commissioning(.ceilings)).path + query.text),
        text: view.say("Bekijk \(view.day(last))", "See \(view.day(last))")
      )
    }
  }

  private static let mostBars = 20

  private func table(_ chosen: [CeilingUse]) -> ListTable {
    var places: [ContractCode: Int] = [:]
    for (place, use) in uses.enumerated() { places[use.contract.draft.code] = place + 1 }
    return ListTable(
      id: "plafonds",
      caption: view.say(
        "Plafonds op deze dag, het volste eerst",
        "Ceilings on this day, the fullest first"
      ),
      columns: [
        ListTable.Column("nummer", view.say("Nummer", "Number"), isNumeric: true),
        ListTable.Column("contract", "Contract"),
        ListTable.Column("aanbieder", view.say("Aanbieder", "Provider")),
        ListTable.Column("gemeenten", view.say("Gemeenten", "Municipalities")),
        ListTable.Column("periode", view.say("Periode", "Period")),
        ListTable.Column(
          "plafond",
          view.say("Plafond", "Ceiling"),
          isNumeric: true,
          definition: Definition.ceiling.rawValue
        ),
        ListTable.Column(
          "toegekend",
          view.say("Toegekend", "Awarded"),
          isNumeric: true,
          definition: Definition.awarded.rawValue
        ),
        ListTable.Column(
          "benut",
          view.say("Benut", "Used"),
          isNumeric: true,
          definition: Definition.used.rawValue
        ),
        ListTable.Column("stap", view.say("Stand", "State")),
      ],
      rows: chosen.map { use in
        ListTable.Row([
          .number(places[use.contract.draft.code] ?? 0), view.cell(use.contract.draft.code),
          view.cell(use.contract.draft.provider),
          .text(view.names.names(use.contract.draft.municipalities)),
          .text(view.text(use.period)), .euros(use.amount), .euros(use.used),
          .permille(use.permille), .status(use.status, step(use)),
        ])
      }
    )
  }

  /// How far the procedure of the ceiling came.
  private func step(_ use: CeilingUse) -> String {
    guard let warning = use.ceiling.warnings.last else {
      return use.callsForWarning
        ? view.say("melden", "give notice") : view.say("binnen het plafond", "within the ceiling")
    }
    if warning.outcome != nil { return view.say("besloten na gesprek", "decided after the talk") }
    return warning.talk == nil
      ? view.say("gemeld, gesprek volgt", "notice given, talk follows")
      : view.say("gesproken, besluit volgt", "talk held, decision follows")
  }
}
