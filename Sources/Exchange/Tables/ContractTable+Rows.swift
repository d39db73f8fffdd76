import Commissioning
import Quantities
import Rules

// What one row of a contract file says.
extension ContractTable {
  /// The price of a row, or nil when there is at least one finding.
  static func price(_ cells: inout TableCells<Column>) -> PriceRow? {
    let municipality = cells.value(.municipality, ContractAdvice.municipality) {
      MunicipalityCode($0)
    }
    let provider = cells.value(.provider, ContractAdvice.provider) { ProviderCode($0) }
    let category = cells.value(.category, ContractAdvice.category) { TableNumbers.category($0) }
    let code = cells.value(.code, ContractAdvice.code) { ProductCode($0) }
    let unit = cells.value(.unit, ContractAdvice.unit) { ClaimUnit(code: $0) }
    let variant = cells.value(.variant, ContractAdvice.variant) { DeliveryVariant(rawValue: $0) }
    let tariff = tariff(&cells, unit: unit)
    let period = period(&cells)
    if let unit, let variant, !variant.allows(unit) {
      cells.find(
        .unit,
        BilingualText(
          "eenheid \(unit.code) hoort niet bij \(variant.rawValue). Verbeter een van beide.",
          "unit \(unit.code) does not belong to \(variant.rawValue). Correct one of the two."
        )
      )
    }
    guard cells.findings.isEmpty, let tariff, let period else { return nil }
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

  /// The tariff; only a line in euros has none, since its volume is the amount (CD087).
  private static func tariff(_ cells: inout TableCells<Column>, unit: ClaimUnit?) -> Cents? {
    if cells.isEmpty(.tariff) {
      if unit == .euro { return .zero }
      cells.find(.tariff, ContractAdvice.noTariff)
      return nil
    }
    return cells.value(.tariff, ContractAdvice.tariff) { TableNumbers.whole($0) }
      .map { Cents($0) }
  }

  private static func period(_ cells: inout TableCells<Column>) -> OpenPeriod? {
    if cells.isEmpty(.first) { cells.find(.first, ContractAdvice.noFirstDay) }
    let first = cells.value(.first, ContractAdvice.date) { CivilDate($0) }
    let before = cells.findings.count
    let last = cells.value(.last, ContractAdvice.date) { CivilDate($0) }
    guard let first, cells.findings.count == before else { return nil }
    guard let period = OpenPeriod(from: first, through: last) else {
      cells.find(.last, ContractAdvice.endsBeforeItBegins)
      return nil
    }
    return period
  }
}
