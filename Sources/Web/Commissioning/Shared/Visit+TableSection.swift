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
    html.element(
      "div",
      .class("regie-scroll"),
      .role("region"),
      .tabIndex(0),
      .aria(.labelledBy, "\(table.id)-titel")
    ) { html in
      html.element("table", .class("nl-table")) { html in
        html.element("caption", .id("\(table.id)-titel"), text: table.caption)
        writeHead(table.columns, &html)
        html.element("tbody") { html in
          for row in table.rows { writeRow(row, table.columns, &html) }
        }
      }
    }
  }

  private func writeHead(_ columns: [ListTable.Column], _ html: inout HTML) {
    html.element("thead") { html in
      html.element("tr") { html in
        for column in columns {
          let style = column.isNumeric ? HTMLAttribute.class("nl-table__cell--numeric") : nil
          html.element("th", .scope("col"), style) { html in
            html.write(column.heading)
            if let definition = column.definition {
              html.definitionLink(column.heading, definition, self)
            }
          }
        }
      }
    }
  }

  private func writeRow(
    _ row: ListTable.Row,
    _ columns: [ListTable.Column],
    _ html: inout HTML
  ) {
    html.element("tr") { html in
      for (index, cell) in row.cells.enumerated() {
        let isNumeric = columns.indices.contains(index) && columns[index].isNumeric
        let style = isNumeric ? HTMLAttribute.class("nl-table__cell--numeric") : nil
        if index == 0 {
          html.element("th", .scope("row"), style) { write(cell, &$0) }
        } else {
          html.element("td", style) { write(cell, &$0) }
        }
      }
    }
  }

  /// A name with one value of a table, within `facts`; left out when there is nothing to say.
  func writeFact(_ name: String, _ cell: ListTable.Cell, _ html: inout HTML) {
    switch cell {
    case .none, .text(""): return
    default: html.fact(name) { write(cell, &$0) }
    }
  }
}
