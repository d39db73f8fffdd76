import Access
import Claims
import Quantities
import Rules
import Testing

@Suite("Rules of start and stop (305, 307)")
struct DeliveryRulesTests {
  typealias Fixture = DeliveryFixture
  typealias Message = DeliveryFixture.Message

  static func start(
    _ number: Int64?,
    _ begin: String,
    _ submission: Submission = .first
  )
    -> StartProduct
  {
    Fixture.start(number, begin, submission)
  }

  static let none = DeliveryBook()
  static let started = Fixture.after(.starts([start(1, "2025-01-06")]))
  static let paused = Fixture.after(
    .starts([start(1, "2025-01-06")]),
    .stops([Fixture.stop(1, "2025-01-06", "2025-03-01", reason: "20")])
  )
  static let stopped = Fixture.after(
    .starts([start(1, "2025-01-06")]),
    .stops([Fixture.stop(1, "2025-01-06", "2025-03-01")])
  )

  @Test(
    "Starts: each rule fires where it must and nowhere else",
    arguments: [
      (none, [start(1, "2025-01-06")], []),
      (none, [start(7, "2025-01-06")], ["TR019[0]"]),
      (none, [start(3, "2025-01-06")], ["TR019[0]"]),
      (none, [start(nil, "2025-01-06")], []),
      (none, [start(1, "2025-01-06"), start(2, "2025-01-06")], []),
      (started, [start(1, "2025-01-09")], ["TR326[0]"]),
      (started, [start(1, "2025-01-06")], ["TR074[0]", "TR326[0]"]),
      (started, [start(2, "2025-01-06")], []),
      (paused, [start(1, "2025-03-10")], []),
      (stopped, [start(1, "2025-03-10")], []),
      (stopped, [start(1, "2025-01-06")], ["TR074[0]"]),
      (none, [start(1, "2025-01-06", .deletion)], ["TR063[0]"]),
      (started, [start(1, "2025-01-06", .deletion)], []),
      (started, [start(1, "2025-01-07", .deletion)], ["TR063[0]"]),
      (paused, [start(1, "2025-01-06", .deletion)], ["TR071[0]"]),
      (stopped, [start(1, "2025-01-06", .deletion)], ["TR071[0]"]),
      // A wrong day is corrected in one message, in either order (IV008).
      (started, [start(1, "2025-01-06", .deletion), start(1, "2025-01-08")], []),
      (started, [start(1, "2025-01-08"), start(1, "2025-01-06", .deletion)], []),
      // When no key field changes it takes two messages.
      (started, [start(1, "2025-01-06", .deletion), start(1, "2025-01-06")], ["TR074[1]"]),
      (none, [start(1, "2025-01-06"), start(1, "2025-01-08")], ["TR326[1]"]),
    ] as [(DeliveryBook, [StartProduct], [String])]
  )
  func starts(book: DeliveryBook, products: [StartProduct], marks: [String]) {
    check(.starts(products), on: book, marks, judges: "StartProduct")
  }

  @Test(
    "Stops: each rule fires where it must and nowhere else",
    arguments: [
      (none, [Fixture.stop(1, "2025-01-06", "2025-03-01")], ["TR382[0]"]),
      (none, [Fixture.stop(7, "2025-01-06", "2025-03-01")], ["TR019[0]"]),
      (started, [Fixture.stop(1, "2025-01-06", "2025-03-01")], []),
      (started, [Fixture.stop(1, "2025-01-06", "2025-03-01", reason: "20")], []),
      (started, [Fixture.stop(1, "2025-01-07", "2025-03-01")], ["TR382[0]"]),
      (started, [Fixture.stop(1, "2025-01-06", "2025-03-01", product: "02A05")], ["TR382[0]"]),
      (started, [Fixture.stop(2, "2025-01-06", "2025-03-01")], ["TR382[0]"]),
      (paused, [Fixture.stop(1, "2025-01-06", "2025-03-01")], []),
      (paused, [Fixture.stop(1, "2025-01-06", "2025-04-01")], []),
      (paused, [Fixture.stop(1, "2025-01-06", "2025-02-01")], ["TR414[0]"]),
      (paused, [Fixture.stop(1, "2025-01-06", "2025-04-01", reason: "20")], ["TR413[0]"]),
      (
        paused,
        [Fixture.stop(1, "2025-01-06", "2025-03-01", reason: "20")],
        ["TR074[0]", "TR413[0]"]
      ),
      (stopped, [Fixture.stop(1, "2025-01-06", "2025-04-01")], ["TR415[0]"]),
      (stopped, [Fixture.stop(1, "2025-01-06", "2025-02-01")], ["TR415[0]"]),
      (stopped, [Fixture.stop(1, "2025-01-06", "2025-03-01")], ["TR074[0]", "TR415[0]"]),
      (stopped, [Fixture.stop(1, "2025-01-06", "2025-04-01", reason: "20")], ["TR415[0]"]),
      (stopped, [Fixture.stop(1, "2025-01-06", "2025-03-01", .deletion)], []),
      (stopped, [Fixture.stop(1, "2025-01-06", "2025-03-02", .deletion)], ["TR063[0]"]),
      (started, [Fixture.stop(1, "2025-01-06", "2025-03-01", .deletion)], ["TR063[0]"]),
      // A pause and the end in one message: the first row is seen by the second.
      (
        started,
        [
          Fixture.stop(1, "2025-01-06", "2025-03-01", reason: "20"),
          Fixture.stop(1, "2025-01-06", "2025-02-01"),
        ],
        ["TR414[1]"]
      ),
      (
        started,
        [
          Fixture.stop(1, "2025-01-06", "2025-03-01", reason: "20"),
          Fixture.stop(1, "2025-01-06", "2025-03-01"),
        ],
        []
      ),
      // A wrong reason is corrected in one message, whatever the order (IV008).
      (
        stopped,
        [
          Fixture.stop(1, "2025-01-06", "2025-03-01", reason: "21"),
          Fixture.stop(1, "2025-01-06", "2025-03-01", .deletion),
        ],
        []
      ),
    ] as [(DeliveryBook, [StopProduct], [String])]
  )
  func stops(book: DeliveryBook, products: [StopProduct], marks: [String]) {
    check(.stops(products), on: book, marks, judges: "StopProduct")
  }

