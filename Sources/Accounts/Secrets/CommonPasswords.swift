/// Passwords that are tried first: rows of keys and numbers, and one or two common words with or
/// without numbers behind them.
///
/// A list of whole passwords would be long and never complete; the words and the patterns by which
/// people stretch them to the asked length say the same.
struct CommonPasswords: Sendable {
  private let words: Set<[UInt8]>
  private let longest: Int

  static let shared = CommonPasswords(EmbeddedTables.commonWords)

  init(_ text: String) {
    words = Set(
      DataText.lines(text).flatMap { $0.split(separator: " ") }
        .map { PasswordPolicy.folded(String($0)) }
    )
    longest = words.map(\.count).max() ?? 0
  }

  /// Whether a folded password is made of at most two different common words, rows and numbers.
  func contains(_ folded: [UInt8]) -> Bool {
    let distinct = fewestWords(folded)
    return distinct.map { $0 <= 2 } ?? false
  }

  /// The fewest different words that a text falls apart into; nil when something is left over.
  ///
  /// Numbers, single signs and rows of keys are no words: they cost nothing. Parts are taken from
  /// the left with at most three different words kept in view, so the work stays bounded.
  func fewestWords(_ text: [UInt8]) -> Int? {
    var reached: [Int: Set<Set<[UInt8]>>] = [0: [[]]]
    for start in text.indices {
      guard let views = reached[start] else { continue }
      for end in (start + 1)...min(text.count, start + max(longest, 12)) {
        let part = Array(text[start..<end])
        let isWord = words.contains(part)
        guard isWord || Self.isRow(part) else { continue }
        for view in views {
          let next = isWord ? view.union([part]) : view
          if next.count <= 2 { reached[end, default: []].insert(next) }
        }
      }
    }
    return reached[text.count]?.map(\.count).min()
  }

  /// The rows of keys, and the letters and numbers in order; folded like what is compared.
  private static let rows = [
    "1234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm",
    "qazwsxedcrfvtgbyhnujmikolp", "1qaz2wsx3edc4rfv5tgb6yhn", "azertyuiop",
  ].map { PasswordPolicy.folded($0) }

  /// Whether it is a number, one sign over and over, or a piece of a row of keys either way.
  static func isRow(_ part: [UInt8]) -> Bool {
    guard let first = part.first else { return false }
    // What digits fold to; two or more of them are taken for a number such as a year.
    let digits = Array("oieastz26789".utf8)
    if part.count <= 4, part.allSatisfy({ (0x30...0x39).contains($0) }) { return true }
    if part.count >= 3, part.allSatisfy({ $0 == first }) { return true }
    if part.count == 2 || part.count == 4, part.contains(where: { $0 < 0x40 }),
      part.allSatisfy({ digits.contains($0) })
    {
      return true
    }
    guard part.count >= 3 else { return false }
    return rows.contains { row in
      row.firstRange(of: part) != nil || row.firstRange(of: Array(part.reversed())) != nil
    }
  }
}
