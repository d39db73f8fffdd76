package import Quantities

/// A vault that keeps everything in memory and forgets it at the end.
///
/// For tests and trials: the contract of the real one, without encryption, since nothing is
/// written. The digest function comes in as a parameter, because this room computes no
/// cryptography.
package actor InMemoryVault: Vault {
  /// Computes a keyed digest.
  package typealias Digest = @Sendable (Span<UInt8>, DigestPurpose) -> KeyedDigest

  struct Person {
    /// How the person is found; one of the two is there.
    var number: CitizenNumber?
    var reference: ClientReference?
    let scope: ClientScope
    let batch: SealID
    var destroyed = false
  }

  struct NumberInScope: Hashable {
    let number: CitizenNumber
    let scope: ClientScope
  }

  struct ReferenceInScope: Hashable {
    let reference: ClientReference
    let scope: ClientScope
  }

  private let digest: Digest
  var persons: [ClientKey: Person] = [:]
  var keys: [NumberInScope: ClientKey] = [:]
  var referenceKeys: [ReferenceInScope: ClientKey] = [:]
  var records: [RecordName: [UInt8]] = [:]
  var originals: [OriginalID: OriginalParts] = [:]
  var pending: [UnconfirmedBatch] = []
  var intake: [IntakeRow] = []

  package init(digest: @escaping Digest) { self.digest = digest }

  package nonisolated func keyedDigest(
    of bytes: Span<UInt8>,
    for purpose: DigestPurpose
  ) -> KeyedDigest {
    digest(bytes, purpose)
  }

  package func find(
    _ numbers: [CitizenNumber],
    in scope: ClientScope
  ) throws(VaultFailure) -> [ClientKey?] {
    numbers.map { keys[NumberInScope(number: $0, scope: scope)] }
  }

  package func find(
    _ references: [ClientReference],
    in scope: ClientScope
  ) throws(VaultFailure) -> [ClientKey?] {
    references.map { referenceKeys[ReferenceInScope(reference: $0, scope: scope)] }
  }

  package func log(_ row: IntakeRow) throws(VaultFailure) { intake.append(row) }

  package func intakeRows() throws(VaultFailure) -> [IntakeRow] { intake }

  package func sweepIntake(at now: Instant) throws(VaultFailure) -> Int {
    let before = intake.count
    intake.removeAll { $0.at <= IntakeRow.horizon(at: now) }
    return before - intake.count
  }
}

// MARK: - Sealing

extension InMemoryVault {
  package func seal(_ batch: SealBatch) throws(VaultFailure) {
    let fresh = try checkedClients(of: batch)
    try checkNamed(by: batch, fresh: fresh)
    var names = Set(originals.keys)
    for original in batch.originals where !names.insert(original.id).inserted {
      throw VaultFailure(.originalKnown(original.id))
    }
    guard !pending.contains(where: { $0.id == batch.id }) else {
      throw VaultFailure(.batchKnown(batch.id))
    }
    for client in batch.clients {
      persons[client.key] = Person(number: client.number, scope: client.scope, batch: batch.id)
      keys[NumberInScope(number: client.number, scope: client.scope)] = client.key
    }
    for client in batch.references {
      persons[client.key] = Person(
        reference: client.reference,
        scope: client.scope,
        batch: batch.id
      )
      referenceKeys[ReferenceInScope(reference: client.reference, scope: client.scope)] = client.key
      let name = RecordName(client: client.key, purpose: .reference)
      records[name] = client.reference.bytes
    }
    for record in batch.records { records[record.name] = record.bytes }
    for original in batch.originals { originals[original.id] = original }
    pending.append(
      UnconfirmedBatch(
        id: batch.id,
        originals: batch.originals.map(\.id),
        clients: (batch.clients.map(\.key) + batch.references.map(\.key)).sorted()
      )
    )
  }

  private func checkedClients(of batch: SealBatch) throws(VaultFailure) -> Set<ClientKey> {
    var fresh: Set<ClientKey> = []
    var numbers: Set<NumberInScope> = []
    for client in batch.clients {
      guard persons[client.key] == nil, fresh.insert(client.key).inserted else {
        throw VaultFailure(.clientKeyKnown(client.key))
      }
      let number = NumberInScope(number: client.number, scope: client.scope)
      guard keys[number] == nil, numbers.insert(number).inserted else {
        throw VaultFailure(.numberKnown(client.key, client.scope))
      }
    }
    var references: Set<ReferenceInScope> = []
    for client in batch.references {
      guard persons[client.key] == nil, fresh.insert(client.key).inserted else {
        throw VaultFailure(.clientKeyKnown(client.key))
      }
      let name = ReferenceInScope(reference: client.reference, scope: client.scope)
      guard referenceKeys[name] == nil, references.insert(name).inserted else {
        throw VaultFailure(.numberKnown(client.key, client.scope))
      }
    }
    return fresh
  }

