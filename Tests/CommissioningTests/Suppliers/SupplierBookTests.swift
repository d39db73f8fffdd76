import Commissioning
import Generators
import Journal
import Quantities
import Rules
import Testing

/// Contracts and suppliers that are told what to do, and keep what happened.
struct SupplierScript {
  var contracts: ContractScript
  var book = SupplierBook()
  var events: [SupplierEvent] = []
  var segments: [SegmentForms]

  /// Providers 1 to n with a contract for product 02A03 from 2022 on.
  init(providers: Int = 2) throws {
    contracts = try ContractScript()
    for number in 1...providers {
      let draft = try draft(
        "c\(number)",
        provider: "9000000\(number)",
        claimCode: "9999010\(number)"
      )
      try contracts.run(.conclude(draft), on: "2021-07-01")
    }
    segments = [
      SegmentForms(
        segment: try label("lek-ib"),
        forms: try ["ib-1-2-beh-gem", "ib-3-4-beh-gem", "ib-5-beh-gem"].map {
          ProductForm(code: try label($0), product: nil)
        },
        basis: .document("003:367")
      )
    ]
  }

  func decide(_ command: SupplierCommand, on day: String) throws -> SupplierDecision {
    try book.decide(command, contracts: contracts.book, segments: segments, on: try date(day))
  }

  mutating func run(_ command: SupplierCommand, on day: String) throws {
    let decision = try decide(command, on: day)
    for event in decision.events {
      book.evolve(event)
      events.append(event)
    }
    for event in decision.contractEvents { contracts.book.evolve(event) }
  }

  func refusal(_ command: SupplierCommand, on day: String) throws -> SupplierRefusal? {
    do {
      _ = try decide(command, on: day)
      return nil
    } catch let refusal as SupplierRefusal {
      return refusal
    }
  }

  func statement(
    _ number: Int,
    _ forms: [String],
    on day: String = "2022-03-01",
    segment: String = "lek-ib"
  ) throws -> FormStatement {
    FormStatement(
      provider: try chamber("9000000\(number)"),
      segment: try label(segment),
      forms: try forms.map { try label($0) },
      on: try date(day)
    )
  }

  func demand(
    _ code: String = "vog",
    test: String? = "dossiercontrole",
    product: String? = nil,
    months: Int? = 12
  ) throws -> QualityDemand {
    QualityDemand(
      requirement: Requirement(
        code: try label(code),
        kind: .quality,
        text: "Alle begeleiders hebben een verklaring omtrent het gedrag",
        test: test,
        basis: .clause("programma van eisen 4.2")
      ),
      product: product.flatMap { ProductCode($0) },
      repeatedWithin: months.map { LegalTerm(.months($0), .contract, .clause("jaarlijks")) }
    )
  }

  func test(
    _ code: String = "vog",
    _ number: Int = 1,
    on day: String = "2022-03-01",
    _ result: QualityTest.Result = .met,
    finding: String = "tien dossiers gezien",
    through: String? = nil
  ) throws -> QualityTest {
    QualityTest(
      requirement: try label(code),
      provider: try chamber("9000000\(number)"),
      on: try date(day),
      result: result,
      finding: finding,
      validThrough: through.flatMap { CivilDate($0) }
    )
  }

  func alerts(on day: String) throws -> [String] {
    book.alerts(contracts: contracts.book, on: try date(day)).map {
      "\($0.kind.rawValue) \($0.requirement) \($0.provider?.description ?? "-")"
    }
  }
}

@Suite("Suppliers: forms, tests and lines")
struct SupplierBookTests {
  private let all = ["ib-1-2-beh-gem", "ib-3-4-beh-gem", "ib-5-beh-gem"]

  @Test("003:367 who can deliver every form of a segment can scale down; the others miss some")
  func forms() throws {
    var script = try SupplierScript(providers: 3)
    try script.run(.stateForms(try script.statement(2, all)), on: "2022-03-01")
    try script.run(.stateForms(try script.statement(1, [all[2]])), on: "2022-03-01")
    let rows = script.book.coverage(
      of: script.segments[0],
      contracts: script.contracts.book,
      on: try date("2022-04-01")
    )
    #expect(rows.map(\.provider.description) == ["90000002", "90000001", "90000003"])
    #expect(rows.map(\.isComplete) == [true, false, false])
    #expect(rows[1].missing.map(\.description) == Array(all[0...1]))
    #expect(rows[1].ground == .stated(on: try date("2022-03-01")))
    #expect(rows[2].ground == .unknown && rows[2].missing.count == 3)
    // Before the statement nothing was known, and after the contracts nobody is left.
    let before = script.book.coverage(
      of: script.segments[0],
      contracts: script.contracts.book,
      on: try date("2022-02-28")
    )
    #expect(before.allSatisfy { $0.ground == .unknown })
    let after = script.book.coverage(
      of: script.segments[0],
      contracts: script.contracts.book,
      on: try date("2030-01-01")
    )
    #expect(after.isEmpty)
  }

