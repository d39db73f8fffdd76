import Commissioning
import Quantities
import Testing

@Suite("Suppliers: the evaluation after year one may dissolve a contract (000:34)")
struct YearEvaluationTests {
  private func stage(_ script: SupplierScript, on day: String) throws -> String? {
    script.book.evaluations(contracts: script.contracts.book, on: try date(day)).first?.stage.code
  }

  @Test(
    "Only when results and progress both lag is the year not good",
    arguments: [
      (true, true, "goed"), (true, false, "goed"), (false, true, "goed"),
      (false, false, "ontbinden-kan"),
    ]
  )
  func judged(results: Bool, progress: Bool, code: String) throws {
    var script = try SupplierScript(providers: 1)
    try script.run(.evaluate(try evaluation("c1", results, progress)), on: "2022-12-15")
    #expect(try stage(script, on: "2022-12-15") == code)
    #expect(YearEvaluation.judgedBy.contains { $0.isAssumption })
  }

  @Test("From not yet, over due and too late, to dissolved on notice of a month")
  func stages() throws {
    var script = try SupplierScript(providers: 1)
    for (day, code) in [
      ("2022-06-01", "nog-niet"), ("2022-11-29", "nog-niet"), ("2022-11-30", "te-doen"),
      ("2022-12-31", "te-doen"), ("2023-01-01", "te-laat"),
    ] {
      #expect(try stage(script, on: day) == code, "\(day)")
    }
    let early = try script.refusal(
      .evaluate(try evaluation("c1", false, false)),
      on: "2022-11-01"
    )
    #expect(early == .contract(.yearNotOver(try date("2022-12-31"))))
    try script.run(.evaluate(try evaluation("c1", false, false)), on: "2022-12-15")
    let standing = try #require(
      script.book.evaluations(contracts: script.contracts.book, on: try date("2022-12-16")).first
    )
    #expect(standing.stage == .mayDissolve(earliest: try date("2023-01-16")))
    #expect(standing.evaluation?.results.finding == "resultaten")
    try script.contracts.act(
      .terminate(.firstYear, effective: try date("2023-01-31")),
      on: "2022-12-16"
    )
    #expect(try stage(script, on: "2022-12-17") == "ontbonden")
    #expect(
      try script.refusal(.evaluate(try evaluation("c1", true, true)), on: "2022-12-20")
        == .contract(.reviewed(1))
    )
  }

  @Test("An evaluation without grounds is refused, and a contract without the clause is not listed")
  func refusals() throws {
    var script = try SupplierScript(providers: 1)
    let bare = YearEvaluation(
      contract: try label("c1"),
      year: 1,
      results: YearEvaluation.Part(isSufficient: false, finding: ""),
      progress: YearEvaluation.Part(isSufficient: false, finding: "x")
    )
    #expect(try script.refusal(.evaluate(bare), on: "2022-12-15") == .noGrounds)
    let unknown = try evaluation("x", true, true)
    #expect(
      try script.refusal(.evaluate(unknown), on: "2022-12-15")
        == .contract(.unknown(try label("x")))
    )
    let plain = try draft("c9", mayDissolveAfterFirstYear: false, provider: "90000009")
    try script.contracts.run(.conclude(plain), on: "2021-07-01")
    let listed = script.book.evaluations(
      contracts: script.contracts.book,
      on: try date("2022-12-15")
    )
    #expect(listed.map(\.contract.description) == ["c1"])
    #expect(try stage(script, on: "2027-01-01") == "geeindigd")
  }
}
