import Journal
import People
import Quantities

extension OwnLines {
  /// Writes what waits, in the order of the lines, so that the same ledger gives the same bytes.
  ///
  /// Credits that came early are the approved ones among those that wait.
  func write(to writer: inout BinaryWriter) {
    let waiting = credits.sorted { $0.key < $1.key }
    writer.column(waiting.map(\.key), .delta)
    writer.column(waiting.map(\.value))
    let named = untied.flatMap { name, rows in rows.map { (row: $0, name: name) } }
      .sorted { $0.row < $1.row }
    writer.column(named.map(\.row), .delta)
    writer.column(named.map(\.name.municipality.number), .delta)
    writer.column(named.map(\.name.provider.number), .delta)
    writer.column(named.map(\.name.client.high))
    writer.column(named.map(\.name.client.low))
    writer.column(named.map(\.name.number), .delta)
  }

  /// Reads what `write` wrote.
  ///
  /// The provider and the flags of a line are what `line` says, which fails for a row that is none.
  init(
    from reader: inout BinaryReader,
    line: (Int32) throws(BinaryFailure) -> (ProviderCode, LineTable.Flags)
  ) throws(BinaryFailure) {
    self.init()
    let waiting = try reader.column(of: Int32.self)
    let references = try reader.texts()
    guard waiting.count == references.count else { throw reader.failure(.outOfRange) }
    for (row, reference) in zip(waiting, references) {
      let (provider, flags) = try line(row)
      credits[row] = reference
      guard flags.contains(.approved) else { continue }
      early[Reference(provider: provider, text: reference)] = row
    }
    try readUntied(&reader, line)
  }

  private mutating func readUntied(
    _ reader: inout BinaryReader,
    _ line: (Int32) throws(BinaryFailure) -> (ProviderCode, LineTable.Flags)
  ) throws(BinaryFailure) {
    let rows = try reader.column(of: Int32.self)
    let municipalities = try reader.column(of: UInt32.self)
    let providers = try reader.column(of: UInt32.self)
    let high = try reader.column(of: UInt64.self)
    let low = try reader.column(of: UInt64.self)
    let numbers = try reader.column(of: Int64.self)
    let counts = [municipalities.count, providers.count, high.count, low.count, numbers.count]
    guard counts.allSatisfy({ $0 == rows.count }) else { throw reader.failure(.outOfRange) }
    for (place, row) in rows.enumerated() {
      _ = try line(row)
      guard let municipality = MunicipalityCode(number: municipalities[place]),
        let provider = ProviderCode(number: providers[place])
      else { throw reader.failure(.outOfRange) }
      let name = AllocationName(
        municipality: municipality,
        provider: provider,
        client: ClientKey(high: high[place], low: low[place]),
        number: numbers[place]
      )
      untied[name, default: []].append(row)
    }
  }
}
