import Accounts
import Commissioning
import Documents
import Quantities
import Region

/// The coverage matrix: municipality beside target group, for one product at a time, with the
/// reason of every colour.
struct CoveragePage {
  let visit: Visit
  let view: CommissioningView
  let model: CoverageModel
  /// The product that is shown in the matrix.
  let product: ProductCode?

  private static let productName = "product"

  init(_ visit: Visit) {
    self.visit = visit
    view = CommissioningView(visit)
    let model = CoverageModel(view)
    self.model = model
    let asked = visit.query[Self.productName].flatMap { ProductCode($0) }
    product = asked.flatMap { model.products.contains($0) ? $0 : nil } ?? model.suggested
  }

  func reply() throws -> Reply {
    guard let product else {
      return .page(
        Page(
          view.say("Dekking", "Coverage"),
          lead: view.say(
            "Er lopen op deze dag geen contracten met een product.",
            "No contracts with a product run on this day."
          ),
          showsDates: true
        )
      )
    }
    let municipality = visit.municipalityFilter(model.municipalities.map(\.description)) { code in
      MunicipalityCode(code).map { view.names.name($0) } ?? code
    }
    let colours = CoverageColour.allCases.reversed().map { ListFilter.Choice($0.code, say($0)) }
    let colour = ListFilter("kleur", view.say("Kleur", "Colour"), colours, on: visit)
    let products = ListFilter(
      Self.productName,
      "Product",
      model.products.map { ListFilter.Choice($0.description, view.names.name($0)) },
      shown: product.description
    )
    let chosen = model.findings.filter { finding in
      finding.cell.product == product && colour.passes(finding.colour.code)
        && municipality.passes(finding.cell.municipality.description)
    }
    var list = CommissioningList(
      visit: visit,
      title: view.say("Dekking", "Coverage"),
      lead: lead,
      address: .coverage,
      table: table(chosen, product),
      filters: [products, municipality, colour],
      emptyText: view.say("Er zijn geen plaatsen te tonen.", "There are no places to show.")
    )
    list.above = { above(product, &$0) }
    return try list.reply()
  }

  private var lead: String {
    let (red, amber) = (model.count(.red), model.count(.amber))
    return view.say(
      "Van \(model.findings.count) plaatsen zijn er \(red) rood en \(amber) oranje.",
      "Of \(model.findings.count) places \(red) are red and \(amber) amber."
    )
  }

  private func say(_ colour: CoverageColour) -> String { view.say(colour.text) }
}

// MARK: - The matrix

extension CoveragePage {
  private func above(_ product: ProductCode, _ html: inout HTML) {
    html.heading(2, view.say("Per product", "By product"))
    productLinks(product, &html)
    html.heading(2, view.names.name(product))
    visit.writeTable(matrix(product), &html)
    html.note(
      view.say(
        "Groen: gecontracteerd, neemt cliënten aan en blijft binnen de wachtnorm. De reden van "
          + "elke kleur staat hieronder.",
        "Green: contracted, taking clients and within the waiting norm. The reason of each colour "
          + "stands below."
      )
    )
    html.heading(2, view.say("Redenen per plaats", "Reasons by place"))
  }

  private func productLinks(_ current: ProductCode, _ html: inout HTML) {
    let label = view.say("Producten", "Products")
    html.element("nav", .aria(.label, label)) { html in
      html.element("ul", .class("regie-links")) { html in
        for product in model.products {
          let query = visit.query.setting((Self.productName, product.description), ("pagina", nil))
          html.element("li") { html in
            html.element(
              "a",
              .href(visit.path(.commissioning(.coverage), query)),
              product == current ? .aria(.current, "true") : nil,
              text: view.names.name(product)
            )
            if let worst = model.worst(of: product) {
              html.write(" ")
              html.badge(worst.status, say(worst))
            }
          }
        }
      }
    }
  }

