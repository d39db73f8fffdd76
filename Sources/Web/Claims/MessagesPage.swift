import Documents
import Exchange
import Journal
import Quantities
import Region
import Rules

/// The log of every message that was judged, the newest first.
enum MessagesPage {
  static func reply(_ visit: Visit) async throws -> Reply {
    let query = ListQuery(visit.query)
    let log = visit.state.messages.log
    let places = log.places(filter(visit))
    let isDescending = query.sort == nil ? true : query.isDescending
    let limit =
      query.format == .page
      ? query.range(of: places.count) : 0..<min(places.count, fileLimit)
    let shown = limit.map { index in
      log[Int(places[isDescending ? places.count - 1 - index : index])]
    }
    let table = ListTable(
      id: "berichten",
      caption: visit.say("Beoordeelde berichten", "Messages that were judged"),
      columns: columns(visit),
      rows: try await rows(shown, visit)
    )
    guard query.format == .page else {
      return try RowsFile(table: table, count: places.count).reply(visit)
    }
    return .page(page(table, places.count, visit))
  }

  private static func page(_ table: ListTable, _ count: Int, _ visit: Visit) -> Page {
    var html = HTML()
    let view = ListView(
      table,
      on: visit,
      at: .claims(.messages),
      filters: filters(visit, visit.state.messages.log),
      emptyText: visit.say(
        "Er zijn nog geen berichten verwerkt.",
        "No messages have been processed yet."
      )
    )
    view.write(table.rows, of: count, &html)
    html.note(
      visit.say(
        "Zoeken gaat op het begin van het berichtnummer. Berichten die niet te lezen waren staan "
          + "hier niet: daarvan is niets bewaard.",
        "Searching looks at the beginning of the number. Messages that could not be read are not "
          + "here: nothing of them was kept."
      )
    )
    return Page(
      visit.say("Berichten", "Messages"),
      lead: visit.say(
        "Elk bericht dat is ontvangen of verzonden, met het oordeel.",
        "Every message that was received or sent, with the verdict."
      ),
      showsDates: true,
      body: html
    )
  }

  /// Each row of a file takes a look into the journal.
  private static let fileLimit = 5_000

  private static func filter(_ visit: Visit) -> MessageLog.Filter {
    var filter = MessageLog.Filter()
    filter.municipalities = visit.chosenMunicipality().map { [$0] } ?? visit.municipalitiesWithin
    filter.providers = visit.chosenProvider().map { [$0] } ?? visit.providersWithin
    filter.message = visit.query["soort"]
    filter.flow = visit.query["richting"].flatMap(MessageFlow.init)
    filter.outcome = visit.query["oordeel"].flatMap(Outcome.init)
    filter.identification = visit.query[ListQuery.searchName].map {
      String($0.prefix(ListQuery.longestSearch))
    }
    return filter
  }

  private static func filters(_ visit: Visit, _ log: MessageLog) -> [ListFilter] {
    let kinds = log.messages.map { ListFilter.Choice($0, $0) }
    let flows = MessageFlow.allCases.map {
      ListFilter.Choice($0.rawValue, visit.say($0.words))
    }
    let outcomes = Outcome.allCases.filter { $0 != .rejectTransport }.map {
      ListFilter.Choice($0.rawValue, visit.say($0.words))
    }
    var filters = [
      ListFilter("soort", visit.say("Soort", "Kind"), kinds, on: visit),
      ListFilter("richting", visit.say("Richting", "Direction"), flows, on: visit),
      ListFilter("oordeel", visit.say("Oordeel", "Verdict"), outcomes, on: visit),
    ]
    filters += visit.partyFilters
    return filters
  }

  private static func columns(_ visit: Visit) -> [ListTable.Column] {
    [
      ListTable.Column("nummer", visit.say("Bericht", "Message")),
      ListTable.Column("dag", visit.say("Bekend op", "Known on"), isSortable: false),
      ListTable.Column("richting", visit.say("Richting", "Direction"), isSortable: false),
      ListTable.Column("gemeente", visit.say("Gemeente", "Municipality"), isSortable: false),
      ListTable.Column("aanbieder", visit.say("Aanbieder", "Provider"), isSortable: false),
      ListTable.Column("oordeel", visit.say("Oordeel", "Verdict"), isSortable: false),
      ListTable.Column("codes", visit.say("Retourcodes", "Return codes"), isSortable: false),
    ]
  }

  /// The rows, with what stands in the journal only: the day and the codes.
  private static func rows(
    _ shown: [MessageLog.Row],
    _ visit: Visit
  ) async throws -> [ListTable.Row] {
    let names = RegionNames(visit.state)
    var rows: [ListTable.Row] = []
    rows.reserveCapacity(shown.count)
    for message in shown {
      let entry = try await visit.region.journal.entry(at: Position(message.position))
      var codes: [String] = []
      if let entry, case .message(let judged) = try EventTable.event(of: entry) {
        codes = judged.codes
      }
      rows.append(
        ListTable.Row([
          .link(
            "\(message.message) \(message.identification)",
            .claims(.message("\(message.position)"))
          ),
          entry.map { .day($0.knownOn) } ?? .none,
          .text(visit.say(message.flow.words)),
          .text(names.withCode(message.municipality)),
          .text(names.withCode(message.provider)),
          .status(message.outcome.kind, visit.say(message.outcome.words)),
          .text(codes.joined(separator: " ")),
        ])
      )
    }
    return rows
  }
}
