import Commissioning
import Generators
import Quantities
import Rules
import Testing

@Suite("Which price and which rules hold: the index beside the plain search")
struct AgreementIndexTests {
  private struct Asked {
    let product: ProductCode
    let provider: ProviderCode
    let municipality: MunicipalityCode
    let date: CivilDate
  }

  /// The answer by looking through all contracts.
  private func plain(_ book: ContractBook, _ asked: Asked) -> (Cents, ContractCode)? {
    for contract in book.contracts.values
    where contract.draft.claimCodes.contains(asked.provider)
      && contract.draft.municipalities.contains(asked.municipality)
      && contract.draft.products.contains(asked.product)
      && contract.period?.contains(asked.date) == true
    {
      if let version = book.tariffs.version(of: asked.product, under: contract, on: asked.date) {
        return (version.price, contract.draft.code)
      }
    }
    return nil
  }

  private func period(_ first: CivilDate, _ last: CivilDate?) throws -> OpenPeriod {
    try #require(OpenPeriod(from: first, through: last))
  }

  @Test("Random books: the same answer as the plain search on every day asked")
  func agrees() throws {
    for seed in UInt64(1)...25 {
      var generator = SeededGenerator(seed: seed)
      let script = try drawn(using: &generator)
      let origin = try date("2022-01-01")
      let (index, conflicts) = AgreementIndex.make(script.book)
      // Two contracts of one provider may clash in a drawn book; those cases are told, not guessed.
      let clashing = Set(conflicts.flatMap(\.contracts))
      for _ in 0..<400 {
        let places = Self.municipalities + ["1507"]
        let place = places[Int.random(in: 0..<3, using: &generator)]
        let code = Self.products[Int.random(in: 0..<3, using: &generator)]
        let asked = Asked(
          product: try #require(ProductCode(code)),
          provider: try #require(
            ProviderCode(number: 99_990_100 + Int.random(in: 0..<6, using: &generator))
          ),
          municipality: try #require(MunicipalityCode(place)),
          date: origin.adding(days: Int.random(in: -40..<1500, using: &generator))
        )
        let found = index.terms(
          product: asked.product,
          provider: asked.provider,
          municipality: asked.municipality,
          on: asked.date
        )
        let expected = plain(script.book, asked)
        if let code = expected?.1 ?? found?.rules.contract, clashing.contains(code) { continue }
        #expect(found?.price == expected?.0, "seed \(seed): \(asked)")
        #expect(found?.rules.contract == expected?.1, "seed \(seed): \(asked)")
      }
    }
  }

  private static let municipalities = ["0983", "0984"]
  private static let products = ["02A03", "02A04", "07B01"]

  /// Eight contracts and up to forty tariffs, some of which were refused.
  private func drawn(using generator: inout SeededGenerator) throws -> ContractScript {
    var script = try ContractScript()
    let origin = try date("2022-01-01")
    for number in 0..<8 {
      let made = try draft(
        "c\(number)",
        start: "202\(2 + number % 3)-01-01",
        pattern: "2+1",
        claimCode: "9999010\(number % 6)",
        municipalities: Self.municipalities.filter { _ in Bool.random(using: &generator) } + [
          "1507"
        ],
        products: Self.products.filter { _ in Bool.random(using: &generator) },
        lot: number % 2 == 0 ? "regionaal" : "lokaal"
      )
      try script.run(.conclude(made), on: "2021-01-01")
      if number % 3 == 0 {
        try? script.act(
          .amend(
            ContractAmendment(
              subject: "s",
              text: "t",
              from: try date("2023-03-0\(number + 1)"),
              ground: .minor
            )
          ),
          on: "2022-07-01",
          "c\(number)"
        )
      }
    }
    let scopes =
      try [TariffScope.lot(label("regionaal")), .lot(label("lokaal"))]
      + (0..<8).map { .contract(try label("c\($0)")) }
    for _ in 0..<40 {
      let first = origin.adding(days: Int.random(in: -50..<900, using: &generator))
      let last = Bool.random(using: &generator) ? nil : first.adding(days: 200)
      let scope = try #require(scopes.randomElement(using: &generator))
      let product = try #require(Self.products.randomElement(using: &generator))
      let version = Tariff(
        price: Cents(Int64.random(in: 1...9_999, using: &generator)),
        unit: .hour,
        period: try period(first, last),
        basis: .assumption("proef")
      )
      try? script.run(
        .agreeTariff(TariffBook.Key(scope, try #require(ProductCode(product))), version),
        on: "2022-01-01"
      )
    }
    return script
  }

  @Test("The rules follow the version of the contract, and two contracts for one day are told")
  func versionsAndConflicts() throws {
    var script = try ContractScript(try draft(), try draft("c2"))
    let key = TariffBook.Key(.lot(try label("regionaal")), try #require(ProductCode("02A03")))
    let version = Tariff(
      price: Cents(38_00),
      unit: .hour,
      period: try period(try date("2022-01-01"), nil),
      basis: .assumption("proef")
    )
    try script.run(.agreeTariff(key, version), on: "2021-12-01")
    let (_, conflicts) = AgreementIndex.make(script.book)
    #expect(conflicts.map(\.contracts) == [[try label("c1"), try label("c2")]])
    #expect(conflicts.first?.text.dutch.contains("c1 en c2") == true)
    var single = try ContractScript(try draft())
    try single.run(.agreeTariff(key, version), on: "2021-12-01")
    try single.act(
      .amend(
        ContractAmendment(subject: "s", text: "t", from: try date("2023-05-01"), ground: .minor)
      ),
      on: "2023-04-01"
    )
    let (index, none) = AgreementIndex.make(single.book)
    #expect(none == [])
    for (day, number) in [("2023-04-30", 1), ("2023-05-01", 2)] {
      let terms = index.terms(
        product: key.product,
        provider: try #require(ProviderCode("99990101")),
        municipality: try #require(MunicipalityCode("0983")),
        on: try date(day)
      )
      #expect(terms?.rules.version == number)
      #expect(terms?.price == Cents(38_00))
    }
    #expect(index.count == 2)
  }
}
