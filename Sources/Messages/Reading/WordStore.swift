/// Byte strings kept in words of eight bytes, so that comparing with the input takes few steps.
///
/// The strings are copies: what is compared is what was learned, whatever happens to the input.
struct WordStore {
  /// A string in the store.
  struct Entry {
    let start: Int
    let count: Int
  }

  private var words: [UInt64] = []

  /// Adds the bytes of a range.
  mutating func add(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Entry {
    let start = words.count
    var word: UInt64 = 0
    var filled: UInt64 = 0
    for index in range {
      word |= UInt64(bytes[index]) << (filled * 8)
      filled += 1
      if filled == 8 {
        words.append(word)
        word = 0
        filled = 0
      }
    }
    if filled > 0 { words.append(word) }
    return Entry(start: start, count: range.count)
  }

  /// Whether the input has exactly these bytes at a place.
  ///
  /// Reads whole words; near the end of the input, where a word does not fit, the answer is no,
  /// and the caller takes its slower way.
  @inline(__always)
  func matches(_ entry: Entry, _ input: RawSpan, at place: Int) -> Bool {
    guard place + entry.count + 8 <= input.byteCount else { return false }
    var index = entry.start
    var offset = place
    let last = place + entry.count - 8
    while offset <= last {
      guard words[index] == WordStore.word(input, offset) else { return false }
      index += 1
      offset += 8
    }
    let rest = place + entry.count - offset
    guard rest > 0 else { return true }
    let difference = words[index] ^ WordStore.word(input, offset)
    return difference << UInt64(64 - rest * 8) == 0
  }

  /// The eight bytes at a place, the first one lowest; bounds are checked.
  @inline(__always)
  static func word(_ input: RawSpan, _ offset: Int) -> UInt64 {
    // Any eight bytes are a UInt64, so this load is safe; its name warns for other types.
    UInt64(littleEndian: input.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The bytes of a string.
  func bytes(_ entry: Entry) -> [UInt8] {
    (0..<entry.count).map { offset in
      UInt8(truncatingIfNeeded: words[entry.start + offset / 8] >> UInt64(offset % 8 * 8))
    }
  }
}
