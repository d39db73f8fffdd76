import Documents
import Landscape
import Quantities
import Rules

/// One segment: for whom, in which lots, with which products, and what was chosen.
struct SegmentPage {
  let visit: Visit
  let strategy: Strategy
  let segment: Segment
  let names: RegionNames

  init(_ visit: Visit, _ strategy: String, _ segment: String) throws {
    guard let strategy = StrategyShelf(visit).strategy(strategy),
      let segment = strategy.segment(segment)
    else { throw Trouble.notFound }
    self.visit = visit
    self.strategy = strategy
    self.segment = segment
    names = RegionNames(visit.state)
  }

  var page: Page {
    var html = HTML()
    obstacles(&html)
    population(&html)
    elements(&html)
    html.heading(2, visit.say("Percelen", "Lots"))
    visit.writeTable(
      lots,
      empty: visit.say("De strategie noemt geen percelen.", "The strategy names no lots."),
      &html
    )
    html.heading(2, visit.say("Producten", "Products"))
    visit.writeTable(
      products,
      empty: visit.say("De strategie noemt geen producten.", "The strategy names no products."),
      &html
    )
    goals(&html)
    requirements(&html)
    outcome(&html)
    return Page(
      segment.title,
      lead: "\(strategy.name), \(visit.say(strategy.law.text))",
      crumbs: visit.landscapeCrumbs
        + [Crumb(visit.say("Segmenten", "Segments"), visit.address(.landscape(.segments)))],
      showsDates: true,
      body: html
    )
  }

  private func obstacles(_ html: inout HTML) {
    let obstacles = segment.obstacles
    guard !obstacles.isEmpty else { return }
    let title = visit.say(
      "Voor dit segment kan geen procedure beginnen",
      "No procedure can begin for this segment"
    )
    html.alert(.negative, title) { $0.list(obstacles.map(visit.say)) }
  }

  private func population(_ html: inout HTML) {
    html.heading(2, visit.say("Voor wie", "For whom"))
    html.paragraph(visit.say(segment.population.description.orUnknown))
    html.list(segment.population.features)
    if !segment.population.exclusions.isEmpty {
      html.heading(3, visit.say("Niet voor", "Not for"))
      html.list(segment.population.exclusions)
    }
    if let age = segment.population.signalAge {
      html.note(
        visit.say(
          "Vanaf \(age) jaar is er een signaal; leeftijd is geen grens.",
          "From age \(age) there is a signal; age is no limit."
        )
      )
    }
    html.note(
      visit.say("Bron: ", "Source: ") + SourceWords(strategy, visit).text(segment.provenance)
    )
  }

  private func elements(_ html: inout HTML) {
    html.heading(2, visit.say("De vier sturingselementen", "The four steering elements"))
    html.element("ul", .class("regie-cards")) { html in
      for element in SteeringElement.allCases {
        html.element("li", .class("regie-card")) { html in
          html.heading(3, visit.say(element.text))
          html.list(element.statements(of: segment).map(visit.say))
          let rule = LandscapeAddress.rule(
            strategy: strategy.code,
            segment: segment.code,
            element: element.rawValue
          )
          let text = visit.say("Toon de regel", "Show the rule")
          html.element("p") { html in
            html.element(
              "a",
              .href(visit.path(.landscape(rule))),
              .aria(.label, "\(text): \(visit.say(element.text))"),
              text: text
            )
          }
        }
      }
    }
  }

  private func goals(_ html: inout HTML) {
    guard !segment.goals.isEmpty else { return }
    html.heading(2, visit.say("Doelen", "Goals"))
    visit.writeTable(
      GoalWords(visit).table(
        id: "doelen-segment",
        visit.say("Doelen van het segment", "Goals of the segment"),
        GoalWords.lines(of: segment.goals, strategy, segment)
      ),
      &html
    )
  }

  private func outcome(_ html: inout HTML) {
    guard let outcome = segment.outcome else { return }
    html.heading(2, visit.say("Uitkomst van de gunning", "Outcome of the award"))
    let count =
      outcome.providers.value.map { visit.say("\($0) aanbieders", "\($0) providers") }
      ?? visit.say(.unknown(outcome.providers.reason ?? ""))
    html.paragraph([count, outcome.description].compactMap(\.self).joined(separator: ". "))
  }
}

// MARK: - Tables

