/// One list of codes of the standard: the only values that an element with that list may hold.
///
/// - Dutch term: codelijst (iWmo 3.2)
package struct CodeList: Hashable, Sendable {
  /// One value of a list.
  package struct Entry: Hashable, Sendable {
    /// The value as it stands in a message.
    package let code: String
    /// The standard's own Dutch name; empty where the list has none.
    package let dutch: String
    /// The meaning in English; empty where it is a proper name.
    package let meaning: String
  }

  /// The standard's own name of the list, such as `WJ756`.
  package let name: String
  /// The values, in the order of the data file.
  package let entries: [Entry]
  /// Packed values in rising order, for searching.
  let packed: [Int64]

  init(name: String, entries: [Entry]) {
    self.name = name
    self.entries = entries
    self.packed = entries.compactMap { PackedCode.pack($0.code) }.sorted()
    precondition(packed.count == entries.count, "a code of \(name) is longer than 8 characters")
  }

  /// The entry of a code, or nil when the list does not hold it.
  package func entry(_ code: some StringProtocol) -> Entry? {
    entries.first { $0.code == code }
  }

  /// Whether the list holds a packed code.
  func contains(packed code: Int64) -> Bool {
    var low = 0
    var high = packed.count
    while low < high {
      let middle = (low + high) / 2
      if packed[middle] < code { low = middle + 1 } else { high = middle }
    }
    return low < packed.count && packed[low] == code
  }
}

extension CodeList {
  /// Every list of `codes.tsv`, in the order of the file.
  package static let all: [CodeList] = {
    var names: [String] = []
    var entries: [String: [Entry]] = [:]
    for row in DataText.rows(EmbeddedTables.codes, columns: 4) {
      let name = String(row[0])
      if entries[name] == nil { names.append(name) }
      entries[name, default: []].append(
        Entry(code: String(row[1]), dutch: String(row[2]), meaning: String(row[3]))
      )
    }
    return names.map { CodeList(name: $0, entries: entries[$0] ?? []) }
  }()

  /// The list with a name, such as `WJ001`.
  package static func named(_ name: some StringProtocol) -> CodeList? {
    all.first { $0.name == name }
  }
}
