import Accounts
import Documents
import Quantities
import Rules

/// What happened to accounts, sessions and rights.
enum SecurityEventsPage {
  /// The most events that are looked through for one kind.
  private static let searched: Int64 = 20_000

  static func page(_ visit: Visit) async throws -> Page {
    let names = try await UserNames(visit)
    let filter = ListFilter(
      "soort",
      visit.say("Gebeurtenis", "Event"),
      SecurityEvent.Kind.allCases.map {
        ListFilter.Choice("\($0.rawValue)", visit.say($0.name))
      },
      on: visit
    )
    let (events, count) = try await events(visit, filter.chosen.flatMap { Int64($0) })
    let table = ListTable(
      id: "gebeurtenissen",
      caption: visit.say("Beveiligingsgebeurtenissen", "Security events"),
      columns: [
        ListTable.Column("nummer", visit.say("Nummer", "Number"), isSortable: false),
        ListTable.Column("wanneer", visit.say("Wanneer", "When"), isSortable: false),
        ListTable.Column("wat", visit.say("Wat", "What"), isSortable: false),
        ListTable.Column("wie", visit.say("Door", "By"), isSortable: false),
        ListTable.Column("over", visit.say("Over", "About"), isSortable: false),
        ListTable.Column("woord", visit.say("Bijzonderheid", "Particular"), isSortable: false),
      ],
      rows: events.map { event in
        ListTable.Row([
          .text("\(event.number)"),
          .text(event.at.secondText),
          .text(visit.say(event.kind.name)),
          .text(names[event.actor]),
          .text(
            names["user:\(event.subject)"] == "user:\(event.subject)"
              ? event.subject : names["user:\(event.subject)"]
          ),
          .text(event.word),
        ])
      }
    )
    var html = HTML()
    var view = ListView(
      table,
      on: visit,
      at: .administration(.securityEvents),
      filters: [filter],
      emptyText: visit.say("Er is nog niets gebeurd.", "Nothing happened yet.")
    )
    view.hasSearch = false
    view.write(table.rows, of: count, &html)
    return Page(
      visit.say("Beveiligingsgebeurtenissen", "Security events"),
      lead: visit.say(
        "Aanmelden, rechten, sessies en wie het inzagelogboek las.",
        "Signing in, rights, sessions, and who read the access records."
      ),
      body: html
    )
  }

  /// One page of the events, the newest first, and how many there are.
  private static func events(
    _ visit: Visit,
    _ kind: Int64?
  ) async throws -> ([SecurityEvent], Int) {
    let accounts = visit.region.accounts
    let last = try await last(accounts)
    let query = ListQuery(visit.query)
    guard let kind else {
      let range = query.range(of: Int(clamping: last))
      guard !range.isEmpty else { return ([], Int(clamping: last)) }
      let first = last - Int64(range.upperBound) + 1
      let part = try await accounts.events(from: first, limit: range.count)
      return (part.reversed(), Int(clamping: last))
    }
    let first = max(1, last - searched + 1)
    let part = try await accounts.events(from: first, limit: Int(searched))
    let own = part.reversed().filter { $0.kind.rawValue == kind }
    return (Array(own[query.range(of: own.count)]), own.count)
  }

  /// The number of the last event; they are numbered without gaps.
  private static func last(_ accounts: AccountStore) async throws -> Int64 {
    func exists(_ number: Int64) async throws -> Bool {
      try await !accounts.events(from: number, limit: 1).isEmpty
    }
    guard try await exists(1) else { return 0 }
    var low: Int64 = 1
    var high: Int64 = 2
    while try await exists(high) {
      low = high
      high *= 2
    }
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if try await exists(middle) { low = middle } else { high = middle }
    }
    return low
  }
}
