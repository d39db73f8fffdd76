import Foundation
import Glibc
import People
import PeopleTesting
import Quantities
import Testing
import VaultSQLite

/// What a process found that ran on a disk with a fault; told by its exit code.
private enum Finding: Int32 {
  case shownWithoutRecord = 10
  case faultNeverHit = 11
  case acknowledgedLost = 12
  case readingStopped = 13
  case unreadable = 14
  case goesOnAfterFault = 15
}

/// Ends the process, unless what must hold does.
private func require(_ holds: Bool, _ finding: Finding) {
  if !holds { exit(finding.rawValue) }
}

@Suite("LG-05, RL-04: the disk fails at call N, below SQLite")
struct FaultyDiskTests {
  @Test(
    "LG-05: whatever fails under the access log, nobody is shown without a durable record",
    arguments: FaultyDisk.Fault.allCases.map(\.rawValue)
  )
  func accessLog(fault: Int32) async throws {
    await #expect(processExitsWith: .success) { [fault = fault as Int32] in
      guard let fault = FaultyDisk.Fault(rawValue: fault) else { return }
      FaultyDisk.install()
      for calls in [1, 2, 3, 5, 8, 50, 199, 200, 1_001] {
        let folder = try VaultFolder()
        defer { folder.remove() }
        let filled = try await FilledVault.fill(folder)
        let vault = try await folder.open()
        let log = try await SQLiteAccessLog.open(in: folder.data)
        FaultyDisk.fail(fault, after: calls)
        var shown: [UInt64] = []
        var failures: [VaultFailure.Code] = []
        for _ in 0..<1_200 {
          do throws(VaultFailure) {
            let grant = try await log.testGrant(filled.keys)
            _ = try await vault.numbers(of: filled.keys, under: grant)
            shown.append(grant.number)
          } catch {
            failures.append(error.code)
          }
        }
        require(!failures.isEmpty, .faultNeverHit)
        // After a failed write or sync nobody knows what is durable: nothing until a new start.
        if fault != .fullDisk { require(failures.last == .stopped, .goesOnAfterFault) }
        FaultyDisk.mend()
        try? await log.close()
        let again = try await SQLiteAccessLog.open(in: folder.data)
        let recorded = Set(try await again.records(from: 1, limit: 10_000).map(\.number))
        require(shown.allSatisfy(recorded.contains), .shownWithoutRecord)
        _ = try await again.verify()
        _ = try await again.testGrant(filled.keys)
        try await again.close()
        try vault.close()
      }
    }
  }

  @Test(
    "RL-04: whatever fails under the vault at call 1 to 200, nothing acknowledged is lost",
    arguments: FaultyDisk.Fault.allCases.map(\.rawValue)
  )
  func vault(fault: Int32) async throws {
    await #expect(processExitsWith: .success) { [fault = fault as Int32] in
      guard let fault = FaultyDisk.Fault(rawValue: fault) else { return }
      FaultyDisk.install()
      for calls in stride(from: 1, through: 200, by: 7) {
        let folder = try VaultFolder()
        defer { folder.remove() }
        let vault = try await folder.create()
        var people = TestPeople(seed: UInt64(calls))
        var sealed: [OriginalParts] = []
        FaultyDisk.fail(fault, after: calls)
        for _ in 0..<calls + 5 {
          let clients = people.clients(2)
          let original = try people.original(clients.map(\.key))
          let batch = people.batch(clients: clients, originals: [original])
          do { try await vault.seal(batch) } catch { break }
          sealed.append(original)
        }
        require(sealed.count < calls + 5, .faultNeverHit)
        try await readAll(sealed, vault, .readingStopped)
        FaultyDisk.mend()
        try? vault.close()
        let again = try await folder.open()
        try await readAll(sealed, again, .acknowledgedLost)
        try await again.seal(people.batch(clients: people.clients(1)))
        try again.close()
      }
    }
  }

  @Test(
    "CR-03: whatever fails while keys are turned, the keys that are there open everything",
    arguments: FaultyDisk.Fault.allCases.map(\.rawValue)
  )
  func turning(fault: Int32) async throws {
    await #expect(processExitsWith: .success) { [fault = fault as Int32] in
      guard let fault = FaultyDisk.Fault(rawValue: fault) else { return }
      FaultyDisk.install()
      let folder = try VaultFolder()
      defer { folder.remove() }
      let filled = try await FilledVault.fill(folder)
      var failures = 0
      for calls in 1...40 {
        let vault = try await folder.open()
        FaultyDisk.fail(fault, after: calls)
        do {
          _ = try await vault.turnKeys(on: VaultFolder.day(2026, 2, 1))
        } catch {
          failures += 1
        }
        let grant = try await InMemoryAccessLog().testGrant(filled.keys)
        let opened = try? await vault.open(filled.original.id, under: grant)
        require(opened?.bytes == filled.original.bytes, .readingStopped)
        FaultyDisk.mend()
        try? vault.close()
        do { try await filled.readAll(folder) } catch { exit(Finding.unreadable.rawValue) }
      }
      require(failures > 3 && failures < 40, .faultNeverHit)
    }
  }
}

/// Opens messages; ends the process when one is not as it was.
private func readAll(
  _ originals: [OriginalParts],
  _ vault: SQLiteVault,
  _ finding: Finding
) async throws {
  for original in originals {
    let grant = try await InMemoryAccessLog().testGrant(original.parts.map(\.client))
    let opened = try? await vault.open(original.id, under: grant)
    require(opened?.bytes == original.bytes, finding)
  }
}
