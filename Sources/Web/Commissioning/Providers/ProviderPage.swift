import Accounts
import Commissioning
import Documents
import Journal
import Quantities
import Region

/// The sheet of one provider: everything that the region has with it.
struct ProviderPage {
  let visit: Visit
  let view: CommissioningView
  let model: ProviderModel

  init(_ visit: Visit, _ name: String) throws {
    self.visit = visit
    view = CommissioningView(visit)
    guard let model = ProviderModel(view, name: name) else { throw Trouble.notFound }
    self.model = model
  }

  var year: Int { model.year }

  func page() async throws -> Page {
    let refusals = try await RefusalCounts(
      of: Set(model.codes),
      in: year,
      view.state,
      journal: visit.region.journal
    )
    var html = HTML()
    tiles(&html)
    register(&html)
    alerts(&html)
    contracts(&html)
    ceilings(&html)
    awarded(&html)
    self.refusals(refusals, &html)
    tariffs(&html)
    capacity(&html)
    evaluations(&html)
    return Page(
      model.name,
      lead: lead,
      crumbs: [
        Crumb(view.say("Aanbieders", "Providers"), visit.address(.commissioning(.providers)))
      ],
      showsDates: true,
      body: html
    )
  }

  private var lead: String {
    let running = model.contracts.count { $0.period?.contains(view.day) == true }
    guard running > 0 else {
      return view.say(
        "Niet gecontracteerd op \(view.day(view.day)).",
        "Not contracted on \(view.day(view.day))."
      )
    }
    let count =
      running == 1
      ? view.say("1 contract", "1 contract")
      : view.say("\(running) contracten", "\(running) contracts")
    return view.say(
      "\(count) op \(view.day(view.day)).",
      "\(count) on \(view.day(view.day))."
    )
  }

  private func tiles(_ html: inout HTML) {
    let figures = model.figures.year(year)
    var tiles = [
      Tile(
        view.say("Toegekend in \(year)", "Awarded in \(year)"),
        Wording.wholeEuros(figures.awarded, view.language),
        definition: Definition.awarded.rawValue,
        behind: lines
      ),
      Tile(
        view.say("Afgekeurde regels in \(year)", "Refused lines in \(year)"),
        Wording.number(figures.refused, view.language),
        definition: Definition.refused.rawValue,
        behind: lines
      ),
      Tile(
        view.say("Cliënten in \(year)", "Clients in \(year)"),
        clients(figures.clients),
        definition: Definition.clients.rawValue,
        behind: nil
      ),
    ]
    if let fullest = model.ceilings.first, view.rights.contains(.seeCeilings) {
      tiles.append(
        Tile(
          view.say("Volste plafond", "Fullest ceiling"),
          Wording.percentage(permille: fullest.permille, view.language),
          definition: Definition.used.rawValue,
          behind: (view.say("Alle plafonds", "All ceilings"), .commissioning(.ceilings))
        )
      )
    }
    html.tiles(tiles, visit)
  }

  /// The claim lines that the figures are sums of, for whoever may see lines.
  private var lines: (String, RegionAddress)? {
    guard view.rights.contains(.seeClaims) else { return nil }
    return (view.say("De regels", "The lines"), .claims(.lines))
  }

  private func clients(_ count: Int) -> String {
    switch view.count(count) {
    case .number(let shown): Wording.number(shown, view.language)
    default: view.say("minder dan 10", "fewer than 10")
    }
  }
}

// MARK: - Register and alerts

extension ProviderPage {
  private func register(_ html: inout HTML) {
    html.heading(2, view.say("In het register", "In the register"))
    html.facts { html in
      if case .chamber(let chamber) = model.subject {
        visit.writeFact("KvK", .text(chamber.description), &html)
      }
      if let record = model.record {
        visit.writeFact(
          view.say("Percelen", "Lots"),
          .text(record.lots.map(\.description).joined(separator: ", ")),
          &html
        )
        visit.writeFact(
          view.say("Producten", "Products"),
          .text(view.names.names(record.products)),
          &html
        )
        let groups = record.targetGroups.map { view.names.group($0) }.joined(separator: ", ")
        visit.writeFact(view.say("Doelgroepen", "Target groups"), .text(groups), &html)
        visit.writeFact(view.say("Gebied", "Area"), .text(view.names.names(record.area)), &html)
        let capacity = record.capacity.map { Wording.number($0, view.language) }
        visit.writeFact(
          view.say("Capaciteit", "Capacity"),
          .text(capacity ?? view.say("onbekend", "unknown")),
          &html
        )
        visit.writeFact(view.say("Over zichzelf", "About itself"), .text(record.profile), &html)
      }
      if view.rights.contains(.seeContinuity), let continuity = model.continuity {
        html.fact(view.say("Continuïteit", "Continuity")) { html in
          let step = continuity.step
          html.badge(
            step >= .negativeEquity ? .negative : step >= .weak ? .warning : .neutral,
            view.say("stap \(step.rawValue) van 6", "step \(step.rawValue) of 6")
          )
          let day = Wording.shortDay(continuity.on, view.language)
          html.write(" \(view.say(step.text)) (\(day))")
        }
      }
    }
    if model.record == nil {
      html.note(
        view.say(
          "Deze aanbieder staat niet in het register; bekend is alleen waaronder hij declareert.",
          "This provider is not in the register; only the code that it claims by is known."
        )
      )
    }
    visit.writeTable(codes, &html)
  }

  private var codes: ListTable {
    let dated = model.record?.claimCodes ?? []
    let named = Set(dated.map(\.code))
    let others = model.codes.filter { !named.contains($0) }
    return ListTable(
      id: "agb",
      caption: view.say("AGB-codes", "AGB codes"),
      columns: [
        ListTable.Column("agb", "AGB"), ListTable.Column("geldig", view.say("Geldig", "Valid")),
      ],
      rows: dated.map { ListTable.Row([.text($0.code.description), .text(view.text($0.period))]) }
        + others.map { code in
          ListTable.Row([
            .text(code.description),
            .text(view.say("niet in het register", "not in the register")),
          ])
        }
    )
  }

  private func alerts(_ html: inout HTML) {
    guard view.rights.contains(.seeContracts), !model.contracts.isEmpty else { return }
    html.heading(2, view.say("Signalen", "Alerts"))
    var rows = model.alerts.map { attention in
      let alert = attention.alert
      return ListTable.Row([
        view.cell(attention.contract.draft.code), view.cell(alert.urgency),
        .text(view.say(alert.text)), view.cell(alert.due), view.cell(alert.clause),
      ])
    }
    if view.rights.contains(.seeSuppliers) {
      rows += model.quality.map { alert in
        ListTable.Row([
          .text(alert.requirement.description), view.cell(alert.urgency),
          .text(view.say(alert.text)), view.cell(alert.due), view.cell(alert.basis),
        ])
      }
    }
    let table = ListTable(
      id: "signalen",
      caption: view.say("Wat aandacht vraagt", "What asks for attention"),
      columns: [
        ListTable.Column("waarover", view.say("Waarover", "About")),
        ListTable.Column("urgentie", view.say("Urgentie", "Urgency")),
        ListTable.Column("wat", view.say("Wat er speelt", "What is the matter")),
        ListTable.Column("uiterlijk", view.say("Uiterlijk", "By")),
        ListTable.Column("bepaling", view.say("Bepaling of bron", "Clause or source")),
      ],
      rows: rows
    )
    let none = view.say("Er is niets dat aandacht vraagt.", "Nothing asks for attention.")
    visit.writeTable(table, empty: none, &html)
  }
}
