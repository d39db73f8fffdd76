import Foundation
import GRDB
package import People
package import Quantities

/// What a turn of keys did.
package struct KeyTurn: Hashable, Sendable {
  /// The number of the master key that is in use now.
  package fileprivate(set) var master: UInt32
  /// The number of the epoch key that is in use now.
  package fileprivate(set) var epoch: UInt32
  /// How many messages have their key wrapped anew.
  package fileprivate(set) var originals = 0
  /// How many could not be, because they were damaged before; they are left as they were.
  package fileprivate(set) var damaged = 0
}

// MARK: - The epoch key, month by month

extension SQLiteVault {
  /// Does what a new day asks: turns to the key of a month that has begun, and lets go of keys that
  /// no backup within the horizon needs.
  package func keepUp(on day: CivilDate) async throws(VaultFailure) {
    let isDue = try await read { _, state in
      KeyFile.month(of: day) > KeyFile.month(ofEpoch: state.keyFile.current.id)
        || state.keyFile.hasExpired(on: day)
    }
    if isDue { try await rotate(on: day) }
  }

  /// Turns to the epoch key of a day's month, and lets go of keys that no backup within the horizon
  /// needs; an earlier month changes nothing.
  ///
  /// Every page is sealed anew, so that an old key can go without losing anybody.
  package func rotate(on day: CivilDate) async throws(VaultFailure) {
    try await changeKeyFile { keyFile in
      guard KeyFile.month(of: day) > KeyFile.month(ofEpoch: keyFile.current.id) else { return }
      keyFile.addEpoch(on: day)
    }
    try await sealPagesAnew()
    _ = try await finishTurn()
    try await changeKeyFile { $0.retire(on: day) }
  }

  /// The numbers of the epochs whose keys are in the key file, oldest first.
  package func epochs() async throws(VaultFailure) -> [UInt32] {
    try await read { _, state in state.keyFile.epochs.map(\.id) }
  }

  /// The numbers of the master keys in the key file, oldest first.
  package func masters() async throws(VaultFailure) -> [UInt32] {
    try await read { _, state in state.keyFile.masters.map(\.number) }
  }

  /// Replaces the key file, durably, before anything is sealed under a key that is new in it.
  private func changeKeyFile(
    _ change: @escaping @Sendable (inout KeyFile) -> Void
  ) async throws(VaultFailure) {
    try await write { _, state in
      var keyFile = state.keyFile
      change(&keyFile)
      guard keyFile.text() != state.keyFile.text() else { return }
      try keyFile.save()
      state.keyFile = keyFile
    }
  }

  private func sealPagesAnew() async throws(VaultFailure) {
    try await write { db, state in
      let current = state.keyFile.current.id
      let pages = try Row.fetchAll(
        db,
        sql: "SELECT scope, page, substr(sealed, 1, 4) FROM client_page ORDER BY scope, page"
      )
      for row in pages {
        let name = try row.bytes(2, of: "client_page")
        guard name.reduce(0, { $0 << 8 | UInt32($1) }) != current else { continue }
        let directory = try state.directory(try row.integer(0, of: "client_page"), db)
        try state.write(page: Int(row.integer(1, of: "client_page")), of: directory, db)
      }
    }
    try await emptyLog()
  }
}

// MARK: - All keys at once

extension SQLiteVault {
  /// How many messages are wrapped anew in one transaction, between which others may write.
  private static let originalsPerStep = 500

  /// Replaces the master key and the epoch key, while others go on reading and writing (CR-03).
  ///
  /// Each step is durable before the next: both keys in the file; the vault's check under the new
  /// one; message after message; the end of the turn. Whenever it is interrupted, the key file
  /// opens everything, and opening the vault finishes the turn. Afterwards the vault believes
  /// nothing under the old master key. It stays in the file for as long as there are backups from
  /// before: an old vault that is put back is turned when it is opened.
  package func turnKeys(on day: CivilDate) async throws(VaultFailure) -> KeyTurn {
    _ = try await finishTurn()
    try await changeKeyFile { keyFile in
      keyFile.addMaster(on: day)
      keyFile.addEpoch(on: day)
    }
    let turn = try await finishTurn()
    try await changeKeyFile { $0.retire(on: day) }
    return turn
  }

  /// Turns the vault to the newest keys of the file, from wherever an earlier turn stopped.
  func finishTurn() async throws(VaultFailure) -> KeyTurn {
    var turn = try await read { _, state in
      KeyTurn(master: state.keyFile.newestMaster.number, epoch: state.keyFile.current.id)
    }
    // A vault that was put back from the middle of a turn first finishes that one.
    while let check = try await beginTurn() {
      var last: Int64 = 0
      while let step = try await wrapAnew(after: last, check) {
        last = step.last
        turn.originals += step.originals
        turn.damaged += step.damaged
      }
      try await sealPagesAnew()
      try await endTurn(check)
      try await emptyLog()
    }
    return turn
  }

  /// Puts the check under the newest key, and believes the old one until the turn is ended; nil
  /// when the vault is at its newest key.
  private func beginTurn() async throws(VaultFailure) -> KeyCheck? {
    try await write { db, state in
      let check = try state.keyCheck(db)
      if check.turningFrom != nil { return check }
      let newest = state.keyFile.newestMaster.number
      guard check.master != newest else { return nil }
      let begun = KeyCheck(master: newest, turningFrom: check.master)
      try state.set(begun, db)
      return begun
    }
  }

  /// Believes the old key no longer, unless somebody else ended this turn already.
  private func endTurn(_ check: KeyCheck) async throws(VaultFailure) {
    try await write { db, state in
      guard try state.keyCheck(db) == check else { return }
      try state.set(KeyCheck(master: check.master), db)
    }
  }

  /// One step of a turn.
  private struct Step: Sendable {
    var last: Int64
    var originals = 0
    var damaged = 0
  }

  /// Wraps the keys of the next messages under the newest master key; nil behind the last one.
  private func wrapAnew(
    after number: Int64,
    _ check: KeyCheck
  ) async throws(VaultFailure) -> Step? {
    try await write { db, state in
      guard try state.keyCheck(db) == check else { return nil }
      let rows = try Row.fetchAll(
        db,
        sql: "SELECT number, id, wrapped FROM original WHERE number > ? ORDER BY number LIMIT ?",
        arguments: [number, Self.originalsPerStep]
      )
      guard let end = rows.last else { return nil }
      var step = Step(last: try end.integer(0, of: "original"))
      let master = try state.master(db)
      let statement = try db.cachedStatement(
        sql: "UPDATE original SET wrapped = ? WHERE number = ?"
      )
      for row in rows {
        let sealed = try row.bytes(2, of: "original")
        guard sealed.withUnsafeBytes({ Envelope.keyID(of: $0) }) != master.id else { continue }
        guard let id = OriginalID(bytes: try row.bytes(1, of: "original")) else {
          step.damaged += 1
          continue
        }
        let context = SealContext(.messageKey, region: state.region, object: id)
        let opened = try? sealed.withUnsafeBytes {
          try Envelope.open($0, with: state.master(of: sealed, context, db), in: context)
        }
        guard let opened else {
          step.damaged += 1
          continue
        }
        let wrapped = try Envelope.seal(
          Array(opened),
          with: master,
          in: context,
          nonces: &state.nonces
        )
        try statement.execute(arguments: [wrapped, row[0] as Int64])
        step.originals += 1
      }
      return step
    }
  }
}
