import Foundation
import Glibc
import Synchronization

/// One folder for everything that a run of the tests writes; it goes when the tests end.
enum Scratch {
  private static let count = Mutex(0)

  private static let root: String = {
    let path = FileManager.default.temporaryDirectory.path + "/regie-tests-\(getpid())"
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    atexit { try? FileManager.default.removeItem(atPath: Scratch.root) }
    return path
  }()

  /// A path that nothing has used yet.
  static func path(_ name: String) -> String {
    root + "/\(count.withLock { $0 += 1; return $0 })-\(name)"
  }

  /// An empty folder.
  static func folder(_ name: String) throws -> String {
    let path = path(name)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }
}
