import Access
import Claims
import Journal
import Quantities
import Rules
import Testing

@Suite("Delivery book")
struct DeliveryBookTests {
  typealias Fixture = DeliveryFixture

  /// The books after each accepted message, from the empty one on.
  static func books(seed: UInt64) -> [DeliveryBook] {
    var generator = SeededDeliveries(seed: seed)
    var books = [DeliveryBook()]
    for position in Int64(1)...60 {
      var book = books[books.count - 1]
      for event in Fixture.judge(generator.message(), on: book).events {
        book.evolve(event, at: position)
      }
      books.append(book)
    }
    return books
  }

  @Test("At every moment at most one start runs on an allocation unless a stop was deleted")
  func oneRunning() {
    for seed in UInt64(1)...40 {
      var generator = SeededDeliveries(seed: seed, deletions: false)
      var book = DeliveryBook()
      for position in Int64(1)...60 {
        for event in Fixture.judge(generator.message(), on: book).events {
          book.evolve(event, at: position)
        }
        for number in Int64(1)...2 {
          let running = book.deliveries(of: Fixture.parties).filter {
            $0.key.number == number && $0.state == .started
          }
          #expect(running.count <= 1, "seed \(seed), position \(position)")
        }
      }
    }
  }

  @Test("Annulling the last message restores what stood before it")
  func annulment() {
    for seed in UInt64(1)...40 {
      let books = Self.books(seed: seed)
      for position in 1..<books.count {
        var book = books[position]
        book.annul(position: Int64(position))
        #expect(
          book.deliveries(of: Fixture.parties)
            == books[position - 1].deliveries(of: Fixture.parties),
          "seed \(seed), position \(position)"
        )
        #expect(book.annulment(of: Int64(position)).isEmpty, "seed \(seed)")
      }
    }
  }

  @Test("A refused message brings no events, and the same message twice is refused or empty")
  func twice() {
    for seed in UInt64(1)...40 {
      var generator = SeededDeliveries(seed: seed)
      var book = DeliveryBook()
      for position in Int64(1)...60 {
        let message = generator.message()
        let decision = Fixture.judge(message, on: book)
        #expect(decision.events.isEmpty == decision.isRefused, "seed \(seed)")
        for event in decision.events { book.evolve(event, at: position) }
        if !decision.isRefused {
          #expect(Fixture.judge(message, on: book).isRefused, "seed \(seed)")
        }
      }
    }
  }

  @Test("A snapshot reads back as the same book, and a damaged one never traps")
  func snapshot() throws {
    let book = Self.books(seed: 11)[60]
    var writer = BinaryWriter()
    book.write(to: &writer)
    var reader = BinaryReader(writer.bytes)
    let copy = try DeliveryBook(from: &reader)
    try reader.finish()
    #expect(copy == book)
    #expect(copy.deliveries(of: Fixture.parties) == book.deliveries(of: Fixture.parties))
    for cut in stride(from: 0, to: writer.bytes.count, by: 3) {
      var reader = BinaryReader(Array(writer.bytes[..<cut]))
      #expect(throws: BinaryFailure.self) { try DeliveryBook(from: &reader) }
    }
  }

  @Test("The state of an allocation follows starts and stops")
  func states() {
    let start = Fixture.Message.starts([Fixture.start(1, "2025-01-06")])
    let pause = Fixture.Message.stops([Fixture.stop(1, "2025-01-06", "2025-03-01", reason: "20")])
    let end = Fixture.Message.stops([Fixture.stop(1, "2025-01-06", "2025-03-01")])
    let again = Fixture.Message.starts([Fixture.start(1, "2025-03-10")])
    func state(_ book: DeliveryBook) -> DeliveryState? { book.state(of: Fixture.parties, on: 1) }
    #expect(state(DeliveryBook()) == nil)
    #expect(state(Fixture.after(start)) == .started)
    #expect(state(Fixture.after(start, pause)) == .temporarilyStopped)
    #expect(state(Fixture.after(start, pause, end)) == .stopped)
    #expect(state(Fixture.after(start, pause, again)) == .started)
  }

  /// Messages a03, a05, a20 and a22 of the example chain; a05 is refused with 9326.
  @Test("The chain a03 to a22 gives the answers of the examples")
  func chain() {
    let a03 = Fixture.Message.starts([Fixture.start(1, "2025-01-06")])
    let a05 = Fixture.Message.starts([Fixture.start(1, "2025-01-09")])
    let a20 = Fixture.Message.stops([Fixture.stop(1, "2025-01-06", "2025-06-01", reason: "37")])
    let a22 = Fixture.Message.starts([Fixture.start(2, "2025-06-02")])
    var book = DeliveryBook()
    var codes: [[String]] = []
    for (index, message) in [a03, a05, a20, a22].enumerated() {
      let decision = Fixture.judge(message, on: book)
      codes.append(decision.findings.compactMap { $0.code?.description })
      for event in decision.events { book.evolve(event, at: Int64(index)) }
    }
    #expect(codes == [[], ["9326"], [], []])
    #expect(book.state(of: Fixture.parties, on: 1) == .stopped)
    #expect(book.state(of: Fixture.parties, on: 2) == .started)
  }
}

/// Messages whose rows follow from a seed.
struct SeededDeliveries {
  private var state: UInt64
  private let deletions: Bool

  init(seed: UInt64, deletions: Bool = true) {
    state = seed
    self.deletions = deletions
  }

  private mutating func below(_ limit: UInt64) -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state >> 33) % limit
  }

  /// A message of one or two rows, each about one of two allocations and three days.
  mutating func message() -> DeliveryFixture.Message {
    let rows = 1 + below(2)
    if below(2) == 0 {
      return .starts((0..<rows).map { _ in start() })
    }
    return .stops((0..<rows).map { _ in stop() })
  }

  private mutating func submission() -> Submission {
    deletions && below(3) == 0 ? .deletion : .first
  }

  private mutating func start() -> StartProduct {
    DeliveryFixture.start(Int64(1 + below(2)), "2025-01-0\(1 + below(3))", submission())
  }

  private mutating func stop() -> StopProduct {
    DeliveryFixture.stop(
      Int64(1 + below(2)),
      "2025-01-0\(1 + below(3))",
      "2025-02-0\(1 + below(2))",
      reason: below(2) == 0 ? "20" : "19",
      submission()
    )
  }
}
