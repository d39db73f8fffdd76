import People
import Quantities
import Testing

extension VaultContract {
  static let confirming: [Clause<any Vault>] = [
    Clause("Batches stay unconfirmed, in order, until they are confirmed or swept") { vault in
      var people = TestPeople(seed: 12)
      var batches: [SealBatch] = []
      for _ in 0..<3 {
        let clients = people.clients(2)
        let original = try people.original(clients.map(\.key))
        batches.append(people.batch(clients: clients, originals: [original]))
      }
      for batch in batches { try await vault.seal(batch) }
      let expected = batches.map { batch in
        UnconfirmedBatch(
          id: batch.id,
          originals: batch.originals.map(\.id),
          clients: batch.clients.map(\.key).sorted()
        )
      }
      #expect(try await vault.unconfirmed() == expected)
      try await vault.confirm([batches[1].id, SealID(using: &people.generator)])
      #expect(try await vault.unconfirmed() == [expected[0], expected[2]])
      try await vault.sweep([batches[0].id, batches[1].id], keeping: [])
      #expect(try await vault.unconfirmed() == [expected[2]])
      await expectFailure(.unknownOriginal) {
        _ = try await vault.clients(of: batches[0].originals[0].id)
      }
      let kept = try await vault.clients(of: batches[1].originals[0].id)
      #expect(kept == expected[1].clients)
    },
    Clause("A swept person is unknown, unless another batch keeps the key") { vault in
      var people = TestPeople(seed: 13)
      let clients = people.clients(3)
      let record = PersonRecord(client: clients[0].key, purpose: .identity, bytes: [1])
      let batch = people.batch(clients: clients, records: [record])
      try await vault.seal(batch)
      try await vault.sweep([batch.id], keeping: [clients[1].key])
      let numbers = clients.map(\.number)
      let found = try await vault.find(numbers, in: TestPeople.scope)
      #expect(found == [nil, clients[1].key, nil])
      let late = people.batch(records: [record])
      await expectFailure(.unknownClient) { try await vault.seal(late) }
      try await vault.seal(people.batch(clients: [clients[0], clients[2]]))
      #expect(try await vault.find(numbers, in: TestPeople.scope) == clients.map(\.key))
      let grant = try await InMemoryAccessLog().testGrant([clients[0].key])
      #expect(try await vault.open([record.name], under: grant) == [.absent])
    },
    Clause("The intake log keeps rows for 90 days, and takes codes only") { vault in
      let day: Int64 = 86_400_000
      let now = Instant(milliseconds: 1_800_000_000_000)
      var rows: [IntakeRow] = []
      for age in [91, 90, 89, 0] as [Int64] {
        let row = try IntakeRow(
          digest: vault.keyedDigest(of: [UInt8(age)], for: .intake),
          size: 100 + Int(age),
          codes: age == 0 ? [] : ["0001", "TR056"],
          at: Instant(milliseconds: now.milliseconds - age * day)
        )
        rows.append(row)
        try await vault.log(row)
      }
      #expect(try await vault.intakeRows() == rows)
      #expect(try await vault.sweepIntake(at: now) == 2)
      #expect(try await vault.intakeRows() == Array(rows[2...]))
      await expectFailure(.malformed) {
        _ = try IntakeRow(digest: rows[0].digest, size: 1, codes: ["J. Jansen"], at: now)
      }
    },
  ]

  static let digests: [Clause<any Vault>] = [
    Clause("PR-02: a digest is the same again, and another for other bytes or purposes") { vault in
      var seen: Set<KeyedDigest> = []
      for bytes in [[], [0], [0, 0], Array("999990019".utf8)] as [[UInt8]] {
        for purpose in DigestPurpose.allCases {
          let digest = vault.keyedDigest(of: bytes, for: purpose)
          #expect(digest == vault.keyedDigest(of: bytes, for: purpose))
          #expect(seen.insert(digest).inserted)
        }
      }
    }
  ]
}
