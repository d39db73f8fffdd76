/// How a list is asked for: in which order, which part, and what it must hold.
package struct ListQuery: Hashable, Sendable {
  /// The name of the column by which it is sorted; nil for the order in which it was made.
  package let sort: String?
  package let isDescending: Bool
  /// The page, from 1.
  package let page: Int
  /// What a row must hold somewhere, in small letters.
  package let search: String?
  package let format: Format

  /// As what the list is given.
  package enum Format: String, CaseIterable, Sendable {
    case page, csv, xlsx
  }

  /// Rows on a page.
  package static let pageSize = 50
  static let (sortName, orderName, pageName, searchName, formatName) =
    ("sorteer", "volgorde", "pagina", "zoek", "vorm")
  /// The longest text that is searched for.
  static let longestSearch = 100

  /// Reads what stands in an address; what makes no sense counts as not asked.
  package init(_ query: Query) {
    sort = query[Self.sortName]
    isDescending = query[Self.orderName] == "af"
    page = max(1, min(query[Self.pageName].flatMap { Int($0) } ?? 1, 1_000_000))
    search = query[Self.searchName].map {
      String($0.prefix(Self.longestSearch)).foldedForSorting
    }
    format = query[Self.formatName].flatMap(Format.init) ?? .page
  }

  /// The rows that hold the text, in the order asked for.
  package func chosen(of table: ListTable) -> [ListTable.Row] {
    var rows = table.rows
    if let search {
      rows = rows.filter { row in
        row.cells.contains { $0.words.foldedForSorting.contains(search) }
      }
    }
    if let column = table.columns.firstIndex(where: { $0.name == sort }) {
      // A stable order: equal rows keep the order in which they were made.
      let order = rows.indices.sorted { left, right in
        let (first, second) = (rows[left].cells[column], rows[right].cells[column])
        let (a, b) = isDescending ? (second, first) : (first, second)
        if a.stands(before: b) { return true }
        if b.stands(before: a) { return false }
        return left < right
      }
      rows = order.map { rows[$0] }
    }
    return rows
  }

  /// The places of the rows on this page, out of so many.
  package func range(of count: Int) -> Range<Int> {
    let first = min((page - 1) * Self.pageSize, count)
    return first..<min(first + Self.pageSize, count)
  }
}
