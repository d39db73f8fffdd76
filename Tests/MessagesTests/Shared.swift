import Foundation

/// The folder with the published standard beside the repository; tests that need it are skipped,
/// visibly, where it is absent.
enum Shared {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared/standards")

  static var isThere: Bool { FileManager.default.fileExists(atPath: folder.path) }

  /// The Wmo messages among the samples.
  static var samples: [URL] {
    let manager = FileManager.default
    return ["samples/keten-a", "samples/gepubliceerd"].flatMap { name -> [URL] in
      let place = folder.appending(path: name)
      let files =
        (try? manager.contentsOfDirectory(at: place, includingPropertiesForKeys: nil)) ?? []
      return files.filter { $0.pathExtension == "xml" && !$0.lastPathComponent.hasPrefix("JW") }
    }.sorted { $0.path < $1.path }
  }

  /// The bytes of a file.
  static func bytes(_ file: URL) throws -> [UInt8] { [UInt8](try Data(contentsOf: file)) }

  /// The schema of a message such as `WMO323`.
  static func schema(_ name: String) -> URL {
    let original = folder.appending(path: "xsd/iwmo/3.2/\(name).xsd")
    if FileManager.default.fileExists(atPath: original.path) { return original }
    return folder.appending(path: "xsd/iwmo/3.2-reconstructed/\(name).xsd")
  }
}
