/// Short numbers for texts that occur often: a text gets the next number when it is first seen.
///
/// Columns then keep four bytes for a text and compare numbers. A number is never given away again,
/// so that it means the same in every later state.
package struct TextDictionary: Sendable {
  private var texts = TextColumn()
  private var index = HashIndex()
  private let seed: UInt64

  /// A dictionary without texts.
  ///
  /// - Parameter seed: the region's own, where texts come from others (see `StableHash`).
  package init(seed: UInt64 = 0) { self.seed = seed }

  /// The number of texts; their numbers are 0 to one less.
  package var count: Int { texts.count }

  /// The number of a text, or nil when it was never seen.
  package func number(of text: String) -> Int32? { number(of: text.utf8.span) }

  /// The number of the text with these bytes, or nil when it was never seen.
  package func number(of text: Span<UInt8>) -> Int32? {
    row(of: text, hash: StableHash.of(text, seed: seed)).map { Int32($0) }
  }

  /// The number of a text, given out now when it is new.
  package mutating func intern(_ text: String) -> Int32 { intern(text.utf8.span) }

  /// The number of the text with these bytes, given out now when it is new.
  ///
  /// - Precondition: there are fewer than 2³¹ different texts.
  package mutating func intern(_ text: Span<UInt8>) -> Int32 {
    let hash = StableHash.of(text, seed: seed)
    if let row = row(of: text, hash: hash) { return Int32(row) }
    let row = texts.count
    texts.append(text)
    index.insert(hash: hash, value: row)
    return Int32(row)
  }

  /// The text of a number.
  ///
  /// - Precondition: the number was given out by this dictionary.
  package func text(_ number: Int32) -> String { texts.text(at: Int(number)) }

  /// Lends the bytes of the text of a number.
  ///
  /// - Precondition: the number was given out by this dictionary.
  package func withBytes<Result, Failure: Error>(
    _ number: Int32,
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try texts.withBytes(at: Int(number), body)
  }

  private func row(of text: Span<UInt8>, hash: UInt64) -> Int? {
    index.find(hash: hash) { texts.equals(text, at: $0) }
  }
}
