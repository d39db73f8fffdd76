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
    return try file(list.table, query)
  }

  /// The list as a file; for pages with several lists, one of which was asked for by name.
  package func file(_ table: ListTable, _ query: ListQuery) throws -> Reply {
    guard may(.makeExports) else { throw Trouble.notFound }
    let sheet = sheet(table, rows: query.chosen(of: table))
    let name = "\(slug)-\(table.id)-\(today)"
    switch query.format {
    case .page, .csv:
      return .file(name: name + ".csv", type: Sheet.csvType, bytes: sheet.csv)
    case .xlsx:
      do {
        let bytes = try sheet.xlsx(made: now)
        return .file(name: name + ".xlsx", type: Sheet.xlsxType, bytes: bytes)
      } catch SheetFailure.tooManyRows {
        // CSV knows no end.
        return .file(name: name + ".csv", type: Sheet.csvType, bytes: sheet.csv)
      } catch {
        throw Trouble.storage
      }
    }
  }

  /// The list as a sheet, with where it comes from and what else has to be said of it.
  func sheet(
    _ table: ListTable,
    rows: [ListTable.Row],
    _ more: [Sheet.Note] = []
  ) -> Sheet {
    Sheet(
      title: table.caption,
      columns: table.columns.map(\.heading),
      rows: rows.map { $0.cells.map(\.sheetValue) },
      notes: [
        Sheet.Note(say("Lijst", "List"), table.caption),
        Sheet.Note(say("Regio", "Region"), region.name),
        Sheet.Note(
          say("Bekend op", "Known on"),
          knownOn.map { Wording.day($0, language) } ?? say("alles", "everything")
        ),
        Sheet.Note(say("Geldig op", "Valid on"), Wording.day(validOn, language)),
        Sheet.Note(say("Gemaakt op", "Made on"), Wording.day(today, language)),
      ] + more
    )
  }
}

extension ListTable.Cell {
  /// The value as a file holds it: the same, without its link and its colour.
  package var sheetValue: Sheet.Value {
    switch self {
    case .text(let text), .link(let text, _), .status(_, let text): .text(text)
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
