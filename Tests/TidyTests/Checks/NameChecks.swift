/// Names: of files, of targets, and of Dutch terms.
enum NameChecks {
  /// Files with one main type that carry another name.
  ///
  /// A family of small siblings may share a file, which is then named for what they have in common,
  /// and a file of tests may be named for what it tests.
  static func files(_ tree: SourceTree) -> [String] {
    tree.files.compactMap { file in
      let type = String(file.stem.prefix { $0 != "+" })
      let types = file.topLevelTypes
      guard file.isProduct, file.stem != "main", types.count == 1, !types.contains(type)
      else { return nil }
      return file.finding(1, "no type \(type) here; a file is named for its main type")
    }
  }

  /// Targets without a sentence in Modules.md, and sentences without a target.
  static func modules(_ tree: SourceTree) -> [String] {
    let declared = tree.declaredTargets
    let described = Set(describedTargets(tree))
    let folders = Set(tree.files.compactMap(\.target))
    let products = Set(tree.files.filter(\.isProduct).compactMap(\.target))
    let ordinaryTests = Set(products.map { $0 + "Tests" })
    var findings: [String] = []
    for name in declared.subtracting(described).subtracting(ordinaryTests).sorted() {
      findings.append("Package.swift: target \(name) has no row in Documentation/Modules.md")
    }
    // A room that the house has a place for may be described while it is being built.
    for name in described.subtracting(declared).sorted() where House.room(name) == nil {
      findings.append("Documentation/Modules.md: there is no target \(name)")
    }
    for name in folders.subtracting(declared).sorted() {
      findings.append("Package.swift: the folder \(name) belongs to no target")
    }
    return findings
  }

  /// The targets that have a row of their own in Modules.md: the first cell is the name.
  private static func describedTargets(_ tree: SourceTree) -> [String] {
    tree.modules.split(separator: "\n").filter { $0.hasPrefix("| `") }.map {
      String($0.dropFirst(3).prefix { $0 != "`" })
    }
  }

  /// Types on floors 0 to 2 that carry a Dutch term and are missing in the glossary.
  static func glossary(_ tree: SourceTree) -> [String] {
    let known = Set(SourceTree.codeNames(inTablesOf: tree.glossary))
    return tree.files.filter { $0.isProduct && (House.floor($0.target ?? "") ?? 9) <= 2 }
      .flatMap { file in
        dutchTypes(of: file).filter { !known.contains($0.name) }.map {
          file.finding($0.line, "\($0.name) has a Dutch term and no row in Glossary.md")
        }
      }
  }

  /// The package types whose doc comment gives a Dutch term.
  private static func dutchTypes(of file: SwiftFile) -> [(name: String, line: Int)] {
    let keywords: Set = ["struct", "enum", "class", "actor", "protocol", "typealias"]
    var isDutch = false
    var found: [(String, Int)] = []
    for (index, line) in file.lines.enumerated() {
      let text = line.drop { $0 == " " }
      if text.hasPrefix("///") {
        isDutch = isDutch || text.contains("- Dutch term:")
      } else if !text.hasPrefix("@") {
        let words = text.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "_" })
          .map(String.init)
        if isDutch, words.contains("package"),
          let keyword = words.firstIndex(where: keywords.contains), keyword + 1 < words.count
        {
          found.append((words[keyword + 1], index + 1))
        }
        isDutch = false
      }
    }
    return found
  }
}
