import Accounts
import Documents
import Quantities

/// What was published: for everybody who may see figures, councils and providers among them.
enum PublicationsPage {
  static func page(_ visit: Visit) async throws -> Page {
    let published = try await published(visit)
    var html = HTML()
    if visit.may(.proposePublication) {
      html.deedLink(
        visit.say("Cijfers voor publicatie voordragen", "Propose figures for publication"),
        visit.path(.claims(.publicationProposal))
      )
    }
    let table = ListTable(
      id: "publicaties",
      caption: visit.say("Publicaties", "Publications"),
      columns: [
        ListTable.Column("publicatie", visit.say("Publicatie", "Publication")),
        ListTable.Column("bekend", visit.say("Bekend op", "Known on")),
        ListTable.Column("op", visit.say("Gepubliceerd op", "Published on")),
        ListTable.Column("gemeenten", visit.say("Gemeenten", "Municipalities"), isNumeric: true),
      ],
      rows: published.map { publication in
        ListTable.Row([
          .link(
            title(publication.figures, visit),
            .claims(.publication("\(publication.number)"))
          ),
          .day(publication.figures.knownOn), .day(publication.on),
          .number(publication.figures.rows.count),
        ])
      }
    )
    visit.writeTable(
      table,
      empty: visit.say("Er is nog niets gepubliceerd.", "Nothing was published yet."),
      &html
    )
    return Page(
      visit.say("Publicaties", "Publications"),
      lead: visit.say(
        "Cijfers die twee mensen voor publicatie hebben goedgekeurd.",
        "Figures that two people approved for publication."
      ),
      body: html
    )
  }

  /// One publication, on a page or as a file: what is published is for everybody to take along.
  static func reply(_ text: String, _ visit: Visit) async throws -> Reply {
    let number = Int64(text)
    guard let publication = try await published(visit).first(where: { $0.number == number }) else {
      throw Trouble.notFound
    }
    let table = table(publication, visit)
    let query = ListQuery(visit.query)
    if query.format != .page { return try visit.openFile(table, as: query.format) }
    var html = HTML()
    PlainTable(id: table.id, caption: table.caption, columns: table.columns, rows: table.rows)
      .write(&html, on: visit)
    html.note(
      visit.say(
        "Een punt in het bestand, of 'minder dan 10' hier, is een cijfer dat niet gegeven wordt.",
        "A full stop in the file, or 'fewer than 10' here, is a figure that is not given."
      )
    )
    for format in [ListQuery.Format.csv, .xlsx] {
      let query = Query([QueryItem(ListQuery.formatName, format.rawValue)])
      html.element("p") {
        $0.element(
          "a",
          .href(visit.path(.claims(.publication(text)), query)),
          text: visit.say(
            "Als \(format.rawValue.uppercased())-bestand",
            "As a \(format.rawValue.uppercased()) file"
          )
        )
      }
    }
    let day = Wording.day(publication.figures.knownOn, visit.language)
    return .page(
      Page(
        title(publication.figures, visit),
        lead: visit.say("Zoals bekend op \(day).", "As known on \(day)."),
        crumbs: [
          Crumb(visit.say("Publicaties", "Publications"), visit.address(.claims(.publications)))
        ],
        body: html
      )
    )
  }

  private struct Publication {
    let number: Int64
    let on: CivilDate
    let figures: PublishedFigures
  }

  private static func published(_ visit: Visit) async throws -> [Publication] {
    try await visit.region.accounts.carriedOut(.publication).compactMap { proposal in
      guard let done = proposal.done, let proposed = ProposedDeed(proposal),
        case .publication(let figures) = proposed.deed
      else { return nil }
      return Publication(number: proposal.number, on: done.utcDate, figures: figures)
    }
  }

  private static func title(_ figures: PublishedFigures, _ visit: Visit) -> String {
    visit.say("Toegekend in \(figures.year)", "Awarded in \(figures.year)")
  }

  private static func table(_ publication: Publication, _ visit: Visit) -> ListTable {
    let names = RegionNames(visit.state)
    return ListTable(
      id: "publicatie-\(publication.number)",
      caption: visit.say("Cliënten en bedrag per gemeente", "Clients and amount per municipality"),
      columns: AwardedPage.municipalityColumns(visit),
      rows: publication.figures.rows.map { row in
        ListTable.Row([
          .text(names.name(row.municipality)), row.clients.map { .number($0) } ?? .hidden,
          row.awarded.map { .euros($0) } ?? .hidden,
        ])
      }
    )
  }
}
