package import Quantities

/// A person who is not yet known in a scope.
package struct NewClient: Sendable {
  package let key: ClientKey
  package let number: CitizenNumber
  package let scope: ClientScope

  @inlinable
  package init(key: ClientKey, number: CitizenNumber, scope: ClientScope) {
    self.key = key
    self.number = number
    self.scope = scope
  }
}

/// What one command has to seal: durable together, or not at all.
///
/// A batch is sealed before the journal is written. `Vault.confirm` says that its entries are
/// there; a batch that stays unconfirmed is swept at the next start.
package struct SealBatch: Sendable {
  /// The name by which the batch is confirmed or swept.
  package let id: SealID
  /// Persons seen for the first time; records and originals of the same batch may name them.
  package var clients: [NewClient]
  /// Persons seen for the first time who go by a provider's reference.
  package var references: [NewReference]
  package var records: [PersonRecord]
  package var originals: [OriginalParts]

  package init(
    id: SealID,
    clients: [NewClient] = [],
    references: [NewReference] = [],
    records: [PersonRecord] = [],
    originals: [OriginalParts] = []
  ) {
    self.id = id
    self.clients = clients
    self.references = references
    self.records = records
    self.originals = originals
  }

  /// Whether there is nothing to seal.
  package var isEmpty: Bool {
    clients.isEmpty && references.isEmpty && records.isEmpty && originals.isEmpty
  }
}

/// A batch that was sealed and whose journal entries are not yet known to be written.
package struct UnconfirmedBatch: Hashable, Sendable {
  package let id: SealID
  package let originals: [OriginalID]
  /// The persons it brought into the vault.
  package let clients: [ClientKey]

  package init(id: SealID, originals: [OriginalID], clients: [ClientKey]) {
    self.id = id
    self.originals = originals
    self.clients = clients
  }
}
