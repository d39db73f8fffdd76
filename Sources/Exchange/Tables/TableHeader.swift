import Commissioning

/// Where the columns of a table stand.
struct TableHeader<Column: CaseIterable & Hashable & RawRepresentable & Sendable>
where Column.RawValue == String {
  let places: [Column: Int]
  let findings: [ImportFinding]

  /// Reads a header; unknown, double and missing columns are findings.
  ///
  /// Who lacks a column is told when its cells may be empty.
  init(_ header: [String], optional: Set<Column> = [], cellsMayBeEmpty: Bool = false) {
    var places: [Column: Int] = [:]
    var findings: [ImportFinding] = []
    let known = Column.allCases.map(\.rawValue).joined(separator: ", ")
    for (place, name) in header.enumerated() {
      guard let column = Column(rawValue: name) else {
        findings.append(
          ImportFinding(
            line: 1,
            column: nil,
            text: "kolom \(place + 1) in de kop is niet bekend. De kolommen zijn \(known).",
            english: "column \(place + 1) of the header is not known. The columns are \(known)."
          )
        )
        continue
      }
      guard places.updateValue(place, forKey: column) != nil else { continue }
      findings.append(
        ImportFinding(
          line: 1,
          column: name,
          text: "deze kolom staat meer dan een keer in de kop. Laat er een staan.",
          english: "this column stands in the header more than once. Keep one."
        )
      )
    }
    for column in Column.allCases where places[column] == nil && !optional.contains(column) {
      findings.append(
        ImportFinding(
          line: 1,
          column: column.rawValue,
          text: cellsMayBeEmpty
            ? "deze kolom ontbreekt in de kop. Zet hem erbij; de cellen mogen leeg zijn."
            : "deze kolom ontbreekt in de kop. Zet hem erbij.",
          english: cellsMayBeEmpty
            ? "this column is missing from the header. Add it; its cells may be empty."
            : "this column is missing from the header. Add it."
        )
      )
    }
    self.places = places
    self.findings = findings
  }
}
