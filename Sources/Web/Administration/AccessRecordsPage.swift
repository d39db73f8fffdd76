import Accounts
import Documents
import People
import Quantities
import Rules

/// Who looked at how many persons, when and why.
///
/// Reading it is itself recorded (LG-11).
enum AccessRecordsPage {
  /// The most records that are looked through for one user.
  private static let searched: UInt64 = 20_000

  static func page(_ visit: Visit) async throws -> Page {
    let actor = try visit.actor()
    let accounts = visit.region.accounts
    try await accounts.record(.accessRecordsRead, by: .user(actor.principal.user), at: actor.now)
    let names = try await UserNames(visit)
    let filter = ListFilter(
      "gebruiker",
      visit.say("Gebruiker", "User"),
      names.choices
        + ["messages", "command-line"].map { ListFilter.Choice($0, names[$0]) },
      on: visit
    )
    let (records, count) = try await records(visit, filter.chosen)
    let table = ListTable(
      id: "inzage",
      caption: visit.say("Inzagen", "Access records"),
      columns: columns(visit),
      rows: records.map { row($0, names, visit) }
    )
    var html = HTML()
    try await chain(visit, &html)
    var view = ListView(
      table,
      on: visit,
      at: .administration(.accessRecords),
      filters: [filter],
      emptyText: visit.say("Er is nog niets ingezien.", "Nothing was looked at yet.")
    )
    view.hasSearch = false
    view.write(table.rows, of: count, &html)
    html.note(
      visit.say(
        "Dat u dit logboek leest is vastgelegd. Personen staan er alleen onder een pseudoniem in.",
        "That you read this log was recorded. Persons stand in it under pseudonyms only."
      )
    )
    return Page(
      visit.say("Inzagelogboek", "Access records"),
      lead: visit.say(
        "Wie gegevens van personen heeft bekeken, wanneer en waarom.",
        "Who looked at data of persons, when and why."
      ),
      body: html
    )
  }

  private static func columns(_ visit: Visit) -> [ListTable.Column] {
    [
      ListTable.Column("nummer", visit.say("Nummer", "Number"), isSortable: false),
      ListTable.Column("wanneer", visit.say("Wanneer", "When"), isSortable: false),
      ListTable.Column("wie", visit.say("Wie", "Who"), isSortable: false),
      ListTable.Column("waarom", visit.say("Waarom", "Why"), isSortable: false),
      ListTable.Column(
        "personen",
        visit.say("Personen", "Persons"),
        isNumeric: true,
        isSortable: false
      ),
    ]
  }

  private static func row(
    _ record: AccessRecord,
    _ names: UserNames,
    _ visit: Visit
  ) -> ListTable.Row {
    ListTable.Row([
      .text("\(record.number)"),
      .text(record.request.at.secondText),
      .text(names[record.request.actor.description]),
      .text(visit.say(record.request.purpose.words)),
      .number(record.request.subjects.count),
    ])
  }

  /// One page of the records, the newest first, and how many there are in all.
  private static func records(
    _ visit: Visit,
    _ actor: String?
  ) async throws -> ([AccessRecord], Int) {
    let log = visit.region.accessLog
    let last = try await AccessTail(log: log).last()
    let query = ListQuery(visit.query)
    guard let actor else {
      let range = query.range(of: Int(clamping: last))
      guard !range.isEmpty else { return ([], Int(clamping: last)) }
      let first = last - UInt64(range.upperBound) + 1
      let part = try await log.records(from: first, limit: range.count)
      return (part.reversed(), Int(clamping: last))
    }
    let first = last > searched ? last - searched + 1 : 1
    let part = try await log.records(from: first, limit: Int(searched))
    let own = part.reversed().filter { $0.request.actor.description == actor }
    return (Array(own[query.range(of: own.count)]), own.count)
  }

  /// The state of the chain, when it is asked for: that takes a look at every record.
  private static func chain(_ visit: Visit, _ html: inout HTML) async throws {
    guard visit.query["keten"] != nil else {
      let query = Query([QueryItem("keten", "ja")])
      html.element("p") {
        $0.element(
          "a",
          .href(visit.path(.administration(.accessRecords), query)),
          text: visit.say("De keten controleren", "Check the chain")
        )
      }
      return
    }
    do {
      let head = try await visit.region.accessLog.verify()
      html.alert(.positive, nil) {
        $0.paragraph(
          visit.say(
            "De keten klopt: \(head.number) inzagen, zonder gaten en ongewijzigd.",
            "The chain is sound: \(head.number) records, without gaps and unchanged."
          )
        )
      }
    } catch {
      html.alert(.negative, visit.say("De keten klopt niet", "The chain is broken")) {
        $0.paragraph(visit.say(error.text))
        $0.paragraph(
          visit.say(
            "Meld dit meteen bij de functionaris gegevensbescherming.",
            "Tell the privacy officer at once."
          )
        )
      }
    }
  }
}

extension Instant {
  /// The moment to the second, in UTC, as logs write it.
  var secondText: String {
    let text = description
    return "\(text.prefix(10)) \(text.dropFirst(11).prefix(8)) UTC"
  }
}
