package import Quantities

/// A table with typed values, for people who go on with it in a spreadsheet.
///
/// The same value is written as CSV and as XLSX, so that both say the same.
package struct Sheet: Hashable, Sendable {
  /// What the table holds.
  package let title: String
  /// The headings of the columns.
  package let columns: [String]
  /// The rows; each has a value for every column, and one that is short ends in nothing.
  package let rows: [[Value]]
  /// What must be known beside the table, such as the days it was asked for.
  package let notes: [Note]

  package init(title: String, columns: [String], rows: [[Value]], notes: [Note] = []) {
    self.title = title
    self.columns = columns
    self.rows = rows
    self.notes = notes
  }

  /// One value of a row.
  package enum Value: Hashable, Sendable {
    /// Words, which never become anything else: no formula, no link, no number.
    case text(String)
    case number(Int64)
    case euros(Cents)
    case date(CivilDate)
    /// A share in tenths of a percent.
    case permille(Int)
    case none
  }

  /// A name with what is said of it.
  package struct Note: Hashable, Sendable {
    package let name: String
    package let text: String

    package init(_ name: String, _ text: String) {
      self.name = name
      self.text = text
    }
  }

  /// The value in a row and a column; nothing where the row is short.
  package func value(row: Int, column: Int) -> Value {
    rows[row].indices.contains(column) ? rows[row][column] : .none
  }
}
