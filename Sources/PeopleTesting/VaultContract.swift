package import People
import Quantities
import Testing

/// What every vault promises; each clause gets an empty vault.
package enum VaultContract {
  package static let clauses: [Clause<any Vault>] =
    finding + references + sealing + originals + destroying + confirming + digests

  static let finding: [Clause<any Vault>] = [
    Clause("PR-02: a number is found in its own scope only, in the order asked") { vault in
      for count in [1, 3, 63, 64, 700] {
        var people = TestPeople(seed: UInt64(count))
        let clients = people.clients(count).map {
          NewClient(
            key: $0.key,
            number: shifted($0.number, by: count * 100),
            scope: $0.scope
          )
        }
        try await vault.seal(people.batch(clients: clients))
        let asked = clients.shuffled(using: &people.generator)
        let found = try await vault.find(asked.map(\.number), in: TestPeople.scope)
        #expect(found == asked.map(\.key))
        let elsewhere = try await vault.find(asked.map(\.number), in: TestPeople.otherScope)
        #expect(elsewhere.allSatisfy { $0 == nil })
      }
    },
    Clause("PR-04: one person has unrelated keys in two scopes") { vault in
      var people = TestPeople(seed: 2)
      let here = people.client()
      let there = NewClient(
        key: ClientKey(using: &people.generator),
        number: here.number,
        scope: TestPeople.otherScope
      )
      try await vault.seal(people.batch(clients: [here, there]))
      #expect(try await vault.find([here.number], in: TestPeople.scope) == [here.key])
      #expect(try await vault.find([here.number], in: TestPeople.otherScope) == [there.key])
    },
    Clause("The numbers of clients come back with a grant, in the order asked") { vault in
      var people = TestPeople(seed: 3)
      let clients = people.clients(5)
      try await vault.seal(people.batch(clients: clients))
      let asked = clients.reversed().map(\.key)
      let grant = try await InMemoryAccessLog().testGrant(asked)
      let numbers = try await vault.numbers(of: asked, under: grant)
      #expect(numbers == clients.reversed().map(\.number))
    },
  ]

  static let sealing: [Clause<any Vault>] = [
    Clause("A batch that is refused leaves nothing behind") { vault in
      var people = TestPeople(seed: 4)
      let known = people.client()
      let original = try people.original([known.key])
      try await vault.seal(people.batch(clients: [known], originals: [original]))
      let fresh = people.client()
      let stranger = people.client()
      let sameNumber = NewClient(key: stranger.key, number: known.number, scope: known.scope)
      let sameKey = NewClient(key: known.key, number: stranger.number, scope: known.scope)
      let record = PersonRecord(client: stranger.key, purpose: .identity, bytes: [1])
      let strange = try people.original([fresh.key, stranger.key])
      let refused: [(VaultFailure.Code, SealBatch)] = [
        (.alreadyKnown, people.batch(clients: [fresh, sameNumber])),
        (.alreadyKnown, people.batch(clients: [fresh, sameKey])),
        (.alreadyKnown, people.batch(clients: [fresh, fresh])),
        (.alreadyKnown, people.batch(clients: [fresh], originals: [original])),
        (.unknownClient, people.batch(clients: [fresh], records: [record])),
        (.unknownClient, people.batch(clients: [fresh], originals: [strange])),
      ]
      for (code, batch) in refused {
        await expectFailure(code) { try await vault.seal(batch) }
        #expect(try await vault.find([fresh.number], in: fresh.scope) == [nil])
        await expectFailure(.unknownOriginal) { _ = try await vault.clients(of: strange.id) }
      }
      #expect(try await vault.unconfirmed().count == 1)
      try await vault.seal(people.batch(clients: [fresh]))
      #expect(try await vault.find([fresh.number], in: fresh.scope) == [fresh.key])
    },
    Clause("A record replaces the earlier one of the same purpose, and no other") { vault in
      var people = TestPeople(seed: 5)
      let clients = people.clients(2)
      let keys = clients.map(\.key)
      func record(_ key: ClientKey, _ purpose: RecordPurpose, _ text: String) -> PersonRecord {
        PersonRecord(client: key, purpose: purpose, bytes: Array(text.utf8))
      }
      let first = [
        record(keys[0], .identity, "a"), record(keys[0], .address, "b"),
        record(keys[1], .identity, "c"),
      ]
      try await vault.seal(people.batch(clients: clients, records: first))
      try await vault.seal(people.batch(records: [record(keys[0], .identity, "d")]))
      let names = [
        RecordName(client: keys[0], purpose: .identity),
        RecordName(client: keys[0], purpose: .address),
        RecordName(client: keys[1], purpose: .identity),
        RecordName(client: keys[1], purpose: .contact),
      ]
      let grant = try await InMemoryAccessLog().testGrant(keys)
      let opened = try await vault.open(names, under: grant)
      let expected: [OpenedRecord] = [
        .bytes(Array("d".utf8)), .bytes(Array("b".utf8)), .bytes(Array("c".utf8)), .absent,
      ]
      #expect(opened == expected)
    },
    Clause("LG-05: nothing opens under a grant that names somebody else") { vault in
      var people = TestPeople(seed: 6)
      let clients = people.clients(3)
      let keys = clients.map(\.key)
      let original = try people.original(keys)
      try await vault.seal(people.batch(clients: clients, originals: [original]))
      let grant = try await InMemoryAccessLog().testGrant(Array(keys.dropLast()))
      await expectFailure(.notCovered) { _ = try await vault.open(original.id, under: grant) }
      await expectFailure(.notCovered) { _ = try await vault.numbers(of: keys, under: grant) }
      let names = keys.map { RecordName(client: $0, purpose: .identity) }
      await expectFailure(.notCovered) { _ = try await vault.open(names, under: grant) }
    },
  ]

  static func shifted(_ number: CitizenNumber, by offset: Int) -> CitizenNumber {
    CitizenNumber(number: Int(number.number) - offset) ?? number
  }
}
