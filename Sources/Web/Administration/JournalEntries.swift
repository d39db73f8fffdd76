import Documents
import Journal
import Quantities
import Region

/// The entries of the journal, the newest first, by name and day; what they say is not shown.
enum JournalEntries {
  /// The most entries that are looked through for one name.
  private static let searched: Int64 = 5_000

  static func write(_ visit: Visit, _ html: inout HTML) async throws {
    let last = try await lastPosition(visit)
    let name = visit.query["naam"].map { String($0.prefix(60)) }
    let (entries, count) = try await entries(visit, through: last, name)
    form(visit, &html)
    let table = ListTable(
      id: "journaal",
      caption: visit.say("Regels van het journaal", "Entries of the journal"),
      columns: [
        ListTable.Column("regel", visit.say("Regel", "Entry"), isSortable: false),
        ListTable.Column("naam", visit.say("Naam", "Name"), isSortable: false),
        ListTable.Column("bekend", visit.say("Bekend op", "Known on"), isSortable: false),
        ListTable.Column("geschreven", visit.say("Opgeschreven", "Recorded"), isSortable: false),
        ListTable.Column("door", visit.say("Door", "By"), isSortable: false),
      ],
      rows: entries.map { entry in
        ListTable.Row([
          .text("\(entry.position)"),
          .text(entry.event),
          .day(entry.knownOn),
          .text(entry.recordedAt.secondText),
          .text(entry.actor),
        ])
      }
    )
    var view = ListView(
      table,
      on: visit,
      at: .administration(.journal),
      emptyText: visit.say("Er zijn geen regels.", "There are no entries.")
    )
    view.hasForm = false
    view.write(table.rows, of: count, &html)
    guard name != nil else { return }
    html.note(
      visit.say(
        "Op naam zoekt deze pagina in de laatste \(searched) regels tot en met de gekozen dag.",
        "By name this page looks through the last \(searched) entries up to the chosen day."
      )
    )
  }

  private static func form(_ visit: Visit, _ html: inout HTML) {
    let label = visit.say("Zoeken in het journaal", "Search the journal")
    html.element(
      "form",
      .class("regie-filter"),
      .method("get"),
      .role("search"),
      .aria(.label, label)
    ) { html in
      html.element("div", .class("regie-filter__field")) { html in
        html.element("label", .for("journaal-dag"), text: visit.say("Tot en met dag", "Up to day"))
        html.void(
          "input",
          .id("journaal-dag"),
          .class("nl-text-input"),
          .type("date"),
          .name("dag"),
          .value(visit.query["dag"] ?? "")
        )
      }
      html.element("div", .class("regie-filter__field")) { html in
        html.element("label", .for("journaal-naam"), text: visit.say("Naam", "Name"))
        html.void(
          "input",
          .id("journaal-naam"),
          .class("nl-text-input"),
          .type("text"),
          .name("naam"),
          .value(visit.query["naam"] ?? ""),
          .maxLength(60)
        )
      }
      html.element("button", .type("submit"), .class("nl-button nl-button--secondary")) {
        $0.write(visit.say("Toepassen", "Apply"))
      }
    }
  }

  /// The last entry that was known on the chosen day; known-on never goes back.
  private static func lastPosition(_ visit: Visit) async throws -> Int64 {
    let end = visit.state.head.position.rawValue
    guard let day = visit.query["dag"].flatMap({ CivilDate($0) }) else { return end }
    var low: Int64 = 0
    var high = end + 1
    while high - low > 1 {
      let middle = low + (high - low) / 2
      guard let entry = try await visit.region.journal.entry(at: Position(middle)) else { break }
      if entry.knownOn <= day { low = middle } else { high = middle }
    }
    return low
  }

  private static func entries(
    _ visit: Visit,
    through last: Int64,
    _ name: String?
  ) async throws -> ([Entry], Int) {
    let query = ListQuery(visit.query)
    guard let name else {
      let range = query.range(of: Int(clamping: last))
      guard !range.isEmpty else { return ([], Int(clamping: last)) }
      let after = last - Int64(range.upperBound)
      return (
        try await read(visit, after: after, through: after + Int64(range.count)).reversed(),
        Int(clamping: last)
      )
    }
    let all = try await read(visit, after: max(0, last - searched), through: last)
    let own = all.reversed().filter { $0.event.hasPrefix(name) }
    return (Array(own[query.range(of: own.count)]), own.count)
  }

  private static func read(
    _ visit: Visit,
    after: Int64,
    through last: Int64
  ) async throws -> [Entry] {
    var found: [Entry] = []
    var place = after
    while place < last {
      let part = try await visit.region.journal.read(
        after: Position(place),
        limit: Int(min(500, last - place))
      )
      guard let end = part.last else { break }
      found += part
      place = end.position.rawValue
    }
    return found
  }
}
