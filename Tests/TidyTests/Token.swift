/// A word, a number or a single sign of Swift code, with its line.
struct Token: Hashable, Sendable {
  let text: String
  /// The line, counted from 1.
  let line: Int

  /// Splits code that has been cleaned of comments and literals.
  static func all(in code: String) -> [Token] {
    var tokens: [Token] = []
    var word = ""
    var line = 1
    func isWordPart(_ character: Character) -> Bool {
      character.isLetter || character.isNumber || character == "_"
    }
    for character in code {
      if isWordPart(character) {
        word.append(character)
        continue
      }
      if !word.isEmpty {
        tokens.append(Token(text: word, line: line))
        word = ""
      }
      if character.isNewline { line += 1 }
      if !character.isWhitespace, character != "`" {
        tokens.append(Token(text: String(character), line: line))
      }
    }
    if !word.isEmpty { tokens.append(Token(text: word, line: line)) }
    return tokens
  }
}
