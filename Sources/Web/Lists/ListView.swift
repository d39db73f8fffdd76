import Accounts
package import Documents
import Rules
import Quantities

/// A list on a page: the search form, the sorted table in a region of its own that scrolls, the
/// pages, and the list as a file.
package struct ListView: Sendable {
  package let visit: Visit
  package let address: RegionAddress
  package let table: ListTable
  /// Filters besides the search text, which the search form shows.
  package var filters: [ListFilter]
  /// What is said when there is nothing to show at all.
  package var emptyText: String
  /// Whether the list can be searched by words; not where the rows are chosen elsewhere.
  package var hasSearch = true
  /// Whether the list has a form to search and filter; not where the page has its own.
  package var hasForm = true

  package init(
    _ table: ListTable,
    on visit: Visit,
    at address: RegionAddress,
    filters: [ListFilter] = [],
    emptyText: String
  ) {
    self.table = table
    self.visit = visit
    self.address = address
    self.filters = filters
    self.emptyText = emptyText
  }

  private var query: ListQuery { ListQuery(visit.query) }

  package func write(_ html: inout HTML) {
    let query = query
    let rows = query.chosen(of: table)
    write(Array(rows[query.range(of: rows.count)]), of: rows.count, &html)
  }

  /// Writes rows that were sorted and cut elsewhere, because there are too many to hold.
  package func write(_ rows: [ListTable.Row], of count: Int, _ html: inout HTML) {
    if hasForm { searchForm(&html) }
    let isFiltered = visit.query[ListQuery.searchName] != nil || filters.contains { $0.isSet }
    guard !rows.isEmpty else {
      let none = visit.say(
        "Geen rijen die hieraan voldoen. Maak de filters leeg om alles te zien.",
        "No rows that match. Clear the filters to see all."
      )
      html.element("p", .class("regie-empty"), .role("status"), text: isFiltered ? none : emptyText)
      return
    }
    html.element("p", .class("regie-count"), .role("status"), text: countText(rows.count, count))
    scrolling(&html) { html in
      html.element("table", .class("nl-table")) { html in
        html.element("caption", .id("\(table.id)-titel"), text: table.caption)
        heading(&html)
        html.element("tbody") { html in
          for row in rows { write(row, &html) }
        }
      }
    }
    pages(count, &html)
    visit.writeFileLinks(at: address, &html)
  }

  private func countText(_ shown: Int, _ count: Int) -> String {
    let total = Wording.number(count, visit.language)
    guard shown < count else {
      return visit.say(
        count == 1 ? "1 rij" : "\(total) rijen",
        count == 1 ? "1 row" : "\(total) rows"
      )
    }
    let range = query.range(of: count)
    let (first, last) = (
      Wording.number(range.lowerBound + 1, visit.language),
      Wording.number(range.upperBound, visit.language)
    )
    return visit.say(
      "Rij \(first) tot en met \(last) van \(total)",
      "Rows \(first) to \(last) of \(total)"
    )
  }

  /// A region that scrolls sideways by itself, reachable by keyboard, so that the page does not.
  private func scrolling(_ html: inout HTML, _ content: (inout HTML) -> Void) {
    html.element(
      "div",
      .class("regie-scroll"),
      .role("region"),
      .tabIndex(0),
      .aria(.labelledBy, "\(table.id)-titel"),
      content: content
    )
  }
}

// MARK: - The parts

extension ListView {
  private func heading(_ html: inout HTML) {
    html.element("thead") { html in
      html.element("tr") { html in
        for column in table.columns { write(column, &html) }
      }
    }
  }

  private func write(_ column: ListTable.Column, _ html: inout HTML) {
    let isSorted = query.sort == column.name
    let next = isSorted && !query.isDescending ? "af" : nil
    let link = visit.path(
      address,
      visit.query.setting(
        (ListQuery.sortName, column.name),
        (ListQuery.orderName, next),
        (ListQuery.pageName, nil)
      )
    )
    html.element(
      "th",
      .scope("col"),
      column.isNumeric ? .class("nl-table__cell--numeric") : nil,
      isSorted ? .aria(.sort, query.isDescending ? "descending" : "ascending") : nil
    ) { html in
      if column.isSortable {
        html.element("a", .class("nl-table__sort"), .href(link), text: column.heading)
      } else {
        html.write(column.heading)
      }
      guard let definition = column.definition else { return }
      html.write(" ")
      let name = visit.say("Wat betekent \(column.heading)?", "What does \(column.heading) mean?")
      html.element(
        "a",
        .class("regie-definition"),
        .href(visit.path(.definitions) + "#\(definition)"),
        .aria(.label, name),
        text: "?"
      )
    }
  }

