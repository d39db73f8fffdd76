import Commissioning
import Generators
import Quantities
import Testing

@Suite("PriceList (iWmo/iJw 3.2 TR418)")
struct PriceListTests {
  @Test("The most specific row wins: provider, then municipality, then code, then category")
  func specificity() throws {
    // Every combination of fixed fields once; the tariff is its rank.
    func ranked(_ fixed: Int) throws -> PriceRow {
      let provider: String? = fixed & 8 == 0 ? nil : "99990101"
      let municipality: String? = fixed & 4 == 0 ? nil : "0344"
      let code: String? = fixed & 2 == 0 ? nil : "02A03"
      let category: String? = fixed & 1 == 0 ? nil : "02"
      return try row(
        provider: provider,
        municipality: municipality,
        code: code,
        category: category,
        tariff: Int64(fixed)
      )
    }
    let rows: [PriceRow] = try (0..<16).map { try ranked($0) }
    for left in 0..<16 {
      for right in 0..<16 where left != right {
        let list = try list([rows[left], rows[right]])
        #expect(try price(in: list)?.row.tariff == Cents(Int64(max(left, right))))
      }
    }
    #expect(rows.map(\.specificity) == Array(0..<16))
  }

  @Test("A row for another provider, municipality, code, category or day does not apply")
  func otherCases() throws {
    let list = try list([
      try row(provider: "99990101", municipality: "0344", code: "02A03", category: "02", tariff: 1)
    ])
    #expect(try price(in: list)?.line == 2)
    #expect(try price(in: list, provider: "99990102") == nil)
    #expect(try price(in: list, municipality: "0345") == nil)
    #expect(try price(in: list, code: "02A04") == nil)
    #expect(try price(in: list, code: nil) == nil)
    #expect(try price(in: list, category: "03") == nil)
    #expect(try price(in: list, on: "2019-12-31") == nil)
    #expect(try price(in: list, on: "9999-12-31")?.line == 2)
    #expect(try price(in: .empty) == nil)
  }

  @Test("A case without a code finds rows without a code")
  func withoutCode() throws {
    let list = try list([
      try row(provider: "99990101", code: "02A03", tariff: 1), try row(category: "02", tariff: 2),
    ])
    #expect(try price(in: list, code: nil)?.row.tariff == Cents(2))
    #expect(try price(in: list)?.row.tariff == Cents(1))
  }

  @Test("Each day has the version of that day; a day between versions has a less specific row")
  func versions() throws {
    let list = try list([
      try row(provider: "99990101", tariff: 3, from: "2024-01-01", through: "2024-12-31"),
      try row(provider: "99990101", tariff: 1, from: "2022-01-01", through: "2022-12-31"),
      try row(tariff: 9),
      try row(provider: "99990101", tariff: 4, from: "2025-01-01"),
    ])
    let expected = [
      ("2021-12-31", 9), ("2022-01-01", 1), ("2022-12-31", 1), ("2023-01-01", 9),
      ("2023-12-31", 9), ("2024-01-01", 3), ("2024-12-31", 3), ("2025-01-01", 4),
      ("2030-06-01", 4),
    ]
    for (day, tariff) in expected {
      #expect(try price(in: list, on: day)?.row.tariff == Cents(Int64(tariff)), "\(day)")
    }
    #expect(try price(in: list, on: "2024-05-01")?.index == 0)
    #expect(try price(in: list, on: "2024-05-01")?.line == 2)
  }

  @Test("Two equally specific rows on one day are refused, naming both lines")
  func contradictions() throws {
    let refused: [(String, String?, String, String?, String)] = [
      ("2025-01-01", nil, "2025-01-01", nil, "2025-01-01"),
      ("2025-01-01", "2025-06-30", "2025-06-30", nil, "2025-06-30"),
      ("2025-06-30", nil, "2025-01-01", "2025-06-30", "2025-06-30"),
      ("2025-01-01", "2025-12-31", "2025-03-01", "2025-03-01", "2025-03-01"),
    ]
    for (first, last, otherFirst, otherLast, day) in refused {
      let result = PriceList.make([
        PriceLine(line: 2, row: try row(code: "02A03", tariff: 1, from: first, through: last)),
        PriceLine(line: 3, row: try row(tariff: 1)),
        PriceLine(
          line: 4,
          row: try row(code: "02A03", tariff: 2, from: otherFirst, through: otherLast)
        ),
      ])
      let finding = try #require(findings(result).first)
      #expect(findings(result).count == 1)
      #expect(finding.line == 4 && finding.column == nil)
      #expect(finding.text.hasPrefix("regel 2 en regel 4 gelden allebei op \(day) "))
    }
  }

