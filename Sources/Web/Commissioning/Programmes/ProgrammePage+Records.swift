import Commissioning
import Documents
import Quantities
import Region

/// Decisions, money, talks, readiness and scope of a programme.
extension ProgrammePage {
  func decisions(_ html: inout HTML) {
    html.heading(2, view.say("Besluiten", "Decisions"))
    let table = ListTable(
      id: "besluiten",
      caption: view.say("Besluiten in twee stappen", "Decisions in two steps"),
      columns: [
        ListTable.Column("besluit", view.say("Besluit", "Decision")),
        ListTable.Column("wat", view.say("Wat", "What")),
        ListTable.Column("bindt", view.say("Bindt", "Binds")),
        ListTable.Column("stand", view.say("Stand", "State")),
        ListTable.Column("stappen", view.say("Stappen", "Steps")),
        ListTable.Column("bron", view.say("Bron", "Source")),
      ],
      rows: programme.decisions.map { decision in
        ListTable.Row([
          .text(decision.code.description), .text(decision.text), .text(decision.binds),
          .status(decision.state.status, state(decision.state)), .text(steps(decision)),
          view.cell(decision.basis),
        ])
      }
    )
    visit.writeTable(table, &html)
  }

  private func state(_ state: ProgrammeDecision.State) -> String {
    switch state {
    case .waiting: view.say("wacht", "waits")
    case .adopted: view.say("vastgesteld", "adopted")
    case .rejected: view.say("afgewezen", "rejected")
    }
  }

  /// What every body of each step said.
  private func steps(_ decision: ProgrammeDecision) -> String {
    decision.steps.enumerated().map { place, bodies in
      let said = bodies.map { body in
        guard let taken = decision.taken[body] else {
          return view.say("\(view.names.body(body)): nog niet", "\(view.names.body(body)): not yet")
        }
        let day = Wording.shortDay(taken.on, view.language)
        return "\(view.names.body(body)): \(view.say(taken.outcome.text)) \(day)"
      }
      return view.say("Stap \(place + 1)", "Step \(place + 1)") + ": "
        + said.joined(separator: ", ")
    }.joined(separator: ". ")
  }

  func budgets(_ html: inout HTML) {
    html.heading(2, view.say("Begroting van het programma", "Budget of the programme"))
    let table = ListTable(
      id: "begroting",
      caption: view.say("Begroting per jaar", "Budget by year"),
      columns: [
        ListTable.Column("jaar", view.say("Jaar", "Year")),
        ListTable.Column("bedrag", view.say("Bedrag", "Amount"), isNumeric: true),
        ListTable.Column("stand", view.say("Stand", "State")),
      ],
      rows: programme.budgets.values.sorted { $0.year < $1.year }.map { budget in
        ListTable.Row([
          .text("\(budget.year)"), .euros(budget.amount),
          budget.isAdopted
            ? .status(.positive, view.say("vastgesteld", "adopted"))
            : .status(.neutral, view.say("voorstel", "proposal")),
        ])
      }
    )
    visit.writeTable(table, &html)
  }

  func talks(_ html: inout HTML) {
    html.heading(2, view.say("Consultaties en advies", "Consultations and advice"))
    visit.writeTable(
      consultations,
      empty: view.say(
        "Er is geen consultatie vastgelegd.",
        "No consultation is recorded."
      ),
      &html
    )
    visit.writeTable(
      advice,
      empty: view.say(
        "Er is geen advies gevraagd.",
        "No advice was asked for."
      ),
      &html
    )
  }

  private var consultations: ListTable {
    ListTable(
      id: "consultaties",
      caption: view.say("Consultaties", "Consultations"),
      columns: [
        ListTable.Column("onderwerp", view.say("Onderwerp", "Subject")),
        ListTable.Column("vorm", view.say("Vorm", "Form")),
        ListTable.Column("dag", view.say("Dag", "Day")),
        ListTable.Column("deelnemers", view.say("Deelnemers", "Participants"), isNumeric: true),
        ListTable.Column("verslag", view.say("Verslag", "Report")),
        ListTable.Column("reacties", view.say("Reacties", "Reactions")),
      ],
      rows: programme.consultations.map { talk in
        let reactions = talk.reactions.map {
          "\(Wording.shortDay($0.on, view.language)): \($0.text)"
        }
        return ListTable.Row([
          .text(talk.subject), .text(view.say(talk.form.text)), .day(talk.on),
          .number(talk.participants.count),
          talk.reported.map { .day($0) }
            ?? .status(.warning, view.say("nog te publiceren", "still to be published")),
          .quoted(reactions.joined(separator: "; ")),
        ])
      }
    )
  }

  private var advice: ListTable {
    ListTable(
      id: "adviezen",
      caption: view.say("Adviezen", "Advice"),
      columns: [
        ListTable.Column("raad", view.say("Raad", "Council")),
        ListTable.Column("onderwerp", view.say("Onderwerp", "Subject")),
        ListTable.Column("gevraagd", view.say("Gevraagd", "Asked")),
        ListTable.Column("advies", view.say("Advies", "Advice")),
        ListTable.Column("antwoord", view.say("Antwoord van de regio", "Answer of the region")),
      ],
      rows: programme.advice.map { advice in
        let given = advice.given.map { given in
          let day = Wording.shortDay(given.on, view.language)
          return "\(view.say(given.verdict.text)), \(day): \(given.text)"
        }
        return ListTable.Row([
          .text(view.names.body(advice.council)), .text(advice.subject), .day(advice.asked),
          given.map { .text($0) } ?? .status(.neutral, view.say("gevraagd", "asked")),
          .quoted(advice.response ?? ""),
        ])
      }
    )
  }

