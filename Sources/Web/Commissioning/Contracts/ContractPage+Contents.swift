import Accounts
import Commissioning
import Documents
import Quantities
import Region
import Rules

/// What the contract says, costs and became.
extension ContractPage {
  func documents(_ html: inout HTML) {
    html.heading(2, view.say("Documenten en rangorde", "Documents and precedence"))
    html.paragraph(
      view.say(
        "Spreken documenten elkaar tegen, dan gaat het bovenste voor.",
        "Where documents contradict each other, the upper one goes before."
      )
    )
    visit.writeTable(table(model.parts, id: "documenten", isHolding: true), &html)
    html.note(view.say(draft.precedence.basis.text))
    guard !model.otherParts.isEmpty else { return }
    visit.writeTable(table(model.otherParts, id: "andere", isHolding: false), &html)
  }

  private func table(_ parts: [ContractPart], id: String, isHolding: Bool) -> ListTable {
    ListTable(
      id: id,
      caption: isHolding
        ? view.say(
          "Gelden op deze dag, het sterkste eerst",
          "Holding on this day, the strongest first"
        )
        : view.say("Gelden niet op deze dag", "Not holding on this day"),
      columns: [
        ListTable.Column("document", "Document"),
        ListTable.Column("soort", view.say("Soort", "Kind")),
        ListTable.Column("geldig", view.say("Geldig", "Valid")),
        ListTable.Column("bepalingen", view.say("Bepalingen", "Clauses")),
      ],
      rows: parts.map { part in
        let clauses = part.clauses.map { "\($0.subject) (\($0.place)): \($0.text)" }
        return ListTable.Row([
          .text("\(part.code) \(part.title)"), .text(view.say(part.kind.text)),
          .text(view.text(part.period)), .quoted(clauses.joined(separator: "; ")),
        ])
      }
    )
  }

  func tariffs(_ html: inout HTML) {
    guard view.rights.contains(.seeTariffs) else { return }
    html.heading(2, view.say("Tarieven die hieruit volgen", "Tariffs that follow from it"))
    let table = ListTable(
      id: "tarieven",
      caption: view.say("Tarieven op deze dag", "Tariffs on this day"),
      columns: [
        ListTable.Column("product", "Product"),
        ListTable.Column("tarief", view.say("Tarief", "Tariff"), isNumeric: true),
        ListTable.Column("eenheid", view.say("Eenheid", "Unit")),
        ListTable.Column("geldig", view.say("Geldig", "Valid")),
        ListTable.Column("van", view.say("Van", "Of")),
        ListTable.Column("bron", view.say("Bron", "Source")),
      ],
      rows: model.tariffs.map { row in
        let owner =
          row.isOwn ? view.say("dit contract", "this contract") : view.say("het perceel", "the lot")
        return ListTable.Row(
          [.text(view.names.name(row.product))]
            + view.cells(row.tariff.price, per: row.tariff.unit)
            + [.text(view.text(row.tariff.period)), .text(owner), view.cell(row.tariff.basis)]
        )
      }
    )
    let none = view.say(
      "Voor dit contract geldt op deze dag geen tarief.",
      "No tariff holds for this contract on this day."
    )
    visit.writeTable(table, empty: none, &html)
    tariffLinks(&html)
  }

  private func tariffLinks(_ html: inout HTML) {
    guard view.rights.contains(.prepareTariffs) else { return }
    let code = draft.code.description
    html.deedLink(
      view.say("Een tarief voordragen", "Propose a tariff"),
      visit.path(.commissioning(.tariffProposal(code)))
    )
    html.deedLink(
      view.say("Een indexering voordragen", "Propose an indexation"),
      visit.path(.commissioning(.indexationProposal(code)))
    )
  }

