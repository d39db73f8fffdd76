/// Calls and words that have no place here, or not everywhere.
enum CallChecks {
  /// Traps in disguise: a failure is a value, a mistake of ours a `precondition`.
  static func traps(_ tree: SourceTree) -> [String] {
    findings(tree.files.filter { $0.target != nil }) { file, index in
      switch (file.word(index), file.word(index + 1)) {
      // With a blank between them it is the negation of what is tried.
      case ("try", "!") where file.tokens[index + 1].isGlued: "no try!"
      case ("as", "!"): "no as!"
      case ("fatalError", "("): "no fatalError"
      default: nil
      }
    }
  }

  /// Random numbers without a generator: such a run cannot be repeated.
  static func randomness(_ tree: SourceTree) -> [String] {
    let files = tree.files.filter { !readsTheWorld($0) }
    return findings(files) { file, index in
      let word = file.word(index)
      let isSource = word == "SystemRandomNumberGenerator" || (word == "UUID" && file.calls(index))
      if file.isProduct, isSource {
        return "\(word): identifiers and randomness are given as arguments"
      }
      // Those without an argument are the library's; a generator's own take what they work on.
      let draws: Set = ["random", "randomElement", "shuffle", "shuffled"]
      guard draws.contains(word), file.word(index - 1) == ".", file.calls(index) else { return nil }
      let given = arguments(of: file, at: index + 1)
      guard word == "random" ? !given.contains("using") : given == ["("] else { return nil }
      return ".\(word) without a generator: a failing run must be repeatable"
    }
  }

  /// The clock, read below the program: time is given as an argument.
  static func clock(_ tree: SourceTree) -> [String] {
    let files = tree.files.filter { $0.isProduct && !readsTheWorld($0) }
    return findings(files) { file, index in
      if file.word(index) == "Date", file.word(index + 1) == "(", file.word(index + 2) == ")" {
        return "Date(): time is given as an argument"
      }
      // A stored moment may be called `now`: what is meant is that of a type or of a clock.
      let owner = file.word(index - 2)
      let isField = owner.first?.isLowercase == true && owner != "clock"
      guard file.word(index) == "now", file.word(index - 1) == ".", !isField else { return nil }
      return ".now: time is given as an argument"
    }
  }

  /// Whether the file belongs to the program, to an adapter that needs the clock, or to no target.
  private static func readsTheWorld(_ file: SwiftFile) -> Bool {
    guard let target = file.target else { return true }
    guard file.isProduct else { return false }
    return House.floor(target) == 5 || House.clockAdapters.contains(target)
  }

  /// Output and unstructured tasks outside the program.
  static func output(_ tree: SourceTree) -> [String] {
    let files = tree.files.filter { file in
      let place = House.room(file.target ?? "")?.place
      return file.isProduct && place != .floor(5) && place != .testing
    }
    return findings(files) { file, index in
      let called = file.word(index + 1) == "(" && ![".", "func"].contains(file.word(index - 1))
      if ["print", "debugPrint", "dump", "NSLog"].contains(file.word(index)), called {
        return "\(file.word(index)): only the program speaks to its user"
      }
      if file.word(index) == "Task", ["{", "."].contains(file.word(index + 1)),
        ["{", "detached", "init"].contains(file.word(index + (file.word(index + 1) == "{" ? 1 : 2)))
      {
        return "a task without a parent: only the program starts one"
      }
      return nil
    }
  }

  /// Binary fractions on floors 0 to 3, where money and dates live.
  static func fractions(_ tree: SourceTree) -> [String] {
    let files = tree.files.filter {
      $0.isProduct && (House.floor($0.target ?? "") ?? 9) <= 3
    }
    let types: Set = ["Double", "Float", "Float16", "Float32", "Float64", "Float80", "CGFloat"]
    return findings(files) { file, index in
      types.contains(file.word(index)) ? "\(file.word(index)): no binary fractions here" : nil
    }
  }

  /// Declarations that another package could see: there is none, `package` is enough.
  static func access(_ tree: SourceTree) -> [String] {
    findings(tree.files.filter { $0.target != nil }) { file, index in
      let word = file.word(index)
      let opens = ["class", "func", "var", "override", "subscript"].contains(file.word(index + 1))
      guard file.word(index - 1) != ".", word == "public" || (word == "open" && opens) else {
        return nil
      }
      return "\(word): package is the access level between targets"
    }
  }

  /// Escapes from the compiler's checks need their reason on the line above.
  static func escapes(_ tree: SourceTree) -> [String] {
    findings(tree.files) { file, index in
      let word = file.word(index)
      let isEscape =
        (word == "unchecked" && file.word(index - 1) == "@")
        || (word == "nonisolated" && file.word(index + 2) == "unsafe")
      guard isEscape else { return nil }
      // Attributes may stand on lines of their own between the reason and the word.
      let above = file.lines.prefix(file.tokens[index].line - 1)
        .map { $0.drop { $0 == " " } }
        .last { !$0.hasPrefix("@") }
      return above?.hasPrefix("//") == true ? nil : "\(word): say why on the line above"
    }
  }
}

extension CallChecks {
  /// What `judge` says about every token of the files.
  private static func findings(
    _ files: [SwiftFile],
    _ judge: (SwiftFile, Int) -> String?
  ) -> [String] {
    files.flatMap { file in
      file.tokens.indices.compactMap { index in
        judge(file, index).map { file.finding(file.tokens[index].line, $0) }
      }
    }
  }

  /// The words between a parenthesis and the one that closes it.
  private static func arguments(of file: SwiftFile, at open: Int) -> [String] {
    var depth = 0
    var words: [String] = []
    for index in open..<file.tokens.count {
      if file.word(index) == "(" { depth += 1 }
      if file.word(index) == ")" { depth -= 1 }
      if depth == 0 { break }
      if depth == 1 { words.append(file.word(index)) }
    }
    return words
  }
}
