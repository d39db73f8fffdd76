import Commissioning
import Generators
import Quantities
import Rules
import Testing

@Suite("Coverage matrix: municipality, group and product (003:474-482)")
struct CoverageMatrixTests {
  /// Given providers and reports, then a colour and its reasons.
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    var providers = 2
    var groups = ["dg-a"]
    var reports: [(number: Int, free: Int?, wait: Int?, day: String)] = []
    var stopped: [Int] = []
    let colour: CoverageColour
    let codes: [String]
    var testDescription: String { name }
  }

  static let rows = [
    Row(
      name: "nobody contracted",
      providers: 0,
      colour: .red,
      codes: ["niemand-gecontracteerd"]
    ),
    Row(
      name: "contracted, but never said for whom",
      groups: [],
      colour: .red,
      codes: ["niemand-gecontracteerd", "doelgroep-niet-vastgelegd"]
    ),
    Row(
      name: "all stopped taking clients",
      stopped: [1, 2],
      colour: .red,
      codes: ["niemand-neemt-aan"]
    ),
    Row(
      name: "one stopped, one reports enough",
      reports: [(2, 3, 10, "2022-06-01")],
      stopped: [1],
      colour: .amber,
      codes: ["weinig-aanbieders"]
    ),
    Row(
      name: "everybody waits longer than the norm of six weeks",
      reports: [(1, 0, 60, "2022-06-01"), (2, 1, 43, "2022-06-01")],
      colour: .red,
      codes: ["overal-te-lang-wachten"]
    ),
    Row(
      name: "exactly six weeks is within the norm",
      reports: [(1, 1, 42, "2022-06-01"), (2, 0, 42, "2022-06-01")],
      colour: .green,
      codes: ["genoeg"]
    ),
    Row(
      name: "one of two waits too long",
      reports: [(1, 2, 50, "2022-06-01"), (2, 2, 10, "2022-06-01")],
      colour: .amber,
      codes: ["te-lang-wachten"]
    ),
    Row(
      name: "no room at all",
      reports: [(1, 0, 10, "2022-06-01"), (2, 0, 10, "2022-06-01")],
      colour: .amber,
      codes: ["weinig-plaats"]
    ),
    Row(name: "nobody reported", colour: .amber, codes: ["geen-opgave"]),
    Row(
      name: "a report of four months ago is not counted on",
      reports: [(1, 9, 1, "2022-02-10"), (2, 9, 1, "2022-02-10")],
      colour: .amber,
      codes: ["geen-opgave"]
    ),
    Row(
      name: "enough",
      reports: [(1, 1, 10, "2022-06-01"), (2, 0, 30, "2022-06-01")],
      colour: .green,
      codes: ["genoeg"]
    ),
    Row(
      name: "a report of after the day is not looked at",
      reports: [(1, 1, 10, "2022-06-20"), (2, 0, 30, "2022-06-20")],
      colour: .amber,
      codes: ["geen-opgave"]
    ),
  ]

  @Test("Every colour has its reason", arguments: rows)
  func colours(row: Row) throws {
    var script = try CoverageScript(providers: row.providers, groups: row.groups)
    for number in row.stopped {
      let code = "c\(number)"
      let from = try date("2022-05-01")
      try script.contracts.act(
        .askIntakeStop(from: from, through: nil, isCrisis: false),
        on: "2022-04-01",
        code
      )
      try script.contracts.act(.answerIntakeStop(isAllowed: true), on: "2022-04-02", code)
    }
    for (number, free, wait, day) in row.reports {
      try script.run(.report([try report(number, on: day, free: free, wait: wait)]), on: day)
    }
    let finding = try script.finding()
    #expect(finding.colour == row.colour)
    #expect(finding.reasons.map(\.code) == row.codes)
    #expect((finding.opens != nil) == (row.colour == .red))
    #expect(finding.reasons.allSatisfy { !$0.text.dutch.isEmpty && !$0.text.english.isEmpty })
    #expect(finding.norm.basis.isAssumption)
  }

  @Test("Red opens admission where contracts let others join, else supplementary contracting")
  func opens() throws {
    var closed = try CoverageScript(providers: 1)
    #expect(try closed.finding("dg-e").opens?.kind == .requirementsOnly)
    #expect(try closed.finding("dg-e").opens?.basis.isAssumption == true)
    let open = try CoverageScript(providers: 1, form: .openFramework)
    #expect(try open.finding("dg-e").opens?.kind == .admission)
    let cell = try closed.cell("dg-e")
    #expect(try closed.refusal(.open(try closed.cell("dg-a")), on: "2022-06-15") != nil)
    try closed.run(.open(cell), on: "2022-06-15")
    #expect(try closed.finding("dg-e").openedOn == (try date("2022-06-15")))
    #expect(
      try closed.refusal(.open(cell), on: "2022-06-16") == .alreadyOpen(try date("2022-06-15"))
    )
    #expect(try closed.refusal(.close(cell, outcome: " "), on: "2022-09-01") == .noOutcome)
    try closed.run(.close(cell, outcome: "twee aanbieders erbij"), on: "2022-09-01")
    #expect(try closed.refusal(.close(cell, outcome: "x"), on: "2022-09-02") == .notOpen(cell))
    guard case .opened(_, _, _, let why) = closed.events.first else {
      Issue.record("it was not opened")
      return
    }
    #expect(why.first == "Geen aanbieder is gecontracteerd.")
  }

  @Test("A stop on new clients is not the same as a report without room, nor an end")
  func stopIsNoEnd() throws {
    var script = try CoverageScript(providers: 1)
    try script.run(.report([try report(1, free: 0, wait: 0)]), on: "2022-06-01")
    let finding = try script.finding()
    #expect(finding.taking == 1 && finding.freePlaces == 0 && finding.shortestWait == 0)
    #expect(finding.reasons.map(\.code) == ["weinig-aanbieders", "weinig-plaats"])
    // After the contract ended it counts no more.
    #expect(try script.finding(on: "2025-01-01").reasons == [.nobodyContracted])
  }

  @Test("What a norm says of a product goes before a group, and that before a municipality")
  func norms() throws {
    var script = try CoverageScript(providers: 2)
    let place = try municipality("0983")
    try script.run(.setNorm(try norm("a", .init(municipality: place))), on: "2022-01-01")
    try script.run(.setNorm(try norm("b", .init(targetGroup: "dg-a"))), on: "2022-01-01")
    #expect(try script.finding().norm.code.description == "b")
    try script.run(.setNorm(try norm("c", .init(product: try product("02A03")))), on: "2022-01-01")
    #expect(try script.finding().norm.code.description == "c")
    #expect(try script.finding(nil).norm.code.description == "c")
    #expect(
      try script.refusal(.setNorm(try norm("d", .init(targetGroup: "dg-a"))), on: "2022-02-01")
        == .normOverlaps(try label("b"))
    )
    try script.run(.endNorm(try label("c"), last: try date("2022-06-14")), on: "2022-06-10")
    #expect(try script.finding().norm.code.description == "b")
    #expect(try script.finding(on: "2022-06-14").norm.code.description == "c")
    // Before any norm of the region holds, the assumption does.
    #expect(try script.finding(on: "2021-12-31").norm.basis.isAssumption)
    #expect(
      CoverageNorm.Thresholds(minimumProviders: 3, wantedProviders: 2, minimumPlaces: 0) == nil
    )
    #expect(
      CoverageNorm.Thresholds(minimumProviders: -1, wantedProviders: 2, minimumPlaces: 0) == nil
    )
  }

  @Test("A provider works where its record says, when it says so")
  func area() throws {
    var script = try CoverageScript(providers: 1, municipalities: ["0983", "0984"])
    let elsewhere = try record(1, groups: ["dg-a"], area: ["0984"])
    try script.contracts.run(.recordProvider(elsewhere), on: "2022-01-01")
    #expect(try script.finding().contracted == 0)
  }

  @Test("More room never darkens a colour, and a longer wait never lightens it")
  func monotone() throws {
    for seed in UInt64(1)...60 {
      var generator = SeededGenerator(seed: seed)
      let providers = generator.number(1...4)
      var script = try CoverageScript(providers: providers)
      for number in 1...providers where generator.chance(percent: 80) {
        let free = generator.chance(percent: 80) ? generator.number(0...2) : nil
        let wait = generator.number(0...80)
        try script.run(.report([try report(number, free: free, wait: wait)]), on: "2022-06-01")
      }
      let before = try script.finding()
      let number = generator.number(1...providers)
      let known = before.offers.first { $0.report?.provider.description == "9000000\(number)" }
      guard let known = known?.report, let free = known.freePlaces, let wait = known.waitingDays
      else { continue }
      var better = script
      try better.run(
        .report([try report(number, on: "2022-06-02", free: free + 5, wait: max(0, wait - 9))]),
        on: "2022-06-02"
      )
      #expect(try better.finding().colour <= before.colour, "seed \(seed)")
      var worse = script
      try worse.run(
        .report([try report(number, on: "2022-06-02", free: 0, wait: wait + 40)]),
        on: "2022-06-02"
      )
      #expect(try worse.finding().colour >= before.colour, "seed \(seed)")
    }
  }

  @Test("The matrix lists every combination in order, and without groups everybody")
  func order() throws {
    let script = try CoverageScript(providers: 1, municipalities: ["0983", "0984"])
    let matrix = CoverageMatrix(
      script.book,
      contracts: script.contracts.book,
      on: try date("2022-06-15")
    )
    let places = [try municipality("0984"), try municipality("0983")]
    let products = [try product("02A04"), try product("02A03")]
    let all = matrix.findings(
      municipalities: places,
      targetGroups: ["dg-b", "dg-a"],
      products: products
    )
    #expect(all.count == 8)
    #expect(all.map(\.cell) == all.map(\.cell).sorted())
    #expect(all.first?.cell.description == "0983 dg-a 02A03")
    let everybody = matrix.findings(
      municipalities: places,
      targetGroups: [],
      products: products
    )
    #expect(
      everybody.map(\.cell.description) == [
        "0983 * 02A03", "0983 * 02A04", "0984 * 02A03", "0984 * 02A04",
      ]
    )
  }
}
