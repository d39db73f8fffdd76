import Foundation
import GRDB
package import People
package import Quantities

extension SQLiteVault {
  package func destroy(_ clients: [ClientKey]) async throws(VaultFailure) {
    // The list comes first and is durable: from then on nothing can bring these persons back, also
    // when the power goes before the vault itself is written.
    try await write { db, state in
      for client in clients { _ = try state.place(of: client, db) }
      let listed = Set(state.keyFile.destroyed.map(\.client))
      let epoch = state.keyFile.current.month
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

// MARK: - Rotation

extension SQLiteVault {
  /// Turns to the epoch key of a day's month, and lets go of keys that no backup within the horizon
  /// needs; an earlier month changes nothing.
  ///
  /// Every page is sealed anew, so that an old key can go without losing anybody.
  package func rotate(on day: CivilDate) async throws(VaultFailure) {
    try await write { db, state in
      let month = KeyFile.month(of: day)
      if month > state.keyFile.current.month {
        var keyFile = state.keyFile
        keyFile.epochs.append(KeyFile.Epoch(month: month, made: day, key: KeyFile.newKey()))
        try keyFile.save()
        state.keyFile = keyFile
      }
      try Self.sealPagesAnew(state, db)
    }
    try await emptyLog()
    try await write { _, state in try Self.retire(on: day, state) }
  }

  /// The months whose keys are in the key file, oldest first.
  package func epochs() async throws(VaultFailure) -> [UInt32] {
    try await read { _, state in state.keyFile.epochs.map(\.month) }
  }

  private static func sealPagesAnew(_ state: VaultState, _ db: Database) throws {
    let current = state.keyFile.current.month
    let pages = try Row.fetchAll(
      db,
      sql: "SELECT scope, page, substr(sealed, 1, 4) FROM client_page ORDER BY scope, page"
    )
    for row in pages {
      let name: Data = row[2]
      guard name.reduce(0, { $0 << 8 | UInt32($1) }) != current else { continue }
      let directory = try state.directory(row[0], db)
      try state.write(page: row[1], of: directory, db)
    }
  }

  /// Drops the keys whose successor is older than the horizon, and with each the persons who were
  /// destroyed under it: no readable copy of them is left to be restored.
  private static func retire(on day: CivilDate, _ state: VaultState) throws {
    var keyFile = state.keyFile
    let horizon = day.dayNumber - Int32(KeyFile.backupHorizonDays)
    while keyFile.epochs.count > 1, keyFile.epochs[1].made.dayNumber < horizon {
      let gone = keyFile.epochs.removeFirst()
      keyFile.destroyed.removeAll { $0.epoch <= gone.month }
    }
    guard keyFile.epochs.count < state.keyFile.epochs.count else { return }
    try keyFile.save()
    state.keyFile = keyFile
  }
}
