import Documents

/// A table that stands within a page: small, whole, in the order in which it was made.
extension Visit {
  /// Writes a table in a region that scrolls by itself; a text when there are no rows.
  func writeTable(_ table: ListTable, empty: String? = nil, _ html: inout HTML) {
    guard !table.rows.isEmpty else {
      html.element(
        "p",
        .class("regie-empty"),
        text: empty ?? say("Niets vastgelegd.", "Nothing recorded.")
      )
      return
    }
    PlainTable(id: table.id, caption: table.caption, columns: table.columns, rows: table.rows)
      .write(&html, on: self)
  }

  /// A name with one value of a table, within `facts`; left out when there is nothing to say.
  func writeFact(_ name: String, _ cell: ListTable.Cell, _ html: inout HTML) {
    switch cell {
    case .none, .text(""), .quoted(""): return
    default: html.fact(name) { write(cell, &$0) }
    }
  }
}
