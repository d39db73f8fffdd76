/// The log of who looked at whose data, when and why.
///
/// An implementation has its own file, writer and chain of numbers without gaps (LG-06).
///
/// - Dutch term: logboek dataverwerkingen
package protocol AccessLog: Sendable {
  /// Writes the request and returns its number once it is durable; throws when it is not.
  ///
  /// Not for callers that want to read a person: those ask for a grant.
  func append(_ request: AccessRequest) async throws(VaultFailure) -> UInt64

  /// The records from a number on, at most `limit` of them.
  func records(from number: UInt64, limit: Int) async throws(VaultFailure) -> [AccessRecord]

  /// Checks the whole chain and returns its end; a failure names the first broken record.
  func verify() async throws(VaultFailure) -> AccessHead
}

/// A request that was written, with its number.
package struct AccessRecord: Hashable, Sendable {
  /// 1, 2, 3 and so on, without gaps.
  package let number: UInt64
  package let request: AccessRequest

  package init(number: UInt64, request: AccessRequest) {
    self.number = number
    self.request = request
  }
}

/// The end of the chain of access records.
package struct AccessHead: Hashable, Sendable {
  /// The number of the last record; 0 when there is none.
  package let number: UInt64
  /// The chain's hash at that record; empty where an implementation keeps no hashes.
  package let hash: [UInt8]
  /// The root of the tree over the hashes of all records up to that one; empty where none is kept.
  package let root: [UInt8]

  package init(number: UInt64, hash: [UInt8], root: [UInt8] = []) {
    self.number = number
    self.hash = hash
    self.root = root
  }
}

/// The proof that an access record is durable, without which the vault opens nothing (LG-05).
///
/// Only `AccessLog.grant(for:)`, in this file, can make one, and only after the record was written:
/// no record, no grant; no grant, no data.
package struct AccessGrant: Sendable {
  /// The number of the access record.
  package let number: UInt64
  package let request: AccessRequest

  fileprivate init(number: UInt64, request: AccessRequest) {
    self.number = number
    self.request = request
  }

  /// Refuses when the record does not name every one of these persons.
  package func requireCover(of clients: some Sequence<ClientKey>) throws(VaultFailure) {
    for client in clients where !request.covers(client) {
      throw VaultFailure(.notCovered(record: number, client))
    }
  }
}

extension AccessLog {
  /// Writes an access record and hands out the grant to read what it names.
  package func grant(for request: AccessRequest) async throws(VaultFailure) -> AccessGrant {
    let number = try await append(request)
    return AccessGrant(number: number, request: request)
  }
}
