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
    var headerFindings: [ImportFinding] = []
    let places = places(in: table.header, &headerFindings)
    guard headerFindings.isEmpty else {
      return .failure(ImportRefusal(TableFile.limited(findings + headerFindings)))
    }
    if table.rows.isEmpty, findings.isEmpty { findings.append(emptyFinding) }
    var reports: [CapacityReport] = []
    var lines: [DatedSubject: Int] = [:]
    for row in table.rows {
      var reader = CapacityRowReader(row: row, places: places)
      guard let report = reader.read() else {
        findings += reader.findings
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

  /// Where each column stands; unknown, double and missing ones are findings.
  private static func places(
    in header: [String],
    _ findings: inout [ImportFinding]
  ) -> [Column: Int] {
    func find(_ column: String?, _ text: String, _ english: String) {
      findings.append(ImportFinding(line: 1, column: column, text: text, english: english))
    }
    var places: [Column: Int] = [:]
    for (place, name) in header.enumerated() {
      guard let column = Column(rawValue: name) else {
        let known = Column.allCases.map(\.rawValue).joined(separator: ", ")
        find(
          nil,
          "kolom \(place + 1) in de kop is niet bekend. De kolommen zijn \(known).",
          "column \(place + 1) of the header is not known. The columns are \(known)."
        )
        continue
      }
      if places.updateValue(place, forKey: column) != nil {
        find(
          name,
          "deze kolom staat meer dan een keer in de kop. Laat er een staan.",
          "this column stands in the header more than once. Keep one."
        )
      }
    }
    for column in Column.allCases where places[column] == nil {
      find(
        column.rawValue,
        "deze kolom ontbreekt in de kop. Zet hem erbij.",
        "this column is missing from the header. Add it."
      )
    }
    return places
  }
}

/// Reads the cells of one row and collects what is wrong with them.
private struct CapacityRowReader {
  let row: TableFile.Row
  let places: [CapacityTable.Column: Int]
  var findings: [ImportFinding] = []

  init(row: TableFile.Row, places: [CapacityTable.Column: Int]) {
    self.row = row
    self.places = places
  }

  /// The report, or nil when there is at least one finding.
  mutating func read() -> CapacityReport? {
    let provider = value(
      .provider,
      "Het KvK-nummer heeft acht cijfers.",
      "The trade register number has eight digits."
    ) { ChamberNumber($0) }
    let municipality = value(
      .municipality,
      "De gemeentecode heeft vier cijfers, zoals 0983.",
      "The code of a municipality has four digits, such as 0983."
    ) { MunicipalityCode($0) }
    let product = value(
      .product,
      "Een productcode heeft een tot vijf tekens.",
      "A product code has one to five characters."
    ) { ProductCode($0) }
    let day = value(
      .day,
      "Schrijf de datum als 2022-01-31.",
      "Write the date as 2022-01-31."
    ) { CivilDate($0) }
    let free = count(.places)
    let wait = count(.wait)
    guard findings.isEmpty, let provider, let municipality, let product, let day else { return nil }
    return CapacityReport(
      provider: provider,
      municipality: municipality,
      product: product,
      on: day,
      freePlaces: free,
      waitingDays: wait
    )
  }

  private func cell(_ column: CapacityTable.Column) -> String {
    guard let place = places[column], place < row.cells.count else { return "" }
    return row.cells[place]
  }

  private mutating func value<Value>(
    _ column: CapacityTable.Column,
    _ advice: String,
    _ english: String,
    _ parse: (String) -> Value?
  ) -> Value? {
    if let value = parse(cell(column)) { return value }
    find(
      column,
      cell(column).isEmpty ? "de cel is leeg. " + advice : "de waarde is ongeldig. " + advice,
      cell(column).isEmpty ? "the cell is empty. " + english : "the value is not valid. " + english
    )
    return nil
  }

  /// A whole number of at most nine digits; nil when the cell is empty.
  private mutating func count(_ column: CapacityTable.Column) -> Int? {
    let text = cell(column)
    if text.isEmpty { return nil }
    let isDigits = text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    if isDigits, text.utf8.count <= 9, let count = Int(text) { return count }
    find(
      column,
      "de waarde is ongeldig. Schrijf een heel getal, of laat de cel leeg als het onbekend is.",
      "the value is not valid. Write a whole number, or leave the cell empty if it is not known."
    )
    return nil
  }

  private mutating func find(_ column: CapacityTable.Column, _ text: String, _ english: String) {
    findings.append(
      ImportFinding(line: row.line, column: column.rawValue, text: text, english: english)
    )
  }
}
