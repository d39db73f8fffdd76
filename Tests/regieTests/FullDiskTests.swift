import Foundation
import Glibc
import Testing

/// A small disk in memory; making one takes the rights of root.
private struct SmallDisk {
  let path: String

  static let isPossible: Bool = {
    guard geteuid() == 0, let path = try? Scratch.folder("disk-probe") else { return false }
    guard mount("tmpfs", path, "tmpfs", 0, "size=1m") == 0 else { return false }
    return umount(path) == 0
  }()

  init(megabytes: Int) throws {
    path = try Scratch.folder("disk")
    try #require(mount("tmpfs", path, "tmpfs", 0, "size=\(megabytes)m") == 0)
  }

  func remove() { umount2(path, CInt(MNT_DETACH)) }

  private var filler: String { path + "/filler" }

  private var freeByteCount: Int {
    var status = statvfs()
    guard statvfs(path, &status) == 0 else { return 0 }
    return Int(status.f_bavail) * Int(status.f_frsize)
  }

  /// Takes all room but some bytes.
  func fill(leaving byteCount: Int) {
    let file = open(filler, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    defer { close(file) }
    var left = freeByteCount - byteCount
    let block = [UInt8](repeating: 1, count: 1 << 16)
    while left > 0 {
      let written = write(file, block, min(left, block.count))
      guard written > 0 else { return }
      left -= written
    }
  }

  func makeRoom() { unlink(filler) }
}

// Skipped where a disk of our own cannot be made.
@Suite(
  "RL-02: the disk is full",
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
}
