/// A Swift source file, read far enough to judge its tidiness.
struct SwiftFile: Sendable {
  /// The path from the root of the package, with `/`.
  let path: String
  let lines: [String]
  /// The lengths of the lines, in which the letters of a literal do not count.
  ///
  /// A sentence for a user stays on one line, where a search finds it.
  let lineLengths: [Int]
  let tokens: [Token]
  /// The code without comments, literals as they stand: for reading a manifest.
  let withoutComments: String

  init(path: String, text: String) {
    self.path = path
    let reading = SwiftScanner.read(text)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    self.lines = lines
    let written = reading.withoutComments.split(separator: "\n", omittingEmptySubsequences: false)
    let read = reading.code.split(separator: "\n", omittingEmptySubsequences: false)
    lineLengths = lines.indices.map { index in
      let letters = written[index].count { !$0.isWhitespace }
      return lines[index].count - (letters - read[index].count { !$0.isWhitespace })
    }
    tokens = Token.all(in: reading.code)
    withoutComments = reading.withoutComments
  }
}

extension SwiftFile {
  /// The folders and the name of the path.
  var components: [String] { path.split(separator: "/").map(String.init) }

  /// The file's name without `.swift`.
  var stem: String { String((components.last ?? "").dropLast(".swift".count)) }

  /// The target whose sources the file belongs to; nil outside the folders that hold targets.
  var target: String? {
    let parts = components
    let folders: Set = ["Sources", "Tests", "Benchmarks", "Fuzz"]
    return parts.count > 2 && folders.contains(parts[0]) ? parts[1] : nil
  }

  /// Whether the file is part of the product and not of its tests.
  var isProduct: Bool { components.first == "Sources" }

  /// The text of a token, or nothing past either end.
  func word(_ index: Int) -> String { tokens.indices.contains(index) ? tokens[index].text : "" }

  /// Whether a call or a declaration with parameters follows the word at a token.
  func calls(_ index: Int) -> Bool { word(index + 1) == "(" }

  /// A finding of this file.
  func finding(_ line: Int, _ text: String) -> String { "\(path):\(line): \(text)" }
}

// MARK: - Imports and declarations

extension SwiftFile {
  /// A module that the file imports.
  struct Import: Hashable, Sendable {
    let module: String
    let line: Int
    let isTestable: Bool
  }

  var imports: [Import] {
    let kinds: Set = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
    return tokens.indices.compactMap { index in
      guard word(index) == "import", index == 0 || word(index - 1) != "." else { return nil }
      let name = kinds.contains(word(index + 1)) ? index + 2 : index + 1
      let isTestable = (1...3).contains { word(index - $0) == "testable" }
      return Import(module: word(name), line: tokens[index].line, isTestable: isTestable)
    }
  }

  /// The types that the file declares or extends outside any other declaration.
  var topLevelTypes: Set<String> {
    let keywords: Set = [
      "struct", "class", "enum", "actor", "protocol", "extension", "typealias",
    ]
    var depth = 0
    var names: Set<String> = []
    for index in tokens.indices {
      switch word(index) {
      case "{": depth += 1
      case "}": depth -= 1
      case let keyword where depth == 0 && keywords.contains(keyword): names.insert(word(index + 1))
      default: break
      }
    }
    return names
  }
}

// MARK: - Bodies

extension SwiftFile {
  /// A function, initialiser, subscript or computed property with a body.
  struct Body: Hashable, Sendable {
    let name: String
    let line: Int
    let length: Int
  }

  var bodies: [Body] {
    tokens.indices.compactMap { index in
      let keyword = word(index)
      guard ["func", "init", "deinit", "subscript", "var"].contains(keyword),
        word(index - 1) != ".", let open = bodyStart(after: index, isProperty: keyword == "var"),
        let close = closing(of: open)
      else { return nil }
      let line = tokens[index].line
      let name = keyword == "func" || keyword == "var" ? word(index + 1) : keyword
      return Body(name: name, line: line, length: tokens[close].line - line + 1)
    }
  }

  /// The brace that opens the body of a declaration, or nil when it has none.
  private func bodyStart(after start: Int, isProperty: Bool) -> Int? {
    // A declaration without a body, as in a protocol, ends where the next one begins.
    let ends: Set = [
      "func", "init", "var", "let", "case", "static", "package", "private", "fileprivate",
      "internal", "subscript", "mutating", "nonmutating", "associatedtype", "typealias", "struct",
      "enum", "extension", "@", "#",
    ]
    var depth = 0
    var index = start + 1
    while index < tokens.count {
      switch word(index) {
      case "(", "[": depth += 1
      case ")", "]": depth -= 1
      case "{" where depth == 0: return index
      case "=" where depth == 0 && isProperty: return nil
      case "}" where depth == 0: return nil
      case let text where depth == 0 && ends.contains(text) && startsLine(index): return nil
      default: break
      }
      if depth < 0 { return nil }
      index += 1
    }
    return nil
  }

  /// Whether a token is the first on its line.
  private func startsLine(_ index: Int) -> Bool {
    index > 0 && tokens[index].line != tokens[index - 1].line
  }

  /// The brace that closes the one at `open`.
  private func closing(of open: Int) -> Int? {
    var depth = 0
    for index in open..<tokens.count {
      if word(index) == "{" { depth += 1 }
      if word(index) == "}" { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }
}
