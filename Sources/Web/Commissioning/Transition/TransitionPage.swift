import Accounts
import Commissioning
import Documents
import Quantities
import Region

/// Old and new contracted providers, the residents affected, and the advice between them.
struct TransitionPage {
  let visit: Visit
  let view: CommissioningView
  let model: TransitionModel
  /// Which counts of residents may be shown, in the order of the providers: small ones are hidden
  /// with as many others as it takes that none follows from a sum.
  private let counts: ContractedDifference.Published

  static let (fromName, toName) = ("van", "naar")

  init(_ visit: Visit) {
    self.visit = visit
    view = CommissioningView(visit)
    model = TransitionModel(
      view,
      from: visit.query[Self.fromName].flatMap { CivilDate($0) },
      to: visit.query[Self.toName].flatMap { CivilDate($0) }
    )
    counts = model.difference.published
  }

  func reply() throws -> Reply {
    let kinds = ProviderChange.Kind.allCases
      .map { ListFilter.Choice($0.rawValue, view.say($0.text)) }
    let kind = ListFilter("soort", view.say("Wat verandert", "What changes"), kinds, on: visit)
    let municipality = visit.municipalityFilter(
      model.difference.providers.flatMap { $0.lost + $0.gained }.map(\.municipality.description)
    ) { code in MunicipalityCode(code).map { view.names.name($0) } ?? code }
    let rows = zip(model.difference.providers, counts.providers).filter { change, _ in
      let places = (change.lost + change.gained).map(\.municipality.description)
      return kind.passes(change.kind.rawValue) && municipality.passes(places)
    }
    var list = CommissioningList(
      visit: visit,
      title: view.say("Overgang", "Transition"),
      lead: lead,
      address: .transition,
      table: table(rows.map { ($0.0, $0.1) }),
      filters: [kind, municipality],
      emptyText: view.say(
        "Op geen van beide dagen zijn er contracten.",
        "There are no contracts on either day."
      )
    )
    list.above = { above(&$0) }
    list.below = { below(&$0) }
    return try list.reply()
  }

  private var lead: String {
    let leaving = model.difference.providers(.leaves).count
    let entering = model.difference.providers(.enters).count
    return view.say(
      "Van \(view.day(model.before)) naar \(view.day(model.after)): \(leaving) aanbieders "
        + "vertrekken en \(entering) zijn nieuw.",
      "From \(view.day(model.before)) to \(view.day(model.after)): \(leaving) providers leave "
        + "and \(entering) are new."
    )
  }
}

// MARK: - The difference

extension TransitionPage {
  /// The form by which the two days are chosen, and how many residents it is about.
  private func above(_ html: inout HTML) {
    let label = view.say("Welke dagen vergelijken", "Which days to compare")
    html.element("form", .class("regie-filter"), .method("get"), .aria(.label, label)) { html in
      let own = [Self.fromName, Self.toName, "pagina"]
      for item in visit.query.items where !own.contains(item.name) && !item.value.isEmpty {
        html.void("input", .type("hidden"), .name(item.name), .value(item.value))
      }
      field(Self.fromName, view.say("De oude dag", "The old day"), model.before, &html)
      field(Self.toName, view.say("De nieuwe dag", "The new day"), model.after, &html)
      html.element("button", .type("submit"), .class("nl-button nl-button--secondary")) {
        $0.write(view.say("Vergelijk", "Compare"))
      }
    }
    html.facts { html in
      html.fact(
        view.say(
          "Inwoners bij wie hun aanbieder het contract verliest",
          "Residents whose provider loses its contract"
        )
      ) { html in
        html.write(visit.text(cell(counts.affectedResidents, model.difference.affectedResidents)))
        html.definitionLink(
          view.say("kleine aantallen", "small numbers"),
          Definition.smallNumbers.rawValue,
          visit
        )
      }
      html.fact(
        view.say(
          "Van hen loopt de ondersteuning dan nog",
          "Of them still with support then"
        )
      ) { html in
        html.write(visit.text(cell(counts.stillRunning, model.difference.stillRunning)))
      }
    }
    html.note(
      view.say(
        "Wat loopt wordt afgemaakt (bron 001:57-59). Eigen uitvoering telt niet mee "
          + "(bron 001:28-31).",
        "What runs is finished (source 001:57-59). Own delivery is not counted "
          + "(source 001:28-31)."
      )
    )
  }

  private func field(_ name: String, _ label: String, _ day: CivilDate, _ html: inout HTML) {
    html.element("div", .class("regie-filter__field")) { html in
      html.element("label", .for("overgang-\(name)"), text: label)
      html.void(
        "input",
        .id("overgang-\(name)"),
        .class("nl-text-input"),
        .type("date"),
        .name(name),
        .value(day.description)
      )
    }
  }

  /// A count as whoever looks may have it: exact, exact from ten up, or rounded.
  private func cell(_ count: PublishedCount, _ exact: Int) -> ListTable.Cell {
    switch view.detail {
    case .exact: .number(exact)
    case .exactFromTen: count.count == nil ? .hidden : .number(exact)
    case .published: count.count.map { .number($0) } ?? .hidden
    case .none: .hidden
    }
  }

