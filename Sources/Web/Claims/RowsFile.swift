import Accounts
import Rules

/// A list whose rows were chosen elsewhere, because there are too many to hold, as a file.
struct RowsFile {
  let table: ListTable
  /// How many rows there are in all; more than the file may hold is said in its last row.
  let count: Int

  /// - Throws: `Trouble.notFound` for whoever may not make exports.
  func reply(_ visit: Visit) throws -> Reply {
    guard visit.may(.makeExports) else { throw Trouble.notFound }
    var text = "\u{FEFF}" + line(table.columns.map(\.heading))
    for row in table.rows { text += line(row.cells.map { words($0, visit) }) }
    if table.rows.count < count {
      text += line([
        visit.say(
          "Dit zijn de eerste \(table.rows.count) van \(count) rijen. Kies met de filters een "
            + "kleiner deel.",
          "These are the first \(table.rows.count) of \(count) rows. Choose a smaller part with "
            + "the filters."
        )
      ])
    }
    return .file(
      name: "\(visit.slug)-\(table.id)-\(visit.today).csv",
      type: "text/csv; charset=utf-8",
      bytes: Array(text.utf8)
    )
  }

  private func words(_ cell: ListTable.Cell, _ visit: Visit) -> String {
    if case .hidden = cell { return "." }
    return visit.language == .dutch
      ? cell.words.replacingDecimalPoint(in: cell) : cell.words
  }

  /// One row; a value that a spreadsheet would take for a formula begins with an apostrophe.
  private func line(_ values: [String]) -> String {
    values.map { value in
      let isFormula = value.first.map { "=+@\t\r".contains($0) } ?? false
      let safe = isFormula ? "'" + value : value
      return safe.contains { ";\"\n\r".contains($0) }
        ? "\""
          + safe.split(separator: "\"", omittingEmptySubsequences: false)
          .joined(separator: "\"\"") + "\"" : safe
    }.joined(separator: ";") + "\r\n"
  }
}

extension String {
  /// An amount with the comma that spreadsheets in Dutch expect.
  fileprivate func replacingDecimalPoint(in cell: ListTable.Cell) -> String {
    guard case .euros = cell else { return self }
    return String(map { $0 == "." ? "," : $0 })
  }
}
