/// A column of texts: one buffer of UTF-8 bytes, and where each row's text ends in it.
///
/// No element of the standard may be empty, so an empty text means that the element is absent.
package struct ElementTexts: Sendable, Equatable {
  /// The texts of all rows, one after another.
  package private(set) var bytes: [UInt8] = []
  /// The end of each row's text in `bytes`; a row begins where the one before it ends.
  package private(set) var ends: [UInt32] = []

  package init() {}

  /// The number of rows.
  @inlinable
  package var count: Int { ends.count }

  /// The bytes of a row; an empty range when the element is absent.
  @inlinable
  package func range(_ row: Int) -> Range<Int> {
    let start = row == 0 ? 0 : Int(ends[row - 1])
    return start..<Int(ends[row])
  }

  /// The text of a row, or nil when the element is absent.
  package func text(_ row: Int) -> String? {
    let range = range(row)
    return range.isEmpty ? nil : String(decoding: bytes[range], as: UTF8.self)
  }

  /// Adds the text of the next row.
  mutating func append(_ text: Span<UInt8>) {
    bytes.append(addingCapacity: text.count) { output in
      for index in 0..<text.count { output.append(text[index]) }
    }
    ends.append(UInt32(bytes.count))
  }

  /// Adds absent rows until there are so many.
  mutating func pad(to count: Int) {
    while ends.count < count { ends.append(UInt32(bytes.count)) }
  }

  /// Replaces the text of a row that is there already; takes time in proportion to the column.
  mutating func replace(_ row: Int, with text: [UInt8]) {
    let range = range(row)
    bytes.replaceSubrange(range, with: text)
    for index in row..<ends.count {
      ends[index] = UInt32(Int(ends[index]) - range.count + text.count)
    }
  }

  /// The same column with its rows in another order.
  func reordered(_ order: [Int]) -> ElementTexts {
    var column = ElementTexts()
    for row in order {
      column.bytes.append(contentsOf: bytes[range(row)])
      column.ends.append(UInt32(column.bytes.count))
    }
    return column
  }
}
