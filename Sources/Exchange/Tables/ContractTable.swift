package import Commissioning

/// The contract file: one agreed price per row.
///
/// The columns may stand in any order, but each of them must be there. An empty cell means any,
/// and in `einddatum` no end. Either every row is right or nothing is imported (IM-08).
package enum ContractTable {
  /// The columns by their names in the file.
  package enum Column: String, CaseIterable, Sendable {
    case municipality = "gemeente"
    case provider = "aanbieder"
    case category = "categorie"
    case code = "productcode"
    case unit = "eenheid"
    case tariff = "tarief_cent"
    case variant = "variant"
    case first = "ingangsdatum"
    case last = "einddatum"
  }
}

extension ContractTable {
  /// The rows of a contract file, or everything that is wrong with them.
  package static func read(_ bytes: [UInt8]) -> Result<[PriceLine], ImportRefusal> {
    let contents = contents(of: bytes)
    guard contents.findings.isEmpty else {
      return .failure(ImportRefusal(TableFile.limited(contents.findings)))
    }
    return .success(contents.lines)
  }

  /// The price list of a contract file, or everything that is wrong with it, contradictions
  /// between rows included.
  package static func readPriceList(_ bytes: [UInt8]) -> Result<PriceList, ImportRefusal> {
    let contents = contents(of: bytes)
    let result = PriceList.make(contents.lines)
    guard !contents.findings.isEmpty else { return result }
    var findings = contents.findings
    if case .failure(let refusal) = result { findings += refusal.findings }
    return .failure(ImportRefusal(TableFile.limited(findings)))
  }

  private static func contents(
    of bytes: [UInt8]
  ) -> (lines: [PriceLine], findings: [ImportFinding]) {
    let form = TableFile.readRightRows(bytes)
    var findings = form.findings
    guard let table = form.table else { return ([], findings) }
    var headerFindings: [ImportFinding] = []
    let places = places(in: table.header, &headerFindings)
    guard headerFindings.isEmpty else { return ([], findings + headerFindings) }
    guard !table.rows.isEmpty || !findings.isEmpty else {
      let finding = ImportFinding(
        line: 1,
        column: nil,
        text: "er staan geen prijzen onder de kop. Zet er ten minste een regel in.",
        english: "no prices stand below the header. Put in at least one line."
      )
      return ([], [finding])
    }
    var lines: [PriceLine] = []
    for row in table.rows {
      var reader = ContractRowReader(row: row, places: places)
      if let price = reader.read() { lines.append(PriceLine(line: row.line, row: price)) }
      findings += reader.findings
    }
    return (lines, findings)
  }

  /// Where each column stands; unknown, double and missing ones are findings.
  private static func places(
    in header: [String],
    _ findings: inout [ImportFinding]
  ) -> [Column: Int] {
    var places: [Column: Int] = [:]
    for (place, name) in header.enumerated() {
      guard let column = Column(rawValue: name) else {
        let known = Column.allCases.map(\.rawValue).joined(separator: ", ")
        let finding = ImportFinding(
          line: 1,
          column: nil,
          text: "kolom \(place + 1) in de kop is niet bekend. De kolommen zijn \(known).",
          english: "column \(place + 1) of the header is not known. The columns are \(known)."
        )
        findings.append(finding)
        continue
      }
      if places.updateValue(place, forKey: column) != nil {
        let finding = ImportFinding(
          line: 1,
          column: name,
          text: "deze kolom staat meer dan een keer in de kop. Laat er een staan.",
          english: "this column stands in the header more than once. Keep one."
        )
        findings.append(finding)
      }
    }
    for column in Column.allCases where places[column] == nil {
      let finding = ImportFinding(
        line: 1,
        column: column.rawValue,
        text: "deze kolom ontbreekt in de kop. Zet hem erbij; de cellen mogen leeg zijn.",
        english: "this column is missing from the header. Add it; its cells may be empty."
      )
      findings.append(finding)
    }
    return places
  }
}
