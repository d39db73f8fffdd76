import Commissioning
import Quantities

/// Tests providers on what the region demands, with results of every kind.
///
/// The letters ask that every requirement has its test (003:187); requirements, days and results
/// are ours (aanname).
struct QualityMaker {
  let parties: BuyingParties
  var generator: SeededGenerator

  /// A demand on one product and the first day of its round of tests.
  private struct Demand {
    let code: String
    let text: String
    let test: String
    let product: String
    let from: CivilDate
  }

  private static let demands = [
    Demand(
      code: "deskundigheid-begeleiding",
      text: "Ten minste twee derde van de begeleiders heeft een afgeronde opleiding op niveau 4.",
      test: "steekproef van tien personeelsdossiers",
      product: "02A16",
      from: Calendar2025.day(2024, 10, 7)
    ),
    Demand(
      code: "plan-binnen-zes-weken",
      text: "Binnen zes weken na de start is er een plan met doelen en een einddatum.",
      test: "steekproef van tien cliëntdossiers",
      product: "PWIAT",
      from: Calendar2025.day(2025, 3, 3)
    ),
  ]

  /// The demands, a test of nearly every provider, and a warning to the first that fails.
  mutating func write(to script: inout CommissioningScript) throws(ShapeFault) {
    for demand in Self.demands {
      guard let product = ProductCode(demand.product) else {
        throw .missingProduct(demand.product)
      }
      try script.supplier(.setDemand(try made(demand, product)), on: demand.from)
      let contracts = script.contracts.contracts.values.map(\.draft)
        .filter { $0.products.contains(product) && $0.start < demand.from }
        .sorted { $0.code < $1.code }
      var tested: Set<ChamberNumber> = []
      for (place, contract) in contracts.enumerated()
      where tested.insert(contract.provider).inserted && (place == 0 || place % 9 != 8) {
        let day = Calendar2025.workday(demand.from.adding(days: 14 + generator.below(200)))
        try test(demand, contract, isFirst: place == 0, on: day, to: &script)
      }
    }
  }

  private func made(_ demand: Demand, _ product: ProductCode) throws(ShapeFault) -> QualityDemand {
    QualityDemand(
      requirement: Requirement(
        code: try .made(demand.code),
        kind: .quality,
        text: demand.text,
        test: demand.test,
        basis: .assumption("de brieven noemen scherpere eisen, maar niet welke (002:101-103)")
      ),
      product: product,
      repeatedWithin: LegalTerm(.months(24), .contract, .assumption("eens in de twee jaar"))
    )
  }

  private mutating func test(
    _ demand: Demand,
    _ contract: ContractDraft,
    isFirst: Bool,
    on day: CivilDate,
    to script: inout CommissioningScript
  ) throws(ShapeFault) {
    let draw = generator.below(12)
    let result: QualityTest.Result = isFirst || draw == 0 ? .notMet : draw < 3 ? .partlyMet : .met
    let findings: [QualityTest.Result: String] = [
      .met: "alle tien dossiers in orde",
      .partlyMet: "zeven van de tien dossiers in orde; herstel is toegezegd",
      .notMet: "vier van de tien dossiers in orde",
    ]
    let found = QualityTest(
      requirement: try .made(demand.code),
      provider: contract.provider,
      on: day,
      result: result,
      finding: findings[result] ?? ""
    )
    try script.supplier(.recordTest(found), on: day)
    guard isFirst else { return }
    let later = day.adding(days: 14)
    guard let period = OpenPeriod(from: later, through: later.adding(months: 6)) else { return }
    let warning = ContractPart(
      code: try .made("waarschuwing-\(demand.code)"),
      kind: .addendum,
      title: "Waarschuwing met verbeterplan: \(demand.text)",
      period: period,
      clauses: [
        ContractClause(
          subject: "verbetertermijn",
          place: "artikel 1",
          text: "De aanbieder voldoet binnen zes maanden en wordt daarna opnieuw getoetst."
        )
      ]
    )
    try script.contract(.act(contract.code, .addPart(warning)), on: Calendar2025.workday(later))
  }
}
