import Commissioning
import Quantities
import Rules

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
    let municipality = value(.municipality, ContractAdvice.municipality) { MunicipalityCode($0) }
    let provider = value(.provider, ContractAdvice.provider) { ProviderCode($0) }
    let category = value(.category, ContractAdvice.category) { ContractRowReader.category($0) }
    let code = value(.code, ContractAdvice.code) { ProductCode($0) }
    let unit = value(.unit, ContractAdvice.unit) { ClaimUnit(code: $0) }
    let variant = value(.variant, ContractAdvice.variant) { DeliveryVariant(rawValue: $0) }
    let tariff = tariff(unit: unit)
    let period = period()
    if let unit, let variant, !variant.allows(unit) {
      find(
        .unit,
        BilingualText(
          "eenheid \(unit.code) hoort niet bij \(variant.rawValue). Verbeter een van beide.",
          "unit \(unit.code) does not belong to \(variant.rawValue). Correct one of the two."
        )
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
    _ advice: BilingualText,
    _ parse: (String) -> Value?
  ) -> Value? {
    let text = cell(column)
    if text.isEmpty { return nil }
    if text.first?.isWhitespace == true || text.last?.isWhitespace == true {
      find(column, ContractAdvice.outerSpace)
      return nil
    }
    if let value = parse(text) { return value }
    find(
      column,
      BilingualText(
        "de waarde is ongeldig. " + advice.dutch,
        "the value is not valid. " + advice.english
      )
    )
    return nil
  }

  /// The tariff; only a line in euros has none, since its volume is the amount (CD087).
  private mutating func tariff(unit: ClaimUnit?) -> Cents? {
    if cell(.tariff).isEmpty {
      if unit == .euro { return .zero }
      find(.tariff, ContractAdvice.noTariff)
      return nil
    }
    return value(.tariff, ContractAdvice.tariff) { ContractRowReader.cents($0) }
  }

  private mutating func period() -> OpenPeriod? {
    if cell(.first).isEmpty {
      find(.first, ContractAdvice.noFirstDay)
    }
    let first = value(.first, ContractAdvice.date) { CivilDate($0) }
    let before = findings.count
    let last = value(.last, ContractAdvice.date) { CivilDate($0) }
    guard let first, findings.count == before else { return nil }
    guard let period = OpenPeriod(from: first, through: last) else {
      find(.last, ContractAdvice.endsBeforeItBegins)
      return nil
    }
    return period
  }

  private mutating func find(_ column: ContractTable.Column, _ text: BilingualText) {
    findings.append(
      ImportFinding(
        line: row.line,
        column: column.rawValue,
        text: text.dutch,
        english: text.english
      )
    )
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
