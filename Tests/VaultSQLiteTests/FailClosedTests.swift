import Foundation
import Glibc
import People
import PeopleTesting
import Quantities
import Testing
import VaultSQLite

/// An access log whose disk is always full.
private struct FullAccessLog: AccessLog {
  func append(_ request: AccessRequest) throws(VaultFailure) -> UInt64 {
    throw VaultFailure(.file(name: "access.sqlite", .diskFull))
  }

  func records(from number: UInt64, limit: Int) throws(VaultFailure) -> [AccessRecord] { [] }

  func verify() throws(VaultFailure) -> AccessHead { AccessHead(number: 0, hash: []) }
}

/// Lets no file of this process grow beyond a size from here on.
///
/// Every write beyond it fails, as on a broken disk. Only for a process of its own.
private func limitFiles(to bytes: Int) {
  signal(SIGXFSZ, SIG_IGN)
  var limit = rlimit(rlim_cur: rlim_t(bytes), rlim_max: rlim_t(bytes))
  setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
}

@Suite("LG-05, RL-04: no record, no data; and no acknowledgement after a failed write")
struct FailClosedTests {
  @Test("LG-05: a log that cannot write hands out no grant, so nothing can be opened")
  func noGrant() async throws {
    try await withVaultFolder { folder in
      let filled = try await FilledVault.fill(folder)
      let vault = try await folder.open()
      var shown = 0
      for _ in 0..<1000 {
        do throws(VaultFailure) {
          let grant = try await FullAccessLog().testGrant(filled.keys)
          _ = try await vault.open(filled.original.id, under: grant)
          shown += 1
        } catch {
          #expect(error.code == .writeFailed)
        }
      }
      #expect(shown == 0)
      try vault.close()
    }
  }

  @Test("LG-05: when the disk fails under the access log, as many were shown as were recorded")
  func failingDisk() async throws {
    await #expect(processExitsWith: .success) {
      let folder = try VaultFolder()
      defer { folder.remove() }
      let filled = try await FilledVault.fill(folder)
      let vault = try await folder.open()
      let log = try await SQLiteAccessLog.open(in: folder.data)
      let size = DurableSize.of(folder.data + "/access.sqlite-wal")
      limitFiles(to: size + 200_000)
      var shown = 0
      for _ in 0..<10_000 {
        guard let grant = try? await log.testGrant(filled.keys) else { continue }
        _ = try await vault.numbers(of: filled.keys, under: grant)
        shown += 1
      }
      guard shown > 0, shown < 10_000 else { exit(2) }
      let recorded = try await log.records(from: 1, limit: 100_000).count
      guard recorded == shown else { exit(3) }
    }
  }

  @Test("RL-04: after a failed write the vault stops writing and goes on reading")
  func failingVault() async throws {
    await #expect(processExitsWith: .success) {
      let folder = try VaultFolder()
      let vault = try await folder.create()
      limitFiles(to: DurableSize.of(folder.vaultFile + "-wal") + 300_000)
      var people = TestPeople(seed: 50)
      var sealed: [NewClient] = []
      var failures: [VaultFailure.Code] = []
      for _ in 0..<40 {
        let clients = people.clients(20)
        do {
          let original = try people.original(clients.map(\.key))
          try await vault.seal(people.batch(clients: clients, originals: [original]))
          sealed += clients
        } catch let failure as VaultFailure {
          failures.append(failure.code)
        }
      }
      guard failures.first == .writeFailed, failures.last == .stopped, !sealed.isEmpty else {
        exit(2)
      }
      // Reading goes on.
      let found = try await vault.find(sealed.map(\.number), in: TestPeople.scope)
      guard found == sealed.map(\.key) else { exit(3) }
      folder.remove()
    }
  }
}

/// The size of a file that may be absent.
enum DurableSize {
  static func of(_ path: String) -> Int {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return (attributes?[.size] as? NSNumber)?.intValue ?? 0
  }
}
