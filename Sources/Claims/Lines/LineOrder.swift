import Quantities

/// The order in which the lines of one message are judged.
package enum LineOrder {
  /// The places of the lines: credits first, then debits by begin of period, then by reference.
  ///
  /// References are compared as bytes. The order depends on the lines alone, not on their order in
  /// the message, because level 2 refuses a message that holds one reference twice.
  package static func judging(_ lines: [ClaimLine]) -> [Int] {
    let keys = lines.map(Key.init)
    return lines.indices.sorted { left, right in
      if keys[left] != keys[right] { return keys[left] < keys[right] }
      return lines[left].reference.utf8.lexicographicallyPrecedes(lines[right].reference.utf8)
    }
  }

  /// What decides the order of nearly every pair, in whole numbers.
  private struct Key: Hashable, Comparable {
    let kindAndDay: UInt64
    let head: UInt64
    let middle: UInt64

    init(_ line: ClaimLine) {
      let day = UInt64(UInt32(bitPattern: line.period.first.dayNumber) ^ 0x8000_0000)
      kindAndDay = (line.isCredit ? 0 : 1 << 32) | day
      var words: (UInt64, UInt64) = (0, 0)
      var count = 0
      for byte in line.reference.utf8.prefix(16) {
        if count < 8 {
          words.0 |= UInt64(byte) << UInt64(56 - 8 * count)
        } else {
          words.1 |= UInt64(byte) << UInt64(120 - 8 * count)
        }
        count += 1
      }
      (head, middle) = words
    }

    static func < (left: Key, right: Key) -> Bool {
      if left.kindAndDay != right.kindAndDay { return left.kindAndDay < right.kindAndDay }
      if left.head != right.head { return left.head < right.head }
      return left.middle < right.middle
    }
  }
}
