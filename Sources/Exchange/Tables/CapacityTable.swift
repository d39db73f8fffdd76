package import Commissioning
package import Quantities
import Rules

/// The file of reports on room and waiting: one provider, municipality and product per row.
///
/// The columns may stand in any order, but each of them must be there. In `vrije_plaatsen` and
/// `wachttijd_dagen` an empty cell means that nobody said. Either every row is right or nothing is
/// imported (IM-08).
package enum CapacityTable {
  /// The columns by their names in the file.
  package enum Column: String, CaseIterable, Sendable {
    case provider = "kvk_nummer"
    case municipality = "gemeente"
    case product = "productcode"
    case day = "datum"
    case places = "vrije_plaatsen"
    case wait = "wachttijd_dagen"
  }

  /// The reports of a file, or everything that is wrong with them, what the region knows included.
  package static func read(
    _ bytes: [UInt8],
    coverage: CoverageBook,
    contracts: ContractBook,
    on today: CivilDate
  ) -> Result<[CapacityReport], ImportRefusal> {
    let form = TableFile.readRightRows(bytes)
    var findings = form.findings
    guard let table = form.table else { return .failure(ImportRefusal(findings)) }
    let header = TableHeader<Column>(table.header)
    guard header.findings.isEmpty else {
      return .failure(ImportRefusal(TableFile.limited(findings + header.findings)))
    }
    if table.rows.isEmpty, findings.isEmpty { findings.append(emptyFinding) }
    var reports: [CapacityReport] = []
    var lines: [DatedSubject: Int] = [:]
    for row in table.rows {
      var cells = TableCells(row, header)
      guard let report = report(&cells) else {
        findings += cells.findings
        continue
      }
      reports.append(report)
      let subject = DatedSubject(subject: report.subject, on: report.on)
      if let fault = coverage.fault(in: report, contracts, today) {
        findings.append(finding(fault, line: row.line))
      } else if let earlier = lines[subject] {
        findings.append(doubleFinding(line: row.line, earlier: earlier))
      } else {
        lines[subject] = row.line
      }
    }
    guard findings.isEmpty else { return .failure(ImportRefusal(TableFile.limited(findings))) }
    return .success(reports)
  }

  /// What may be reported once only.
  private struct DatedSubject: Hashable {
    let subject: CapacityReport.Subject
    let on: CivilDate
  }
}

// MARK: - Findings

extension CapacityTable {
  private static let emptyFinding = ImportFinding(
    line: 1,
    column: nil,
    text: "er staan geen opgaven onder de kop. Zet er ten minste een regel in.",
    english: "no reports stand below the header. Put in at least one line."
  )

  private static func finding(_ fault: CapacityFault, line: Int) -> ImportFinding {
    ImportFinding(line: line, column: nil, text: fault.text.dutch, english: fault.text.english)
  }

  private static func doubleFinding(line: Int, earlier: Int) -> ImportFinding {
    ImportFinding(
      line: line,
      column: nil,
      text: "regel \(earlier) is al een opgave van dezelfde dag. Laat er een staan.",
      english: "line \(earlier) is a report of the same day already. Leave one."
    )
  }
}

// MARK: - Rows

extension CapacityTable {
  /// The report of a row, or nil when there is at least one finding.
  private static func report(_ cells: inout TableCells<Column>) -> CapacityReport? {
    let provider = cells.required(
      .provider,
      BilingualText(
        "Het KvK-nummer heeft acht cijfers.",
        "The trade register number has eight digits."
      )
    ) { ChamberNumber($0) }
    let municipality = cells.required(
      .municipality,
      BilingualText(
        "De gemeentecode heeft vier cijfers, zoals 0983.",
        "The code of a municipality has four digits, such as 0983."
      )
    ) { MunicipalityCode($0) }
    let product = cells.required(
      .product,
      BilingualText(
        "Een productcode heeft een tot vijf tekens.",
        "A product code has one to five characters."
      )
    ) { ProductCode($0) }
    let day = cells.required(
      .day,
      BilingualText("Schrijf de datum als 2022-01-31.", "Write the date as 2022-01-31.")
    ) { CivilDate($0) }
    let free = cells.value(.places, count) { wholeNumber($0) }
    let wait = cells.value(.wait, count) { wholeNumber($0) }
    guard cells.findings.isEmpty, let provider, let municipality, let product, let day else {
      return nil
    }
    return CapacityReport(
      provider: provider,
      municipality: municipality,
      product: product,
      on: day,
      freePlaces: free,
      waitingDays: wait
    )
  }

  private static let count = BilingualText(
    "Schrijf een heel getal, of laat de cel leeg als het onbekend is.",
    "Write a whole number, or leave the cell empty if it is not known."
  )

  /// A whole number of at most nine digits.
  private static func wholeNumber(_ text: String) -> Int? {
    let isDigits = text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    return isDigits && text.utf8.count <= 9 ? Int(text) : nil
  }
}
