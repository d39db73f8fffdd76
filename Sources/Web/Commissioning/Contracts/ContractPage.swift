import Accounts
import Commissioning
import Documents
import Quantities
import Region

/// The page of one contract.
struct ContractPage {
  let visit: Visit
  let view: CommissioningView
  let model: ContractModel

  init(_ visit: Visit, _ code: String) throws {
    self.visit = visit
    view = CommissioningView(visit)
    guard let model = ContractModel(view, code: code) else { throw Trouble.notFound }
    self.model = model
  }

  var contract: Contract { model.contract }
  var draft: ContractDraft { model.contract.draft }

  var page: Page {
    var html = HTML()
    facts(&html)
    alerts(&html)
    term(&html)
    documents(&html)
    tariffs(&html)
    ceiling(&html)
    changes(&html)
    return Page(
      "Contract \(draft.code)",
      lead: lead,
      crumbs: [
        Crumb(
          view.say("Contracten", "Contracts"),
          visit.address(.commissioning(.contracts))
        )
      ],
      showsDates: true,
      body: html
    )
  }

  private var lead: String {
    let name = view.names.name(draft.provider)
    guard let next = model.decisive.first else {
      return view.say(
        "\(name): \(view.say(model.state.text)).",
        "\(name): \(view.say(model.state.text))."
      )
    }
    return view.say(
      "\(name): \(view.say(model.state.text)). Eerstvolgende beslisdatum: "
        + "\(view.day(next.date)), \(view.say(next.kind.text)).",
      "\(name): \(view.say(model.state.text)). Next decisive date: "
        + "\(view.day(next.date)), \(view.say(next.kind.text))."
    )
  }
}

// MARK: - What it is

extension ContractPage {
  private func facts(_ html: inout HTML) {
    html.heading(2, view.say("Het contract", "The contract"))
    html.facts { html in
      visit.writeFact(view.say("Aanbieder", "Provider"), view.cell(draft.provider), &html)
      visit.writeFact(view.say("Stand", "State"), view.cell(model.state), &html)
      let codes = draft.claimCodes.map(\.description).joined(separator: ", ")
      visit.writeFact("AGB", .text(codes), &html)
      visit.writeFact(view.say("Perceel", "Lot"), .text(draft.lot?.description ?? ""), &html)
      let places = view.names.names(draft.municipalities)
      visit.writeFact(view.say("Gemeenten", "Municipalities"), .text(places), &html)
      let products = view.names.names(view.state.contracts.products(of: contract))
      visit.writeFact(view.say("Producten", "Products"), .text(products), &html)
      let form = "\(draft.form.rawValue): \(view.say(draft.form.text))"
      visit.writeFact(view.say("Contractvorm", "Form"), .text(form), &html)
      visit.writeFact(view.say("Variant", "Variant"), .text(view.say(draft.variant.text)), &html)
      let version = Wording.number(contract.version(on: view.day), view.language)
      visit.writeFact(view.say("Versie", "Version"), .text(version), &html)
    }
  }

  private func alerts(_ html: inout HTML) {
    html.heading(2, view.say("Signalen", "Alerts"))
    let table = ListTable(
      id: "signalen",
      caption: view.say("Wat dit contract vraagt", "What this contract asks for"),
      columns: [
        ListTable.Column("plicht", view.say("Plicht", "Duty")),
        ListTable.Column("urgentie", view.say("Urgentie", "Urgency")),
        ListTable.Column("wat", view.say("Wat er speelt", "What is the matter")),
        ListTable.Column("uiterlijk", view.say("Uiterlijk", "By")),
        ListTable.Column("bepaling", view.say("Bepaling", "Clause")),
      ],
      rows: model.alerts.map { alert in
        ListTable.Row([
          .text(view.say(alert.duty.text)), view.cell(alert.urgency), .text(view.say(alert.text)),
          view.cell(alert.due), view.cell(alert.clause),
        ])
      }
    )
    let none = view.say(
      "Er is niets dat aandacht vraagt.",
      "Nothing asks for attention."
    )
    visit.writeTable(table, empty: none, &html)
  }

  private func term(_ html: inout HTML) {
    let term = contract.term
    html.heading(2, view.say("Looptijd", "Term"))
    html.facts { html in
      let pattern = "\(term.pattern) (\(view.say(term.pattern.mode.text)))"
      visit.writeFact(view.say("Patroon", "Pattern"), .text(pattern), &html)
      visit.writeFact(view.say("Begin", "Start"), .day(term.start), &html)
      visit.writeFact(view.say("Einde nu", "End now"), .day(contract.lastDay), &html)
      visit.writeFact(view.say("Langste einde", "Latest end"), .day(term.maximumEnd), &html)
      let months = term.horizonMonths(on: view.day)
      let horizon = view.say(
        "\(months) maanden zekerheid vanaf deze dag",
        "\(months) months of certainty from this day"
      )
      visit.writeFact(view.say("Horizon", "Horizon"), .text(horizon), &html)
      visit.writeFact(
        view.say("Motivering", "Reason"),
        .quoted(draft.reasonForLength ?? ""),
        &html
      )
    }
    if model.rolls {
      html.note(
        view.say(
          "Boeggolf: na elk goed jaar komt er een jaar bij, tot het langste einde (bron 000:38).",
          "Rolling extension: every good year adds a year, up to the latest end (source 000:38)."
        )
      )
    }
    years(&html)
    decisive(&html)
  }

  /// The contract years with their ends, and what was found of each.
  private func years(_ html: inout HTML) {
    let term = contract.term
    let rows = (1...max(1, term.pattern.maximumYears)).map { year -> ListTable.Row in
      let end = term.end(ofYear: year)
      let review: ListTable.Cell =
        switch term.reviews[year] {
        case true: .status(.positive, view.say("goed", "good"))
        case false: .status(.negative, view.say("onvoldoende", "not good"))
        case nil: .none
        }
      let state: String
      if end <= term.end {
        state = view.say("afgesproken", "agreed")
      } else if model.ends.contains(end) {
        state = view.say("mogelijk einde na verlenging", "possible end after an extension")
      } else {
        state = view.say("binnen een verlenging", "within an extension")
      }
      return ListTable.Row([.number(year), .day(end), .text(state), review])
    }
    let table = ListTable(
      id: "jaren",
      caption: view.say("Contractjaren", "Contract years"),
      columns: [
        ListTable.Column("jaar", view.say("Jaar", "Year"), isNumeric: true),
        ListTable.Column("einde", view.say("Einde", "End")),
        ListTable.Column("stand", view.say("Stand", "State")),
        ListTable.Column("beoordeling", view.say("Beoordeling", "Review")),
      ],
      rows: rows
    )
    visit.writeTable(table, &html)
  }

  private func decisive(_ html: inout HTML) {
    let table = ListTable(
      id: "beslisdata",
      caption: view.say("Beslisdata die komen", "Decisive dates to come"),
      columns: [
        ListTable.Column(
          "dag",
          view.say("Dag", "Day"),
          definition: Definition.decisiveDate.rawValue
        ),
        ListTable.Column("wat", view.say("Wat", "What")),
        ListTable.Column("bepaling", view.say("Bepaling", "Clause")),
      ],
      rows: model.decisive.map { date in
        ListTable.Row([.day(date.date), .text(view.say(date.kind.text)), view.cell(date.basis)])
      }
    )
    let none = view.say("Er komen geen beslisdata meer.", "No more decisive dates to come.")
    visit.writeTable(table, empty: none, &html)
  }
}
