import Commissioning
import Journal
import Landscape
import Quantities
import Region
import Rules
import Testing

private typealias Fixture = RegionFixture
private typealias Books = BookFixture

@Suite("Strategies, contracts, procedures and programmes in a region")
struct BookEventTests {
  private func body(_ event: RegionEvent) -> String {
    String(decoding: Fixture.entries(event, Fixture.context(1))[0].body, as: UTF8.self)
  }

  @Test("Each family has its golden bodies and words")
  func golden() {
    let life = Books.life
    let bodies: [(word: String, body: String)] = [
      ("contract.extended", #"{"contract":"c1","through":"2025-12-31"}"#),
      ("contract.ceiling-announced", #"{"contract":"c1","from":"2023-01-01","on":"2022-07-01"}"#),
      (
        "tariff.agreed",
        #"{"scope":"contract=c1","product":"02A03","price":6150,"unit":"04","#
          + #""period":{"from":"2022-01-01"},"basis":"aanname=prijs van een proef"}"#
      ),
      ("procedure.approved", #"{"procedure":"p1","body":"pho-sd","on":"2021-01-20"}"#),
      ("programme.milestone-reached", #"{"programme":"nl","milestone":"m1","on":"2020-08-01"}"#),
    ]
    for (word, body) in bodies {
      let entry = life.entries.first { $0.event == word }
      #expect(entry.map { String(decoding: $0.body, as: UTF8.self) } == body)
      #expect(entry?.eventVersion == 1)
    }
    let adopted = life.entries.filter { $0.event == "strategy.adopted" }
    let bytes = adopted.map { String(decoding: $0.body, as: UTF8.self) }
    let digest = Fixture.digest(9).description
    #expect(
      bytes.first?.hasPrefix(
        #"{"on":"2021-06-01","digest":""# + digest
          + #"","decision":"b1","document":{"schema":1,"strategie":{"code":"klein","#
      ) == true,
      "\(bytes.first ?? "")"
    )
    #expect(
      bytes.last?.hasPrefix(
        #"{"on":"2021-08-01","digest":""# + digest
          + #"","decision":"b1","reason":"breder","document":{"#
      ) == true
    )
  }

  @Test("Every word of a contract happens in the life, and every entry reads back to its bytes")
  func reading() throws {
    let life = Books.life
    let words = Set(life.entries.map(\.event))
    #expect(words.isSuperset(of: ContractEvent.Name.allCases.map(\.rawValue)))
    for entry in life.entries {
      let event = try EventTable.event(of: entry)
      let again = EventTable.entry(for: event, Fixture.context(1), entry.command)
      #expect(again.event == entry.event && again.eventVersion == entry.eventVersion)
      #expect(again.body == entry.body)
    }
  }

  @Test("A state from a snapshot at any place is the state from the beginning")
  func snapshots() throws {
    let life = Books.life
    let end = life.state
    for prefix in 0...life.entries.count {
      var state = RegionState()
      for entry in life.entries[..<prefix] { try state.take(entry) }
      var resumed = try RegionState(snapshot: state.snapshot())
      #expect(resumed.strategies == state.strategies && resumed.contracts == state.contracts)
      for entry in life.entries[prefix...] { try resumed.take(entry) }
      #expect(resumed.strategies == end.strategies, "prefix \(prefix)")
      #expect(resumed.contracts == end.contracts, "prefix \(prefix)")
      #expect(resumed.procedures == end.procedures, "prefix \(prefix)")
      #expect(resumed.programmes == end.programmes, "prefix \(prefix)")
      #expect(resumed.snapshot() == end.snapshot(), "prefix \(prefix)")
    }
  }

  @Test("An event about what is not there, or is there already, is refused by name")
  func reach() throws {
    let life = Books.life
    let first = try #require(life.entries.firstIndex { $0.event == "strategy.adopted" })
    var state = RegionState()
    for entry in life.entries[..<first] { try state.take(entry) }
    let makers: Set = [
      "strategy.adopted", "contract.concluded", "tariff.agreed", "provider.recorded",
      "procedure.prepared", "programme.adopted",
    ]
    for entry in life.entries[first...] where !makers.contains(entry.event) {
      var next = state
      #expect(throws: EventFailure.self, "\(entry.event)") { try next.take(entry) }
    }
    let twice: Set = ["contract.concluded", "procedure.prepared", "programme.adopted"]
    for entry in life.entries where twice.contains(entry.event) {
      var next = life.state
      #expect(throws: EventFailure.self, "\(entry.event)") { try next.take(entry) }
    }
  }

  @Test("A region that is not open does none of it, and every room refuses in its own words")
  func refusals() throws {
    for (command, at) in Books.commands {
      #expect(throws: Refusal.notOpen) { try RegionState().decide(command, on: day(at)) }
    }
    let state = Books.life.state
    let unknown: Label<Contract> = Books.label("c9")
    let asked: [(Command, String, String)] = [
      (.contract(.act(unknown, .liftIntakeStop)), "contract.unknown", "Contract c9 is niet bekend"),
      (.contract(.conclude(Books.draft())), "contract.exists", "bestaat al"),
      (
        .procedure(.prepare(Books.plan), at: CivilMoment(Fixture.today, CivilTime(nanoseconds: 0))),
        "procedure.exists", "Procedure p1 bestaat al"
      ),
      (
        .programme(.act(Books.programme, .reach(Books.label("m1")))), "programme.alreadyReached",
        "al bereikt"
      ),
      (
        Books.adopt(Books.strategy(("naam: Segment een", "naam: Segment een en meer"))),
        "strategy.same", "verandert niets"
      ),
    ]
    for (command, code, text) in asked {
      let refusal = #expect(throws: Refusal.self) { try state.decide(command, on: Fixture.today) }
      #expect(refusal?.code == code)
      #expect(refusal?.text.dutch.contains(text) == true, "\(refusal?.text.dutch ?? "")")
    }
  }
}