  private func check(_ message: Message, on book: DeliveryBook, _ marks: [String], judges: String) {
    let decision = Fixture.judge(message, on: book)
    #expect(decision.findings.map { "\($0.rule)[\($0.row)]" } == marks)
    #expect(decision.findings.allSatisfy { $0.judges == judges })
    #expect(decision.events.isEmpty == !marks.isEmpty)
  }

  @Test("A product code that does not fit its category is refused (TR381), but not on a deletion")
  func productCode() {
    let wrong = StartKey(
      number: 1,
      category: ProductCategory("07"),
      code: ProductCode("02A03"),
      begin: Fixture.day("2025-01-06")
    )
    let start = Fixture.judge(.starts([StartProduct(key: wrong)]), on: Self.none)
    #expect(start.findings.map(\.rule) == ["TR381"])
    #expect(start.findings.map(\.code) == ["S329"])
    let deletion = StartProduct(key: wrong, submission: .deletion)
    #expect(Fixture.judge(.starts([deletion]), on: Self.none).findings.map(\.rule) == ["TR063"])
    let stop = StopProduct(
      key: StopKey(start: wrong, reason: .temporary, end: Fixture.day("2025-03-01"))
    )
    let book = Fixture.after(.starts([StartProduct(key: wrong)]))
    #expect(Fixture.judge(.stops([stop]), on: book).findings.map(\.rule) == ["TR382", "TR381"])
  }

  @Test("Settings decide on what the standard leaves open")
  func settings() {
    let strict = Fixture.facts(
      AccessSettings(deliveryWithoutAllocation: false, stopOnDeletedAllocation: false)
    )
    let loose = Self.start(nil, "2025-01-06")
    #expect(
      Fixture.judge(.starts([loose]), on: Self.none, facts: strict).findings.map(\.rule)
        == ["TR019"]
    )
    var book = DeliveryBook()
    book.evolve(
      .started(Fixture.parties, Fixture.key(3, "2025-01-06"), allocationFrom: nil),
      at: 1
    )
    let stop = Message.stops([Fixture.stop(3, "2025-01-06", "2025-03-01")])
    #expect(Fixture.judge(stop, on: book).findings.isEmpty)
    #expect(Fixture.judge(stop, on: book, facts: strict).findings.map(\.rule) == ["TR019"])
  }

  @Test("Without a number, product and day are the key (IV096)")
  func taskVariant() {
    let book = Fixture.after(.starts([Self.start(nil, "2025-01-06")]))
    let same = Fixture.judge(.starts([Self.start(nil, "2025-02-01")]), on: book)
    #expect(same.findings.map(\.rule) == ["TR326"])
    let other = Fixture.start(nil, "2025-02-01", product: "07A12")
    #expect(Fixture.judge(.starts([other]), on: book).findings.isEmpty)
    let stop = Fixture.stop(nil, "2025-01-06", "2025-03-01")
    #expect(Fixture.judge(.stops([stop]), on: book).findings.isEmpty)
  }

  @Test("Another provider's start is no start of ours")
  func otherParties() {
    let message = Message.starts([Self.start(nil, "2025-01-06")])
    let book = Fixture.after(message)
    #expect(Fixture.judge(message, on: book, parties: Fixture.others).findings.isEmpty)
    #expect(
      Fixture.judge(.starts([Self.start(1, "2025-01-06")]), on: book, parties: Fixture.others)
        .findings.map(\.rule) == ["TR019"]
    )
  }

  @Test("What we sent ourselves is taken over, also without its allocation")
  func takenOver() {
    let message = Message.starts([Self.start(7, "2025-01-06"), Self.start(1, "2025-01-09")])
    let decision = Fixture.judge(message, on: Self.started, handling: .takenOver)
    #expect(decision.findings.map(\.rule) == ["TR019", "TR326"])
    #expect(
      decision.events == [
        .started(Fixture.parties, Fixture.key(7, "2025-01-06"), allocationFrom: nil)
      ]
    )
  }
}
