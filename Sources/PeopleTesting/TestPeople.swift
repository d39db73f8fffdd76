package import Generators
package import People
package import Quantities

/// Invented persons, scopes, names and messages out of one seed.
package struct TestPeople {
  package var generator: SeededGenerator
  private var nextNumber = 999_900_000

  package init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// The scope in which a test plays, and a second one beside it.
  package static let scope = ClientScope(
    municipality: MunicipalityCode(uncheckedNumber: 321),
    law: .socialSupport
  )
  package static let otherScope = ClientScope(
    municipality: MunicipalityCode(uncheckedNumber: 353),
    law: .socialSupport
  )

  /// One of many scopes, for tests in which several play at once.
  package static func scope(_ index: UInt64) -> ClientScope {
    ClientScope(
      municipality: MunicipalityCode(uncheckedNumber: 500 + UInt32(index % 400)),
      law: .youth
    )
  }

  /// The next citizen number of the test range.
  package mutating func number() -> CitizenNumber {
    defer { nextNumber += 1 }
    guard let number = CitizenNumber(number: nextNumber) else {
      preconditionFailure("the test range is used up")
    }
    return number
  }

  package mutating func client(in scope: ClientScope = TestPeople.scope) -> NewClient {
    NewClient(key: ClientKey(using: &generator), number: number(), scope: scope)
  }

  package mutating func clients(
    _ count: Int,
    in scope: ClientScope = TestPeople.scope
  ) -> [NewClient] {
    (0..<count).map { _ in client(in: scope) }
  }

  package mutating func batch(
    clients: [NewClient] = [],
    records: [PersonRecord] = [],
    originals: [OriginalParts] = []
  ) -> SealBatch {
    SealBatch(
      id: SealID(using: &generator),
      clients: clients,
      records: records,
      originals: originals
    )
  }

  /// A message in which each of the clients has one element, with skeleton of random length, also
  /// none, around it.
  package mutating func original(_ clients: [ClientKey]) throws -> OriginalParts {
    var bytes: [UInt8] = []
    var parts: [OriginalParts.ClientPart] = []
    for (index, client) in clients.enumerated() {
      bytes += noise(Int.random(in: 0...40, using: &generator))
      let start = bytes.count
      bytes += Array("<Client>\(index)</Client>".utf8)
      bytes += noise(Int.random(in: 0...300, using: &generator))
      parts.append(OriginalParts.ClientPart(client: client, range: start..<bytes.count))
    }
    bytes += noise(Int.random(in: 0...40, using: &generator))
    return try OriginalParts(id: OriginalID(using: &generator), bytes: bytes, parts: parts)
  }

  package mutating func noise(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }
}

extension AccessLog {
  /// A grant for clients, through a real access record.
  package func testGrant(_ clients: [ClientKey]) async throws(VaultFailure) -> AccessGrant {
    try await grant(
      for: AccessRequest(
        actor: .commandLine,
        purpose: .evidence,
        subjects: clients,
        at: Instant(milliseconds: 1_700_000_000_000)
      )
    )
  }
}

extension InMemoryVault {
  /// A vault in memory whose digest mixes the bytes and protects nothing: for tests only.
  package static func forTests() -> InMemoryVault {
    InMemoryVault { bytes, purpose in
      var words: [UInt64] = []
      for lane in 0..<4 {
        var hash = 0xCBF2_9CE4_8422_2325 &+ UInt64(purpose.rawValue) &* 131 &+ UInt64(lane)
        for index in bytes.indices { hash = (hash ^ UInt64(bytes[index])) &* 0x0100_0000_01B3 }
        var mixer = SeededGenerator(seed: hash)
        words.append(mixer.next())
      }
      return KeyedDigest(words: (words[0], words[1], words[2], words[3]))
    }
  }
}
