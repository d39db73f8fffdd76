import Accounts
import Claims
import Commissioning
import Documents
import Quantities
import Region
import Rules

/// Contracts, ceilings, awarded euros and tariffs of a provider.
extension ProviderPage {
  func contracts(_ html: inout HTML) {
    html.heading(2, view.say("Contracten", "Contracts"))
    let table = ListTable(
      id: "contracten",
      caption: view.say("Contracten, die lopen eerst", "Contracts, running ones first"),
      columns: [
        ListTable.Column("contract", "Contract"),
        ListTable.Column("perceel", view.say("Perceel", "Lot")),
        ListTable.Column("gemeenten", view.say("Gemeenten", "Municipalities")),
        ListTable.Column("stand", view.say("Stand", "State")),
        ListTable.Column("einde", view.say("Einde", "End")),
        ListTable.Column(
          "beslisdatum",
          view.say("Eerstvolgende beslisdatum", "Next decisive date"),
          definition: Definition.decisiveDate.rawValue
        ),
      ],
      rows: model.contracts.map { contract in
        let next = contract.nextDecisiveDate(from: view.day)
        return ListTable.Row([
          view.cell(contract.draft.code), .text(contract.draft.lot?.description ?? ""),
          .text(view.names.names(contract.draft.municipalities)),
          view.cell(contract.state(on: view.day)), .day(contract.lastDay), view.cell(next?.date),
        ])
      }
    )
    let none = view.say(
      "Er is geen contract met deze aanbieder in het register.",
      "There is no contract with this provider in the register."
    )
    visit.writeTable(table, empty: none, &html)
  }

  func ceilings(_ html: inout HTML) {
    guard view.rights.contains(.seeCeilings), !model.ceilings.isEmpty else { return }
    html.heading(2, view.say("Plafonds", "Ceilings"))
    let table = ListTable(
      id: "plafonds",
      caption: view.say("Plafonds op deze dag", "Ceilings on this day"),
      columns: [
        ListTable.Column("contract", "Contract"),
        ListTable.Column("periode", view.say("Periode", "Period")),
        ListTable.Column(
          "plafond",
          view.say("Plafond", "Ceiling"),
          isNumeric: true,
          definition: Definition.ceiling.rawValue
        ),
        ListTable.Column("toegekend", view.say("Toegekend", "Awarded"), isNumeric: true),
        ListTable.Column("benut", view.say("Benut", "Used"), definition: Definition.used.rawValue),
      ],
      rows: model.ceilings.map { use in
        ListTable.Row([
          view.cell(use.contract.draft.code), .text(view.text(use.period)), .euros(use.amount),
          .euros(use.used),
          .status(use.status, Wording.percentage(permille: use.permille, view.language)),
        ])
      }
    )
    visit.writeTable(table, &html)
  }

  /// What was awarded per month of the year, as a picture and a table with the same figures.
  func awarded(_ html: inout HTML) {
    let figures = model.figures.year(year)
    html.heading(2, view.say("Toegekend per maand in \(year)", "Awarded by month in \(year)"))
    guard !figures.months.isEmpty else {
      let none = view.say("In \(year) is niets gedeclareerd.", "Nothing was claimed in \(year).")
      html.element("p", .class("regie-empty"), text: none)
      return
    }
    chart(figures, &html)
    var rows = figures.months.map { month in
      ListTable.Row([
        .text(Wording.month(month.first, view.language)), .euros(month.awarded),
        .number(month.lines), .number(month.refused),
      ])
    }
    rows.append(
      ListTable.Row([
        .text(view.say("Totaal", "Total")), .euros(figures.awarded), .number(figures.lines),
        .number(figures.refused),
      ])
    )
    let table = ListTable(
      id: "maanden",
      caption: view.say("Toegekend per maand van levering", "Awarded by month of delivery"),
      columns: [
        ListTable.Column("maand", view.say("Maand", "Month")),
        ListTable.Column(
          "toegekend",
          view.say("Toegekend", "Awarded"),
          isNumeric: true,
          definition: Definition.awarded.rawValue
        ),
        ListTable.Column("regels", view.say("Regels", "Lines"), isNumeric: true),
        ListTable.Column(
          "afgekeurd",
          view.say("Afgekeurd", "Refused"),
          isNumeric: true,
          definition: Definition.refused.rawValue
        ),
      ],
      rows: rows
    )
    visit.writeTable(table, &html)
  }

