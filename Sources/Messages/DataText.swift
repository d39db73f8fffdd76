/// The data files of this target as text: lines without comments, empty lines left out.
///
/// The build compiles them in as `EmbeddedTables`, a constant per file of `Data`, so that a program
/// depends on no folder beside it. They are ours, and a test reads all of them; a broken line there
/// is a mistake of ours and traps.
enum DataText {
  /// The lines of a data file, without comment lines and empty lines.
  static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n").filter { !$0.hasPrefix("#") }
  }

  /// The rows of a table with tabs, without its heading line; every row has `columns` cells.
  static func rows(_ text: String, columns: Int) -> [[Substring]] {
    lines(text).dropFirst().map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      precondition(cells.count == columns, "a data row needs \(columns) cells: \(line)")
      return cells
    }
  }
}
