import Commissioning
import Quantities
import Rules

/// Reads the rows of a table about clients, one by one, and collects everything that is wrong.
enum TableRows {
  /// The rows that can be read, and the findings of the others; with a finding none counts.
  static func read<Column, Value>(
    _ bytes: [UInt8],
    of region: [MunicipalityCode],
    optional: Set<Column>,
    _ row: (inout TableCells<Column>) -> NamedRow<Value>?
  ) -> (rows: [NamedRow<Value>], findings: [ImportFinding])
  where Column: CaseIterable & Hashable & RawRepresentable & Sendable, Column.RawValue == String {
    let form = TableFile.readRightRows(bytes)
    var findings = form.findings
    guard let table = form.table else { return ([], findings) }
    let header = TableHeader(table.header, optional: optional)
    guard header.findings.isEmpty else { return ([], findings + header.findings) }
    if table.rows.isEmpty, findings.isEmpty {
      let text = TableAdvice.empty
      findings.append(
        ImportFinding(line: 1, column: nil, text: text.dutch, english: text.english)
      )
    }
    let known = Set(region)
    var rows: [NamedRow<Value>] = []
    for line in table.rows {
      var cells = TableCells(line, header, region: known)
      if let read = row(&cells) { rows.append(read) }
      findings += cells.findings
    }
    return (rows, findings)
  }
}
