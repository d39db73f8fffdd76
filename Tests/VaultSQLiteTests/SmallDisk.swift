import Foundation
import Glibc

/// A small file system in memory; making one takes the rights of root.
struct SmallDisk {
  let path: String

  /// Whether this process may mount a file system.
  static let isPossible: Bool = {
    guard let disk = try? SmallDisk(megabytes: 1) else { return false }
    disk.remove()
    return true
  }()

  init(megabytes: Int) throws {
    path = FileManager.default.temporaryDirectory.path + "/vault-disk-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    guard geteuid() == 0, mount("tmpfs", path, "tmpfs", 0, "size=\(megabytes)m") == 0 else {
      rmdir(path)
      throw CocoaError(.featureUnsupported)
    }
  }

  func remove() {
    umount2(path, CInt(MNT_DETACH))
    rmdir(path)
  }

  /// Lets nobody write any more, or again.
  func setReadOnly(_ isReadOnly: Bool) -> Bool {
    let flags = UInt(MS_REMOUNT) | (isReadOnly ? UInt(MS_RDONLY) : 0)
    return mount("tmpfs", path, "tmpfs", flags, nil) == 0
  }

  private var filler: String { path + "/filler" }

  /// Takes all room but some bytes.
  func fill(leaving byteCount: Int) {
    let file = open(filler, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    defer { close(file) }
    var status = statvfs()
    guard statvfs(path, &status) == 0 else { return }
    var left = Int(status.f_bavail) * Int(status.f_frsize) - byteCount
    let block = [UInt8](repeating: 1, count: 1 << 16)
    while left > 0 {
      let written = write(file, block, min(left, block.count))
      guard written > 0 else { return }
      left -= written
    }
  }

  func makeRoom() { unlink(filler) }
}
