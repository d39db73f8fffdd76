import Accounts
package import Documents
import Quantities

extension Visit {
  /// A list as it was asked for: within its page, or as a file with all rows that match and not
  /// only those of one page.
  ///
  /// A file takes the right to make exports besides the right to see the page.
  package func reply(_ list: ListView, page: () throws -> Page) throws -> Reply {
    let query = ListQuery(self.query)
    guard query.format != .page else { return .page(try page()) }
    var table = list.table
    table.rows = query.chosen(of: table)
    return try file(table, as: query.format)
  }

  /// A table with all its rows as a file; CSV where the format holds no more rows.
  ///
  /// - Throws: `Trouble.notFound` for whoever may not make exports.
  package func file(_ table: ListTable, as format: ListQuery.Format) throws -> Reply {
    guard may(.makeExports) else { throw Trouble.notFound }
    return try openFile(table, as: format)
  }

  /// The same of what was published, which everybody who sees it may take along.
  func openFile(_ table: ListTable, as format: ListQuery.Format) throws -> Reply {
    let sheet = sheet(table)
    let name = "\(slug)-\(table.id)-\(today)"
    let csv = Reply.file(name: name + ".csv", type: Sheet.csvType, bytes: sheet.csv)
    guard format == .xlsx else { return csv }
    do {
      let bytes = try sheet.xlsx(made: now)
      return .file(name: name + ".xlsx", type: Sheet.xlsxType, bytes: bytes)
    } catch SheetFailure.tooManyRows {
      return csv
    } catch {
      throw Trouble.storage
    }
  }

  /// The links under a list to its file, for whoever may make exports.
  package func writeFileLinks(at address: RegionAddress, _ html: inout HTML) {
    guard may(.makeExports) else { return }
    html.element("p", .class("regie-files")) { html in
      html.write(say("Deze lijst als bestand: ", "This list as a file: "))
      for format in [ListQuery.Format.csv, .xlsx] {
        let link = path(
          address,
          query.setting((ListQuery.formatName, format.rawValue), (ListQuery.pageName, nil))
        )
        html.element("a", .href(link), text: format.rawValue.uppercased())
        html.write(" ")
      }
    }
  }

  private func sheet(_ table: ListTable) -> Sheet {
    Sheet(
      title: table.caption,
      columns: table.columns.map(\.heading),
      rows: table.rows.map { $0.cells.map(\.sheetValue) },
      notes: [
        Sheet.Note(say("Lijst", "List"), table.caption),
        Sheet.Note(say("Regio", "Region"), region.name),
        Sheet.Note(
          say("Bekend op", "Known on"),
          knownOn.map { Wording.day($0, language) } ?? say("alles", "everything")
        ),
        Sheet.Note(say("Geldig op", "Valid on"), Wording.day(validOn, language)),
        Sheet.Note(say("Gemaakt op", "Made on"), Wording.day(today, language)),
      ]
    )
  }
}

extension ListTable.Cell {
  /// The value as a file holds it: the same, without its link and its colour.
  package var sheetValue: Sheet.Value {
    switch self {
    case .text(let text), .quoted(let text), .link(let text, _), .status(_, let text): .text(text)
    case .number(let value): .number(Int64(value))
    case .euros(let amount): .euros(amount)
    case .day(let date): .date(date)
    case .permille(let value): .permille(value)
    // The sign for a figure that is not given, as national statistics write it (annex F).
    case .hidden: .text(".")
    case .none: .none
    }
  }
}
