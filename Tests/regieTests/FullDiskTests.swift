import Foundation
import Testing

// Skipped where a disk of our own cannot be made.
@Suite(
  "RL-03: the disk is full",
  .enabled(if: SmallDisk.isPossible, "mounting a small disk takes the rights of root")
)
struct FullDiskTests {
  @Test("A clear sentence and code 74, reading goes on, and so does the work when there is room")
  func full() async throws {
    let small = try SmallRegion.shared.get()
    let undisturbed = try await SmallRegion.undisturbed.value
    let disk = try SmallDisk(megabytes: 48)
    defer { disk.remove() }
    let region = try await small.opened(at: disk.path + "/region")
    let command = region.processing([small.folder], today: small.today)

    // Room for less and less: the files run full at different moments.
    var said: [JudgedFile] = []
    for kilobytes in [1_500, 700, 300, 100, 0] {
      disk.fill(leaving: kilobytes << 10)
      let failed = try await region.regie(command, exits: 74)
      #expect(failed.errorText.contains(/disk is full|schijf is vol/), "\(failed.errorText)")
      #expect(failed.errorText.split(separator: "\n").count == 1)
      said = try said + failed.lines.map { try JudgedFile($0) }
      disk.fill(leaving: 0)
      try await region.verify()
      #expect(try await region.head().contains("position"))
      if let claim = said.first(where: { $0.message == "WMO323" && $0.position != nil }) {
        try await region.explain("\(claim.position ?? 0).1")
      }
      disk.makeRoom()
    }
    #expect(said.count > 10)
    for file in said { #expect(undisturbed.files.contains(file), "\(file.line)") }

    let last = try await region.regie(command, exits: 65)
    #expect(last.output == undisturbed.output)
    #expect(try region.answers() == undisturbed.region.answers())

    // A region at rest on a full disk, without the index that readers share, can be read too.
    disk.fill(leaving: 0)
    try #require(!FileManager.default.fileExists(atPath: region.journal + "-shm"))
    try await region.verify(["--head", region.heads])
    #expect(try await region.head().contains("position"))
    let claim = try #require(undisturbed.files.last { $0.message == "WMO323" })
    try await region.explain("\(claim.position ?? 0).1")
  }

  @Test(
    "RL-03: the disk of the answers is full: 74, and the missing ones are written when it is not"
  )
  func fullAnswers() async throws {
    let small = try SmallRegion.shared.get()
    let undisturbed = try await SmallRegion.undisturbed.value
    let disk = try SmallDisk(megabytes: 2)
    defer { disk.remove() }
    let region = try await small.opened()
    try FileManager.default.createSymbolicLink(
      atPath: region.replies,
      withDestinationPath: disk.path
    )
    let command = region.processing([small.folder], today: small.today)
    for kilobytes in [40, 8, 0] {
      disk.fill(leaving: kilobytes << 10)
      let failed = try await region.regie(command, exits: 74)
      #expect(failed.errorText.split(separator: "\n").count == 1, "\(failed.errorText)")
      #expect(failed.errorText.contains(region.replies), "\(failed.errorText)")
      disk.makeRoom()
      // No half answer under its own name, and no half one beside it.
      for (name, bytes) in try region.answers() {
        #expect(try undisturbed.region.answers()[name] == bytes, "\(name)")
      }
      try await region.verify(["--head", region.heads])
      #expect(try await region.lastSigned() == region.end(), "what was done is signed at the stop")
    }
    let last = try await region.regie(command, exits: 65)
    #expect(last.output == undisturbed.output)
    #expect(try region.answers() == undisturbed.region.answers())
  }

  @Test("RL-03: the disk of the snapshots is full: 74, all work stands and goes on")
  func fullSnapshots() async throws {
    let small = try SmallRegion.shared.get()
    let disk = try SmallDisk(megabytes: 1)
    defer { disk.remove() }
    let region = try await small.opened()
    let long = try SnapshotTests.longAward(small)
    try FileManager.default.createSymbolicLink(
      atPath: region.data + "/snapshots",
      withDestinationPath: disk.path
    )
    disk.fill(leaving: 0)
    let command = region.processing([long], today: small.today)
    let failed = try await region.regie(command, exits: 74)
    #expect(failed.errorText.split(separator: "\n").count == 1, "\(failed.errorText)")
    #expect(failed.lines.count == 1, "what was done was told")
    #expect(try FileManager.default.contentsOfDirectory(atPath: disk.path) == ["filler"])
    try await region.verify(["--head", region.heads])
    #expect(try await region.lastSigned() == region.end())
    disk.makeRoom()
    let again = try await region.regie(command)
    #expect(again.output == failed.output)
    #expect(try FileManager.default.contentsOfDirectory(atPath: disk.path) == ["state"])
  }

  @Test("RL-03: the disk of the output is full: 74, and the next run tells everything")
  func fullOutput() async throws {
    let small = try SmallRegion.shared.get()
    let undisturbed = try await SmallRegion.undisturbed.value
    let disk = try SmallDisk(megabytes: 1)
    defer { disk.remove() }
    let region = try await small.opened()
    let command = region.processing([small.folder], today: small.today)
    disk.fill(leaving: 8 << 10)
    let failed = try await Program.run(command, output: disk.path + "/lines.jsonl")
    #expect(failed.status == 74, "\(failed.errorText)")
    #expect(failed.errorText.split(separator: "\n").count == 1, "\(failed.errorText)")
    try await region.verify(["--head", region.heads])
    #expect(try await region.lastSigned() == region.end())
    let last = try await region.regie(command, exits: 65)
    #expect(last.output == undisturbed.output)
    #expect(try region.answers() == undisturbed.region.answers())
  }
}
