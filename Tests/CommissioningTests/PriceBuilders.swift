import Commissioning
import Quantities
import Testing

func date(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

func row(
  provider: String? = nil,
  municipality: String? = nil,
  code: String? = nil,
  category: String? = nil,
  tariff: Int64,
  from first: String = "2020-01-01",
  through last: String? = nil
) throws -> PriceRow {
  let begin = try date(first)
  return PriceRow(
    municipality: municipality.flatMap { MunicipalityCode($0) },
    provider: provider.flatMap { ProviderCode($0) },
    category: category.flatMap { ProductCategory($0) },
    code: code.flatMap { ProductCode($0) },
    tariff: Cents(tariff),
    period: try #require(OpenPeriod(from: begin, through: last.flatMap { CivilDate($0) }))
  )
}

/// The list of rows that stand on line 2 and further.
func list(_ rows: [PriceRow]) throws -> PriceList {
  try PriceList.make(rows.enumerated().map { PriceLine(line: $0 + 2, row: $1) }).get()
}

func price(
  in list: PriceList,
  provider: String = "99990101",
  municipality: String = "0344",
  category: String = "02",
  code: String? = "02A03",
  on day: String = "2025-01-01"
) throws -> PriceMatch? {
  list.price(
    provider: try #require(ProviderCode(provider)),
    municipality: try #require(MunicipalityCode(municipality)),
    category: try #require(ProductCategory(category)),
    code: code.flatMap { ProductCode($0) },
    on: try date(day)
  )
}

func findings<Value>(_ result: Result<Value, ImportRefusal>) -> [ImportFinding] {
  if case .failure(let refusal) = result { return refusal.findings }
  return []
}
