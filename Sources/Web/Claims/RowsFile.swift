/// A list whose rows were chosen elsewhere, because there are too many to hold, as a file.
struct RowsFile {
  let table: ListTable
  /// How many rows there are in all; more than the file may hold is said in its last row.
  let count: Int

  /// - Throws: `Trouble.notFound` for whoever may not make exports.
  func reply(_ visit: Visit) throws -> Reply {
    var whole = table
    if table.rows.count < count {
      let rest = visit.say(
        "Dit zijn de eerste \(table.rows.count) van \(count) rijen. Kies met de filters een "
          + "kleiner deel.",
        "These are the first \(table.rows.count) of \(count) rows. Choose a smaller part with "
          + "the filters."
      )
      whole.rows.append(ListTable.Row([.text(rest)]))
    }
    return try visit.file(whole, as: ListQuery(visit.query).format)
  }
}
