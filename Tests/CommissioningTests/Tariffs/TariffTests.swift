import Commissioning
import Generators
import Quantities
import Testing

@Suite("Tariffs: versions, real price, indexation, month price")
struct TariffTests {
  private func version(
    _ price: Int64,
    _ from: String,
    _ through: String? = nil
  ) throws -> Tariff {
    Tariff(
      price: Cents(price),
      unit: .hour,
      period: try #require(
        OpenPeriod(from: try date(from), through: through.flatMap { CivilDate($0) })
      ),
      basis: .assumption("proef")
    )
  }

  @Test("A later version ends an open one on the day before; a closed one is not touched")
  func succession() throws {
    var series = TariffSeries()
    #expect(series.add(try version(100, "2022-01-01")))
    #expect(series.add(try version(110, "2023-01-01")))
    #expect(!series.add(try version(105, "2022-06-01")))
    #expect(!series.add(try version(120, "2023-01-01")))
    #expect(series.add(try version(90, "2021-01-01", "2021-12-31")))
    for (day, price) in [
      ("2020-12-31", nil), ("2021-06-01", 90), ("2022-12-31", 100), ("2023-01-01", 110),
      ("2099-01-01", 110),
    ] as [(String, Int64?)] {
      #expect(series.version(on: try date(day))?.price.rawValue == price, "\(day)")
    }
  }

  @Test("The refusal of a second tariff says of the first whether and when it ends")
  func ambiguousTariff() throws {
    func tariff(_ cents: Int64, _ first: String, _ last: String?) throws -> Tariff {
      let end = try last.map { try date($0) }
      return Tariff(
        price: Cents(cents),
        unit: .hour,
        period: try #require(OpenPeriod(from: try date(first), through: end)),
        basis: .assumption("prijs van een proef")
      )
    }
    let product = try #require(ProductCode("02A03"))
    let key = TariffBook.Key(.contract(try label("c1")), product)
    func refusal(of second: Tariff, after first: Tariff) throws -> ContractRefusal? {
      var script = try ContractScript(try draft())
      try script.run(.agreeTariff(key, first), on: "2021-07-01")
      do {
        _ = try script.book.decide(.agreeTariff(key, second), on: try date("2021-07-02"))
        return nil
      } catch { return error as? ContractRefusal }
    }
    let open = try tariff(5_000, "2022-01-01", nil)
    let sameDay = try refusal(of: try tariff(5_100, "2022-01-01", nil), after: open)
    #expect(
      sameDay?.text == "Vanaf 1 januari 2022 geldt al een tarief zonder einddatum; er mogen geen "
        + "twee gelden. Een nieuw tarief vervangt het pas als het op een latere dag ingaat."
    )
    let ended = try tariff(5_000, "2022-01-01", "2022-12-31")
    let within = try refusal(of: try tariff(5_100, "2022-06-01", nil), after: ended)
    #expect(
      within?.text
        == "Vanaf 1 juni 2022 geldt al een tarief, tot en met 31 december 2022; er mogen "
        + "geen twee gelden. Laat het nieuwe tarief na die dag ingaan, of eerder eindigen."
    )
    #expect(try refusal(of: try tariff(5_100, "2022-02-01", nil), after: open) == nil)
  }

  @Test("A tariff is never ambiguous on any date")
  func unambiguous() throws {
    for seed in UInt64(1)...50 {
      var generator = SeededGenerator(seed: seed)
      let origin = try date("2022-01-01")
      var series = TariffSeries()
      for _ in 0..<30 {
        let first = origin.adding(days: Int.random(in: 0..<400, using: &generator))
        let last =
          Bool.random(using: &generator)
          ? nil : first.adding(days: Int.random(in: 0..<60, using: &generator))
        let added = try version(
          Int64.random(in: 1...999, using: &generator),
          first.description,
          last?.description
        )
        let before = series
        let conflict = series.conflict(with: added)
        let isAdded = series.add(added)
        #expect(isAdded == (conflict == nil), "seed \(seed)")
        if !isAdded { #expect(series == before, "seed \(seed)") }
        if isAdded { #expect(series.version(on: first) == added, "seed \(seed)") }
      }
      for offset in -1..<480 {
        let day = origin.adding(days: offset)
        let holding = series.versions.filter { $0.period.contains(day) }
        #expect(holding.count <= 1, "seed \(seed): \(day)")
        #expect(series.version(on: day) == holding.first, "seed \(seed): \(day)")
      }
    }
  }

  @Test(
    "F11: the build-up of the public annex",
    arguments: [(24_68, 37_02, 38_00, "2,6472 %"), (42_22, 63_33, 64_00, "1,058 %")]
  )
  func realPrice(_ hourly: Int64, _ cost: Int64, _ tariff: Int64, _ margin: String) throws {
    let buildUp = TariffBuildUp(
      hourlyCost: Cents(hourly),
      overhead: .percent(20),
      productivity: .percent(80),
      basis: .document("F11")
    )
    let test = RealPriceTest(Cents(tariff), buildUp: buildUp)
    #expect(test.costPrice == Cents(cost))
    #expect(test.margin?.dutchText == margin)
    // The annex names three elements only, so it does not show that the others are covered.
    #expect(test.missing == [.travelAndTraining, .indexation, .otherDemands])
    #expect(!test.passes)
    #expect(test.findings.count == 3)
  }

  @Test("A tariff passes when all six are named and covered, and not a cent below")
  func realPriceLimits() {
    func test(_ tariff: Int64, productivity: Rate = .percent(80)) -> RealPriceTest {
      RealPriceTest(
        Cents(tariff),
        buildUp: TariffBuildUp(
          hourlyCost: Cents(24_68),
          overhead: .percent(20),
          productivity: productivity,
          travelAndTraining: Cents(1_50),
          indexation: .percent(3),
          otherDemands: Cents(25),
          basis: .assumption("proef")
        )
      )
    }
    // (37.02 + 1.50 + 0.25) x 1.03 = 39.9331
    #expect(test(39_93).costPrice == Cents(39_93))
    #expect(test(39_93).passes)
    #expect(test(39_92).isBelowCost && !test(39_92).passes)
    #expect(test(39_93, productivity: .zero).costPrice == nil)
    #expect(!test(39_93, productivity: .zero).passes)
    #expect(!RealPriceTest(Cents(100), buildUp: nil).passes)
  }

  @Test("A build-up of any size is computed or is no number, never a trap")
  func extremes() {
    let sizes: [Int64] = [.min, -1, 0, 1, 1 << 39, (1 << 40) - 1, 1 << 40, .max]
    for hourly in sizes {
      for share in sizes + [10_000_000, 10_000_001, -999_999] {
        let buildUp = TariffBuildUp(
          hourlyCost: Cents(hourly),
          overhead: Rate(millionths: share),
          productivity: Rate(millionths: 1),
          travelAndTraining: Cents(hourly),
          indexation: Rate(millionths: share),
          otherDemands: Cents(hourly),
          basis: .assumption("proef")
        )
        #expect(RealPriceTest(Cents(hourly), buildUp: buildUp).missing.count <= 1)
      }
    }
  }

  @Test("The amounts of the elements add up to the cost price, to the cent")
  func amountsAddUp() throws {
    for seed in UInt64(1)...300 {
      var generator = SeededGenerator(seed: seed)
      let buildUp = TariffBuildUp(
        hourlyCost: Cents(Int64.random(in: 1...20_000, using: &generator)),
        overhead: Rate(millionths: Int64.random(in: 0...500_000, using: &generator)),
        productivity: Rate(millionths: Int64.random(in: 300_000...1_000_000, using: &generator)),
        travelAndTraining: Cents(Int64.random(in: 0...900, using: &generator)),
        indexation: Rate(millionths: Int64.random(in: -20_000...90_000, using: &generator)),
        otherDemands: Cents(Int64.random(in: 0...900, using: &generator)),
        basis: .assumption("proef")
      )
      let amounts = try #require(buildUp.amounts)
      let sum = amounts.reduce(Int64(0)) { $0 + $1.amount.rawValue }
      #expect(Cents(sum) == buildUp.costPrice, "seed \(seed)")
      #expect(Set(amounts.map(\.element)).count == 6, "seed \(seed)")
    }
  }

  @Test("Indexation: prognosis plus the correction of the year before, weights 90 and 10")
  func indexation() throws {
    let youth = try #require(Indexation.youth)
    let personnel = IndexSeries([
      2023: IndexSeries.Year(prognosis: try rate("3,2"), final: try rate("4,0")),
      2024: IndexSeries.Year(prognosis: try rate("5,15"), final: try rate("5,00")),
      2025: IndexSeries.Year(prognosis: try rate("2,57")),
    ])
    let material = IndexSeries([
      2023: IndexSeries.Year(prognosis: try rate("2,0"), final: try rate("6,0")),
      2024: IndexSeries.Year(prognosis: try rate("3,0"), final: try rate("3,3")),
      2025: IndexSeries.Year(prognosis: try rate("1,0")),
    ])
    func step(_ year: Int) throws(IndexationGap) -> IndexationStep {
      try youth.step(into: year, personnel: personnel, material: material, firstContractYear: 2022)
    }
    // First year after a new contract: no correction. 0.9 x 3.2 + 0.1 x 2.0 = 3.08
    #expect(try step(2023).rate.dutchText == "3,08 %")
    #expect(try !step(2023).isCorrected)
    // 0.9 x (5.15 + 0.8) + 0.1 x (3.0 + 4.0) = 6.055
    #expect(try step(2024).rate.dutchText == "6,055 %")
    // 0.9 x (2.57 - 0.15) + 0.1 x (1.0 + 0.3) = 2.308
    #expect(try step(2025).rate.dutchText == "2,308 %")
    #expect(try step(2024).applied(to: Cents(100_00)) == Cents(106_06))
    #expect(throws: IndexationGap.noPrognosis(index: "OVA", year: 2026)) { try step(2026) }
    #expect(try IndexationStep.whole.applied(to: Cents(.max)) == nil)
    #expect(Indexation(personnel: .percent(90), material: .percent(9), basis: .law("x")) == nil)
  }

  @Test("F3: three hours a week at 40 euros is 120 a week and 520 a month")
  func monthPrice() {
    let price = MonthPrice(minutesPerWeek: 180, hourPrice: Cents(40_00))
    #expect(price.perWeek == Cents(120_00))
    #expect(price.perMonth == Cents(520_00))
    #expect(MonthPrice(minutesPerWeek: .max, hourPrice: Cents(.max)).perMonth == nil)
    // Rounded once, from the hour: 1.5 h x 33.33 x 13/3 = 216.645.
    #expect(MonthPrice(minutesPerWeek: 90, hourPrice: Cents(33_33)).perMonth == Cents(216_65))
  }

  private func rate(_ text: String) throws -> Rate { try #require(Rate(percent: text)) }
}

extension IndexationStep {
  /// A step that doubles every price.
  fileprivate static var whole: IndexationStep {
    get throws {
      let rule = try #require(
        Indexation(personnel: .whole, material: .zero, basis: .assumption("proef"))
      )
      return try rule.step(
        into: 2023,
        personnel: IndexSeries([2023: IndexSeries.Year(prognosis: .whole)]),
        material: IndexSeries(),
        firstContractYear: 2022
      )
    }
  }
}