  @Test("Without a statement the products of the contracts are taken, for who has one of them")
  func formsByContract() throws {
    let script = try SupplierScript(providers: 1)
    func segment(_ products: [String]) throws -> SegmentForms {
      SegmentForms(
        segment: try label("s"),
        forms: try products.map {
          ProductForm(code: try label("f-\($0)"), product: try product($0))
        },
        basis: .document("003:367")
      )
    }
    func rows(_ products: [String]) throws -> [FormCoverage] {
      script.book.coverage(
        of: try segment(products),
        contracts: script.contracts.book,
        on: try date("2022-04-01")
      )
    }
    #expect(try rows(["02A03"]).map(\.isComplete) == [true])
    #expect(try rows(["02A03", "02A04"]).map(\.isComplete) == [false])
    #expect(try rows(["02A03"]).map(\.ground) == [.contracts])
    #expect(try rows(["02A05"]).isEmpty)
  }

  @Test("A statement names forms of the segment, by a contracted provider, of a day that was")
  func statements() throws {
    var script = try SupplierScript()
    let day = "2022-03-01"
    let cases: [(FormStatement, SupplierRefusal)] = [
      (try script.statement(1, [], segment: "x"), .unknownSegment(try label("x"))),
      (try script.statement(1, ["x"]), .unknownForm(try label("x"), try label("lek-ib"))),
      (try script.statement(9, all), .unknownProvider(try chamber("90000009"))),
      (try script.statement(1, all, on: "2022-03-02"), .inTheFuture(try date("2022-03-02"))),
    ]
    for (statement, refusal) in cases {
      #expect(try script.refusal(.stateForms(statement), on: day) == refusal)
      #expect(refusal.text.dutch.hasSuffix(".") && refusal.text.dutch != refusal.text.english)
    }
    try script.run(.stateForms(try script.statement(1, all)), on: day)
    let reversed = try script.statement(1, all.reversed(), on: "2022-03-05")
    #expect(try script.refusal(.stateForms(reversed), on: "2022-03-05") == .nothingChanges)
  }

