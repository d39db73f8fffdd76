import Foundation
import Generators
import Journal
import JournalSQLite
import JournalTesting
import StorageFaults
import Testing

@Suite("A journal on a disk that fails")
struct DiskFaultTests {
  @Test(
    "RL-04: when call 1 to 200 fails, nothing acknowledged is lost and no failure is passed over",
    arguments: DiskFault.allCases
  )
  func everyCall(_ fault: DiskFault) async throws {
    let seed = SeededGenerator.freshSeed()
    for number in 1...200 {
      let context = "\(fault) at call \(number), seed \(seed)"
      let folder = try TemporaryFolder()
      let path = folder.file("journal")
      let disk = FailingDisk(under: folder.path, seed: seed &+ UInt64(number))
      defer { disk.remove() }
      disk.fail(fault, atCall: number, isLast: number % 2 == 1)
      var session = JournalSession(path, on: disk, seed: seed)
      await session.run(batches: 14, creating: true)
      for _ in 0..<10 where !disk.hasStruck { await session.run(batches: 14, creating: false) }
      #expect(disk.hasStruck, "\(context)")
      #expect(session.failures.count < 3, "\(context): \(session.failures)")
      disk.heal()
      if number % 2 == 0 {
        let complaint = await JournalSession.complaint(path, session.acknowledged)
        #expect(complaint == nil, "\(context), \(session.failures)")
      }
      guard FileManager.default.fileExists(atPath: path) else { continue }

      // Work goes on after a new start, until the power goes.
      disk.cutPower(atCall: number)
      var next = JournalSession(path, on: disk, seed: seed &+ 1, after: session.acknowledged)
      await next.run(batches: 40, creating: false)
      let after = try TemporaryFolder()
      try disk.imageAfterCut().write(to: after.path)
      let complaint = await JournalSession.complaint(after.file("journal"), next.acknowledged)
      #expect(complaint == nil, "\(context), then a power cut, \(session.failures)")
    }
  }
}
