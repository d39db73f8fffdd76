import Commissioning
import Quantities
import Testing

func municipality(_ text: String) throws -> MunicipalityCode {
  try #require(MunicipalityCode(text))
}
func product(_ text: String) throws -> ProductCode { try #require(ProductCode(text)) }
func chamber(_ text: String) throws -> ChamberNumber { try #require(ChamberNumber(text)) }
func claimCode(_ text: String) throws -> ProviderCode { try #require(ProviderCode(text)) }

/// A provider of the register: `90000001` claims under `99990101`, and so on.
func record(
  _ number: Int,
  products: [String] = [],
  groups: [String] = [],
  area: [String] = [],
  profile: String = ""
) throws -> ProviderRecord {
  ProviderRecord(
    chamber: try chamber("9000000\(number)"),
    name: "Zorg \(number)",
    claimCodes: [
      ProviderRecord.DatedCode(
        try claimCode("9999010\(number)"),
        try #require(OpenPeriod(from: try date("2015-01-01"), through: nil))
      )
    ],
    products: products.compactMap { ProductCode($0) },
    targetGroups: groups,
    area: area.compactMap { MunicipalityCode($0) },
    profile: profile
  )
}

func report(
  _ number: Int = 1,
  on day: String = "2022-06-01",
  free: Int? = 3,
  wait: Int? = 14,
  municipality code: String = "0983",
  product text: String = "02A03"
) throws -> CapacityReport {
  CapacityReport(
    provider: try chamber("9000000\(number)"),
    municipality: try municipality(code),
    product: try product(text),
    on: try date(day),
    freePlaces: free,
    waitingDays: wait
  )
}

func norm(
  _ code: String,
  _ scope: CoverageNorm.Scope = CoverageNorm.Scope(),
  from first: String = "2022-01-01",
  minimum: Int = 1,
  wanted: Int = 2,
  places: Int = 1,
  weeks: Int = 6
) throws -> CoverageNorm {
  CoverageNorm(
    code: try label(code),
    scope: scope,
    period: try #require(OpenPeriod(from: try date(first), through: nil)),
    thresholds: try #require(
      CoverageNorm.Thresholds(
        minimumProviders: minimum,
        wantedProviders: wanted,
        minimumPlaces: places
      )
    ),
    waiting: LegalTerm(.weeks(weeks), .contract, .standard("norm van de sector")),
    reportValid: CoverageNorm.usualReportValid,
    basis: .clause("besluit van de regio")
  )
}

/// Contracts and reports that are told what to do, and keep what happened.
struct CoverageScript {
  var contracts: ContractScript
  var book = CoverageBook()
  var events: [CoverageEvent] = []

  /// Providers 1 to n, each with a contract for the municipalities and a record.
  init(
    providers: Int,
    groups: [String] = ["dg-a"],
    form: ContractForm = .closedFramework,
    municipalities: [String] = ["0983"]
  ) throws {
    contracts = try ContractScript()
    for number in 1...max(1, providers) where number <= providers {
      let draft = try draft(
        "c\(number)",
        form: form,
        provider: "9000000\(number)",
        claimCode: "9999010\(number)",
        municipalities: municipalities
      )
      try contracts.run(.conclude(draft), on: "2021-07-01")
      try contracts.run(.recordProvider(try record(number, groups: groups)), on: "2021-07-01")
    }
  }

  mutating func run(_ command: CoverageCommand, on day: String) throws {
    for event in try book.decide(command, contracts: contracts.book, on: try date(day)) {
      book.evolve(event)
      events.append(event)
    }
  }

  func refusal(_ command: CoverageCommand, on day: String) throws -> CoverageRefusal? {
    do {
      _ = try book.decide(command, contracts: contracts.book, on: try date(day))
      return nil
    } catch let refusal as CoverageRefusal {
      return refusal
    }
  }

  func cell(_ group: String? = "dg-a") throws -> CoverageCell {
    CoverageCell(
      municipality: try municipality("0983"),
      targetGroup: group,
      product: try product("02A03")
    )
  }

  func finding(_ group: String? = "dg-a", on day: String = "2022-06-15") throws -> CoverageFinding {
    let matrix = CoverageMatrix(book, contracts: contracts.book, on: try date(day))
    return try #require(matrix.finding(try cell(group)))
  }
}
