import Documents
import Journal
import Landscape
import Rules

/// Every adoption, the newest first, with a way to hold it against the one before.
struct VersionsPage {
  let visit: Visit
  let shelf: StrategyShelf

  init(_ visit: Visit) {
    self.visit = visit
    shelf = StrategyShelf(visit)
  }

  var reply: Reply {
    get throws {
      let list = ListView(
        table,
        on: visit,
        at: .landscape(.versions),
        emptyText: visit.say(
          "Er is nog geen strategie vastgesteld.",
          "No strategy has been adopted yet."
        )
      )
      return try visit.reply(list) {
        var html = HTML()
        if !shelf.book.adoptions.isEmpty { ComparisonForm(visit).write(&html) }
        html.heading(2, visit.say("Alle vaststellingen", "All adoptions"))
        list.write(&html)
        return Page(
          visit.say("Versies van de strategie", "Versions of the strategy"),
          lead: visit.say(
            "Elke vaststelling met haar dag, besluit en reden. De vingerafdruk noemt precies deze "
              + "versie.",
            "Every adoption with its day, decision and reason. The fingerprint names exactly this "
              + "version."
          ),
          crumbs: visit.landscapeCrumbs,
          showsDates: true,
          body: html
        )
      }
    }
  }

  private var table: ListTable {
    ListTable(
      id: "versies",
      caption: visit.say("Vaststellingen", "Adoptions"),
      columns: [
        ListTable.Column("strategie", visit.say("Strategie", "Strategy")),
        ListTable.Column("nummer", visit.say("Nummer", "Number"), isNumeric: true),
        ListTable.Column("wet", visit.say("Wet", "Act")),
        ListTable.Column("dag", visit.say("Vastgesteld op", "Adopted on")),
        ListTable.Column("stand", visit.say("Stand", "State")),
        ListTable.Column("geldig", visit.say("Geldig", "Valid")),
        ListTable.Column("besluit", visit.say("Besluit", "Decision")),
        ListTable.Column("reden", visit.say("Reden", "Reason")),
        ListTable.Column("vingerafdruk", visit.say("Vingerafdruk", "Fingerprint")),
      ],
      rows: shelf.book.adoptions.enumerated().reversed().map { place, adoption in
        row(adoption, number: place + 1)
      }
    )
  }

  private func row(_ adoption: StrategyAdoption, number: Int) -> ListTable.Row {
    let strategy = adoption.strategy
    let isLatest = shelf.book.current(strategy.code) == adoption
    let standing = shelf.standing(strategy)
    return ListTable.Row([
      .text("\(strategy.name) (\(strategy.code))"), .number(number),
      .text(visit.say(strategy.law.text)), .day(adoption.on),
      isLatest
        ? .status(standing.status, visit.say(standing.text))
        : .status(.neutral, visit.say("vervangen", "replaced")),
      .text(visit.text(shelf.period(strategy))),
      .text(
        adoption.decision.map { strategy.decision($0)?.text ?? $0 }
          ?? visit.say("niet genoemd", "not named")
      ),
      .quoted(adoption.reason ?? ""),
      .text(String(adoption.digest.description.prefix(16))),
    ])
  }
}
