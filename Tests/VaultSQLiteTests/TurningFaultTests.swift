import Foundation
import Generators
import People
import PeopleTesting
import Quantities
import StorageFaults
import Testing
import VaultSQLite

@Suite("CR-03, RL-04: keys that are turned on a disk that fails")
struct TurningFaultTests {
  @Test(
    "Whichever of the first 60 calls fails, the keys that are there open everything",
    arguments: DiskFault.allCases
  )
  func everyCall(_ fault: DiskFault) async throws {
    let seed = SeededGenerator.freshSeed()
    var failures = 0
    for number in 1...60 {
      try await withVaultFolder { folder in
        let filled = try await FilledVault.fill(folder)
        let disk = FailingDisk(under: folder.data, seed: seed &+ UInt64(number))
        defer { disk.remove() }
        disk.fail(fault, atCall: number, isLast: number % 2 == 1)
        if await turn(folder, filled, disk) == false { failures += 1 }
        disk.heal()
        try await filled.readAll(folder)
        // And what the disk would hold if the power went now.
        let after = try folder.afterCut(disk.imageAfterCut())
        defer { after.remove() }
        try await filled.readAll(after)
      }
    }
    #expect(failures > 3, "seed \(seed)")
  }

  @Test("Whenever the power goes, the keys that are there open everything, and can be turned again")
  func cuts() async throws {
    let seed = SeededGenerator.freshSeed()
    for number in 1...60 {
      try await withVaultFolder { folder in
        let filled = try await FilledVault.fill(folder)
        let disk = FailingDisk(under: folder.data, seed: seed &+ UInt64(number))
        defer { disk.remove() }
        disk.cutPower(atCall: number)
        _ = await turn(folder, filled, disk)
        let after = try folder.afterCut(disk.imageAfterCut())
        defer { after.remove() }
        try await filled.readAll(after)
        let vault = try await after.open()
        _ = try await vault.turnKeys(on: VaultFolder.day(2026, 3, 1))
        try vault.close()
        try await filled.readAll(after)
      }
    }
  }

  /// Turns the keys as far as the disk goes along; false when it failed.
  ///
  /// Reading goes on meanwhile.
  private func turn(_ folder: VaultFolder, _ filled: FilledVault, _ disk: FailingDisk) async -> Bool
  {
    guard let vault = try? await folder.open() else { return false }
    defer { try? vault.close() }
    let isDone: Bool
    do {
      _ = try await vault.turnKeys(on: VaultFolder.day(2026, 2, 1))
      isDone = true
    } catch {
      isDone = false
    }
    // A fault that did not come yet would come to the reading itself.
    guard disk.hasStruck, !disk.isDark,
      let grant = try? await InMemoryAccessLog().testGrant(filled.keys)
    else { return isDone }
    let opened = try? await vault.open(filled.original.id, under: grant)
    let isAsItWas = opened?.bytes == filled.original.bytes
    #expect(isAsItWas)
    return isDone
  }
}