  func ceiling(_ html: inout HTML) {
    guard view.rights.contains(.seeCeilings) else { return }
    html.heading(2, view.say("Plafond", "Ceiling"))
    if view.rights.contains(.proposeCeilings), !CeilingChange.open(contract).isEmpty {
      html.deedLink(
        view.say("Een besluit over het plafond voordragen", "Propose a decision on the ceiling"),
        visit.path(.commissioning(.ceilingProposal(draft.code.description)))
      )
    }
    guard let ceiling = contract.ceiling else {
      html.paragraph(
        draft.mayBringInCeiling
          ? view.say(
            "Er is geen plafond. Het contract laat toe dat er een komt, zes maanden na de "
              + "aankondiging.",
            "There is no ceiling. The contract allows one, six months after its announcement."
          )
          : view.say("Dit contract kent geen plafond.", "This contract has no ceiling.")
      )
      return
    }
    if let use = model.ceiling { used(use, &html) }
    visit.writeTable(steps(ceiling), &html)
    html.note(
      view.say(
        "Boven het plafond wordt niet betaald, tenzij de gemeente het schriftelijk aanpast. Een "
          + "specifieke toewijzing en crisishulp worden altijd betaald "
          + "(\(BudgetCeiling.Terms.talk.basis.text.dutch)).",
        "Above the ceiling nothing is paid, unless the municipality changes it in writing. A "
          + "specific allocation and crisis help are always paid "
          + "(\(BudgetCeiling.Terms.talk.basis.text.english))."
      )
    )
  }

  private func used(_ use: CeilingUse, _ html: inout HTML) {
    html.facts { html in
      visit.writeFact(view.say("Plafond", "Ceiling"), .euros(use.amount), &html)
      visit.writeFact(view.say("Periode", "Period"), .text(view.text(use.period)), &html)
      visit.writeFact(view.say("Toegekend", "Awarded"), .euros(use.used), &html)
      html.fact(view.say("Benut", "Used")) { html in
        html.badge(use.status, Wording.percentage(permille: use.permille, view.language))
        html.definitionLink(view.say("Benut", "Used"), Definition.used.rawValue, visit)
      }
    }
  }

  /// Every step of the ceiling's procedure, done or still to be done.
  private func steps(_ ceiling: BudgetCeiling) -> ListTable {
    var rows = [row(view.say("Aangekondigd", "Announced"), ceiling.announced, "")]
    rows.append(
      row(
        view.say("Besloten over bedrag en periode", "Amount and period decided"),
        ceiling.decision?.on,
        ceiling.decision.map { Wording.euros($0.amount, view.language) } ?? ""
      )
    )
    let plan = view.say("Gezamenlijk plan", "Joint plan")
    rows.append(row(plan, ceiling.planAgreed, ""))
    for warning in ceiling.warnings {
      let used = Wording.euros(warning.used, view.language)
      rows.append(row(view.say("Gemeld", "Notice given"), warning.on, used))
      rows.append(row(view.say("Gesprek gevoerd", "Talk held"), warning.talk, ""))
      let outcome = warning.outcome.map { outcome in
        outcome.amount.map { Wording.euros($0, view.language) }
          ?? view.say("blijft gelijk", "stays as it is")
      }
      rows.append(
        row(
          view.say("Besluit na het gesprek", "Decision after the talk"),
          warning.outcome?.on,
          outcome ?? ""
        )
      )
    }
    return ListTable(
      id: "plafond-stappen",
      caption: view.say("Stappen bij het plafond", "Steps of the ceiling"),
      columns: [
        ListTable.Column("stap", view.say("Stap", "Step")),
        ListTable.Column("dag", view.say("Gedaan op", "Done on")),
        ListTable.Column("wat", view.say("Wat", "What")),
      ],
      rows: rows
    )
  }

  private func row(_ step: String, _ done: CivilDate?, _ what: String) -> ListTable.Row {
    ListTable.Row([
      .text(step), done.map { .day($0) } ?? .text(view.say("nog niet", "not yet")), .text(what),
    ])
  }
}

// MARK: - What happened to it

