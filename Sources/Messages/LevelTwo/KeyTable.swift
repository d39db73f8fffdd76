/// Finds rows with equal keys, in time in proportion to the number of rows.
enum KeyTable {
  /// The rows whose key equals that of an earlier row, of the rows that take part.
  ///
  /// Each column is one part of the key and has a value for every row.
  static func repeated(
    _ columns: [[Int64]],
    where counts: (Int) -> Bool = { _ in true }
  ) -> [Int] {
    guard let count = columns.first?.count, count > 1 else { return [] }
    var slots = Slots(for: count)
    var repeated: [Int] = []
    for row in 0..<count where counts(row) {
      var hash = slots.seed
      for column in columns { hash.add(UInt64(bitPattern: column[row])) }
      let first = slots.place(row, hash) { earlier in
        for column in columns where column[earlier] != column[row] { return false }
        return true
      }
      if first != row { repeated.append(row) }
    }
    return repeated
  }
}

/// A table of row numbers with open addressing.
struct Slots: Sendable {
  private var rows: [Int32]
  private let mask: Int
  let seed: KeyHash

  /// A table for at most so many rows; at most half of it is filled.
  init(for count: Int) {
    var size = 16
    while size < count * 2 { size *= 2 }
    rows = Array(repeating: -1, count: size)
    mask = size - 1
    seed = KeyHash()
  }

  /// Puts a row in the table, or gives the earlier row that is equal to it.
  mutating func place(_ row: Int, _ hash: KeyHash, isEqual: (Int) -> Bool) -> Int {
    var slot = hash.value & mask
    while rows[slot] >= 0 {
      let earlier = Int(rows[slot])
      if isEqual(earlier) { return earlier }
      slot = (slot + 1) & mask
    }
    rows[slot] = Int32(truncatingIfNeeded: row)
    return row
  }

  /// The row that is equal to what was hashed, or nil.
  func find(_ hash: KeyHash, isEqual: (Int) -> Bool) -> Int? {
    var slot = hash.value & mask
    while rows[slot] >= 0 {
      let earlier = Int(rows[slot])
      if isEqual(earlier) { return earlier }
      slot = (slot + 1) & mask
    }
    return nil
  }
}

/// A hash with a secret of the process.
///
/// Without the secret a sender could choose keys that all fall into one place and make a claim take
/// hours to judge. The results never depend on it.
struct KeyHash: Sendable {
  private static let secret: UInt64 = {
    var hasher = Hasher()
    hasher.combine(323)
    return UInt64(bitPattern: Int64(hasher.finalize())) | 1
  }()

  private let secret = KeyHash.secret
  private var state: UInt64

  init() { state = secret &* 0x9E37_79B9_7F4A_7C15 }

  mutating func add(_ word: UInt64) {
    let product = (state ^ word).multipliedFullWidth(by: secret)
    state = (product.high ^ product.low) &+ 0x9E37_79B9_7F4A_7C15
  }

  var value: Int {
    var mixed = state
    mixed ^= mixed >> 32
    mixed &*= 0xD6E8_FEB8_6659_FD93
    mixed ^= mixed >> 32
    return Int(truncatingIfNeeded: mixed)
  }
}
