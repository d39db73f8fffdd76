package import Landscape

/// The letter by which a region tells providers and residents what it chose.
///
/// It says what the strategy file says and nothing else; what is assumed or unknown is marked, so
/// that nobody takes a guess of ours for a choice of the region.
///
/// - Dutch term: informatiebrief
package enum StrategyLetter {
  /// The letter as a page.
  package static func page(_ strategy: Strategy) -> HTML {
    let parts = [
      heading(strategy), segments(strategy), table(strategy), goals(strategy),
      decisions(strategy), rules(strategy), open(strategy), milestones(strategy), contact(strategy),
      concepts(strategy),
      sources(strategy),
    ]
    return HTML.page(
      title: "Informatiebrief \(strategy.name)",
      language: "nl",
      style: style,
      [HTML.element("main", [], parts)]
    )
  }

  private static let style: StaticString = """
    body{font:16px/1.5 sans-serif;margin:0;color:#111}main{max-width:76em;margin:0 auto;padding:1.5em}\
    table{border-collapse:collapse;width:100%;font-size:.9em}th,td{border:1px solid #777;\
    padding:.4em .5em;text-align:left;vertical-align:top}th{background:#eef2f7}\
    ul{margin:0;padding-left:1.1em}.bron{color:#555;font-size:.85em}.open{color:#8a4b00}
    """

  private static func heading(_ strategy: Strategy) -> HTML {
    var lines: [HTML] = [
      .element("h1", [], HTML(text: "Informatiebrief \(strategy.name)")),
      .element(
        "p",
        [],
        HTML(text: LetterWords.introduction(strategy))
      ),
    ]
    lines.append(.element("p", [], HTML(text: LetterWords.validity(strategy)), marks(strategy)))
    lines.append(.element("p", [], HTML(text: LetterWords.adoption(strategy)), adoption(strategy)))
    return HTML(lines)
  }

  /// Where the decision comes from by which the strategy was adopted.
  private static func adoption(_ strategy: Strategy) -> HTML {
    guard let decision = strategy.adoptedBy.value.flatMap(strategy.decision) else { return HTML() }
    return " " + source(decision.provenance)
  }

  private static func marks(_ strategy: Strategy) -> HTML {
    source(strategy.validFrom.provenance)
  }

  private static func segments(_ strategy: Strategy) -> HTML {
    var parts: [HTML] = [.element("h2", [], "De segmenten")]
    for segment in strategy.segments {
      parts.append(.element("h3", [], HTML(text: LetterWords.heading(segment))))
      let description = segment.population.description
      parts.append(
        .element("p", [], known(description.map { $0 + "." }), source(segment.provenance))
      )
      let features = segment.population.features + segment.population.exclusions
      if !features.isEmpty { parts.append(list(features.map { HTML(text: $0) })) }
      parts.append(
        .element(
          "p",
          [],
          "Huidige producten: ",
          known(segment.currentProducts.map { $0.joined(separator: ", ") + "." })
        )
      )
      guard !segment.goals.isEmpty else { continue }
      parts.append(.element("p", [], "Wat we in dit segment willen bereiken:"))
      parts.append(
        list(segment.goals.map { HTML(text: $0.text + ". ") + source($0.provenance) })
      )
    }
    return HTML(parts)
  }

  private static func table(_ strategy: Strategy) -> HTML {
    let table = SteeringTable(strategy)
    let head = (["Segment"] + SteeringTable.columns).map {
      HTML.element("th", [.scope("col")], HTML(text: $0))
    }
    let rows = table.rows.map { row in
      HTML.element(
        "tr",
        [],
        [HTML.element("th", [.scope("row")], HTML(text: row.heading))]
          + row.cells.map { cell in
            HTML.element("td", [], list(cell.map { HTML(text: $0) }))
          }
      )
    }
    return HTML([
      .element("h2", [], "De keuzes op de vier sturingselementen"),
      .element(
        "table",
        [],
        .element("thead", [], .element("tr", [], head)),
        .element("tbody", [], rows)
      ),
    ])
  }

  private static func goals(_ strategy: Strategy) -> HTML {
    guard let goals = strategy.goals.value, !goals.isEmpty else { return HTML() }
    return HTML([
      .element("h2", [], "Wat we willen bereiken"),
      list(goals.map { HTML(text: $0.text + ". ") + source($0.provenance) }),
    ])
  }

  private static func decisions(_ strategy: Strategy) -> HTML {
    guard let decisions = strategy.decisions.value, !decisions.isEmpty else { return HTML() }
    return HTML([
      .element("h2", [], "Besluiten"),
      list(
        decisions.map { decision in
          HTML(text: LetterWords.text(decision, in: strategy) + " ") + source(decision.provenance)
        }
      ),
    ])
  }

  private static func rules(_ strategy: Strategy) -> HTML {
    var parts: [HTML] = []
    for segment in strategy.segments {
      let rules = segment.access.element?.rules ?? []
      guard !rules.isEmpty else { continue }
      parts.append(.element("h3", [], HTML(text: LetterWords.heading(segment))))
      parts.append(list(rules.map { HTML(text: $0.value + ". ") + source($0.provenance) }))
    }
    return parts.isEmpty
      ? HTML() : HTML([.element("h2", [], "Regels van de toegang")] + parts)
  }

  private static func open(_ strategy: Strategy) -> HTML {
    let items = strategy.segments.filter { !$0.obstacles.isEmpty }.map { segment in
      HTML(text: LetterWords.heading(segment) + ": ")
        + .element("span", [.class("open")], HTML(text: LetterWords.obstacles(segment)))
    }
    guard !items.isEmpty else { return HTML() }
    return HTML([
      .element("h2", [], "Nog te kiezen"),
      .element("p", [], "Zolang dit niet is gekozen, kan een segment niet in een procedure."),
      list(items),
    ])
  }

  private static func milestones(_ strategy: Strategy) -> HTML {
    let milestones = strategy.programme.value?.milestones.value ?? []
    let shown = milestones.filter { $0.concerns(strategy.law) }
    guard !shown.isEmpty else { return HTML() }
    return HTML([
      .element("h2", [], "Vervolg"),
      list(
        shown.map { milestone in
          HTML(text: milestone.description + ": ")
            + known(milestone.due(for: strategy.law).map { $0.dutchText + ". " })
            + source(milestone.provenance)
        }
      ),
    ])
  }

  private static func contact(_ strategy: Strategy) -> HTML {
    guard let contact = strategy.region.contact else { return HTML() }
    var lines: [HTML] = []
    if let email = contact.email {
      lines.append("E-mail: " + .element("a", [.href("mailto:" + email)], HTML(text: email)))
    }
    for address in [contact.website, contact.page].compactMap({ $0 }) {
      lines.append("Website: " + .element("a", [.href(address)], HTML(text: address)))
    }
    if let platform = contact.platform {
      lines.append(HTML(text: "Publicatie van inkoopdocumenten: \(platform)"))
    }
    return HTML([.element("h2", [], "Meer weten"), list(lines)])
  }

  private static func concepts(_ strategy: Strategy) -> HTML {
    guard !strategy.concepts.isEmpty else { return HTML() }
    let entries = strategy.concepts.flatMap { concept in
      [
        HTML.element("dt", [], HTML(text: concept.name)),
        HTML.element("dd", [], HTML(text: concept.text)),
      ]
    }
    return HTML([.element("h2", [], "Uitwerking begrippen"), .element("dl", [], entries)])
  }

  private static func sources(_ strategy: Strategy) -> HTML {
    HTML([
      .element("h2", [], "Bronnen"),
      .element(
        "p",
        [],
        "Achter een uitspraak staat haar bron: document en regel. Wat is afgeleid, aangenomen of van onszelf, is zo gemerkt."
      ),
      list(strategy.sources.map { HTML(text: "\($0.prefix): \($0.title)") }),
    ])
  }
}

// MARK: - Pieces

extension StrategyLetter {
  private static func list(_ items: [HTML]) -> HTML {
    .element("ul", [], items.map { .element("li", [], $0) })
  }

  /// The value, or that and why it is unknown.
  private static func known(_ value: Known<String>) -> HTML {
    switch value {
    case .known(let text): HTML(text: text)
    case .unknown(let reason):
      .element("span", [.class("open")], HTML(text: "nog onbekend (\(reason))"))
    }
  }

  private static func source(_ provenance: Provenance) -> HTML {
    let text = provenance.text
    guard !text.isEmpty else { return HTML() }
    let title = provenance.explanation.map { [HTMLAttribute.title($0)] } ?? []
    return .element("span", [.class("bron")] + title, HTML(text: "[\(text)]"))
  }
}
