import Foundation
import Generators
import People
import PeopleTesting
import Quantities
import StorageFaults
import Testing
import VaultSQLite

@Suite("A vault and an access log on a disk that fails")
struct DiskFaultTests {
  @Test(
    "RL-04: when call 1 to 200 fails, nothing sealed is lost, also when the power goes afterwards",
    arguments: DiskFault.allCases
  )
  func everyCall(_ fault: DiskFault) async throws {
    let seed = SeededGenerator.freshSeed()
    for number in 1...200 {
      try await withVaultFolder { folder in
        try await folder.create().close()
        let disk = FailingDisk(under: folder.data, seed: seed &+ UInt64(number))
        defer { disk.remove() }
        disk.fail(fault, atCall: number, isLast: number % 2 == 1)
        var session = VaultSession(folder, on: disk, seed: seed)
        for _ in 0..<10 where !disk.hasStruck { await session.run(batches: 6) }
        let context = "\(fault) at call \(number), seed \(seed): \(session.failures)"
        #expect(disk.hasStruck, "\(context)")
        disk.heal()
        if number % 4 < 2 {
          let complaint = await session.complaint(folder)
          #expect(complaint == nil, "\(context)")
        }
        disk.cutPower(atCall: number)
        for _ in 0..<20 where !disk.hasStruck { await session.run(batches: 6) }
        let after = try folder.afterCut(disk.imageAfterCut())
        defer { after.remove() }
        let complaint = await session.complaint(after)
        #expect(complaint == nil, "\(context), then a power cut")
      }
    }
  }

  @Test("RL-01: 20 power cuts lose nothing that was sealed")
  func cuts() async throws {
    let seed = SeededGenerator.freshSeed()
    var generator = SeededGenerator(seed: seed)
    for round in 1...20 {
      try await withVaultFolder { folder in
        try await folder.create().close()
        let disk = FailingDisk(under: folder.data, seed: generator.next())
        defer { disk.remove() }
        disk.cutPower(atCall: Int.random(in: 1...600, using: &generator))
        var session = VaultSession(folder, on: disk, seed: generator.next())
        for _ in 0..<40 where !disk.hasStruck { await session.run(batches: 12) }
        #expect(disk.hasStruck)
        let after = try folder.afterCut(disk.imageAfterCut())
        defer { after.remove() }
        let complaint = await session.complaint(after)
        #expect(complaint == nil, "seed \(seed), round \(round): \(session.failures)")
      }
    }
  }

  @Test(
    "LG-05, RL-04: when call 1 to 200 fails, every request that was let through is on record",
    arguments: DiskFault.allCases
  )
  func everyCallOfTheLog(_ fault: DiskFault) async throws {
    let seed = SeededGenerator.freshSeed()
    for number in 1...200 {
      try await withVaultFolder { folder in
        let disk = FailingDisk(under: folder.data, seed: seed &+ UInt64(number))
        defer { disk.remove() }
        disk.fail(fault, atCall: number, isLast: number % 2 == 1)
        var session = AccessSession(folder.data, seed: seed)
        for _ in 0..<10 where !disk.hasStruck { await session.run(requests: 12) }
        let context = "\(fault) at call \(number), seed \(seed): \(session.failures)"
        #expect(disk.hasStruck, "\(context)")
        disk.heal()
        if number % 4 < 2 {
          let complaint = await session.complaint(folder.data)
          #expect(complaint == nil, "\(context)")
        }
        // The names are on the disk from the moment that the log could be opened.
        if session.isOpened { disk.noteFolderSync() }
        disk.cutPower(atCall: number)
        for _ in 0..<20 where !disk.hasStruck { await session.run(requests: 12) }
        try await withVaultFolder { after in
          try disk.imageAfterCut().write(to: after.data)
          let complaint = await session.complaint(after.data)
          #expect(complaint == nil, "\(context), then a power cut")
        }
      }
    }
  }
}

/// A process that asks for access on a disk that may fail, and which records it was told of.
private struct AccessSession {
  let folder: String
  private(set) var isOpened = false
  private(set) var granted: [UInt64: AccessRequest] = [:]
  private(set) var failures: [VaultFailure] = []
  private var people: TestPeople

  init(_ folder: String, seed: UInt64) {
    self.folder = folder
    people = TestPeople(seed: seed)
  }

  mutating func run(requests: Int) async {
    do throws(VaultFailure) {
      let log = try await SQLiteAccessLog.open(in: folder)
      isOpened = true
      for _ in 0..<requests {
        let request = AccessRequest(
          actor: .commandLine,
          purpose: .evidence,
          subjects: people.clients(2).map(\.key),
          at: Instant(milliseconds: 1_700_000_000_000)
        )
        do throws(VaultFailure) {
          granted[try await log.append(request)] = request
        } catch {
          if failures.last?.code == .stopped { #expect(error.code == .stopped) }
          failures.append(error)
        }
      }
      try await log.close()
    } catch {
      failures.append(error)
    }
  }

  func complaint(_ folder: String) async -> String? {
    do throws(VaultFailure) {
      let log = try await SQLiteAccessLog.open(in: folder)
      _ = try await log.verify()
      let records = try await log.records(from: 1, limit: 100_000)
      try await log.close()
      var missing = granted
      for record in records where missing[record.number] == record.request {
        missing[record.number] = nil
      }
      return missing.isEmpty ? nil : "not on record: \(missing.keys.sorted())"
    } catch {
      return "\(error) \(String(describing: error.cause))"
    }
  }
}
