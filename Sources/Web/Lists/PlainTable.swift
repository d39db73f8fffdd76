import Documents

/// A small table that is whole on the page: no search, no pages, no order to choose.
struct PlainTable {
  let id: String
  let caption: String
  let columns: [ListTable.Column]
  let rows: [ListTable.Row]

  init(id: String, caption: String, columns: [ListTable.Column], rows: [ListTable.Row]) {
    self.id = id
    self.caption = caption
    self.columns = columns
    self.rows = rows
  }

  /// The whole of a list that can be handed out as a file as well.
  init(_ table: ListTable) {
    self.init(id: table.id, caption: table.caption, columns: table.columns, rows: table.rows)
  }

  func write(_ html: inout HTML, on visit: Visit) {
    html.element(
      "div",
      .class("regie-scroll"),
      .role("region"),
      .tabIndex(0),
      .aria(.labelledBy, "\(id)-titel")
    ) { html in
      html.element("table", .class("nl-table")) { html in
        html.element("caption", .id("\(id)-titel"), text: caption)
        html.element("thead") { html in
          html.element("tr") { html in
            for column in columns { heading(column, visit, &html) }
          }
        }
        html.element("tbody") { html in
          for row in rows { write(row, visit, &html) }
        }
      }
    }
  }

  private func heading(_ column: ListTable.Column, _ visit: Visit, _ html: inout HTML) {
    html.element("th", .scope("col"), style(column)) { html in
      html.write(column.heading)
      guard let definition = column.definition else { return }
      html.definitionLink(column.heading, definition, visit)
    }
  }

  private func write(_ row: ListTable.Row, _ visit: Visit, _ html: inout HTML) {
    html.element("tr") { html in
      for (index, cell) in row.cells.enumerated() {
        let style = columns.indices.contains(index) ? style(columns[index]) : nil
        if index == 0, cell.namesRow {
          html.element("th", .scope("row"), style) { visit.write(cell, &$0) }
        } else {
          html.element("td", style) { visit.write(cell, &$0) }
        }
      }
    }
  }

  private func style(_ column: ListTable.Column) -> HTMLAttribute? {
    column.isNumeric ? .class("nl-table__cell--numeric") : nil
  }
}
