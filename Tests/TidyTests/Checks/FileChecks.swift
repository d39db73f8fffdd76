/// What lies in the repository.
enum FileChecks {
  /// Build products and pins, which belong to a machine and not to the source.
  static func products(_ tree: SourceTree) -> [String] {
    tree.trackedPaths.filter { path in
      path.split(separator: "/").contains {
        $0 == "Package.resolved" || $0.hasPrefix(".build") || $0 == ".swiftpm"
          || $0.hasSuffix(".key")
      }
    }.map { "\($0): does not belong in the repository" }
  }

  /// Absolute paths of the machine of whoever wrote the file.
  static func paths(_ tree: SourceTree) -> [String] {
    tree.trackedTexts.sorted { $0.key < $1.key }.flatMap { path, text in
      text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { line in
        tree.machinePaths.filter { names($0, in: line.element) }.map {
          "\(path):\(line.offset + 1): holds a path of this machine (\($0))"
        }
      }
    }
  }

  /// Whether a path begins in a line: not in the middle of another path or of a web address.
  private static func names(_ prefix: String, in line: Substring) -> Bool {
    var rest = line
    while let range = rest.firstRange(of: prefix) {
      let before =
        range.lowerBound > line.startIndex ? line[line.index(before: range.lowerBound)] : " "
      if !before.isLetter, !before.isNumber, !"./_-~}".contains(before) { return true }
      rest = rest[range.upperBound...]
    }
    return false
  }
}
