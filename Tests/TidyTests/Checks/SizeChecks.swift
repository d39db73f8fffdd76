/// Files, functions and lines stay small: a ratchet that only tightens.
enum SizeChecks {
  static let longestFile = 500
  static let longestBody = 70
  static let longestLine = 100

  /// Functions that may be longer, as `path: name`, each with its present length.
  ///
  /// A number may only go down, and an entry goes away with its need.
  static let allowedBodies: [String: Int] = [:]

  static func files(_ tree: SourceTree) -> [String] {
    (tree.files + [tree.manifest]).filter { $0.lines.count > longestFile }.map {
      $0.finding(1, "\($0.lines.count) lines; split the file at a topic (at most \(longestFile))")
    }
  }

  static func lines(_ tree: SourceTree) -> [String] {
    (tree.files + [tree.manifest]).flatMap { file in
      file.lineLengths.enumerated().filter { $0.element > longestLine }.map {
        file.finding($0.offset + 1, "\($0.element) columns (at most \(longestLine))")
      }
    }
  }

  static func bodies(_ tree: SourceTree, allowed: [String: Int] = allowedBodies) -> [String] {
    var unused = Set(allowed.keys)
    var findings = tree.files.flatMap { file in
      file.bodies.filter { $0.length > longestBody }.compactMap { body -> String? in
        let key = "\(file.path): \(body.name)"
        unused.remove(key)
        if let limit = allowed[key], body.length <= limit { return nil }
        return file.finding(body.line, "\(body.name) has \(body.length) lines (at most 70)")
      }
    }
    findings += unused.sorted().map { "\($0) needs no allowance any more; take it out" }
    return findings
  }
}
