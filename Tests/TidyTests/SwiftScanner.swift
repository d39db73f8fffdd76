/// Splits Swift source into what the compiler reads and what it skips.
///
/// It is no parser: it knows comments (nested ones too), string literals (raw, of several lines,
/// with interpolations inside interpolations) and extended regular expressions, which is what a
/// check needs so as not to stumble over the word `print` in a sentence. Bytes that are left out
/// become blanks and line ends stay, so every line keeps its number.
struct SwiftScanner {
  private let source: [UInt8]
  private var index = 0
  private var code: [UInt8] = []
  private var withoutComments: [UInt8] = []

  /// The two readings of a source text.
  struct Reading: Sendable {
    /// Without comments and without the contents of string literals.
    var code: String
    /// Without comments, with string literals as they stand.
    var withoutComments: String
  }

  private init(_ text: String) { source = Array(text.utf8) }

  /// Reads a whole source text.
  static func read(_ text: String) -> Reading {
    var scanner = SwiftScanner(text)
    while scanner.index < scanner.source.count { scanner.scanCode(untilParenthesis: false) }
    return Reading(
      code: String(decoding: scanner.code, as: UTF8.self),
      withoutComments: String(decoding: scanner.withoutComments, as: UTF8.self)
    )
  }
}

// MARK: - Code

extension SwiftScanner {
  /// Reads code to the end, or to the parenthesis that closes an interpolation.
  private mutating func scanCode(untilParenthesis: Bool) {
    var depth = 0
    while index < source.count {
      switch source[index] {
      case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "/"):
        skipLineComment()
      case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "*"):
        skipBlockComment()
      case UInt8(ascii: "\""):
        scanString(hashes: 0)
      case UInt8(ascii: "#"):
        scanHashes()
      case UInt8(ascii: "("):
        depth += 1
        keep()
      case UInt8(ascii: ")"):
        keep()
        if untilParenthesis, depth == 0 { return }
        depth -= 1
      default:
        keep()
      }
    }
  }

  /// Reads `#`s: those of a raw string, of an extended regular expression, or of a directive.
  private mutating func scanHashes() {
    var count = 0
    while peek(count) == UInt8(ascii: "#") { count += 1 }
    switch peek(count) {
    case UInt8(ascii: "\""):
      for _ in 0..<count { keep() }
      scanString(hashes: count)
    case UInt8(ascii: "/"):
      for _ in 0...count { blank() }
      while index < source.count, !isAt(UInt8(ascii: "/"), times: 1, hashes: count) { blank() }
      for _ in 0...count where index < source.count { blank() }
    default:
      for _ in 0..<count { keep() }
    }
  }
}

// MARK: - Comments and strings

extension SwiftScanner {
  private mutating func skipLineComment() {
    while index < source.count, source[index] != UInt8(ascii: "\n") { drop() }
  }

  private mutating func skipBlockComment() {
    var depth = 0
    while index < source.count {
      if peek(0) == UInt8(ascii: "/"), peek(1) == UInt8(ascii: "*") {
        depth += 1
        drop()
      } else if peek(0) == UInt8(ascii: "*"), peek(1) == UInt8(ascii: "/") {
        depth -= 1
        drop()
        drop()
        if depth == 0 { return }
        continue
      }
      if index < source.count { drop() }
    }
  }

  private mutating func scanString(hashes: Int) {
    let quote = UInt8(ascii: "\"")
    let quotes = peek(1) == quote && peek(2) == quote ? 3 : 1
    for _ in 0..<quotes { keep() }
    while index < source.count {
      if isAt(quote, times: quotes, hashes: hashes) {
        for _ in 0..<(quotes + hashes) { keep() }
        return
      }
      if quotes == 1, source[index] == UInt8(ascii: "\n") { return }
      guard isAt(UInt8(ascii: "\\"), times: 1, hashes: hashes) else {
        blank()
        continue
      }
      for _ in 0...hashes { blank() }
      if peek(0) == UInt8(ascii: "(") {
        keep()
        scanCode(untilParenthesis: true)
      } else if index < source.count {
        blank()
      }
    }
  }
}

// MARK: - Moving on

extension SwiftScanner {
  private func peek(_ offset: Int) -> UInt8? {
    index + offset < source.count ? source[index + offset] : nil
  }

  /// Whether a byte stands here a number of times, followed by a number of `#`s.
  private func isAt(_ byte: UInt8, times: Int, hashes: Int) -> Bool {
    (0..<times).allSatisfy { peek($0) == byte }
      && (0..<hashes).allSatisfy { peek(times + $0) == UInt8(ascii: "#") }
  }

  /// Takes a byte over in both readings.
  private mutating func keep() {
    code.append(source[index])
    withoutComments.append(source[index])
    index += 1
  }

  /// Takes a byte of a literal over, and blanks it in the code.
  private mutating func blank() {
    code.append(source[index] == UInt8(ascii: "\n") ? source[index] : UInt8(ascii: " "))
    withoutComments.append(source[index])
    index += 1
  }

  /// Blanks a byte of a comment in both readings.
  private mutating func drop() {
    let byte = source[index] == UInt8(ascii: "\n") ? source[index] : UInt8(ascii: " ")
    code.append(byte)
    withoutComments.append(byte)
    index += 1
  }
}