  private func table(
    _ rows: [(ProviderChange, ContractedDifference.Published.Row)]
  ) -> ListTable {
    ListTable(
      id: "overgang",
      caption: view.say("Aanbieders voor en na", "Providers before and after"),
      columns: [
        ListTable.Column("aanbieder", view.say("Aanbieder", "Provider")),
        ListTable.Column("soort", view.say("Wat verandert", "What changes")),
        ListTable.Column("verliest", view.say("Verliest", "Loses")),
        ListTable.Column("krijgt", view.say("Krijgt erbij", "Gains")),
        ListTable.Column(
          "inwoners",
          view.say("Inwoners geraakt", "Residents affected"),
          isNumeric: true,
          definition: Definition.smallNumbers.rawValue
        ),
        ListTable.Column(
          "lopend",
          view.say("Loopt dan nog", "Still running then"),
          isNumeric: true
        ),
      ],
      rows: rows.map { change, count in
        ListTable.Row([
          view.cell(change.provider), .status(change.kind.status, view.say(change.kind.text)),
          .text(places(change.lost)), .text(places(change.gained)),
          cell(count.affectedResidents, change.affectedResidents),
          cell(count.stillRunning, change.stillRunning),
        ])
      }
    )
  }

  /// Products with their municipalities, each product once.
  private func places(_ places: [ProviderChange.Place]) -> String {
    var byProduct: [ProductCode: [MunicipalityCode]] = [:]
    for place in places { byProduct[place.product, default: []].append(place.municipality) }
    return byProduct.sorted { $0.key < $1.key }
      .map { "\($0.key): \(view.names.names($0.value.sorted()))" }
      .joined(separator: "; ")
  }
}

// MARK: - The advice

extension TransitionPage {
  private func below(_ html: inout HTML) {
    html.heading(2, view.say("Advies tussen oud en nieuw", "Advice between old and new"))
    html.paragraph(
      view.say(
        "Een gemeente neemt het advies over of niet. Het signaleert en vraagt om een reden; het "
          + "houdt geen toewijzing tegen.",
        "A municipality adopts the advice or not. It signals and asks for a reason; it stops no "
          + "allocation."
      )
    )
    visit.writeTable(
      rules,
      empty: view.say(
        "Geen strategie heeft overgangsregels.",
        "No strategy has transition rules."
      ),
      &html
    )
    visit.writeTable(
      adoptions,
      empty: view.say(
        "Geen gemeente heeft het advies overgenomen.",
        "No municipality adopted the advice."
      ),
      &html
    )
    visit.writeTable(
      signals,
      empty: view.say(
        "Geen toewijzing wijkt af van overgenomen advies.",
        "No allocation departs from adopted advice."
      ),
      &html
    )
    guard !model.silent.isEmpty else { return }
    html.heading(2, view.say("Nog zonder beschrijving", "Without a description still"))
    html.paragraph(
      view.say(
        "Vraag deze aanbieders om een beschrijving van zichzelf (bron 001:80-85).",
        "Ask these providers for a description of themselves (source 001:80-85)."
      )
    )
    html.list(model.silent.map { view.names.name($0) })
  }

  private var rules: ListTable {
    ListTable(
      id: "regels",
      caption: view.say("Regels van het advies", "Rules of the advice"),
      columns: [
        ListTable.Column("regel", view.say("Regel", "Rule")),
        ListTable.Column("strategie", view.say("Strategie", "Strategy")),
        ListTable.Column("wat", view.say("Wat zij zegt", "What it says")),
        ListTable.Column("geldig", view.say("Geldig", "Valid")),
        ListTable.Column("gewicht", view.say("Gewicht", "Weight")),
        ListTable.Column("bron", view.say("Bron", "Source")),
      ],
      rows: model.policies.flatMap { policy in
        policy.clauses.map { clause in
          ListTable.Row([
            .text(clause.code.description), .text(policy.code.description), .text(clause.text),
            .text(view.text(clause.period)), .text(view.say(clause.weight.text)),
            .text(clause.bases.map { view.say($0.text) }.joined(separator: "; ")),
          ])
        }
      }
    )
  }

  private var adoptions: ListTable {
    ListTable(
      id: "overgenomen",
      caption: view.say("Overgenomen per gemeente", "Adopted by municipality"),
      columns: [
        ListTable.Column("gemeente", view.say("Gemeente", "Municipality")),
        ListTable.Column("strategie", view.say("Strategie", "Strategy")),
        ListTable.Column("producten", view.say("Producten", "Products")),
        ListTable.Column("geldig", view.say("Geldig", "Valid")),
      ],
      rows: model.adoptions.map { adoption in
        ListTable.Row([
          .text(view.names.name(adoption.municipality)), .text(adoption.policy.description),
          .text(view.names.names(adoption.products)), .text(view.text(adoption.period)),
        ])
      }
    )
  }

  private var signals: ListTable {
    ListTable(
      id: "afwijkingen",
      caption: view.say(
        "Toewijzingen die van het advies afwijken",
        "Allocations that depart from the advice"
      ),
      columns: [
        ListTable.Column("gemeente", view.say("Gemeente", "Municipality")),
        ListTable.Column("regel", view.say("Regel", "Rule")),
        ListTable.Column(
          "aantal",
          view.say("Toewijzingen", "Allocations"),
          isNumeric: true,
          definition: Definition.smallNumbers.rawValue
        ),
        ListTable.Column("zonder", view.say("Zonder reden", "Without a reason"), isNumeric: true),
      ],
      rows: model.signals.map { signal in
        ListTable.Row([
          .text(view.names.name(signal.municipality)), .text(signal.clause.text),
          view.count(signal.total), view.count(signal.withoutReason),
        ])
      }
    )
  }
}

extension ProviderChange.Kind {
  var status: StatusKind {
    switch self {
    case .leaves: .negative
    case .losesPart: .warning
    case .stays: .neutral
    case .enters: .positive
    }
  }
}
