import Access
import Generators
import Journal
import People
import Quantities
import Testing

@Suite("Allocation book")
struct AllocationBookTests {
  /// Versions of a few allocations, in an order that follows from the seed.
  static func history(_ seed: UInt64) -> [(Int64, AllocatedProduct)] {
    var generator = SeededGenerator(seed: seed)
    var versions: [(Int64, AllocatedProduct)] = []
    for number in Int64(1)...8 {
      for version in 0..<Int.random(in: 1...5, using: &generator) {
        let decided = moment("2025-01-0\(version + 1)")
        let budget = Int64.random(in: 1...1000, using: &generator)
        let item = product(number, terms(nil, "2025-01-01", budget: budget), decided: decided)
        versions.append((number, item))
      }
    }
    return versions
  }

  static func book(_ versions: [(Int64, AllocatedProduct)]) -> AllocationBook {
    var book = AllocationBook(seed: 42)
    for (index, entry) in versions.enumerated() {
      book.record(
        entry.1,
        of: Fixture.client,
        with: Fixture.provider,
        in: Fixture.utrecht,
        position: Int64(index + 1)
      )
    }
    return book
  }

  /// The versions of every allocation without the positions, which follow the arrival.
  static func content(_ book: AllocationBook) -> [Int64: [AllocationTerms]] {
    var content: [Int64: [AllocationTerms]] = [:]
    for allocation in book.all where !allocation.isAnnulled {
      content[allocation.number] = allocation.versions.map(\.terms)
    }
    return content
  }

  @Test("The latest decision is current whatever the order of arrival (IV013)")
  func anyOrder() {
    for seed in UInt64(1)...50 {
      var generator = SeededGenerator(seed: seed)
      let versions = Self.history(seed)
      let straight = Self.content(Self.book(versions))
      let shuffled = Self.content(Self.book(versions.shuffled(using: &generator)))
      #expect(straight == shuffled, "seed \(seed)")
    }
  }

  @Test("Annulling a message leaves the book as if it had never come")
  func annulment() {
    for seed in UInt64(1)...50 {
      var generator = SeededGenerator(seed: seed)
      let versions = Self.history(seed).shuffled(using: &generator)
      let victim = Int.random(in: 0..<versions.count, using: &generator)
      var book = Self.book(versions)
      book.annul(position: Int64(victim + 1))
      var without = versions
      without.remove(at: victim)
      #expect(Self.content(book) == Self.content(Self.book(without)), "seed \(seed)")
      #expect(!book.holdsAnything(from: Int64(victim + 1)), "seed \(seed)")
      for id in book.allocations(of: Fixture.client) {
        #expect(book.terms(of: id) == book[id].current.terms, "seed \(seed)")
        #expect(book.isDeleted(id) == book[id].isDeleted, "seed \(seed)")
      }
    }
  }

  @Test("An annulled version gives no right to anything, and stays for the verdicts that name it")
  func annulledVersions() throws {
    var book = Self.book([
      (1, product(1, terms("02", "2025-01-01"), decided: moment("2024-12-01"))),
      (2, product(1, terms("02", "2025-02-01"), decided: moment("2024-12-02"))),
    ])
    let id = try #require(book.find(number: 1, municipality: Fixture.utrecht))
    let first = book[id].version(broughtBy: 1)
    let second = book[id].version(broughtBy: 2)
    book.annul(position: 2)
    #expect(book[id].current == first && book[id].annulledVersions == [second])
    book.annul(position: 1)
    #expect(book[id].isAnnulled)
    book.record(
      product(1, terms("02", "2025-03-01"), decided: moment("2024-12-03")),
      of: Fixture.client,
      with: Fixture.provider,
      in: Fixture.utrecht,
      position: 3
    )
    #expect(book[id].versions.count == 1)
    #expect(book[id].version(broughtBy: 1) == first)
    #expect(book[id].version(broughtBy: 2) == second)
    #expect(book[id].version(broughtBy: 3) == book[id].current)
    #expect(book[id].version(broughtBy: 4) == nil)
    var writer = BinaryWriter()
    book.write(to: &writer)
    var reader = BinaryReader(writer.bytes)
    #expect(try AllocationBook(from: &reader) == book)
    #expect(!book.holdsAnything(from: 1) && !book.holdsAnything(from: 2))
  }

  @Test("A number whose message was refused is free for another client")
  func freedNumber() throws {
    var book = Self.book([(1, product(1, terms("02", "2025-01-01")))])
    book.annul(position: 1)
    #expect(book.find(number: 1, municipality: Fixture.utrecht) == nil)
    #expect(!book.knows(client: Fixture.client))
    book.record(
      product(1, terms("07", "2025-01-01")),
      of: Fixture.otherClient,
      with: Fixture.provider,
      in: Fixture.utrecht,
      position: 2
    )
    let id = try #require(book.find(number: 1, municipality: Fixture.utrecht))
    #expect(book[id].client == Fixture.otherClient)
    #expect(book.terms(of: id).category == ProductCategory("07"))
    #expect(book.allocations(of: Fixture.client, with: Fixture.provider).isEmpty)
  }