extension ContractPage {
  func changes(_ html: inout HTML) {
    html.heading(2, view.say("Wijzigingen", "Amendments"))
    visit.writeTable(
      amendments,
      empty: view.say(
        "Er is niets gewijzigd.",
        "Nothing was amended."
      ),
      &html
    )
    html.heading(2, view.say("Cliëntenstops", "Intake stops"))
    visit.writeTable(
      stops,
      empty: view.say(
        "Er is geen cliëntenstop gevraagd.",
        "No intake stop was asked for."
      ),
      &html
    )
    if let termination = contract.termination {
      html.heading(2, view.say("Opzegging", "Termination"))
      html.paragraph(
        view.say(
          "Opgezegd op \(view.day(termination.noticed)) tegen \(view.day(termination.effective)): "
            + "\(termination.ground.text.dutch).",
          "Terminated on \(view.day(termination.noticed)) as of "
            + "\(view.day(termination.effective)): \(termination.ground.text.english)."
        )
      )
    }
    continuity(&html)
  }

  private var amendments: ListTable {
    ListTable(
      id: "wijzigingen",
      caption: view.say("Wijzigingen en hun grond", "Amendments and their ground"),
      columns: [
        ListTable.Column("onderwerp", view.say("Onderwerp", "Subject")),
        ListTable.Column("vanaf", view.say("Vanaf", "From")),
        ListTable.Column("tekst", view.say("Wat", "What")),
        ListTable.Column("grond", view.say("Grond", "Ground")),
        ListTable.Column("maatwerk", view.say("Maatwerk", "Tailor-made")),
      ],
      rows: contract.amendments.map { amendment in
        ListTable.Row([
          .quoted(amendment.subject), .day(amendment.from), .quoted(amendment.text),
          .text(view.say(amendment.ground.text)), .text(view.yes(amendment.isTailorMade)),
        ])
      }
    )
  }

  private var stops: ListTable {
    ListTable(
      id: "clientenstops",
      caption: view.say("Cliëntenstops", "Intake stops"),
      columns: [
        ListTable.Column("vanaf", view.say("Vanaf", "From")),
        ListTable.Column("tot", view.say("Tot en met", "Through")),
        ListTable.Column("gevraagd", view.say("Gevraagd", "Asked")),
        ListTable.Column("antwoord", view.say("Antwoord", "Answer")),
        ListTable.Column("opgeheven", view.say("Opgeheven", "Lifted")),
      ],
      rows: contract.intakeStops.map { stop in
        let answer: ListTable.Cell =
          switch stop.answer?.isAllowed {
          case true: .status(.warning, view.say("toegestaan", "allowed"))
          case false: .status(.neutral, view.say("geweigerd", "refused"))
          case nil: .status(.negative, view.say("nog geen antwoord", "no answer yet"))
          }
        return ListTable.Row([
          .day(stop.from), view.cell(stop.through), .day(stop.asked), answer,
          view.cell(stop.lifted),
        ])
      }
    )
  }

  private func continuity(_ html: inout HTML) {
    guard view.rights.contains(.seeContinuity), !contract.continuity.isEmpty else { return }
    html.heading(2, view.say("Continuïteit", "Continuity"))
    let table = ListTable(
      id: "continuiteit",
      caption: view.say("Stappen van zes", "Steps of six"),
      columns: [
        ListTable.Column("dag", view.say("Vastgesteld op", "Assessed on")),
        ListTable.Column("stap", view.say("Stap", "Step"), isNumeric: true),
        ListTable.Column("wat", view.say("Wat", "What")),
      ],
      rows: contract.continuity.map { assessment in
        ListTable.Row([
          .day(assessment.on), .number(assessment.step.rawValue),
          .text(view.say(assessment.step.text)),
        ])
      }
    )
    visit.writeTable(table, &html)
  }
}

extension CeilingUse {
  /// How full the ceiling is, for the eye.
  var status: StatusKind {
    permille >= 1_000 ? .negative : callsForWarning ? .warning : .positive
  }
}
