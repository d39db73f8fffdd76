/// The element names of a file as written, prefix included, each with a number.
struct NameTable {
  private(set) var entries: [WordStore.Entry] = []
  private var numbers: [[UInt8]: Int32] = [:]
  private var store = WordStore()

  /// The number of names.
  var count: Int { entries.count }

  /// The number of a name, a new one if need be.
  mutating func number(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int32 {
    let name = range.map { bytes[$0] }
    if let known = numbers[name] { return known }
    let number = Int32(entries.count)
    entries.append(store.add(bytes, range))
    numbers[name] = number
    return number
  }

  /// Whether the input has a name at a place; may say no near the end of the input.
  @inline(__always)
  func matches(_ entry: WordStore.Entry, _ input: RawSpan, at place: Int) -> Bool {
    store.matches(entry, input, at: place)
  }

  /// The bytes of a name.
  func bytes(_ number: Int32) -> [UInt8] { store.bytes(entries[Int(number)]) }
}