  func readiness(_ html: inout HTML) {
    let open = programme.openReadiness.count
    html.heading(2, view.say("Gereed voor de start", "Ready for the start"))
    html.paragraph(
      view.say(
        "\(open) van \(programme.plan.readiness.count) randvoorwaarden staan nog open.",
        "\(open) of \(programme.plan.readiness.count) conditions are still open."
      )
    )
    let table = ListTable(
      id: "randvoorwaarden",
      caption: view.say("Randvoorwaarden", "Conditions"),
      columns: [
        ListTable.Column("wat", view.say("Wat", "What")),
        ListTable.Column("wie", view.say("Wie", "Who")),
        ListTable.Column("stand", view.say("Stand", "State")),
        ListTable.Column("dag", view.say("Gereed op", "Ready on")),
        ListTable.Column("bron", view.say("Bron", "Source")),
      ],
      rows: programme.plan.readiness.map { item in
        let ready = programme.ready[item.code]
        return ListTable.Row([
          .quoted(item.text), .text(view.names.body(item.responsible)),
          ready == nil
            ? .status(.warning, "open") : .status(.positive, view.say("gereed", "ready")),
          view.cell(ready), view.cell(item.basis),
        ])
      }
    )
    visit.writeTable(table, &html)
    visit.writeTable(
      impacts,
      empty: view.say(
        "Er is geen impactanalyse.",
        "There is no impact analysis."
      ),
      &html
    )
    html.heading(2, view.say("Norm voor opdrachtgeverschap", "Commissioning standard"))
    visit.writeTable(standard, &html)
  }

  private var impacts: ListTable {
    ListTable(
      id: "impact",
      caption: view.say("Impactanalyse", "Impact analysis"),
      columns: [
        ListTable.Column("onderwerp", view.say("Onderwerp", "Subject")),
        ListTable.Column("dag", view.say("Dag", "Day")),
        ListTable.Column("tijd", view.say("Tijd", "Time")),
        ListTable.Column("geld", view.say("Geld", "Money")),
        ListTable.Column("kwaliteit", view.say("Kwaliteit", "Quality")),
        ListTable.Column("organisatie", view.say("Organisatie", "Organisation")),
      ],
      rows: programme.impacts.map { impact in
        ListTable.Row([
          .quoted(impact.subject), .day(impact.on), .quoted(impact.time), .quoted(impact.money),
          .quoted(impact.quality), .quoted(impact.organisation),
        ])
      }
    )
  }

  private var standard: ListTable {
    ListTable(
      id: "norm",
      caption: view.say("De acht afspraken", "The eight agreements"),
      columns: [
        ListTable.Column("afspraak", view.say("Afspraak", "Agreement")),
        ListTable.Column("stand", view.say("Stand", "State")),
        ListTable.Column("waaruit", view.say("Waaruit dat blijkt", "What shows it")),
        ListTable.Column("bron", view.say("Bron", "Source")),
      ],
      rows: CommissioningStandard.allCases.map { point in
        let evidence = programme.standard[point]
        let shown = evidence.map { "\(Wording.shortDay($0.on, view.language)): \($0.text)" }
        return ListTable.Row([
          .text(view.say(point.text)),
          evidence == nil
            ? .status(.warning, "open") : .status(.positive, view.say("getoond", "shown")),
          .text(shown ?? ""), view.cell(point.basis),
        ])
      }
    )
  }

  func scope(_ html: inout HTML) {
    html.heading(2, view.say("Afbakening", "Scope"))
    let table = ListTable(
      id: "afbakening",
      caption: view.say(
        "Wat binnen en buiten het programma valt",
        "What is in and out of the programme"
      ),
      columns: [
        ListTable.Column("wat", view.say("Wat", "What")),
        ListTable.Column("binnen", view.say("Binnen", "In")),
        ListTable.Column("waarom", view.say("Waarom", "Why")),
        ListTable.Column("regeling", view.say("Regeling daarbuiten", "Arrangement outside")),
        ListTable.Column("eindigt", view.say("Eindigt", "Ends")),
        ListTable.Column("bron", view.say("Bron", "Source")),
      ],
      rows: programme.scope.map { item in
        ListTable.Row([
          .quoted(item.text), .text(view.yes(item.isIn)), .quoted(item.reason),
          .quoted(item.arrangement?.text ?? ""), view.cell(item.arrangement?.ends),
          view.cell(item.basis),
        ])
      }
    )
    visit.writeTable(table, &html)
    defaults(&html)
  }

  /// Regional defaults with what municipalities do otherwise, and why.
  private func defaults(_ html: inout HTML) {
    guard !programme.defaults.isEmpty else { return }
    html.heading(2, view.say("Regionale afspraken", "Regional defaults"))
    let table = ListTable(
      id: "afspraken",
      caption: view.say("Afspraken en lokale afwijkingen", "Defaults and local overrides"),
      columns: [
        ListTable.Column("afspraak", view.say("Afspraak", "Default")),
        ListTable.Column("waarde", view.say("Regionaal", "Regional")),
        ListTable.Column("lokaal", view.say("Lokaal, met de reden", "Local, with the reason")),
      ],
      rows: programme.defaults.sorted { $0.key < $1.key }.map { key, value in
        let others = value.overrides.sorted { $0.key < $1.key }.map { code, other in
          "\(view.names.name(code)): \(other.value) (\(other.reason))"
        }
        return ListTable.Row([
          .text(key), .text(value.value), .text(others.joined(separator: "; ")),
        ])
      }
    )
    visit.writeTable(table, &html)
  }
}

extension ProgrammeDecision.State {
  var status: StatusKind {
    switch self {
    case .waiting: .warning
    case .adopted: .positive
    case .rejected: .negative
    }
  }
}
