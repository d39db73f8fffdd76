import Foundation
import GRDB
package import People
package import Quantities

extension SQLiteVault {
  package func clients(of original: OriginalID) async throws(VaultFailure) -> [ClientKey] {
    try await read { db, state in
      try OriginalReader(original, state: state, db: db).contents.clients
    }
  }

  package func open(
    _ original: OriginalID,
    under grant: AccessGrant
  ) async throws(VaultFailure) -> OpenedOriginal {
    try await read { db, state in
      let reader = try OriginalReader(original, state: state, db: db)
      try grant.requireCover(of: reader.contents.clients)
      return try reader.join()
    }
  }

  package func open(
    _ records: [RecordName],
    under grant: AccessGrant
  ) async throws(VaultFailure) -> [OpenedRecord] {
    try grant.requireCover(of: records.map(\.client))
    return try await read { db, state in
      try records.map { try Self.open($0, state, db) }
    }
  }

  static func open(
    _ name: RecordName,
    _ state: VaultState,
    _ db: Database
  ) throws -> OpenedRecord {
    let place = try state.place(of: name.client, db)
    guard let key = try state.secret(at: place, db) else { return .destroyed }
    let sealed = try Data.fetchOne(
      db.cachedStatement(sql: "SELECT sealed FROM record WHERE client = ? AND purpose = ?"),
      arguments: [Data(name.client.bytes), name.purpose.rawValue]
    )
    guard let sealed else {
      // Absent only when the table says so as well: the index alone may have been damaged.
      let stored = try Int.fetchOne(
        db.cachedStatement(
          sql: "SELECT count(*) FROM record NOT INDEXED WHERE client = ? AND purpose = ?"
        ),
        arguments: [Data(name.client.bytes), name.purpose.rawValue]
      )
      guard stored == 0 else {
        throw Envelope.tampered(context(of: name, scope: place.scope, state))
      }
      return .absent
    }
    let plain = try sealed.withUnsafeBytes {
      try Envelope.open($0, with: key, in: context(of: name, scope: place.scope, state))
    }
    return .bytes(Array(plain))
  }

  package func numbers(
    of clients: [ClientKey],
    under grant: AccessGrant
  ) async throws(VaultFailure) -> [CitizenNumber?] {
    try grant.requireCover(of: clients)
    return try await read { db, state in
      try clients.map { client in
        let place = try state.place(of: client, db)
        return try state.directory(place.scope, db).number(at: place.slot)
      }
    }
  }
}