  @Test("003:187 every requirement has a test, every test its date, result and end")
  func alerts() throws {
    var script = try SupplierScript()
    try script.run(.setDemand(try script.demand()), on: "2022-01-01")
    try script.run(.setDemand(try script.demand("klacht", test: " ")), on: "2022-01-01")
    try script.run(.setDemand(try script.demand("keur", product: "99X99")), on: "2022-01-01")
    #expect(
      try script.alerts(on: "2022-02-01") == [
        "eis-zonder-toets klacht -", "nooit-getoetst vog 90000001", "nooit-getoetst vog 90000002",
      ]
    )
    try script.run(.recordTest(try script.test()), on: "2022-03-01")
    try script.run(.recordTest(try script.test("vog", 2, .notMet)), on: "2022-03-01")
    #expect(
      try script.alerts(on: "2022-03-02") == [
        "voldoet-niet vog 90000002", "eis-zonder-toets klacht -",
      ]
    )
    try script.run(.recordTest(try script.test("vog", 2, on: "2022-06-01")), on: "2022-06-01")
    #expect(try script.alerts(on: "2022-06-01") == ["eis-zonder-toets klacht -"])
    // The result of March holds through 1 March 2023 and is announced two months before.
    for (day, alert) in [
      ("2022-12-30", nil), ("2022-12-31", "toets-verloopt vog 90000001"),
      ("2023-03-01", "toets-verloopt vog 90000001"), ("2023-03-02", "toets-verlopen vog 90000001"),
    ] as [(String, String?)] {
      let found = try script.alerts(on: day).filter { $0.hasPrefix("toets") }
      #expect(found == (alert.map { [$0] } ?? []), "\(day)")
    }
    // What was tested later does not change what was known before.
    #expect(try script.alerts(on: "2022-03-15").first == "voldoet-niet vog 90000002")
  }

  @Test("The own end of a certificate counts when it comes first")
  func certificate() throws {
    let script = try SupplierScript()
    let calendar = WorkCalendar()
    let demand = try script.demand()
    func expiry(_ through: String?, _ demand: QualityDemand) throws -> String? {
      demand.expiry(of: try script.test(through: through), in: calendar)?.description
    }
    #expect(try expiry(nil, demand) == "2023-03-01")
    #expect(try expiry("2022-05-01", demand) == "2022-05-01")
    #expect(try expiry("2025-05-01", demand) == "2023-03-01")
    #expect(try expiry("2025-05-01", script.demand(months: nil)) == "2025-05-01")
    #expect(try expiry(nil, script.demand(months: nil)) == nil)
  }

  @Test("A test names a requirement with a test, a provider with a contract, and what was found")
  func tests() throws {
    var script = try SupplierScript()
    try script.run(.setDemand(try script.demand()), on: "2022-01-01")
    try script.run(.setDemand(try script.demand("los", test: nil)), on: "2022-01-01")
    #expect(
      try script.refusal(.setDemand(try script.demand()), on: "2022-01-02") == .nothingChanges
    )
    let cases: [(QualityTest, SupplierRefusal)] = [
      (try script.test("x"), .unknownRequirement(try label("x"))),
      (try script.test("los"), .requirementWithoutTest(try label("los"))),
      (try script.test("vog", 9), .unknownProvider(try chamber("90000009"))),
      (try script.test(on: "2022-03-02"), .inTheFuture(try date("2022-03-02"))),
      (try script.test(finding: " "), .noFinding),
      (try script.test(through: "2022-02-28"), .endsBeforeTest(try date("2022-03-01"))),
    ]
    for (test, refusal) in cases {
      #expect(try script.refusal(.recordTest(test), on: "2022-03-01") == refusal)
      #expect(refusal.text.dutch.hasSuffix(".") && refusal.text.dutch != refusal.text.english)
    }
    try script.run(.recordTest(try script.test()), on: "2022-03-01")
    #expect(
      try script.refusal(.recordTest(try script.test()), on: "2022-03-02") == .nothingChanges
    )
  }

  @Test("Products have line zero, one or two")
  func lines() throws {
    var script = try SupplierScript()
    let line = ProductLine(
      product: try product("02A03"),
      line: .second,
      basis: .document("003:413")
    )
    try script.run(.setLine(line), on: "2022-01-01")
    #expect(script.book.lines[line.product] == line)
    #expect(try script.refusal(.setLine(line), on: "2022-01-02") == .nothingChanges)
    #expect(CareLine.allCases.map(\.rawValue) == [0, 1, 2])
    #expect(CareLine.zero < .first && CareLine(rawValue: 3) == nil)
  }

  @Test("Events read back as they were written; IM-02: broken bodies are refused or mean something")
  func journal() throws {
    var generator = SeededGenerator(seed: 20_263)
    var script = try SupplierScript()
    try script.run(.stateForms(try script.statement(1, all)), on: "2022-03-01")
    try script.run(.setDemand(try script.demand(product: "02A03")), on: "2022-01-01")
    try script.run(.recordTest(try script.test(through: "2022-09-01")), on: "2022-03-01")
    try script.run(
      .setLine(
        ProductLine(product: try product("02A03"), line: .first, basis: .assumption("geen bron"))
      ),
      on: "2022-03-01"
    )
    try script.run(.evaluate(try evaluation("c1", true, false)), on: "2022-12-15")
    var book = SupplierBook()
    for event in script.events {
      let read = try SupplierEvent(event.name, version: 1, body: event.body)
      #expect(read == event)
      book.evolve(read)
      try mutate(event.body, 300, &generator) { body in
        let read = try SupplierEvent(event.name, version: 1, body: body)
        var changed = script.book
        changed.evolve(read)
        _ = changed.alerts(contracts: script.contracts.book, on: try date("2022-06-01"))
        return read.body
      }
      #expect(throws: JSONFailure.self) {
        try SupplierEvent(event.name, version: 0, body: event.body)
      }
    }
    #expect(book == script.book)
    #expect(Set(script.events.map(\.name)).count == SupplierEvent.Name.allCases.count)
    #expect(
      String(decoding: try #require(script.events.last).body, as: UTF8.self)
        == #"{"contract":"c1","year":1,"results":{"sufficient":true,"finding":"resultaten"},"#
        + #""progress":{"sufficient":false,"finding":"voortgang"}}"#
    )
  }
}

func evaluation(
  _ code: String,
  _ results: Bool,
  _ progress: Bool,
  year: Int = 1
) throws -> YearEvaluation {
  YearEvaluation(
    contract: try label(code),
    year: year,
    results: YearEvaluation.Part(isSufficient: results, finding: "resultaten"),
    progress: YearEvaluation.Part(isSufficient: progress, finding: "voortgang")
  )
}