  @Test("A short row inside a long one does not hide the next contradiction with the long one")
  func nestedContradictions() throws {
    let rows = [
      try row(tariff: 1, from: "2025-01-01", through: "2025-12-31"),
      try row(tariff: 2, from: "2025-02-01", through: "2025-02-28"),
      try row(tariff: 3, from: "2025-06-01", through: "2025-06-30"),
      try row(tariff: 4, from: "2026-01-01"),
    ]
    let result = PriceList.make(rows.enumerated().map { PriceLine(line: $0 + 2, row: $1) })
    #expect(findings(result).map(\.line) == [3, 4])
  }

  @Test("Rows that differ only in unit or variant contradict each other all the same")
  func unitIsNotSpecific() throws {
    let first = try row(tariff: 1)
    let second = PriceRow(unit: .hour, tariff: Cents(2), variant: .effort, period: first.period)
    let result = PriceList.make([PriceLine(line: 2, row: first), PriceLine(line: 3, row: second)])
    #expect(findings(result).count == 1)
  }

  @Test("Random lists find the row that trying all rows finds", arguments: 1...20)
  func agreesWithModel(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var lines: [PriceLine] = []
    var found = 0
    for number in 2..<300 {
      // Rows that contradict an accepted one are left out, so that the list can be made.
      let line = PriceLine(line: number, row: try randomRow(&random))
      if case .success = PriceList.make(lines + [line]) { lines.append(line) }
    }
    let list = try PriceList.make(lines).get()
    #expect(list.count > 20)
    for _ in 0..<2000 {
      let day = try date("2024-12-01").adding(days: Int.random(in: 0..<800, using: &random))
      let provider = try #require(ProviderCode(number: Int.random(in: 1...4, using: &random)))
      let town = try #require(MunicipalityCode(number: Int.random(in: 1...4, using: &random)))
      let category = try #require(ProductCategory(number: Int.random(in: 1...4, using: &random)))
      let code = ProductCode(["A", "B", "C", ""][Int.random(in: 0..<4, using: &random)])
      let match = list.price(
        provider: provider,
        municipality: town,
        category: category,
        code: code,
        on: day
      )
      let best = lines.enumerated().filter { _, line in
        (line.row.provider ?? provider) == provider && (line.row.municipality ?? town) == town
          && (line.row.category ?? category) == category
          && (line.row.code == nil || line.row.code == code) && line.row.period.contains(day)
      }.max { $0.element.row.specificity < $1.element.row.specificity }
      #expect(match?.index == best?.offset, "seed \(seed)")
      #expect(match?.row == best?.element.row, "seed \(seed)")
      if match != nil { found += 1 }
    }
    #expect(found > 100, "seed \(seed)")
  }

  private func randomRow(_ random: inout SeededGenerator) throws -> PriceRow {
    func maybe(_ random: inout SeededGenerator) -> Int? {
      Bool.random(using: &random) ? Int.random(in: 1...4, using: &random) : nil
    }
    let first = try date("2025-01-01").adding(days: Int.random(in: 0..<600, using: &random))
    let last = first.adding(days: Int.random(in: 0..<120, using: &random))
    let open = Int.random(in: 0..<8, using: &random) == 0
    return PriceRow(
      municipality: maybe(&random).flatMap { MunicipalityCode(number: $0) },
      provider: maybe(&random).flatMap { ProviderCode(number: $0) },
      category: maybe(&random).flatMap { ProductCategory(number: $0) },
      code: maybe(&random).flatMap { ProductCode(["A", "B", "C", "D"][$0 - 1]) },
      tariff: Cents(Int64.random(in: 0..<10_000, using: &random)),
      period: try #require(OpenPeriod(from: first, through: open ? nil : last))
    )
  }
}