  @Test("A copy keeps what it holds")
  func copies() {
    let versions = Self.history(7)
    let before = Self.book(versions)
    var after = before
    after.annul(position: 1)
    #expect(before == Self.book(versions))
    #expect(before != after)
  }

  @Test("A book of ten thousand allocations finds each by number and by client")
  func many() {
    var book = AllocationBook(seed: 1)
    for number in Int64(0)..<10_000 {
      book.record(
        product(number, terms("02", "2025-01-01")),
        of: ClientKey(high: 0, low: UInt64(number / 3)),
        with: Fixture.provider,
        in: number % 2 == 0 ? Fixture.utrecht : Fixture.zeist,
        position: number
      )
    }
    for number in stride(from: Int64(0), to: 10_000, by: 7) {
      let home = number % 2 == 0 ? Fixture.utrecht : Fixture.zeist
      let away = number % 2 == 0 ? Fixture.zeist : Fixture.utrecht
      let id = book.find(number: number, municipality: home)
      #expect(id.map { book[$0].number } == number)
      #expect(book.find(number: number, municipality: away) == nil)
      let client = ClientKey(high: 0, low: UInt64(number / 3))
      #expect(book.allocations(of: client, with: Fixture.provider).contains { $0 == id })
    }
  }

  @Test("The kind follows from what is fixed")
  func kinds() {
    #expect(terms("02A03", "2025-01-01").kind == .specific)
    #expect(terms("02", "2025-01-01").kind == .category)
    #expect(terms("02", "2025-01-01", budget: 1).kind == .categoryWithBudget)
    #expect(terms(nil, "2025-01-01", budget: 1).kind == .generic)
  }
}

@Suite("Access state")
struct AccessStateTests {
  /// The state after the whole chain and what each message brought.
  static let chain: AccessState = {
    var state = AccessState(seed: 3)
    _ = ChainATests.decide(&state)
    return state
  }()

  @Test("A snapshot reads back as the same state, also with what was annulled")
  func snapshot() throws {
    for annulled in Int64(0)...7 {
      let state = Self.chain.after(Self.chain.annulment(of: annulled), at: 20)
      var writer = BinaryWriter()
      state.write(to: &writer)
      var reader = BinaryReader(writer.bytes)
      let copy = try AccessState(from: &reader, seed: 3)
      try reader.finish()
      #expect(copy == state)
      for number in [500_001, 500_010, 500_011] as [Int64] {
        let id = state.allocations.find(number: number, municipality: Fixture.utrecht)
        #expect(copy.allocations.find(number: number, municipality: Fixture.utrecht) == id)
      }
    }
  }

  @Test("No changed or cut snapshot traps")
  func damagedSnapshot() {
    var writer = BinaryWriter()
    Self.chain.write(to: &writer)
    for seed in UInt64(1)...300 {
      var generator = SeededGenerator(seed: seed)
      var bytes = writer.bytes
      bytes[Int.random(in: 0..<bytes.count, using: &generator)] = .random(
        in: 0...255,
        using: &generator
      )
      if seed % 3 == 0 { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &generator)) }
      var reader = BinaryReader(bytes)
      _ = try? AccessState(from: &reader)
    }
  }

  @Test("Annulling our message of the chain undoes exactly what it brought")
  func annulled() {
    // Message 7 is the 301 that honours the change request.
    let events = Self.chain.annulment(of: 7)
    #expect(events == [.allocationsAnnulled(message: 7), .requestsAnnulled(message: 7)])
    let state = Self.chain.after(events, at: 8)
    let change = state.requests.find(reference: "VOW-A-0001", provider: Fixture.provider)
    #expect(change?.state == .pending)
    #expect(state.allocations.find(number: 500_011, municipality: Fixture.utrecht) == nil)
    let id = state.allocations.find(number: 500_001, municipality: Fixture.utrecht)
    #expect(id.map { state.allocations.terms(of: $0).through } == day("2025-06-29"))
    #expect(state.annulment(of: 7).isEmpty)
    #expect(state.judge(ChainATests.a19, facts: facts("2025-05-16")).marks.isEmpty)
  }

  @Test("An annulled request leaves its reference free")
  func annulledRequest() {
    let state = Self.chain.after(Self.chain.annulment(of: 6), at: 8)
    #expect(state.requests.find(reference: "VOW-A-0001", provider: Fixture.provider) == nil)
    #expect(state.requests.openRequest(of: Fixture.client, by: Fixture.provider) == nil)
  }

  @Test("A client is known by an allocation or a request")
  func knownClients() {
    #expect(Self.chain.knows(client: Fixture.client))
    #expect(Self.chain.knows(client: Fixture.otherClient))
    #expect(!Self.chain.knows(client: Fixture.neighbour))
  }
}
