import People
import Quantities
import Testing

extension VaultContract {
  static let originals: [Clause<any Vault>] = [
    Clause("An original in parts joins to the exact bytes") { vault in
      for seed in 0..<40 as Range<UInt64> {
        var people = TestPeople(seed: seed)
        let scope = ClientScope(
          municipality: MunicipalityCode(uncheckedNumber: UInt32(seed)),
          law: .youth
        )
        let clients = people.clients(Int.random(in: 0...30, using: &people.generator), in: scope)
        let named = clients.map(\.key) + clients.prefix(3).map(\.key)
        let original = try people.original(named.shuffled(using: &people.generator))
        try await vault.seal(people.batch(clients: clients, originals: [original]))
        let inside = try await vault.clients(of: original.id)
        #expect(inside == clients.map(\.key).sorted(), "seed \(seed)")
        let grant = try await InMemoryAccessLog().testGrant(inside)
        let opened = try await vault.open(original.id, under: grant)
        #expect(opened.isComplete && opened.bytes == original.bytes, "seed \(seed)")
      }
    },
    Clause("An original larger than a chunk joins to the exact bytes") { vault in
      var people = TestPeople(seed: 7)
      let clients = people.clients(3)
      let bytes = people.noise(2_000_000)
      let ranges = [10..<300_000, 300_000..<300_000, 900_000..<1_900_000]
      let original = try OriginalParts(
        id: OriginalID(using: &people.generator),
        bytes: bytes,
        parts: zip(clients, ranges).map { OriginalParts.ClientPart(client: $0.key, range: $1) }
      )
      try await vault.seal(people.batch(clients: clients, originals: [original]))
      let grant = try await InMemoryAccessLog().testGrant(clients.map(\.key))
      #expect(try await vault.open(original.id, under: grant).bytes == bytes)
    },
    Clause("Parts that overlap, run backwards or leave the message are refused") { _ in
      var people = TestPeople(seed: 8)
      let key = people.client().key
      for ranges in [[0..<5, 4..<6], [4..<6, 0..<2], [0..<11]] {
        await expectFailure(.malformed) {
          _ = try OriginalParts(
            id: OriginalID(using: &people.generator),
            bytes: [UInt8](repeating: 0, count: 10),
            parts: ranges.map { OriginalParts.ClientPart(client: key, range: $0) }
          )
        }
      }
    },
  ]

  static let destroying: [Clause<any Vault>] = [
    Clause("PR-07: a destroyed person is gone everywhere, and everybody else is complete") {
      vault in
      var people = TestPeople(seed: 9)
      let clients = people.clients(3)
      let keys = clients.map(\.key)
      let text = "<A>een</A><B>twee</B><C>drie</C>"
      let original = try OriginalParts(
        id: OriginalID(using: &people.generator),
        bytes: Array(text.utf8),
        parts: [
          OriginalParts.ClientPart(client: keys[0], range: 0..<10),
          OriginalParts.ClientPart(client: keys[1], range: 10..<21),
          OriginalParts.ClientPart(client: keys[2], range: 21..<32),
        ]
      )
      let records = keys.map { PersonRecord(client: $0, purpose: .identity, bytes: [7]) }
      try await vault.seal(
        people.batch(clients: clients, records: records, originals: [original])
      )
      try await vault.destroy([keys[1]])
      try await vault.destroy([keys[1]])
      let grant = try await InMemoryAccessLog().testGrant(keys)
      let opened = try await vault.open(original.id, under: grant)
      #expect(String(decoding: opened.bytes, as: UTF8.self) == text.replacing("<B>twee</B>"))
      #expect(opened.destroyed == [keys[1]])
      let names = keys.map { RecordName(client: $0, purpose: .identity) }
      #expect(try await vault.open(names, under: grant) == [.bytes([7]), .destroyed, .bytes([7])])
      let numbers = try await vault.numbers(of: keys, under: grant)
      #expect(numbers == [clients[0].number, nil, clients[2].number])
      #expect(try await vault.find([clients[1].number], in: TestPeople.scope) == [nil])
      let late = PersonRecord(client: keys[1], purpose: .address, bytes: [1])
      let lateBatch = people.batch(records: [late])
      await expectFailure(.destroyed) { try await vault.seal(lateBatch) }
    },
    Clause("PR-07: whoever was destroyed may come back as another client") { vault in
      var people = TestPeople(seed: 10)
      let client = people.client()
      try await vault.seal(people.batch(clients: [client]))
      try await vault.destroy([client.key])
      let again = NewClient(
        key: ClientKey(using: &people.generator),
        number: client.number,
        scope: client.scope
      )
      try await vault.seal(people.batch(clients: [again]))
      #expect(try await vault.find([client.number], in: client.scope) == [again.key])
    },
    Clause("Destroying somebody unknown is refused and destroys nobody") { vault in
      var people = TestPeople(seed: 11)
      let clients = people.clients(2)
      try await vault.seal(people.batch(clients: [clients[0]]))
      await expectFailure(.unknownClient) { try await vault.destroy(clients.map(\.key)) }
      #expect(try await vault.find([clients[0].number], in: TestPeople.scope) == [clients[0].key])
    },
  ]
}

extension String {
  /// The text with an element replaced by the placeholder of a destroyed one.
  fileprivate func replacing(_ element: String) -> String {
    let placeholder = String(decoding: OpenedOriginal.placeholder, as: UTF8.self)
    var output = ""
    var rest = self[...]
    while !rest.isEmpty {
      if rest.hasPrefix(element) {
        output += placeholder
        rest = rest.dropFirst(element.count)
      } else if let first = rest.popFirst() {
        output.append(first)
      }
    }
    return output
  }
}