extension SegmentPage {
  private var lots: ListTable {
    ListTable(
      id: "percelen",
      caption: visit.say("Percelen van het segment", "Lots of the segment"),
      columns: [
        ListTable.Column("perceel", visit.say("Perceel", "Lot")),
        ListTable.Column("aanbieders", visit.say("Aanbieders", "Providers")),
        ListTable.Column("deelname", visit.say("Deelnemende gemeenten", "Municipalities")),
        ListTable.Column("contract", visit.say("Contract", "Contract")),
        ListTable.Column("bekostiging", visit.say("Bekostiging", "Payment")),
      ],
      rows: segment.lots.map { lot in
        ListTable.Row([
          .text(lot.name.map { "\(lot.code): \($0)" } ?? lot.code),
          .text(text(lot.providers)), .text(participation(lot)),
          .text(lot.contract.element?.form.value.map { visit.say($0.text) } ?? unknownText),
          .text(
            lot.payment.element?.models.value?.map { visit.say($0.kind.text) }
              .joined(separator: ", ") ?? unknownText
          ),
        ])
      }
    )
  }

  private var unknownText: String { visit.say("onbekend", "unknown") }

  private func text(_ count: Known<ProviderCount>) -> String {
    guard let count = count.value else { return visit.say(.unknown(count.reason ?? "")) }
    var parts: [String] = []
    if let minimum = count.minimum.value {
      parts.append(visit.say("ten minste \(minimum)", "at least \(minimum)"))
    }
    if let maximum = count.maximum.value {
      parts.append(visit.say("ten hoogste \(maximum)", "at most \(maximum)"))
    }
    if let target = count.target.value {
      let about = count.isApproximate ? visit.say("circa ", "about ") : ""
      parts.append(visit.say("streven: \(about)\(target)", "target: \(about)\(target)"))
    }
    parts += [count.expectation, count.composition].compactMap(\.self)
    return parts.isEmpty ? unknownText : parts.joined(separator: "; ")
  }

  private func participation(_ lot: Lot) -> String {
    guard let municipalities = lot.participation.value else {
      return visit.say(.unknown(lot.participation.reason ?? ""))
    }
    return municipalities.filter(\.takesPart).map { names.name($0.municipality) }
      .joined(separator: ", ")
  }

  private var products: ListTable {
    ListTable(
      id: "producten",
      caption: visit.say("Producten van het segment", "Products of the segment"),
      columns: [
        ListTable.Column("product", visit.say("Product", "Product")),
        ListTable.Column("code", visit.say("Productcode", "Product code")),
        ListTable.Column("eenheid", visit.say("Eenheid", "Unit")),
        ListTable.Column("prijs", visit.say("Prijs in de strategie", "Price in the strategy")),
        ListTable.Column("eisen", visit.say("Eisen", "Requirements"), isNumeric: true),
      ],
      rows: strategy.products.filter { $0.segment == segment.code }.map { product in
        ListTable.Row([
          .quoted(product.name),
          .text(product.productCode.value?.description ?? unknownText),
          .text(product.unit.value.map { visit.say($0.text) } ?? unknownText),
          product.price?.value.value.map { .euros($0) } ?? .none,
          .number(product.requirements.value?.count ?? 0),
        ])
      }
    )
  }

  private func requirements(_ html: inout HTML) {
    html.heading(2, visit.say("Kwaliteitseisen", "Quality requirements"))
    if let reason = segment.requirements.reason {
      html.paragraph(visit.say(.unknown(reason)))
      return
    }
    visit.writeTable(
      ListTable(
        id: "eisen",
        caption: visit.say("Eisen met hun toets", "Requirements with their test"),
        columns: [
          ListTable.Column("eis", visit.say("Eis", "Requirement")),
          ListTable.Column("toets", visit.say("Toets", "Test")),
          ListTable.Column("frequentie", visit.say("Hoe vaak", "How often")),
          ListTable.Column("bewijs", visit.say("Bewijs", "Evidence")),
        ],
        rows: (segment.requirements.value ?? []).map { requirement in
          ListTable.Row([
            .quoted(requirement.text), text(requirement.test), text(requirement.frequency),
            text(requirement.evidence),
          ])
        }
      ),
      empty: visit.say("De strategie noemt geen eisen.", "The strategy names no requirements."),
      &html
    )
  }

  private func text(_ known: Known<String>?) -> ListTable.Cell {
    known.map { .text(visit.say($0.orUnknown)) } ?? .none
  }
}
