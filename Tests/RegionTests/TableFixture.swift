import Access
import Claims
import Commissioning
import People
import Quantities
import Region

/// Tables of deliveries and of open allocations, for the tests of the region.
extension RegionFixture {
  static func table(_ kind: TableImported.Kind, _ number: UInt64, rows: Int) -> TableImported {
    TableImported(
      kind: kind,
      content: digest(number),
      original: OriginalID(high: 6, low: number),
      rows: rows
    )
  }

  /// A table of deliveries.
  static func deliveries(_ number: UInt64, _ lines: [DeliveredLine]) -> Command {
    .importDeliveries(table(.deliveries, number, rows: lines.count), lines)
  }

  /// A row of a table: hours over a month of 2025.
  static func delivered(
    _ row: Int32,
    law: SupportLaw = .socialSupport,
    month: Int,
    hours: Int64,
    tariff: Int64 = 6_000,
    product: String = "02A03",
    allocation: Int64? = nil,
    client: ClientKey = client,
    provider: ProviderCode = provider,
    reference: String? = nil,
    credits: String? = nil
  ) -> DeliveredLine {
    guard let first = CivilDate(year: 2025, month: month, day: 1), let code = ProductCode(product)
    else { preconditionFailure("there is no month \(month)") }
    return DeliveredLine(
      row: row,
      law: law,
      municipality: municipality,
      provider: provider,
      client: client,
      allocationNumber: allocation,
      code: code,
      period: Period(monthOf: first),
      volume: hours,
      unit: .hour,
      amount: Cents(hours * tariff),
      reference: reference,
      previousReference: credits
    )
  }

  /// A table that takes one allocation of hours over 2025 over, with what was awarded on it.
  static func takenOver(
    _ number: UInt64,
    allocation: Int64,
    hours: Int64,
    awarded: Int64,
    client: ClientKey = otherClient
  ) -> Command {
    let product = AllocatedProduct(
      number: allocation,
      decided: DecisionMoment(on: day("2024-12-18"), at: CivilTime(nanoseconds: 0)),
      terms: AllocationTerms(
        category: ProductCategory("02"),
        code: ProductCode("02A03"),
        from: day("2025-01-01"),
        through: day("2025-12-31"),
        volume: SupportVolume(amount: hours, unit: .hour, frequency: .total)
      )
    )
    let row = TakenOverAllocation(
      row: 2,
      law: .socialSupport,
      municipality: municipality,
      provider: provider,
      client: client,
      product: product,
      volume: awarded,
      unit: awarded > 0 ? .hour : nil,
      amount: Cents(awarded * 6_000)
    )
    return .importAllocations(table(.allocations, number, rows: 1), [row])
  }
}

extension [RegionEvent] {
  /// The groups of a table that were judged.
  var tables: [TableJudged] {
    compactMap { event in
      if case .claim(.tableJudged(let table)) = event { table } else { nil }
    }
  }
}
