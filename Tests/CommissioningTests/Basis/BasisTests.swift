import Commissioning
import Generators
import Journal
import Quantities
import Testing

@Suite("Labels, grounds and the bodies of events")
struct BasisTests {
  @Test("A label is a short name without blanks; anything else is nil")
  func labels() {
    for text in ["a", "lot-1", "C_2.b", String(repeating: "x", count: 64)] {
      #expect(ContractCode(text)?.description == text)
    }
    for text in ["", " ", "a b", "é", "a/b", "a\n", String(repeating: "x", count: 65)] {
      #expect(ContractCode(text) == nil, "\(text)")
    }
  }

  @Test("Every ground says where it comes from, and an assumption says that it is one")
  func grounds() {
    #expect(Basis.document("004:32").dutchText == "bron 004:32")
    #expect(Basis.assumption("geen bron").dutchText == "aanname: geen bron")
    #expect(Basis.assumption("x").isAssumption && !Basis.law("x").isAssumption)
    let rules = ProcedureKind.allCases.flatMap { CalendarRule.rules(of: $0) }
    #expect(rules.allSatisfy { !$0.term.basis.dutchText.isEmpty })
  }

  /// Events of all three books, made by the scripts of the other suites.
  private func bodies() throws -> [(name: String, body: [UInt8], read: ([UInt8]) throws -> [UInt8])]
  {
    var contracts = try ContractScript(try draft())
    try contracts.act(.announceCeiling(from: try date("2023-01-01")), on: "2022-06-01")
    try contracts.act(.review(year: 1, isGood: true), on: "2022-12-31")
    var procedures = try ProcedureScript(published: try plan())
    try procedures.act(.submit(try bid("lokaal", 1), try seal("bod").bid), at: "2021-03-01")
    try procedures.act(ProcedureScript.opening, at: "2021-03-22")
    let programme = try ProgrammeScript(try annex())
    return contracts.events.map { event in
      (
        event.name.rawValue, event.body,
        { try ContractEvent(event.name, version: 1, body: $0).body }
      )
    }
      + procedures.events.map { event in
        (
          event.name.rawValue, event.body,
          { try ProcedureEvent(event.name, version: 1, body: $0).body }
        )
      }
      + programme.events.map { event in
        (
          event.name.rawValue, event.body,
          { try ProgrammeEvent(event.name, version: 1, body: $0).body }
        )
      }
  }

  @Test("IM-02: a body with a changed, missing or added byte is refused or means what it says")
  func mutations() throws {
    var generator = SeededGenerator(seed: 20_260)
    for (name, body, read) in try bodies() {
      #expect(try read(body) == body, "\(name)")
      for _ in 0..<300 {
        var changed = body
        let place = Int.random(in: 0..<changed.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: changed[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: changed.remove(at: place)
        default: changed.insert(UInt8.random(in: 0x20...0x7D, using: &generator), at: place)
        }
        // What can be read at all is written the same way when it is read again.
        if let written = try? read(changed) { #expect(try read(written) == written, "\(name)") }
      }
    }
  }

  @Test("An unknown version of an event is refused")
  func versions() throws {
    let event = ContractEvent.happened(try label("c1"), .extended(through: try date("2025-12-31")))
    #expect(throws: JSONFailure.self) {
      try ContractEvent(event.name, version: 2, body: event.body)
    }
    #expect(throws: JSONFailure.self) {
      try ContractEvent(.amended, version: 1, body: event.body)
    }
  }

  @Test("Event names are words of their own, none twice in the three books")
  func names() {
    let names =
      ContractEvent.Name.allCases.map(\.rawValue) + ProcedureEvent.Name.allCases.map(\.rawValue)
      + ProgrammeEvent.Name.allCases.map(\.rawValue)
    #expect(Set(names).count == names.count)
    #expect(names.count == 62)
  }
}