  private func write(_ row: ListTable.Row, _ html: inout HTML) {
    html.element("tr") { html in
      for (index, cell) in row.cells.enumerated() {
        let isNumeric = table.columns.indices.contains(index) && table.columns[index].isNumeric
        let style = isNumeric ? HTMLAttribute.class("nl-table__cell--numeric") : nil
        if index == 0, cell.namesRow {
          html.element("th", .scope("row"), style) { visit.write(cell, &$0) }
        } else {
          html.element("td", style) { visit.write(cell, &$0) }
        }
      }
    }
  }

  private func searchForm(_ html: inout HTML) {
    let label = visit.say("Zoeken en filteren", "Search and filter")
    html.element(
      "form",
      .class("regie-filter"),
      .method("get"),
      .role("search"),
      .aria(.label, "\(label): \(table.caption)")
    ) { html in
      let own =
        [ListQuery.searchName, ListQuery.pageName, ListQuery.formatName]
        + filters.map(\.name)
      for item in visit.query.items where !own.contains(item.name) && !item.value.isEmpty {
        html.void("input", .type("hidden"), .name(item.name), .value(item.value))
      }
      if hasSearch { searchField(&html) }
      for filter in filters { filter.write(table.id, &html) }
      html.element("button", .type("submit"), .class("nl-button nl-button--secondary")) {
        $0.write(visit.say("Toepassen", "Apply"))
      }
    }
  }

  private func searchField(_ html: inout HTML) {
    html.element("div", .class("regie-filter__field")) { html in
      html.element("label", .for("\(table.id)-zoek"), text: visit.say("Zoek", "Search"))
      html.void(
        "input",
        .id("\(table.id)-zoek"),
        .class("nl-text-input"),
        .type("search"),
        .name(ListQuery.searchName),
        .value(visit.query[ListQuery.searchName] ?? ""),
        .maxLength(ListQuery.longestSearch)
      )
    }
  }

  private func pages(_ count: Int, _ html: inout HTML) {
    let last = max(1, (count + ListQuery.pageSize - 1) / ListQuery.pageSize)
    guard last > 1 else { return }
    let label = visit.say("Pagina's van de lijst", "Pages of the list")
    html.element("nav", .class("nl-pagination"), .aria(.label, label)) { html in
      html.element("ul", .class("nl-pagination__list")) { html in
        for page in Set([1, query.page - 1, query.page, query.page + 1, last]).sorted()
        where (1...last).contains(page) {
          let link = visit.path(
            address,
            visit.query.setting((ListQuery.pageName, page == 1 ? nil : "\(page)"))
          )
          html.element("li") { html in
            html.element(
              "a",
              .class("nl-pagination__link"),
              .href(link),
              page == query.page ? .aria(.current, "page") : nil,
              .aria(.label, visit.say("Pagina \(page)", "Page \(page)")),
              text: Wording.number(page, visit.language)
            )
          }
        }
      }
    }
  }
}

extension Visit {
  /// Writes words of a document or a person, marked as Dutch on a page that is not (WCAG 3.1.2).
  package func writeQuoted(_ text: String, _ html: inout HTML) {
    guard language != .dutch, !text.isEmpty else { return html.write(text) }
    html.element("span", .lang("nl"), text: text)
  }

  /// Writes one value.
  package func write(_ cell: ListTable.Cell, _ html: inout HTML) {
    switch cell {
    case .text(let text): html.write(text)
    case .quoted(let text): writeQuoted(text, &html)
    case .link(let text, let page): html.element("a", .href(path(page)), text: text)
    case .number(let value): html.write(Wording.number(value, language))
    case .euros(let amount): html.write(Wording.euros(amount, language))
    case .day(let date):
      html.element("time", .dateTime(date.description), text: Wording.shortDay(date, language))
    case .permille(let value): html.write(Wording.percentage(permille: value, language))
    case .status(let kind, let text):
      html.badge(kind, text)
    case .hidden:
      html.element("abbr", .title(say("minder dan 10", "fewer than 10")), text: ".")
    case .none: break
    }
  }
}
