import People
import Quantities
import Testing

extension VaultContract {
  private static func reference(_ text: String, of provider: UInt32 = 1) -> ClientReference {
    guard
      let reference = ClientReference(
        of: ProviderCode(uncheckedNumber: 99_990_100 + provider),
        text
      )
    else { preconditionFailure("the reference of a test is empty or too long") }
    return reference
  }

  static let references: [Clause<any Vault>] = [
    Clause("PR-02: a reference is found at its own provider, in its own scope only") { vault in
      for count in [1, 300] {
        var people = TestPeople(seed: UInt64(40 + count))
        let texts = (0..<count).map { "K-\(count)-\($0)" }
        let new = texts.map {
          NewReference(
            key: ClientKey(using: &people.generator),
            reference: reference($0),
            scope: TestPeople.scope
          )
        }
        let seal = SealID(using: &people.generator)
        try await vault.seal(SealBatch(id: seal, references: new))
        let asked = texts.reversed().map { reference($0) }
        let found = try await vault.find(asked, in: TestPeople.scope)
        #expect(found == new.reversed().map(\.key))
        let others = texts.map { reference($0, of: 2) }
        #expect(try await vault.find(others, in: TestPeople.scope).allSatisfy { $0 == nil })
        #expect(try await vault.find(asked, in: TestPeople.otherScope).allSatisfy { $0 == nil })
        let grant = try await InMemoryAccessLog().testGrant(new.map(\.key))
        let numbers = try await vault.numbers(of: new.map(\.key), under: grant)
        #expect(numbers.allSatisfy { $0 == nil })
      }
    },
    Clause("A reference is known once, and can be swept or destroyed with its person") { vault in
      var people = TestPeople(seed: 47)
      func new(_ text: String) -> NewReference {
        NewReference(
          key: ClientKey(using: &people.generator),
          reference: reference(text),
          scope: TestPeople.scope
        )
      }
      let first = new("A-1")
      let batch = SealBatch(id: SealID(using: &people.generator), references: [first])
      try await vault.seal(batch)
      await expectFailure(.alreadyKnown) {
        try await vault.seal(
          SealBatch(id: SealID(using: &people.generator), references: [new("A-1")])
        )
      }
      await expectFailure(.alreadyKnown) {
        try await vault.seal(
          SealBatch(id: SealID(using: &people.generator), references: [new("B"), new("B")])
        )
      }
      #expect(try await vault.find([reference("B")], in: TestPeople.scope) == [nil])
      #expect(try await vault.unconfirmed().map(\.clients) == [[first.key]])
      try await vault.sweep([batch.id], keeping: [])
      #expect(try await vault.find([reference("A-1")], in: TestPeople.scope) == [nil])
      let second = new("A-1")
      let again = SealBatch(id: SealID(using: &people.generator), references: [second])
      try await vault.seal(again)
      try await vault.confirm([again.id])
      #expect(try await vault.find([reference("A-1")], in: TestPeople.scope) == [second.key])
      try await vault.destroy([second.key])
      #expect(try await vault.find([reference("A-1")], in: TestPeople.scope) == [nil])
      let third = new("A-1")
      let last = SealBatch(id: SealID(using: &people.generator), references: [third])
      try await vault.seal(last)
      #expect(try await vault.find([reference("A-1")], in: TestPeople.scope) == [third.key])
    },
  ]
}