  private func chart(_ figures: ProviderFigures, _ html: inout HTML) {
    let highest = figures.months.max { $0.awarded < $1.awarded }
    let conclusion = highest.map { month in
      let name = Wording.month(month.first, view.language)
      let amount = Wording.wholeEuros(month.awarded, view.language)
      return view.say(
        "Het meeste is toegekend over \(name): \(amount).",
        "Most was awarded for \(name): \(amount)."
      )
    }
    BarChart(
      figure: ChartFigure(
        conclusion: conclusion ?? "",
        description: view.say(
          "Staven met het toegekende bedrag per maand in \(year).",
          "Bars with the amount awarded by month in \(year)."
        )
      ),
      groups: figures.months.map { month in
        BarChart.Group(
          name: String(Wording.month(month.first, view.language).prefix(3)),
          values: [month.awarded.rawValue]
        )
      },
      limit: nil,
      value: { Wording.wholeEuros(Cents($0), view.language) }
    ).write(&html)
  }

  func refusals(_ counts: RefusalCounts, _ html: inout HTML) {
    html.heading(2, view.say("Afkeuringen per regel", "Refusals by rule"))
    let table = ListTable(
      id: "afkeuringen",
      caption: view.say(
        "Waarom regels van \(year) zijn afgekeurd",
        "Why lines of \(year) were refused"
      ),
      columns: [
        ListTable.Column("regel", view.say("Regel", "Rule")),
        ListTable.Column("aantal", view.say("Aantal", "Count"), isNumeric: true),
        ListTable.Column("betekenis", view.say("Wat de regel zegt", "What the rule says")),
      ],
      rows: counts.rules.map { count in
        ListTable.Row([
          .text(count.rule.description), .number(count.lines),
          .text(ClaimTexts.subject(of: count.rule).map { view.say($0) } ?? ""),
        ])
      }
    )
    let none = view.say(
      "In \(year) is geen regel afgekeurd.",
      "No line was refused in \(year)."
    )
    visit.writeTable(table, empty: none, &html)
  }

  func tariffs(_ html: inout HTML) {
    guard view.rights.contains(.seeTariffs), !model.tariffs.isEmpty else { return }
    html.heading(2, view.say("Tarieven", "Tariffs"))
    let table = ListTable(
      id: "tarieven",
      caption: view.say("Tarieven op deze dag", "Tariffs on this day"),
      columns: [
        ListTable.Column("product", "Product"),
        ListTable.Column("contract", "Contract"),
        ListTable.Column("tarief", view.say("Tarief", "Tariff"), isNumeric: true),
        ListTable.Column("eenheid", view.say("Per", "Per")),
        ListTable.Column("geldig", view.say("Geldig", "Valid")),
      ],
      rows: model.tariffs.map { line in
        ListTable.Row(
          [.text(view.names.name(line.product)), view.cell(line.contract)]
            + view.cells(line.tariff.price, per: line.tariff.unit)
            + [.text(view.text(line.tariff.period))]
        )
      }
    )
    visit.writeTable(table, &html)
  }
}

// MARK: - Capacity and quality

extension ProviderPage {
  func capacity(_ html: inout HTML) {
    guard view.rights.contains(.seeCoverage) || view.own != nil, !model.reports.isEmpty else {
      return
    }
    html.heading(2, view.say("Plaats en wachttijd", "Room and waiting"))
    let table = ListTable(
      id: "capaciteit",
      caption: view.say("Laatste opgaven", "Latest reports"),
      columns: [
        ListTable.Column("product", "Product"),
        ListTable.Column("gemeente", view.say("Gemeente", "Municipality")),
        ListTable.Column("dag", view.say("Opgave van", "Reported on")),
        ListTable.Column("plaatsen", view.say("Vrije plaatsen", "Free places"), isNumeric: true),
        ListTable.Column("wacht", view.say("Wachttijd (dagen)", "Wait (days)"), isNumeric: true),
      ],
      rows: model.reports.map { report in
        ListTable.Row([
          .text(view.names.name(report.product)), .text(view.names.name(report.municipality)),
          .day(report.on), report.freePlaces.map { .number($0) } ?? .none,
          report.waitingDays.map { .number($0) } ?? .none,
        ])
      }
    )
    visit.writeTable(table, &html)
  }

  func evaluations(_ html: inout HTML) {
    guard view.rights.contains(.seeSuppliers) else { return }
    guard !model.evaluations.isEmpty || !model.tests.isEmpty else { return }
    html.heading(2, view.say("Beoordeling en kwaliteit", "Evaluation and quality"))
    let words = SupplierTables(view: view)
    visit.writeTable(words.evaluations(model.evaluations), &html)
    visit.writeTable(words.tests(model.tests), &html)
  }
}
