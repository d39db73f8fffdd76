import Foundation

extension SourceTree {
  /// The root of the package, found from this file.
  static var root: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
  }

  /// The tree as it lies on disk.
  ///
  /// Files count when git tracks them or would; where git is absent, all files outside the build
  /// folders count.
  static func onDisk() throws -> SourceTree {
    let paths = gitPaths() ?? walkedPaths()
    var tree = SourceTree()
    tree.trackedPaths = paths
    for path in paths {
      guard let data = try? Data(contentsOf: root.appending(path: path)),
        let text = String(data: data, encoding: .utf8)
      else { continue }
      tree.trackedTexts[path] = text
      if path == "Package.swift" {
        tree.manifest = SwiftFile(path: path, text: text)
      } else if path.hasSuffix(".swift") {
        tree.files.append(SwiftFile(path: path, text: text))
      }
    }
    tree.modules = tree.trackedTexts["Documentation/Modules.md"] ?? ""
    tree.glossary = tree.trackedTexts["Documentation/Glossary.md"] ?? ""
    tree.machinePaths = machinePaths()
    return tree
  }

  /// What git tracks, with what it does not ignore; nil when git cannot say.
  private static func gitPaths() -> [String]? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    process.currentDirectoryURL = root
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil, let data = try? output.fileHandleForReading.readToEnd()
    else { return nil }
    process.waitUntilExit()
    guard process.terminationStatus == 0, !data.isEmpty else { return nil }
    // A file that was deleted but not yet committed is listed and cannot be read: it is left out.
    return Set(data.split(separator: 0).map { String(decoding: $0, as: UTF8.self) })
      .filter { FileManager.default.fileExists(atPath: root.appending(path: $0).path) }
      .sorted()
  }

  private static func walkedPaths() -> [String] {
    let skipped = [".build", ".git", ".swiftpm"]
    let paths =
      FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return paths.filter { path in
      path.split(separator: "/").allSatisfy { part in !skipped.contains { part.hasPrefix($0) } }
    }.sorted()
  }

  /// The home folders of people, and where this copy of the package lies.
  private static func machinePaths() -> [String] {
    let shared: Set = ["etc", "mnt", "opt", "srv", "tmp", "usr", "var"]
    let parts = root.path.split(separator: "/").map(String.init)
    let here = shared.contains(parts.first ?? "") ? root.path : "/" + (parts.first ?? "")
    return ["/" + "home", "/" + "root", "/" + "Users", here].map { $0 + "/" }
  }
}
