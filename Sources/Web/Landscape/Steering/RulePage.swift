import Accounts
import Commissioning
import Documents
import Landscape
import Quantities
import Rules

/// The page of one cell of the steering table.
struct RulePage {
  let visit: Visit
  let model: RuleModel
  let names: RegionNames

  init(_ visit: Visit, _ strategy: String, _ segment: String, _ element: String) throws {
    guard
      let model = RuleModel(visit.state, on: visit.validOn, strategy, segment, element)
    else { throw Trouble.notFound }
    self.visit = visit
    self.model = model
    names = RegionNames(visit.state)
  }

  private var segmentAddress: LandscapeAddress {
    .segment(strategy: model.strategy.code, segment: model.segment.code)
  }

  var page: Page {
    var html = HTML()
    html.heading(2, visit.say("In het kort", "In short"))
    html.list(model.cell.map(visit.say))
    unknown(&html)
    html.heading(2, visit.say("Wat er staat en waar het vandaan komt", "What is said, and where"))
    visit.writeTable(statements, &html)
    html.heading(2, visit.say("Wat Regie ermee doet", "What Regie does with it"))
    visit.writeTable(
      effects,
      empty: visit.say("Deze keuze stuurt nog geen regel.", "This choice drives no rule yet."),
      &html
    )
    if visit.may(.seeContracts) {
      html.heading(2, visit.say("Contracten waarvoor het geldt", "Contracts that it holds for"))
      visit.writeTable(
        contracts,
        empty: visit.say(
          "Op deze dag loopt er geen contract in dit segment.",
          "No contract runs in this segment on this day."
        ),
        &html
      )
    }
    return Page(
      "\(visit.say(model.element.text)): \(model.segment.title)",
      lead: model.strategy.name,
      crumbs: visit.landscapeCrumbs
        + [Crumb(model.segment.title, visit.address(.landscape(segmentAddress)))],
      showsDates: true,
      body: html
    )
  }

  private func unknown(_ html: inout HTML) {
    let unknown = model.unknown
    guard !unknown.isEmpty else { return }
    let bars = unknown.contains(where: \.barsProcedure)
    html.alert(
      bars ? .negative : .warning,
      bars
        ? visit.say("Belemmert een procedure", "Bars a procedure")
        : visit.say("Nog onbekend", "Still unknown")
    ) { html in
      if bars {
        html.paragraph(
          visit.say(
            "Zolang dit onbekend is, kan voor dit segment geen procedure beginnen.",
            "As long as this is unknown, no procedure can begin for this segment."
          )
        )
      }
      html.list(unknown.map { visit.say($0.subject) + ": " + visit.say($0.value) })
    }
  }

  private var statements: ListTable {
    ListTable(
      id: "uitspraken",
      caption: visit.say("Uitspraken met hun bron", "Statements with their source"),
      columns: [
        ListTable.Column("onderwerp", visit.say("Onderwerp", "Subject")),
        ListTable.Column("keuze", visit.say("Keuze", "Choice")),
        ListTable.Column(
          "herkomst",
          visit.say("Herkomst", "Origin"),
          definition: Definition.origin.rawValue
        ),
        ListTable.Column("bron", visit.say("Bron en regel", "Source and line")),
        ListTable.Column("uitleg", visit.say("Waarom zo gelezen", "Why read so")),
      ],
      rows: model.statements.map { statement in
        ListTable.Row([
          .text(visit.say(statement.subject)),
          statement.isUnknown
            ? .status(
              statement.barsProcedure ? .negative : .warning,
              visit.say("onbekend: ", "unknown: ") + visit.say(statement.value)
            ) : .text(visit.say(statement.value)),
          .text(visit.say(statement.provenance.origin.text)),
          .text(SourceWords(model.strategy, visit).text(statement.provenance)),
          .quoted(statement.provenance.explanation ?? ""),
        ])
      }
    )
  }

  private var effects: ListTable {
    ListTable(
      id: "werking",
      caption: visit.say("Wat uit de keuzen volgt", "What follows from the choices"),
      columns: [
        ListTable.Column("keuze", visit.say("Keuze", "Choice")),
        ListTable.Column("gevolg", visit.say("Gevolg in Regie", "Effect in Regie")),
        ListTable.Column("regel", visit.say("Regel of bepaling", "Rule or clause")),
      ],
      rows: model.effects.map { effect in
        ListTable.Row([
          .text(visit.say(effect.choice)), .text(visit.say(effect.effect)), .text(effect.rule),
        ])
      }
    )
  }

  private var contracts: ListTable {
    ListTable(
      id: "contracten",
      caption: visit.say("Lopende contracten in dit segment", "Running contracts in this segment"),
      columns: [
        ListTable.Column("contract", visit.say("Contract", "Contract")),
        ListTable.Column("aanbieder", visit.say("Aanbieder", "Provider")),
        ListTable.Column("perceel", visit.say("Perceel", "Lot")),
        ListTable.Column("tot", visit.say("Loopt tot en met", "Runs through")),
      ],
      rows: model.contracts.filter { isVisible($0) }.map { place in
        ListTable.Row([
          .link(
            place.contract.description,
            .commissioning(.contract(place.contract.description))
          ),
          .text(names.name(place.provider)), .text(place.lot ?? ""), .day(place.through),
        ])
      }
    )
  }

  /// A provider sees its own contracts only.
  private func isVisible(_ place: RuleModel.ContractPlace) -> Bool {
    guard let reach = visit.visitor?.principal.reach, case .provider(let own) = reach else {
      return true
    }
    return place.provider == own
  }
}
