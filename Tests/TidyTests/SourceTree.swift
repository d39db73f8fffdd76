/// The texts of a package that the tidiness checks look at.
///
/// A value, so that a check can be shown a tree that is broken on purpose.
struct SourceTree: Sendable {
  var manifest = SwiftFile(path: "Package.swift", text: "")
  /// The Swift files below `Sources`, `Tests`, `Benchmarks` and `Fuzz`.
  var files: [SwiftFile] = []
  /// `Documentation/Modules.md`.
  var modules = ""
  /// `Documentation/Glossary.md`.
  var glossary = ""
  /// Every tracked path.
  var trackedPaths: [String] = []
  /// The tracked files that are text, by path.
  var trackedTexts: [String: String] = [:]
  /// Beginnings of paths that exist on the machine of the one who runs the test, and nowhere else.
  var machinePaths: [String] = []
}

extension SourceTree {
  /// The names of the targets that the manifest declares.
  var declaredTargets: Set<String> {
    let text = manifest.withoutComments
    var names: Set<String> = []
    let calls = [
      "room(", ".target(", ".testTarget(", ".executableTarget(", ".systemLibrary(", ".plugin(",
      "benchmark(", "fuzzer(",
    ]
    for call in calls {
      for rest in text.split(separator: call).dropFirst() {
        guard let name = SourceTree.leadingLiteral(of: rest) else { continue }
        names.insert(name)
        if call == "room(" { names.insert(name + "Tests") }
      }
    }
    return names
  }

  /// The literal that an argument list starts with, whether or not `name:` stands before it.
  private static func leadingLiteral(of text: Substring) -> String? {
    var rest = text.drop { $0.isWhitespace }
    if rest.hasPrefix("name:") { rest = rest.dropFirst(5).drop { $0.isWhitespace } }
    guard rest.first == "\"" else { return nil }
    return String(rest.dropFirst().prefix { $0 != "\"" })
  }

  /// The code names in the first cells that hold one, of the rows of a Markdown table.
  static func codeNames(inTablesOf markdown: String) -> [String] {
    markdown.split(separator: "\n").filter { $0.hasPrefix("|") }.flatMap { row in
      row.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 1 }
        .map { String($0.element) }
    }
  }
}
