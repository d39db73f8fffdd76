import Commissioning
import Generators
import Journal
import Quantities
import Rules
import Testing

@Suite("Coverage: reports of room and waiting")
struct CoverageBookTests {
  @Test("A report that cannot be right is refused with its place, and none of the others is taken")
  func reports() throws {
    let script = try CoverageScript(providers: 2)
    let good = try report(1)
    let cases: [(CapacityReport, CapacityFault)] = [
      (try report(1, free: nil, wait: nil), .saysNothing),
      (try report(1, free: -1), .places(-1)),
      (try report(1, free: 100_001), .places(100_001)),
      (try report(1, wait: -1), .wait(-1)),
      (try report(1, wait: 3_651), .wait(3_651)),
      (try report(1, on: "2022-06-03"), .inTheFuture(try date("2022-06-03"))),
      (try report(7), .unknownProvider(try chamber("90000007"))),
      (try report(1, municipality: "0984"), .notContracted(try report(1, municipality: "0984"))),
      (try report(1, product: "02A99"), .notContracted(try report(1, product: "02A99"))),
      (good, .twice(good)),
    ]
    for (bad, fault) in cases {
      let refusal = try script.refusal(.report([good, bad]), on: "2022-06-02")
      #expect(refusal == .report(1, fault))
      #expect(refusal?.text.dutch.hasSuffix(".") == true)
      #expect(refusal?.text.dutch != refusal?.text.english)
    }
    #expect(try script.refusal(.report([]), on: "2022-06-02") == .noReports)
  }

  @Test("Later reports of a day count, older days stay, and the same again changes nothing")
  func dated() throws {
    var script = try CoverageScript(providers: 1)
    try script.run(.report([try report(1, on: "2022-06-05", free: 5)]), on: "2022-06-05")
    try script.run(.report([try report(1, on: "2022-06-01", free: 1)]), on: "2022-06-06")
    try script.run(.report([try report(1, on: "2022-06-05", free: 4)]), on: "2022-06-07")
    let subject = try report(1).subject
    for (day, free) in [
      ("2022-05-31", nil), ("2022-06-01", 1), ("2022-06-04", 1), ("2022-06-05", 4),
      ("2023-01-01", 4),
    ] as [(String, Int?)] {
      #expect(script.book.report(on: subject, asOf: try date(day))?.freePlaces == free)
    }
    #expect(
      try script.refusal(.report([try report(1, on: "2022-06-05", free: 4)]), on: "2022-06-08")
        == .nothingChanges
    )
    // Room may be reported before the contract begins, and not after it ended.
    #expect(try script.refusal(.report([try report(1, on: "2021-12-01")]), on: "2022-01-01") == nil)
    #expect(
      try script.refusal(.report([try report(1, on: "2025-01-01")]), on: "2025-01-01") != nil
    )
  }

  @Test("Events read back as they were written, and the book is the same after a replay")
  func journal() throws {
    var script = try CoverageScript(providers: 2)
    try script.run(.report([try report(1), try report(2, free: nil)]), on: "2022-06-01")
    try script.run(
      .setNorm(
        try norm("a", .init(municipality: try municipality("0983"), targetGroup: "dg-a"))
      ),
      on: "2022-06-01"
    )
    try script.run(.endNorm(try label("a"), last: try date("2023-01-01")), on: "2022-06-02")
    let cell = try script.cell("dg-b")
    try script.run(.open(cell), on: "2022-06-03")
    try script.run(.close(cell, outcome: "klaar"), on: "2022-06-04")
    var book = CoverageBook()
    for event in script.events {
      let read = try CoverageEvent(event.name, version: 1, body: event.body)
      #expect(read == event)
      book.evolve(read)
    }
    #expect(book == script.book)
    #expect(Set(script.events.map(\.name)).count == CoverageEvent.Name.allCases.count)
    #expect(
      String(decoding: CoverageEvent.reported([try report(1)]).body, as: UTF8.self)
        == #"{"reports":[{"provider":"90000001","municipality":"0983","product":"02A03","#
        + #""on":"2022-06-01","freePlaces":3,"waitingDays":14}]}"#
    )
  }

  @Test("IM-02: a body with a changed, missing or added byte is refused or means what it says")
  func hostile() throws {
    var generator = SeededGenerator(seed: 20_261)
    var script = try CoverageScript(providers: 1)
    try script.run(.report([try report(1)]), on: "2022-06-01")
    try script.run(.setNorm(try norm("a", .init(targetGroup: "dg-a"))), on: "2022-06-01")
    try script.run(.open(try script.cell("dg-b")), on: "2022-06-03")
    for event in script.events {
      try mutate(event.body, 400, &generator) { body in
        let read = try CoverageEvent(event.name, version: 1, body: body)
        var book = script.book
        book.evolve(read)
        let matrix = CoverageMatrix(
          book,
          contracts: script.contracts.book,
          on: try date("2022-06-15")
        )
        _ = matrix.finding(try script.cell())
        return read.body
      }
      #expect(throws: JSONFailure.self) {
        try CoverageEvent(event.name, version: 2, body: event.body)
      }
    }
  }
}

/// Reads many broken copies of a body: each is refused, or is written the same way when read again.
func mutate(
  _ body: [UInt8],
  _ times: Int,
  _ generator: inout SeededGenerator,
  read: ([UInt8]) throws -> [UInt8]
) throws {
  #expect(try read(body) == body)
  for _ in 0..<times {
    var changed = body
    let place = generator.number(0...changed.count - 1)
    switch generator.number(0...2) {
    case 0: changed[place] = UInt8(truncatingIfNeeded: generator.number(0...255))
    case 1: changed.remove(at: place)
    default: changed.insert(UInt8(truncatingIfNeeded: generator.number(0x20...0x7D)), at: place)
    }
    if let written = try? read(changed) {
      #expect(try read(written) == written, "seed \(generator.seed)")
    }
  }
}
