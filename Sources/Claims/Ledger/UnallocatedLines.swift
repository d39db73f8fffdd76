import Columns
import Journal
package import People
package import Quantities

/// The approved lines that were delivered without an allocation, each with its client.
///
/// Nothing else in the ledger knows the client of a line: an allocation has one, and these lines
/// have no allocation. They are found by client, provider, product and month.
package struct UnallocatedLines: Sendable {
  /// What such lines are found by.
  package struct Name: Hashable, Sendable {
    package let client: ClientKey
    package let provider: ProviderCode
    package let code: ProductCode
    /// The first day of the month.
    package let month: CivilDate

    package init(client: ClientKey, provider: ProviderCode, code: ProductCode, month: CivilDate) {
      self.client = client
      self.provider = provider
      self.code = code
      self.month = month
    }
  }

  /// The row of the line table and the client, in the order of the rows.
  private(set) var entries = ChunkedArray<Entry>()
  private var byName = HashIndex()

  /// One line with its client.
  struct Entry: Hashable, Sendable {
    let row: Int32
    let client: ClientKey
  }

  init() {}

  /// Notes a line under its name; the rows only go up.
  mutating func note(_ row: Int32, _ name: Name) {
    byName.insert(hash: Self.hash(name), value: entries.count)
    entries.append(Entry(row: row, client: name.client))
  }

  /// The first row under a name that is meant; the caller compares provider, product and month.
  func find(_ name: Name, where isMeant: (Int32) -> Bool) -> Int32? {
    byName.find(hash: Self.hash(name)) { place in
      entries[place].client == name.client && isMeant(entries[place].row)
    }.map { entries[$0].row }
  }

  /// The client of a row; nil when the line is none of these.
  func client(of row: Int32) -> ClientKey? {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].row < row { low = middle + 1 } else { high = middle }
    }
    return low < entries.count && entries[low].row == row ? entries[low].client : nil
  }

  /// Whether a client has such a line.
  func names(_ client: ClientKey) -> Bool { entries.contains { $0.client == client } }

  private static func hash(_ name: Name) -> UInt64 {
    var hash = StableHash(seed: 2)
    hash.combine(name.client.high)
    hash.combine(name.client.low)
    hash.combine(
      UInt64(name.provider.number) << 32 | UInt64(UInt32(bitPattern: name.month.dayNumber))
    )
    hash.combine(name.code.description)
    return hash.value
  }
}

extension UnallocatedLines {
  func write(to writer: inout BinaryWriter) {
    writer.column(entries.map(\.row), .delta)
    writer.column(entries.map(\.client.high))
    writer.column(entries.map(\.client.low))
  }

  /// Reads what `write` wrote; `line` gives the provider, product and month of a row, or fails.
  init(
    from reader: inout BinaryReader,
    line: (Int32) throws(BinaryFailure) -> (ProviderCode, ProductCode, CivilDate)
  ) throws(BinaryFailure) {
    self.init()
    let rows = try reader.column(of: Int32.self)
    let high = try reader.column(of: UInt64.self)
    let low = try reader.column(of: UInt64.self)
    guard rows.count == high.count, rows.count == low.count else {
      throw reader.failure(.outOfRange)
    }
    var last: Int32 = -1
    for (place, row) in rows.enumerated() {
      guard row > last else { throw reader.failure(.outOfRange) }
      last = row
      let (provider, code, month) = try line(row)
      let client = ClientKey(high: high[place], low: low[place])
      note(row, Name(client: client, provider: provider, code: code, month: month))
    }
  }
}

extension UnallocatedLines: Equatable {
  package static func == (left: UnallocatedLines, right: UnallocatedLines) -> Bool {
    left.entries == right.entries
  }
}
