import Commissioning
import Quantities

/// Lets providers report every quarter how much room they have and how long residents wait.
struct CapacityMaker {
  var generator: SeededGenerator

  /// The quarters of the year in which support is given, and the one after it.
  private static let days = [
    Calendar2025.day(2025, 1, 13), Calendar2025.day(2025, 4, 14), Calendar2025.day(2025, 7, 14),
    Calendar2025.day(2025, 10, 13), lastRound,
  ]

  /// In the last round providers report on every product, before that on their first one.
  private static let lastRound = Calendar2025.day(2026, 1, 12)

  /// A report for each contract, municipality and product; all of one day together.
  mutating func write(to script: inout CommissioningScript) throws(ShapeFault) {
    for day in CapacityMaker.days {
      var reports: [CapacityReport] = []
      var seen: Set<CapacityReport.Subject> = []
      for contract in script.contracts.contracts.values.sorted(by: { $0.draft.code < $1.draft.code }
      )
      where contract.period?.contains(day) == true {
        for product in contract.draft.products.prefix(day == Self.lastRound ? .max : 1) {
          for municipality in contract.draft.municipalities {
            let report = report(contract.draft.provider, municipality, product, on: day)
            if seen.insert(report.subject).inserted { reports.append(report) }
          }
        }
      }
      try script.coverage(.report(reports), on: day)
    }
  }

  /// Most have some room and a short wait; one in eight is full, with a long one.
  private mutating func report(
    _ provider: ChamberNumber,
    _ municipality: MunicipalityCode,
    _ product: ProductCode,
    on day: CivilDate
  ) -> CapacityReport {
    let isFull = generator.chance(perMille: 125)
    return CapacityReport(
      provider: provider,
      municipality: municipality,
      product: product,
      on: day,
      freePlaces: isFull ? 0 : generator.number(in: 1...9),
      waitingDays: isFull ? generator.number(in: 45...120) : generator.number(in: 3...40)
    )
  }
}
