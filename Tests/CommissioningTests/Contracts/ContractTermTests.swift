import Commissioning
import Generators
import Quantities
import Testing

@Suite("Terms of contracts (fixture F6)")
struct ContractTermTests {
  @Test(
    "F6: the ends of 3+1+1, 3+3+3 and 2+1+1",
    arguments: [
      ("3+1+1", ["2024-12-31", "2025-12-31", "2026-12-31"], true),
      ("3+3+3", ["2024-12-31", "2027-12-31", "2030-12-31"], true),
      ("2+1+1", ["2023-12-31", "2024-12-31", "2025-12-31"], false),
    ]
  )
  func ends(_ text: String, _ ends: [String], _ needsReason: Bool) throws {
    let pattern = try #require(TermPattern(text))
    let start = try date("2022-01-01")
    #expect(pattern.possibleEnds(from: start).map(\.description) == ends)
    #expect(pattern.needsReason == needsReason)
    #expect(pattern.description == text)
  }

  @Test("F6: options are used one by one, each announced six months before the end")
  func options() throws {
    var script = try ContractScript(try draft())
    #expect(
      try script.refusal(.extend(by: .provider), on: "2024-06-30") == .onlyMunicipalityExtends
    )
    #expect(
      try script.refusal(.extend(by: .municipality), on: "2024-07-01")
        == .noticeTooLate(latest: try date("2024-06-30"))
    )
    try script.act(.extend(by: .municipality), on: "2024-06-30")
    #expect(try script.contract().term.end.description == "2025-12-31")
    try script.act(.extend(by: .municipality), on: "2025-01-15")
    #expect(try script.contract().term.end.description == "2026-12-31")
    #expect(
      try script.refusal(.extend(by: .municipality), on: "2025-02-01")
        == .atMaximum(try date("2026-12-31"))
    )
  }

  @Test("F6: six good years of the bow wave reach the maximum, and no seventh passes it")
  func bowWave() throws {
    var script = try ContractScript(try draft(pattern: "3+3+3", mode: .rolling))
    var ends: [String] = []
    for year in 1...6 {
      #expect(try script.contract().term.horizonMonths(on: try date("\(2021 + year)-01-01")) == 36)
      try script.act(.review(year: year, isGood: true), on: "\(2021 + year)-12-31")
      ends.append(try script.contract().term.end.description)
    }
    #expect(
      ends == [
        "2025-12-31", "2026-12-31", "2027-12-31", "2028-12-31", "2029-12-31", "2030-12-31",
      ]
    )
    try script.act(.review(year: 7, isGood: true), on: "2028-12-31")
    #expect(try script.contract().term.end.description == "2030-12-31")
    #expect(try script.refusal(.extend(by: .municipality), on: "2028-12-31") == .extendsByReview)
  }

  @Test("F6: a bad year leaves the end where it is, with two years to go")
  func badYear() throws {
    var script = try ContractScript(try draft(pattern: "3+3+3", mode: .rolling))
    try script.act(.review(year: 1, isGood: false), on: "2022-12-31")
    let term = try script.contract().term
    #expect(term.end.description == "2024-12-31")
    #expect(term.horizonMonths(on: try date("2023-01-01")) == 24)
    #expect(try script.refusal(.review(year: 1, isGood: true), on: "2022-12-31") == .reviewed(1))
    #expect(
      try script.refusal(.review(year: 2, isGood: true), on: "2023-11-29")
        == .yearNotOver(try date("2023-12-31"))
    )
    try script.act(.review(year: 2, isGood: true), on: "2023-12-31")
    #expect(try script.contract().term.end.description == "2025-12-31")
    var stopping = try ContractScript(
      try draft(pattern: "3+3+3", mode: .rolling, missedYear: .stops)
    )
    try stopping.act(.review(year: 1, isGood: false), on: "2022-12-31")
    try stopping.act(.review(year: 2, isGood: true), on: "2023-12-31")
    #expect(try stopping.contract().term.end.description == "2024-12-31")
  }

  @Test("An extension never passes the maximum, whatever is asked in whatever order")
  func neverPastMaximum() throws {
    for seed in UInt64(1)...60 {
      var generator = SeededGenerator(seed: seed)
      let mode: TermPattern.Mode = Bool.random(using: &generator) ? .rolling : .option
      let steps = (0..<Int.random(in: 0...4, using: &generator)).map { _ in
        Int.random(in: 1...3, using: &generator)
      }
      let base = Int.random(in: 1...4, using: &generator)
      let pattern = ([base] + steps).map { "\($0)" }.joined(separator: "+")
      var script = try ContractScript(try draft(pattern: pattern, mode: mode))
      var day = try date("2021-10-01")
      for _ in 0..<80 {
        day = day.adding(days: Int.random(in: 0...120, using: &generator))
        let year = Int.random(in: 1...12, using: &generator)
        let action: ContractAction =
          Bool.random(using: &generator)
          ? .extend(by: .municipality) : .review(year: year, isGood: year % 4 > 0)
        try? script.act(action, on: day.description)
        let term = try script.contract().term
        #expect(term.end <= term.maximumEnd, "seed \(seed)")
        #expect(
          term.pattern.possibleEnds(from: term.start).contains(term.end),
          "seed \(seed): \(term.end) is no end of \(pattern)"
        )
      }
      // An event that no decision would give does not pass it either.
      script.book.evolve(.happened(try label("c1"), .extended(through: try date("2200-01-01"))))
      let term = try script.contract().term
      #expect(term.end <= term.maximumEnd, "seed \(seed)")
    }
  }

  @Test("Bad patterns are nil, never a trap")
  func badPatterns() {
    for text in ["", "+", "0", "3+", "+1", "3+0", "-3", "3 + 1", "03", "99", "3+99", "a+b"] {
      #expect(TermPattern(text) == nil, "\(text)")
    }
    #expect(TermPattern("1" + String(repeating: "+1", count: 21)) == nil)
  }
}
