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
    let header = TableHeader<Column>(table.header, cellsMayBeEmpty: true)
    guard header.findings.isEmpty else { return ([], findings + header.findings) }
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
      var cells = TableCells(row, header)
      if let price = price(&cells) { lines.append(PriceLine(line: row.line, row: price)) }
      findings += cells.findings
    }
    return (lines, findings)
  }
}
