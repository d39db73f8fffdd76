import Foundation
import GRDB
package import People

extension SQLiteVault {
  package func destroy(_ clients: [ClientKey]) async throws(VaultFailure) {
    // The list comes first and is durable: from then on nothing can bring these persons back, also
    // when the power goes before the vault itself is written.
    try await write { db, state in
      for client in clients { _ = try state.place(of: client, db) }
      let listed = Set(state.keyFile.destroyed.map(\.client))
      let epoch = state.keyFile.current.id
      let fresh = Set(clients).subtracting(listed).sorted()
      guard !fresh.isEmpty else { return }
      var keyFile = state.keyFile
      keyFile.destroyed += fresh.map { KeyFile.Destroyed(client: $0, epoch: epoch) }
      try keyFile.save()
      state.keyFile = keyFile
    }
    try await write { db, state in
      try Self.blank(clients, forgetting: false, state, db)
    }
    try await emptyLog()
  }

  /// Destroys again whoever the key file lists, for a vault that came back from a backup.
  func destroyAgain() async throws(VaultFailure) {
    let blanked = try await write { db, state in
      var back: [ClientKey] = []
      let statement = try db.cachedStatement(
        sql: "SELECT 1 FROM client WHERE key = ? AND digest IS NOT NULL"
      )
      for gone in state.keyFile.destroyed {
        let found = try Int.fetchOne(statement, arguments: [Data(gone.client.bytes)])
        if found != nil { back.append(gone.client) }
      }
      try Self.blank(back, forgetting: false, state, db)
      return back.count
    }
    if blanked > 0 { try await emptyLog() }
  }

  /// Blanks persons in their pages and removes their records.
  static func blank(
    _ clients: [ClientKey],
    forgetting: Bool,
    _ state: VaultState,
    _ db: Database
  ) throws {
    var slots: [Int64: [Int]] = [:]
    for client in clients {
      let place = try state.place(of: client, db)
      slots[place.scope, default: []].append(place.slot)
      let key = Data(client.bytes)
      try db.execute(sql: "DELETE FROM record WHERE client = ?", arguments: [key])
      let change =
        forgetting
        ? "DELETE FROM client WHERE key = ?" : "UPDATE client SET digest = NULL WHERE key = ?"
      try db.cachedStatement(sql: change).execute(arguments: [key])
    }
    for scope in slots.keys.sorted() {
      try state.change(scope, db) { directory in
        let blanked = slots[scope] ?? []
        for slot in blanked { directory.blank(slot, forgetting: forgetting) }
        for page in Set(blanked.map { $0 / ClientDirectory.pageSlots }).sorted() {
          try state.write(page: page, of: directory, db)
        }
      }
    }
  }
}
