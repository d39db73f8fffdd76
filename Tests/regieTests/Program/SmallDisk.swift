import Foundation
import Glibc
import Testing

/// A small disk in memory; making one takes the rights of root.
struct SmallDisk {
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