  private func checkNamed(
    by batch: SealBatch,
    fresh: Set<ClientKey>
  ) throws(VaultFailure) {
    func check(_ client: ClientKey) throws(VaultFailure) {
      if fresh.contains(client) { return }
      guard let person = persons[client] else {
        throw VaultFailure(.unknownClient(client))
      }
      if person.destroyed {
        throw VaultFailure(.destroyed(client))
      }
    }
    for record in batch.records { try check(record.name.client) }
    for original in batch.originals {
      for part in original.parts { try check(part.client) }
    }
  }

  package func unconfirmed() throws(VaultFailure) -> [UnconfirmedBatch] { pending }

  package func confirm(_ batches: [SealID]) throws(VaultFailure) {
    let names = Set(batches)
    pending.removeAll { names.contains($0.id) }
  }

  package func sweep(
    _ batches: [SealID],
    keeping: Set<ClientKey>
  ) throws(VaultFailure) {
    let names = Set(batches)
    for batch in pending where names.contains(batch.id) {
      for original in batch.originals { originals[original] = nil }
      for client in batch.clients where !keeping.contains(client) {
        remove(client)
        persons[client] = nil
      }
    }
    pending.removeAll { names.contains($0.id) }
  }

  private func remove(_ client: ClientKey) {
    if let person = persons[client] {
      if let number = person.number {
        keys[NumberInScope(number: number, scope: person.scope)] = nil
      }
      if let reference = person.reference {
        referenceKeys[ReferenceInScope(reference: reference, scope: person.scope)] = nil
      }
    }
    for purpose in RecordPurpose.allCases {
      records[RecordName(client: client, purpose: purpose)] = nil
    }
  }
}

// MARK: - Reading and destroying

extension InMemoryVault {
  private func person(_ client: ClientKey) throws(VaultFailure) -> Person {
    guard let person = persons[client] else {
      throw VaultFailure(.unknownClient(client))
    }
    return person
  }

  private func original(_ id: OriginalID) throws(VaultFailure) -> OriginalParts {
    guard let original = originals[id] else {
      throw VaultFailure(.unknownOriginal(id))
    }
    return original
  }

  package func clients(of original: OriginalID) throws(VaultFailure) -> [ClientKey] {
    let parts = try self.original(original).parts
    return Set(parts.map(\.client)).sorted()
  }

  package func open(
    _ original: OriginalID,
    under grant: AccessGrant
  ) throws(VaultFailure) -> OpenedOriginal {
    let kept = try self.original(original)
    try grant.requireCover(of: kept.parts.map(\.client))
    var bytes: [UInt8] = []
    var gone: Set<ClientKey> = []
    var end = 0
    for part in kept.parts {
      bytes += kept.bytes[end..<part.range.lowerBound]
      if try person(part.client).destroyed {
        bytes += OpenedOriginal.placeholder
        gone.insert(part.client)
      } else {
        bytes += kept.bytes[part.range]
      }
      end = part.range.upperBound
    }
    bytes += kept.bytes[end...]
    return OpenedOriginal(bytes: bytes, destroyed: gone.sorted())
  }

  package func open(
    _ records: [RecordName],
    under grant: AccessGrant
  ) throws(VaultFailure) -> [OpenedRecord] {
    try grant.requireCover(of: records.map(\.client))
    var opened: [OpenedRecord] = []
    for name in records {
      if try person(name.client).destroyed {
        opened.append(.destroyed)
      } else {
        opened.append(self.records[name].map(OpenedRecord.bytes) ?? .absent)
      }
    }
    return opened
  }

  package func numbers(
    of clients: [ClientKey],
    under grant: AccessGrant
  ) throws(VaultFailure) -> [CitizenNumber?] {
    try grant.requireCover(of: clients)
    var numbers: [CitizenNumber?] = []
    for client in clients {
      let person = try person(client)
      numbers.append(person.destroyed ? nil : person.number)
    }
    return numbers
  }

  package func destroy(_ clients: [ClientKey]) throws(VaultFailure) {
    for client in clients { _ = try person(client) }
    for client in clients {
      remove(client)
      persons[client]?.destroyed = true
    }
  }
}
