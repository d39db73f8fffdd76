/// Texts as numbers that are equal when the texts are, so that keys can be compared quickly.
///
/// A text of at most seven bytes is its own number. A longer one gets the number of the first row
/// with that text, made negative so that the two kinds never meet.
struct TextKeys {
  private let column: TextColumn
  private var slots: Slots
  /// The number of each row; `Message.absent` where the text is absent.
  private(set) var numbers: [Int64] = []

  init(_ column: TextColumn) {
    self.column = column
    slots = Slots(for: column.count)
    numbers.reserveCapacity(column.count)
    for row in 0..<column.count {
      let range = column.range(row)
      if range.isEmpty {
        numbers.append(Message.absent)
      } else if range.count < 8 {
        numbers.append(TextKeys.packed(column.bytes, range))
      } else {
        let hash = TextKeys.hash(column.bytes, range, slots.seed)
        let bytes = column.bytes
        let first = slots.place(row, hash) { earlier in
          TextKeys.isEqual(bytes, column.range(earlier), bytes, range)
        }
        numbers.append(-1 - Int64(first))
      }
    }
  }

  /// The number that a text in another column has here, or nil when no row here has that text.
  func number(of other: TextColumn, row: Int) -> Int64? {
    let range = other.range(row)
    guard !range.isEmpty else { return nil }
    if range.count < 8 { return TextKeys.packed(other.bytes, range) }
    let hash = TextKeys.hash(other.bytes, range, slots.seed)
    let first = slots.find(hash) { earlier in
      TextKeys.isEqual(column.bytes, column.range(earlier), other.bytes, range)
    }
    return first.map { -1 - Int64($0) }
  }

  /// The column of a field as numbers, whatever its type.
  static func column(_ field: Field, of message: Message) -> [Int64] {
    guard message.type.grammar[field].storage == .text else { return message.integers(field) }
    return TextKeys(message.texts(field)).numbers
  }

  private static func packed(_ bytes: [UInt8], _ range: Range<Int>) -> Int64 {
    var number: Int64 = 0
    for index in range { number = number << 8 | Int64(bytes[index]) }
    return number << 3 | Int64(range.count)
  }

  private static func hash(_ bytes: [UInt8], _ range: Range<Int>, _ seed: KeyHash) -> KeyHash {
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
