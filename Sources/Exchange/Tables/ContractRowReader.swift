import Commissioning
import Quantities

/// Reads the cells of one row of a contract file and collects what is wrong with them.
struct ContractRowReader {
  let row: TableFile.Row
  let places: [ContractTable.Column: Int]
  private(set) var findings: [ImportFinding] = []

  init(row: TableFile.Row, places: [ContractTable.Column: Int]) {
    self.row = row
    self.places = places
  }

  /// The price, or nil when there is at least one finding.
  mutating func read() -> PriceRow? {
    let municipality = value(.municipality, "Schrijf vier cijfers, bijvoorbeeld 0344.") {
      MunicipalityCode($0)
    }
    let provider = value(.provider, "Schrijf de AGB-code van acht cijfers.") { ProviderCode($0) }
    let category = value(
      .category,
      "Schrijf een categorie van de Wmo (01 tot en met 18) of de Jeugdwet."
    ) {
      ContractRowReader.category($0)
    }
    let code = value(.code, "Een productcode heeft 1 tot 5 tekens.") { ProductCode($0) }
    let unit = value(.unit, "Kies uit: 01, 04, 14, 16, 82, 83, 84.") { ClaimUnit(code: $0) }
    let words = DeliveryVariant.allCases.map(\.rawValue).joined(separator: ", ")
    let variant = value(.variant, "Kies uit: \(words).") { DeliveryVariant(rawValue: $0) }
    let tariff = tariff(unit: unit)
    let period = period()
    if let unit, let variant, !variant.allows(unit) {
      find(
        .unit,
        "eenheid \(unit.code) hoort niet bij \(variant.rawValue). Verbeter een van beide."
      )
    }
    guard findings.isEmpty, let tariff, let period else { return nil }
    return PriceRow(
      municipality: municipality,
      provider: provider,
      category: category,
      code: code,
      unit: unit,
      tariff: tariff,
      variant: variant,
      period: period
    )
  }

  private func cell(_ column: ContractTable.Column) -> String {
    guard let place = places[column], place < row.cells.count else { return "" }
    return row.cells[place]
  }

  /// The value of a cell; nil when it is empty, and nil with a finding when it cannot be read.
  private mutating func value<Value>(
    _ column: ContractTable.Column,
    _ advice: String,
    _ parse: (String) -> Value?
  ) -> Value? {
    let text = cell(column)
    if text.isEmpty { return nil }
    if text.first?.isWhitespace == true || text.last?.isWhitespace == true {
      find(column, "er staat een spatie voor of achter de waarde. Haal die weg.")
      return nil
    }
    if let value = parse(text) { return value }
    find(column, "de waarde is ongeldig. " + advice)
    return nil
  }

  /// The tariff; only a line in euros has none, since its volume is the amount (CD087).
  private mutating func tariff(unit: ClaimUnit?) -> Cents? {
    if cell(.tariff).isEmpty {
      if unit == .euro { return .zero }
      find(.tariff, "het tarief ontbreekt. Schrijf hele centen, bijvoorbeeld 6240 voor € 62,40.")
      return nil
    }
    return value(.tariff, "Schrijf hele centen zonder punt of komma, hoogstens 99999999.") {
      ContractRowReader.cents($0)
    }
  }

  private mutating func period() -> OpenPeriod? {
    if cell(.first).isEmpty {
      find(.first, "de ingangsdatum ontbreekt. Schrijf jjjj-mm-dd, bijvoorbeeld 2025-01-01.")
    }
    let advice = "Schrijf een bestaande datum als jjjj-mm-dd, bijvoorbeeld 2025-12-31."
    let first = value(.first, advice) { CivilDate($0) }
    let before = findings.count
    let last = value(.last, advice) { CivilDate($0) }
    guard let first, findings.count == before else { return nil }
    guard let period = OpenPeriod(from: first, through: last) else {
      find(.last, "de einddatum ligt voor de ingangsdatum. Verbeter een van beide.")
      return nil
    }
    return period
  }

  private mutating func find(_ column: ContractTable.Column, _ text: String) {
    findings.append(ImportFinding(line: row.line, column: column.rawValue, text: text))
  }
}

extension ContractRowReader {
  /// A category of WMO020 or JZ020 (iWmo/iJw 3.2 section ProductCategorie).
  private static func category(_ text: String) -> ProductCategory? {
    guard let category = ProductCategory(text) else { return nil }
    switch category.number {
    case 1...18, 31...38, 40...55: return category
    default: return nil
    }
  }

  /// Whole cents as digits only, within the range of an amount (`LDT_Bedrag`).
  private static func cents(_ text: String) -> Cents? {
    guard text.utf8.count <= 8, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
      return nil
    }
    return Int64(text).map { Cents($0) }
  }
}
