import Foundation
import People
import PeopleTesting
import Quantities
import StorageFaults
import Testing
import VaultSQLite

/// A process that seals on a disk that may fail, and what it was told was durable.
struct VaultSession {
  let folder: VaultFolder
  let disk: FailingDisk
  private(set) var acknowledged: [SealBatch] = []
  private(set) var failures: [VaultFailure] = []
  private var people: TestPeople

  init(_ folder: VaultFolder, on disk: FailingDisk, seed: UInt64) {
    self.folder = folder
    self.disk = disk
    people = TestPeople(seed: seed)
  }

  /// Opens the vault and seals some batches; goes on after a failure as long as the vault does.
  mutating func run(batches: Int) async {
    do throws(VaultFailure) {
      let vault = try await folder.reopen()
      for _ in 0..<batches { await seal(vault) }
      try vault.close()
    } catch {
      failures.append(error)
    }
  }

  private mutating func seal(_ vault: SQLiteVault) async {
    let clients = people.clients(2)
    guard let original = try? people.original(clients.map(\.key)) else { return }
    let record = PersonRecord(client: clients[0].key, purpose: .identity, bytes: people.noise(200))
    let batch = people.batch(clients: clients, records: [record], originals: [original])
    do throws(VaultFailure) {
      try await vault.seal(batch)
      acknowledged.append(batch)
    } catch {
      let wasStopped = failures.contains { $0.code == .stopped }
      failures.append(error)
      // Stopped is stopped: nothing is tried again with success afterwards.
      if wasStopped { #expect(error.code == .stopped) }
      if disk.isDark { return }
      let found = try? await vault.find(numbers, in: TestPeople.scope)
      #expect(found == keys, "reading goes on after \(failures)")
    }
  }

  private var numbers: [CitizenNumber] { acknowledged.flatMap { $0.clients.map(\.number) } }
  private var keys: [ClientKey?] { acknowledged.flatMap { $0.clients.map(\.key) } }

  /// What is wrong with what the vault of a folder holds; nil when all that was acknowledged is
  /// there and opens as it was sealed.
  func complaint(_ folder: VaultFolder) async -> String? {
    do throws(VaultFailure) {
      let vault = try await folder.reopen()
      let found = try await vault.find(numbers, in: TestPeople.scope)
      let grant = try await InMemoryAccessLog().testGrant(keys.compactMap { $0 })
      var wrong: [Int] = []
      for (index, batch) in acknowledged.enumerated() {
        let original = try await vault.open(batch.originals[0].id, under: grant)
        let record = try await vault.open([batch.records[0].name], under: grant)
        guard original.bytes == batch.originals[0].bytes,
          record == [.bytes(batch.records[0].bytes)]
        else {
          wrong.append(index)
          continue
        }
      }
      try vault.close()
      if found != keys { return "lost persons" }
      return wrong.isEmpty ? nil : "other contents of batches \(wrong)"
    } catch {
      return acknowledged.isEmpty ? nil : "\(error) \(String(describing: error.cause))"
    }
  }
}

extension VaultFolder {
  /// Opens the vault with the keys as they stand in the file, and fails as the vault does.
  func reopen() async throws(VaultFailure) -> SQLiteVault {
    try await SQLiteVault.open(in: data, keyFile: KeyFile.load(from: key, outside: data))
  }

  /// A folder with the same key and what a disk held after a power cut.
  func afterCut(_ image: DiskImage) throws -> VaultFolder {
    let after = try VaultFolder()
    try image.write(to: after.data)
    try FileManager.default.copyItem(atPath: key, toPath: after.key)
    return after
  }
}
