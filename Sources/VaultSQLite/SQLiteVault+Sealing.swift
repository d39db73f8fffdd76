import Foundation
import GRDB
package import People
import Quantities

extension SQLiteVault {
  package func seal(_ batch: SealBatch) async throws(VaultFailure) {
    try await write { db, state in
      let number = try Self.begin(batch.id, db)
      try Self.insert(batch.clients, batch: number, state, db)
      try Self.insert(batch.references, batch: number, state, db)
      for record in batch.records { try Self.insert(record, state, db) }
      for original in batch.originals {
        try OriginalWriter(original, batch: number, state: state, db: db).write()
      }
    }
  }

  /// Gives the batch its number; the row stays until the batch is confirmed or swept.
  private static func begin(_ id: SealID, _ db: Database) throws -> Int64 {
    let statement = try db.cachedStatement(sql: "INSERT OR IGNORE INTO batch(id) VALUES (?)")
    try statement.execute(arguments: [Data(id.bytes)])
    guard db.changesCount == 1 else {
      throw VaultFailure(.batchKnown(id))
    }
    return db.lastInsertedRowID
  }

  private static func insert(
    _ clients: [NewClient],
    batch: Int64,
    _ state: VaultState,
    _ db: Database
  ) throws {
    let scopes = Dictionary(grouping: clients, by: \.scope.code)
    for scope in scopes.keys.sorted() {
      try insert(scopes[scope] ?? [], in: scope, state, db) { client, directory in
        try insert(client, batch: batch, &directory, state, db)
      }
    }
  }

  /// Gives persons their slots in a scope, and writes the pages that changed.
  static func insert<Person>(
    _ persons: [Person],
    in scope: Int64,
    _ state: VaultState,
    _ db: Database,
    _ insert: (Person, inout ClientDirectory) throws -> Int
  ) throws {
    try state.change(scope, db) { directory in
      var firstPage = Int.max
      for person in persons {
        let slot = try insert(person, &directory)
        firstPage = min(firstPage, slot / ClientDirectory.pageSlots)
      }
      let pages = (directory.count + ClientDirectory.pageSlots - 1) / ClientDirectory.pageSlots
      for page in firstPage..<max(firstPage, pages) {
        try state.write(page: page, of: directory, db)
      }
    }
  }

  private static func insert(
    _ client: NewClient,
    batch: Int64,
    _ directory: inout ClientDirectory,
    _ state: VaultState,
    _ db: Database
  ) throws -> Int {
    guard client.key != ClientKey(high: 0, low: 0) else {
      throw VaultFailure(.zeroClientKey)
    }
    guard directory.key(of: client.number) == nil else {
      throw VaultFailure(.numberKnown(client.key, client.scope))
    }
    let slot = directory.append(client.key, number: client.number)
    let digest = state.digest(of: client.number, scope: directory.scope)
    try list(client.key, scope: directory.scope, slot: slot, batch: batch, digest: digest, db)
    return slot
  }

  /// Lists a new person in the table of clients.
  static func list(
    _ client: ClientKey,
    scope: Int64,
    slot: Int,
    batch: Int64,
    digest: Data,
    _ db: Database
  ) throws {
    try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO client(key, scope, slot, batch, digest) VALUES (?, ?, ?, ?, ?)"
    ).execute(arguments: [Data(client.bytes), scope, slot, batch, digest])
    guard db.changesCount == 1 else {
      throw VaultFailure(.clientKeyKnown(client))
    }
  }

  static func insert(_ record: PersonRecord, _ state: VaultState, _ db: Database) throws {
    let client = record.name.client
    let place = try state.place(of: client, db)
    guard let key = try state.secret(at: place, db) else {
      throw VaultFailure(.destroyed(client))
    }
    let sealed = try Envelope.seal(
      record.bytes,
      with: key,
      in: context(of: record.name, scope: place.scope, state),
      nonces: &state.nonces
    )
    try db.cachedStatement(
      sql: """
        INSERT INTO record(client, purpose, sealed) VALUES (?, ?, ?)
        ON CONFLICT(client, purpose) DO UPDATE SET sealed = excluded.sealed
        """
    ).execute(arguments: [Data(client.bytes), record.name.purpose.rawValue, sealed])
  }

  /// Binds a record to its region, scope, person and purpose.
  static func context(of name: RecordName, scope: Int64, _ state: VaultState) -> SealContext {
    SealContext(
      .record,
      region: state.region,
      scope: scope,
      subject: name.client,
      ordinal: Int(name.purpose.rawValue)
    )
  }
}

// MARK: - Confirming and sweeping

extension SQLiteVault {
  package func unconfirmed() async throws(VaultFailure) -> [UnconfirmedBatch] {
    try await read { db, _ in
      try Row.fetchAll(db, sql: "SELECT number, id FROM batch ORDER BY number").map { row in
        let number = try row.integer(0, of: "batch")
        let id = try row.bytes(1, of: "batch")
        guard let id = SealID(bytes: id) else {
          throw VaultFailure(.batchWithoutName)
        }
        let originals = try Data.fetchAll(
          db,
          sql: "SELECT id FROM original WHERE batch = ? ORDER BY number",
          arguments: [number]
        )
        let clients = try Data.fetchAll(
          db,
          sql: "SELECT key FROM client WHERE batch = ? ORDER BY key",
          arguments: [number]
        )
        return UnconfirmedBatch(
          id: id,
          originals: originals.compactMap(OriginalID.init(bytes:)),
          clients: clients.compactMap(ClientKey.init(bytes:))
        )
      }
    }
  }

  package func confirm(_ batches: [SealID]) async throws(VaultFailure) {
    try await write { db, _ in
      let statement = try db.cachedStatement(sql: "DELETE FROM batch WHERE id = ?")
      for batch in batches { try statement.execute(arguments: [Data(batch.bytes)]) }
    }
  }

  package func sweep(
    _ batches: [SealID],
    keeping: Set<ClientKey>
  ) async throws(VaultFailure) {
    try await write { db, state in
      for batch in batches {
        let number = try Int64.fetchOne(
          db,
          sql: "SELECT number FROM batch WHERE id = ?",
          arguments: [Data(batch.bytes)]
        )
        guard let number else { continue }
        try db.execute(sql: "DELETE FROM original WHERE batch = ?", arguments: [number])
        let clients = try Data.fetchAll(
          db,
          sql: "SELECT key FROM client WHERE batch = ?",
          arguments: [number]
        ).compactMap(ClientKey.init(bytes:))
        let gone = clients.filter { !keeping.contains($0) }
        try Self.blank(gone, forgetting: true, state, db)
        try db.execute(sql: "DELETE FROM batch WHERE number = ?", arguments: [number])
      }
    }
  }
}
