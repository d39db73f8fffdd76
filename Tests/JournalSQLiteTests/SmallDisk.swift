import Foundation

/// A file system of a few megabytes, for filling it up; needs the right to mount one.
final class SmallDisk {
  let folder: TemporaryFolder
  private let isMounted: Bool

  /// Whether this process may mount a file system in memory.
  static let isAvailable: Bool = (try? SmallDisk(megabytes: 1)) != nil

  init(megabytes: Int) throws {
    folder = try TemporaryFolder()
    let code = SmallDisk.run(
      "mount",
      ["-t", "tmpfs", "-o", "size=\(megabytes)m", "tmpfs", folder.path]
    )
    isMounted = code == 0
    if code != 0 { throw CocoaError(.featureUnsupported) }
  }

  deinit {
    if isMounted { _ = SmallDisk.run("umount", ["-l", folder.path]) }
  }

  private static func run(_ program: String, _ arguments: [String]) -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      return -1
    }
    process.waitUntilExit()
    return process.terminationStatus
  }
}
