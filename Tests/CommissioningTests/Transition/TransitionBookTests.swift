import Commissioning
import Generators
import Journal
import Quantities
import Testing

@Suite("Transition policy: adoption per municipality, and reasons")
struct TransitionBookTests {
  @Test("Only the municipalities of the strategy adopt it, for its product, once at a time")
  func adoption() throws {
    let fresh = try TransitionScript(adopted: false)
    func refusal(_ adoption: TransitionAdoption) throws -> TransitionRefusal? {
      try fresh.refusal(.adopt(adoption), on: "2021-10-19")
    }
    #expect(try refusal(try fresh.adoption()) == nil)
    #expect(try refusal(try fresh.adoption("0321")) == .notAddressed(try municipality("0321")))
    #expect(try refusal(try fresh.adoption(products: [])) == .noProduct)
    let other = TransitionAdoption(
      policy: try label("x"),
      municipality: try municipality("0983"),
      products: [],
      period: try fresh.adoption().period
    )
    #expect(try refusal(other) == .unknownPolicy(try label("x")))
    var named = fresh
    named.policy = try participationPolicy(products: ["PW2"])
    #expect(
      try named.refusal(.adopt(try fresh.adoption()), on: "2021-10-19")
        == .otherProduct(try product("IAT"), [try product("PW2")])
    )
    var script = try TransitionScript()
    #expect(
      try script.refusal(.adopt(try script.adoption()), on: "2021-11-01")
        == .alreadyAdopted(try date("2021-10-19"))
    )
    let policy = script.policy.code
    let place = try municipality("0983")
    let last = try date("2021-11-30")
    #expect(
      try script.refusal(
        .withdraw(policy, place, last: try date("2021-10-01"), reason: "r"),
        on: "2021-11-30"
      ) == .endsTooEarly(try date("2021-10-19"))
    )
    try script.run(.withdraw(policy, place, last: last, reason: "eigen beleid"), on: "2021-11-30")
    #expect(script.judge.verdict(on: try trajectory(bought: "2021-11-30")).signal != nil)
    #expect(
      script.judge.verdict(on: try trajectory(bought: "2021-12-01")) == .outside(.notAdopted)
    )
    #expect(
      try script.refusal(.withdraw(policy, place, last: last, reason: "r"), on: "2021-12-01")
        == .notAdopted(policy, place)
    )
    try script.run(.adopt(try script.adoption(from: "2022-01-01")), on: "2022-01-01")
    #expect(script.judge.verdict(on: try trajectory(bought: "2021-11-01")).signal != nil)
    #expect(script.judge.verdict(on: try trajectory(bought: "2022-01-01")).signal != nil)
  }

  @Test("A reason is given where there is a signal, and names no resident")
  func reasons() throws {
    var script = try TransitionScript()
    let signal = try #require(script.judge.verdict(on: try trajectory(bought: "2022-02-01")).signal)
    let standing: Set = [signal.key]
    func refusal(_ text: String) throws -> TransitionRefusal? {
      try script.refusal(.giveReason(signal.key, text), on: "2022-02-02", standing: standing)
    }
    #expect(
      try script.refusal(.giveReason(signal.key, "r"), on: "2022-02-02") == .noSignal(signal.key)
    )
    #expect(try refusal(" \n") == .noReason)
    #expect(try refusal(String(repeating: "x", count: 1_001)) == .reasonTooLong)
    #expect(try refusal("voor 999912345 nodig") == .reasonNamesResident)
    #expect(try refusal("dossier 12345678") == .reasonNamesResident)
    #expect(try refusal("op 2022-02-01, plek 1234567 of 1234567890") == nil)
    try script.run(
      .giveReason(signal.key, "geen ander aanbod"),
      on: "2022-02-02",
      standing: standing
    )
    #expect(script.book.reasons[signal.key]?.text == "geen ander aanbod")
    #expect(try refusal("geen ander aanbod") == .nothingChanges)
    // The signal itself stays: a reason explains, it does not undo.
    #expect(script.judge.verdict(on: signal.trajectory).signal == signal)
  }

  @Test("Events read back as they were written; IM-02: broken bodies are refused or mean something")
  func journal() throws {
    var generator = SeededGenerator(seed: 20_262)
    var script = try TransitionScript()
    let key = TransitionSignal.Key(
      policy: script.policy.code,
      trajectory: Trajectory.Name(municipality: try municipality("0983"), number: 7)
    )
    try script.run(.giveReason(key, "reden"), on: "2022-02-02", standing: [key])
    let own = OwnDelivery(
      provider: try claimCode("99990102"),
      name: "NLW",
      basis: .document("001:28-31")
    )
    try script.run(.markOwnDelivery(own), on: "2022-02-02")
    let withdrawal = TransitionCommand.withdraw(
      script.policy.code,
      try municipality("0983"),
      last: try date("2022-02-01"),
      reason: "r"
    )
    try script.run(withdrawal, on: "2022-02-02")
    var book = TransitionBook()
    for event in script.events {
      let read = try TransitionEvent(event.name, version: 1, body: event.body)
      #expect(read == event)
      book.evolve(read)
      try mutate(event.body, 300, &generator) { body in
        let read = try TransitionEvent(event.name, version: 1, body: body)
        var changed = script.book
        changed.evolve(read)
        return read.body
      }
      #expect(throws: JSONFailure.self) {
        try TransitionEvent(event.name, version: 9, body: event.body)
      }
    }
    #expect(book == script.book)
    #expect(Set(script.events.map(\.name)).count == TransitionEvent.Name.allCases.count)
    #expect(
      String(decoding: script.events[1].body, as: UTF8.self)
        == #"{"policy":"nl-pw-2022","municipality":"0983","number":7,"on":"2022-02-02","#
        + #""reason":"reden"}"#
    )
  }
}
