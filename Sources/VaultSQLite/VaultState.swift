import Crypto
import Foundation
import GRDB
import People
import Quantities

/// What the vault keeps in memory beside its file: the keys and the directories it has opened.
final class VaultState {
  /// How many persons are kept at hand before the scopes that are not in use are let go.
  private static let directoryLimit = 1_000_000

  var keyFile: KeyFile
  var nonces = NonceSource()
  /// Set once a write failed in a way that leaves open what became durable.
  var stopped: VaultFailure?
  private let lookupState: HMAC<SHA256>
  private var directories: [Int64: ClientDirectory] = [:]

  init(keyFile: KeyFile) {
    self.keyFile = keyFile
    lookupState = HMAC<SHA256>(key: keyFile.lookup)
  }

  var region: RegionID { keyFile.region }

  /// What the vault's own check says of its master key; nil until it is asked for.
  private var check: KeyCheck?

  /// Forgets what came from the file, after a transaction that changed it was undone.
  func forget() {
    directories = [:]
    check = nil
  }

  /// What the vault's own check says of its master key.
  func keyCheck(_ db: Database) throws -> KeyCheck {
    if let check { return check }
    let read = try KeyCheck(db, keyFile)
    check = read
    return read
  }

  /// Writes the check anew.
  func set(_ changed: KeyCheck, _ db: Database) throws {
    try changed.write(db, keyFile, &nonces)
    check = changed
  }

  /// The master key under which is sealed now.
  func master(_ db: Database) throws -> NamedKey {
    try master(keyCheck(db).master)
  }

  /// The master key that a sealed value names; refused when the vault has turned from it.
  func master(of sealed: Data, _ context: SealContext, _ db: Database) throws -> NamedKey {
    let check = try keyCheck(db)
    guard let number = sealed.withUnsafeBytes({ Envelope.keyID(of: $0) }),
      number == check.master || number == check.turningFrom
    else { throw Envelope.tampered(context) }
    return try master(number)
  }

  private func master(_ number: UInt32) throws -> NamedKey {
    guard let key = keyFile.master(number) else { throw KeyCheck.otherKey }
    return key
  }

  /// The directory of a scope, from memory or from its sealed pages.
  func directory(_ scope: Int64, _ db: Database) throws -> ClientDirectory {
    if let known = directories[scope] { return known }
    let loaded = try load(scope, db)
    let held = directories.values.reduce(loaded.count) { $0 + $1.count }
    if held > Self.directoryLimit { directories = [:] }
    directories[scope] = loaded
    return loaded
  }

  /// Changes the directory of a scope in place.
  func change<Result>(
    _ scope: Int64,
    _ db: Database,
    _ body: (inout ClientDirectory) throws -> Result
  ) throws -> Result {
    var directory = try directory(scope, db)
    // Taken out while it changes, so that its arrays have one owner and are not copied.
    directories[scope] = nil
    defer { directories[scope] = directory }
    return try body(&directory)
  }

  private func load(_ scope: Int64, _ db: Database) throws -> ClientDirectory {
    var directory = ClientDirectory(scope: scope)
    let pages = try Int.fetchOne(
      db,
      sql: "SELECT count(*) FROM client_page WHERE scope = ?",
      arguments: [scope]
    )
    directory.reserve((pages ?? 0) * ClientDirectory.pageSlots)
    let rows = try Row.fetchCursor(
      db,
      sql: "SELECT page, sealed FROM client_page WHERE scope = ? ORDER BY page",
      arguments: [scope]
    )
    var next = 0
    while let row = try rows.next() {
      let page = Int(try row.integer(0, of: "client_page"))
      let sealed = try row.bytes(1, of: "client_page")
      let context = SealContext(.clientPage, region: region, scope: scope, ordinal: page)
      let key = try pageKey(sealed, context)
      let plain = try sealed.withUnsafeBytes { try Envelope.open($0, with: key, in: context) }
      guard page == next, plain.withUnsafeBytes({ directory.appendPage($0) }) else {
        throw Envelope.tampered(context)
      }
      next += 1
    }
    // A page that a damaged file no longer shows would hide its persons.
    let known = try Int.fetchOne(
      db,
      sql: "SELECT count(*) FROM client WHERE scope = ?",
      arguments: [scope]
    )
    guard (known ?? 0) <= directory.count else {
      throw Envelope.tampered(SealContext(.clientPage, region: region, scope: scope))
    }
    return directory
  }

  /// The epoch key that a page names.
  private func pageKey(_ sealed: Data, _ context: SealContext) throws -> NamedKey {
    guard let epoch = sealed.withUnsafeBytes({ Envelope.keyID(of: $0) }) else {
      throw Envelope.tampered(context)
    }
    guard let key = keyFile.epoch(epoch) else {
      throw VaultFailure(.epochMissing(month: KeyFile.month(ofEpoch: epoch)))
    }
    return key
  }

  /// Seals a page of a directory under the current epoch key and writes it.
  func write(page: Int, of directory: ClientDirectory, _ db: Database) throws {
    let context = SealContext(
      .clientPage,
      region: region,
      scope: directory.scope,
      ordinal: page
    )
    let epoch = keyFile.current
    let sealed = try Envelope.seal(
      directory.page(page),
      with: epoch.named,
      in: context,
      nonces: &nonces
    )
    try db.cachedStatement(
      sql: """
        INSERT INTO client_page(scope, page, sealed) VALUES (?, ?, ?)
        ON CONFLICT(scope, page) DO UPDATE SET sealed = excluded.sealed
        """
    ).execute(arguments: [directory.scope, page, sealed])
  }

  /// The digest by which the client table finds a citizen number within a scope.
  func digest(of number: CitizenNumber, scope: Int64) -> Data {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(13)
    bytes.append(DigestPurpose.citizenNumber.rawValue)
    for shift in 0..<8 {
      bytes.append(UInt8(truncatingIfNeeded: UInt64(bitPattern: scope) >> (56 - 8 * UInt64(shift))))
    }
    for shift in [24, 16, 8, 0] {
      bytes.append(UInt8(truncatingIfNeeded: number.number >> shift))
    }
    return keyed(bytes)
  }

  /// The keyed digest of bytes.
  func keyed(_ bytes: [UInt8]) -> Data {
    var mac = lookupState
    mac.update(data: bytes)
    return mac.finalize().withUnsafeBytes { Data($0) }
  }
}

// MARK: - Persons

extension VaultState {
  /// A person's place: the scope and the slot within it.
  struct Place {
    let scope: Int64
    let slot: Int
  }

  /// Where a person stands; fails when there is no such person.
  func place(of client: ClientKey, _ db: Database) throws -> Place {
    for directory in directories.values {
      if let slot = directory.slot(of: client) { return Place(scope: directory.scope, slot: slot) }
    }
    let scope = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT scope FROM client WHERE key = ?"),
      arguments: [Data(client.bytes)]
    )
    guard let scope, let slot = try directory(scope, db).slot(of: client) else {
      throw VaultFailure(.unknownClient(client))
    }
    return Place(scope: scope, slot: slot)
  }

  /// The person's key; nil when it was destroyed.
  func secret(at place: Place, _ db: Database) throws -> NamedKey? {
    try directory(place.scope, db).secret(at: place.slot)
  }
}
