/// A word, a number or a single sign of Swift code, with its line.
struct Token: Hashable, Sendable {
  let text: String
  /// The line, counted from 1.
  let line: Int
  /// Whether nothing stands between this token and the one before it.
  let isGlued: Bool

  /// Splits code that has been cleaned of comments and literals.
  ///
  /// Works on bytes, since it reads the whole tree: every byte above 127 is part of a word.
  static func all(in code: String) -> [Token] {
    let bytes = Array(code.utf8)
    var tokens: [Token] = []
    var line = 1
    var index = 0
    var end = -1
    while index < bytes.count {
      let begin = index
      while index < bytes.count, isWordPart(bytes[index]) { index += 1 }
      if index == begin {
        let byte = bytes[index]
        index += 1
        if byte == UInt8(ascii: "\n") { line += 1 }
        if byte <= UInt8(ascii: " ") || byte == UInt8(ascii: "`") { continue }
      }
      let text = String(decoding: bytes[begin..<index], as: UTF8.self)
      tokens.append(Token(text: text, line: line, isGlued: begin == end))
      end = index
    }
    return tokens
  }

  private static func isWordPart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 128...:
      true
    default: false
    }
  }
}
