import Commissioning
import Documents
import Quantities

/// A deed in words: old and new value side by side, with the reason.
struct DeedView {
  let proposed: ProposedDeed
  let visit: Visit
  private let words: DeedWords

  init(_ proposed: ProposedDeed, _ visit: Visit) {
    self.proposed = proposed
    self.visit = visit
    words = DeedWords(visit)
  }

  func write(_ html: inout HTML) {
    html.facts { html in
      html.fact(visit.say("Wat er gebeurt", "What is done")) {
        $0.write(words.title(proposed.deed))
      }
      html.fact(visit.say("Reden", "Reason")) { $0.write(proposed.reason) }
    }
    table.write(&html, on: visit)
  }

  private var table: PlainTable {
    let after = proposed.deed.after
    let rows = proposed.before.map { old -> ListTable.Row in
      let new = after.first { $0.isAbout(old) }
      return row(old, words.cell(old), new.map { words.cell($0) } ?? unchanged)
    }
    let added = after.filter { new in !proposed.before.contains { $0.isAbout(new) } }
    return PlainTable(
      id: "voordracht-waarden",
      caption: visit.say("Wat er verandert", "What changes"),
      columns: [
        ListTable.Column("wat", visit.say("Wat", "What")),
        ListTable.Column("was", visit.say("Bij de voordracht", "When it was proposed")),
        ListTable.Column("wordt", visit.say("Wordt", "Becomes")),
      ],
      rows: rows
        + added.map { row($0, words.cell(.init($0.name, $0.detail, .none)), words.cell($0)) }
    )
  }

  private var unchanged: ListTable.Cell { .text(visit.say("blijft gelijk", "stays as it is")) }

  private func row(
    _ fact: DeedFact,
    _ old: ListTable.Cell,
    _ new: ListTable.Cell
  ) -> ListTable.Row {
    ListTable.Row([.text(words.name(fact)), old, new])
  }

  /// The region changed since: what was seen beside what is there now, and nothing was done.
  func conflict(
    _ now: [DeedFact],
    next: String,
    _ address: RegionAddress,
    _ crumbs: [Crumb]
  )
    -> Page
  {
    var html = HTML()
    writeVersions(now, &html)
    html.element("p") {
      $0.element("a", .href(visit.path(address)), text: visit.say("Naar: \(next)", "To: \(next)"))
    }
    return Page(
      visit.say("De regio is intussen gewijzigd", "The region changed meanwhile"),
      lead: visit.say(
        "Een ander was u voor. Er is niets gewijzigd met wat u verzond.",
        "Somebody else was before you. Nothing was changed by what you sent."
      ),
      crumbs: crumbs,
      status: .conflict,
      body: html
    )
  }

  /// What was seen beside what is there now.
  func writeVersions(_ now: [DeedFact], _ html: inout HTML) {
    PlainTable(
      id: "versies",
      caption: visit.say("Toen en nu", "Then and now"),
      columns: [
        ListTable.Column("wat", visit.say("Wat", "What")),
        ListTable.Column("toen", visit.say("Bij de voordracht", "When it was proposed")),
        ListTable.Column("nu", visit.say("Nu", "Now")),
      ],
      rows: proposed.before.map { old in
        let new = now.first { $0.isAbout(old) }
        return row(old, words.cell(old), new.map { words.cell($0) } ?? .none)
      }
    ).write(&html, on: visit)
  }
}
