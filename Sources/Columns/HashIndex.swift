/// Where in a column a key stands: from a hash to row numbers, without keeping the keys.
///
/// Open addressing with linear probing over a chunked array, so that a held copy of the index costs
/// as little as one of a column. A slot keeps 32 bits of the hash and the row number; the caller
/// says by comparing the keys in his columns which of the rows with that hash is meant. The same
/// insertions in the same order give the same index everywhere.
@usableFromInline
package struct HashIndex: Sendable {
  /// The hash in the upper half, the row number plus one in the lower; zero is a free slot.
  @usableFromInline var slots: ChunkedArray<UInt64>

  /// The number of rows in the index.
  package private(set) var count = 0

  /// An index without rows.
  package init() { slots = ChunkedArray(repeating: 0, count: 16) }
}

extension HashIndex {
  /// The highest row number an index can hold.
  @inlinable
  package static var maximumValue: Int { Int(UInt32.max) - 1 }

  /// The first row with that hash for which `matches` is true, in order of insertion.
  ///
  /// Expected constant time when the hash is good.
  @inlinable
  package func find<Failure: Error>(
    hash: UInt64,
    where matches: (Int) throws(Failure) -> Bool
  ) throws(Failure) -> Int? {
    let mark = Self.mark(hash)
    let mask = slots.count - 1
    var place = Int(mark) & mask
    while true {
      let slot = slots[place]
      if slot == 0 { return nil }
      if UInt32(truncatingIfNeeded: slot >> 32) == mark {
        let row = Int(UInt32(truncatingIfNeeded: slot)) - 1
        if try matches(row) { return row }
      }
      place = (place + 1) & mask
    }
  }

  /// Adds a row under a hash; rows that are there already stay, also equal ones.
  ///
  /// Amortised constant time: the table doubles when it is more than five eighths full.
  ///
  /// - Precondition: the row number lies between 0 and `maximumValue`.
  package mutating func insert(hash: UInt64, value row: Int) {
    precondition(row >= 0 && row <= Self.maximumValue, "a row number fits in 32 bits")
    if (count + 1) * 8 > slots.count * 5 { grow() }
    Self.place(UInt64(Self.mark(hash)) << 32 | UInt64(row + 1), in: &slots)
    count += 1
  }

  /// Puts another row in the place of the first one with that hash for which `matches` is true.
  ///
  /// - Returns: the row that stood there, or nil when there was none and nothing was changed.
  /// - Precondition: the row number lies between 0 and `maximumValue`.
  package mutating func replace(
    hash: UInt64,
    with row: Int,
    where matches: (Int) -> Bool
  ) -> Int? {
    precondition(row >= 0 && row <= Self.maximumValue, "a row number fits in 32 bits")
    let mark = Self.mark(hash)
    let mask = slots.count - 1
    var place = Int(mark) & mask
    while true {
      let slot = slots[place]
      if slot == 0 { return nil }
      let found = Int(UInt32(truncatingIfNeeded: slot)) - 1
      if UInt32(truncatingIfNeeded: slot >> 32) == mark, matches(found) {
        slots[place] = UInt64(mark) << 32 | UInt64(row + 1)
        return found
      }
      place = (place + 1) & mask
    }
  }

  /// The 32 bits of the hash that a slot keeps.
  @inlinable
  static func mark(_ hash: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }

  private static func place(_ slot: UInt64, in slots: inout ChunkedArray<UInt64>) {
    let mask = slots.count - 1
    var place = Int(slot >> 32) & mask
    while slots[place] != 0 { place = (place + 1) & mask }
    slots[place] = slot
  }

  /// Doubles the table.
  ///
  /// Starting at a free slot keeps rows of one hash in the order in which they came, also where
  /// the probing went around the end of the table.
  private mutating func grow() {
    let old = slots
    slots = ChunkedArray(repeating: 0, count: old.count * 2)
    let start = old.firstIndex(of: 0) ?? 0
    for offset in 0..<old.count {
      let slot = old[(start + offset) & (old.count - 1)]
      if slot != 0 { Self.place(slot, in: &slots) }
    }
  }
}
