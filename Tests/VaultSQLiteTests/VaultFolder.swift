import Foundation
import GRDB
import People
import PeopleTesting
import Quantities
import Testing
import VaultSQLite

/// A data folder with a key file beside it, for one test; removed at its end.
final class VaultFolder: Sendable {
  let root: String
  var data: String { root + "/data" }
  var key: String { root + "/data.key" }
  var vaultFile: String { data + "/" + SQLiteVault.fileName }

  init() throws {
    root = FileManager.default.temporaryDirectory.path + "/vault-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
  }

  /// Takes over a folder that another process made.
  init(existing root: String) { self.root = root }

  func remove() { try? FileManager.default.removeItem(atPath: root) }

  static func day(_ year: Int, _ month: Int, _ day: Int) throws -> CivilDate {
    try #require(CivilDate(year: year, month: month, day: day))
  }

  /// Makes keys and an empty vault, and opens it.
  func create() async throws -> SQLiteVault {
    let day = try Self.day(2026, 1, 15)
    let keyFile = try KeyFile.create(at: key, outside: data, on: day)
    try await SQLiteVault.create(in: data, keyFile: keyFile)
    return try await SQLiteVault.open(in: data, keyFile: keyFile)
  }

  /// Opens the vault with the keys as they stand in the file.
  func open() async throws -> SQLiteVault {
    try await SQLiteVault.open(in: data, keyFile: KeyFile.load(from: key, outside: data))
  }

  /// Puts another text in the key file, with the mode that it must have.
  func writeKey(_ text: String) throws {
    try? FileManager.default.removeItem(atPath: key)
    try #require(
      FileManager.default.createFile(
        atPath: key,
        contents: Data(text.utf8),
        attributes: [.posixPermissions: 0o600]
      )
    )
  }

  /// Changes the closed database behind the vault's back.
  func tamper(_ body: (Database) throws -> Void) throws {
    let queue = try DatabaseQueue(path: vaultFile)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      try body(db)
    }
    try queue.close()
  }

  /// Every file below the folder with its bytes.
  func files() throws -> [(path: String, bytes: Data)] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: root).sorted()
    return names.compactMap { name -> (path: String, bytes: Data)? in
      var isFolder: ObjCBool = false
      let path = root + "/" + name
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
        !isFolder.boolValue
      else { return nil }
      return FileManager.default.contents(atPath: path).map { (name, $0) }
    }
  }
}

/// Runs a test in a folder of its own.
func withVaultFolder(_ body: (VaultFolder) async throws -> Void) async throws {
  let folder = try VaultFolder()
  defer { folder.remove() }
  try await body(folder)
}

/// A vault with three persons, a record of each and one original, closed again.
struct FilledVault {
  let clients: [NewClient]
  let record: PersonRecord
  let original: OriginalParts

  var keys: [ClientKey] { clients.map(\.key) }

  static func fill(_ folder: VaultFolder) async throws -> FilledVault {
    let vault = try await folder.create()
    var people = TestPeople(seed: 77)
    let clients = people.clients(3) + people.clients(3, in: TestPeople.otherScope)
    let original = try people.original(clients.prefix(3).map(\.key))
    let other = try people.original(clients.prefix(3).map(\.key))
    let records = clients.flatMap { client in
      [RecordPurpose.identity, .address].map { purpose in
        PersonRecord(client: client.key, purpose: purpose, bytes: Array("J. Canari".utf8))
      }
    }
    try await vault.seal(
      people.batch(clients: clients, records: records, originals: [original, other])
    )
    try vault.close()
    return FilledVault(clients: clients, record: records[0], original: original)
  }

  /// Opens everything there is; the first failure comes out.
  func readAll(_ folder: VaultFolder) async throws {
    let vault = try await folder.open()
    defer { try? vault.close() }
    let grant = try await InMemoryAccessLog().testGrant(keys)
    _ = try await vault.numbers(of: keys, under: grant)
    let names = keys.flatMap { key in
      [RecordPurpose.identity, .address].map { RecordName(client: key, purpose: $0) }
    }
    for opened in try await vault.open(names, under: grant) {
      #expect(opened == .bytes(Array("J. Canari".utf8)))
    }
    #expect(try await vault.open(original.id, under: grant).bytes == original.bytes)
  }
}
