/// Texts as numbers that are equal when the texts are, so that keys can be compared quickly.
///
/// The number of a text is the first row of its column that holds it.
struct TextKeys: Sendable {
  private let column: ElementTexts
  private var slots: Slots
  /// The number of each row; `Message.absent` where the text is absent.
  private(set) var numbers: [Int64] = []

  init(_ column: ElementTexts) {
    self.column = column
    slots = Slots(for: column.bytes.isEmpty ? 0 : column.count)
    numbers.reserveCapacity(column.count)
    let bytes = column.bytes
    for row in 0..<column.count {
      let range = column.range(row)
      guard !range.isEmpty else {
        numbers.append(Message.absent)
        continue
      }
      let hash = TextKeys.hash(bytes, range, slots.seed)
      let first = slots.place(row, hash) { earlier in
        TextKeys.isEqual(bytes, column.range(earlier), bytes, range)
      }
      numbers.append(Int64(first))
    }
  }

  /// The number that a text in another column has here, or nil when no row here has that text.
  func number(of other: ElementTexts, row: Int) -> Int64? {
    let range = other.range(row)
    guard !range.isEmpty else { return nil }
    let hash = TextKeys.hash(other.bytes, range, slots.seed)
    let first = slots.find(hash) { earlier in
      TextKeys.isEqual(column.bytes, column.range(earlier), other.bytes, range)
    }
    return first.map { Int64($0) }
  }

  /// The column of a field as numbers, whatever its type.
  static func column(_ field: Field, of message: Message) -> [Int64] {
    guard message.type.grammar[field].storage == .text else { return message.integers(field) }
    return TextKeys(message.texts(field)).numbers
  }

  private static func hash(_ bytes: [UInt8], _ range: Range<Int>, _ seed: KeyHash) -> KeyHash {
    let bytes = bytes.span
    var hash = seed
    var word: UInt64 = 0
    var filled = 0
    for index in range {
      word = word << 8 | UInt64(bytes[index])
      filled += 1
      if filled == 8 {
        hash.add(word)
        word = 0
        filled = 0
      }
    }
    hash.add(word)
    hash.add(UInt64(range.count))
    return hash
  }

  private static func isEqual(
    _ left: [UInt8],
    _ leftRange: Range<Int>,
    _ right: [UInt8],
    _ rightRange: Range<Int>
  ) -> Bool {
    guard leftRange.count == rightRange.count else { return false }
    for offset in 0..<leftRange.count
    where left[leftRange.lowerBound + offset] != right[rightRange.lowerBound + offset] {
      return false
    }
    return true
  }
}
