import Accounts
import Documents

/// A list whose rows were chosen and sorted elsewhere, because there are too many to hold, as a
/// file.
struct RowsFile {
  let table: ListTable
  /// How many rows there are in all; when the file holds fewer, it says so.
  let count: Int

  /// - Throws: `Trouble.notFound` for whoever may not make exports.
  func reply(_ visit: Visit) throws -> Reply {
    guard visit.may(.makeExports) else { throw Trouble.notFound }
    var notes: [Sheet.Note] = []
    if table.rows.count < count {
      let shown = Wording.number(table.rows.count, visit.language)
      let all = Wording.number(count, visit.language)
      notes.append(
        Sheet.Note(
          visit.say("Let op", "Mind"),
          visit.say(
            "Dit zijn de eerste \(shown) van \(all) rijen. Kies met de filters een kleiner deel.",
            "These are the first \(shown) of \(all) rows. Choose a smaller part with the filters."
          )
        )
      )
    }
    let sheet = visit.sheet(table, rows: table.rows, notes)
    let name = "\(visit.slug)-\(table.id)-\(visit.today)"
    if ListQuery(visit.query).format == .xlsx, let bytes = try? sheet.xlsx(made: visit.now) {
      return .file(name: name + ".xlsx", type: Sheet.xlsxType, bytes: bytes)
    }
    return .file(name: name + ".csv", type: Sheet.csvType, bytes: sheet.csv)
  }
}