  private func matrix(_ product: ProductCode) -> ListTable {
    let cells = model.cells(of: product)
    let columns = model.groups.enumerated().map { place, group in
      ListTable.Column(
        "groep\(place)",
        group.map { view.names.group($0) } ?? view.say("Iedereen", "Everybody")
      )
    }
    return ListTable(
      id: "matrix",
      caption: view.say("Gemeente naast doelgroep", "Municipality beside target group"),
      columns: [ListTable.Column("gemeente", view.say("Gemeente", "Municipality"))] + columns,
      rows: model.municipalities.map { municipality in
        ListTable.Row(
          [.text(view.names.name(municipality))]
            + model.groups.map { group in
              let cell = CoverageCell(
                municipality: municipality,
                targetGroup: group,
                product: product
              )
              guard let finding = cells[cell] else { return .none }
              return .status(finding.colour.status, say(finding.colour))
            }
        )
      }
    )
  }

  private func table(_ findings: [CoverageFinding], _ product: ProductCode) -> ListTable {
    ListTable(
      id: "dekking",
      caption: view.say(
        "Dekking van \(view.names.name(product))",
        "Coverage of \(view.names.name(product))"
      ),
      columns: [
        ListTable.Column("gemeente", view.say("Gemeente", "Municipality")),
        ListTable.Column("doelgroep", view.say("Doelgroep", "Target group")),
        ListTable.Column(
          "kleur",
          view.say("Dekking", "Coverage"),
          definition: Definition.coverage.rawValue
        ),
        ListTable.Column("redenen", view.say("Waarom", "Why")),
        ListTable.Column("aanbieders", view.say("Aanbieders", "Providers"), isNumeric: true),
        ListTable.Column("nemen-aan", view.say("Nemen aan", "Taking clients"), isNumeric: true),
        ListTable.Column("plaatsen", view.say("Vrije plaatsen", "Free places"), isNumeric: true),
        ListTable.Column(
          "wachttijd",
          view.say("Kortste wacht (dagen)", "Shortest wait (days)"),
          isNumeric: true
        ),
        ListTable.Column("vervolg", view.say("Aanvullend contracteren", "Supplementary")),
      ],
      rows: findings.map { row($0) }
    )
  }

  private func row(_ finding: CoverageFinding) -> ListTable.Row {
    var reasons = finding.reasons.map { view.say($0.text) }.joined(separator: " ")
    if finding.norm.basis.isAssumption {
      reasons += view.say(" [norm: aanname]", " [norm: assumption]")
    }
    return ListTable.Row([
      .text(view.names.name(finding.cell.municipality)),
      .text(
        finding.cell.targetGroup.map { view.names.group($0) }
          ?? view.say("Iedereen", "Everybody")
      ),
      .status(finding.colour.status, say(finding.colour)),
      .text(reasons),
      .number(finding.contracted),
      .number(finding.taking),
      .number(finding.freePlaces),
      finding.shortestWait.map { .number($0) } ?? .none,
      supplementary(finding),
    ])
  }

  /// What opens at a red place, leading to the procedures of that kind.
  private func supplementary(_ finding: CoverageFinding) -> ListTable.Cell {
    guard let opens = finding.opens else { return .none }
    let text = view.say(opens.text(since: finding.openedOn))
    guard view.rights.contains(.seeProcedures) else { return .text(text) }
    let running = view.state.procedures.procedures.values.filter { procedure in
      procedure.plan.kind == opens.kind && procedure.stage == .open
        && procedure.plan.municipalities.contains(finding.cell.municipality)
    }.sorted { $0.plan.code < $1.plan.code }.first
    let address: CommissioningAddress =
      running.map { .procedure($0.plan.code.description) } ?? .procedures
    return .link(text, .commissioning(address))
  }
}

extension CoverageColour {
  var status: StatusKind {
    switch self {
    case .green: .positive
    case .amber: .warning
    case .red: .negative
    }
  }
}
