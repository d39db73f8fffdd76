import Columns
import Journal
package import Quantities

/// Every message that was judged, in the order of the journal: what a list of them is made of.
///
/// The register tells whether a key was used and keeps the first message under it; this one keeps
/// them all, also one that reused a key. Findings and codes stand in the journal only.
package struct MessageLog: Sendable {
  /// One message, in short.
  package struct Row: Hashable, Sendable {
    /// The position of its first entry in the journal.
    package let position: Int64
    /// The kind of message, such as `WMO323`.
    package let message: String
    package let identification: String
    package let flow: MessageFlow
    package let outcome: Outcome
    package let municipality: MunicipalityCode
    package let provider: ProviderCode
  }

  private var kinds = TextDictionary()
  private var identifications = TextColumn()
  private var numbers = ChunkedArray<Numbers>()

  private struct Numbers: Hashable, Sendable {
    let position: Int64
    let kind: Int32
    let municipality: UInt32
    let provider: UInt32
    let flow: UInt8
    let outcome: UInt8
  }

  package init() {}

  package var count: Int { numbers.count }

  /// The message at a place.
  ///
  /// - Precondition: the place lies between 0 and `count`.
  package subscript(place: Int) -> Row {
    let row = numbers[place]
    return Row(
      position: row.position,
      message: kinds.text(row.kind),
      identification: identifications.text(at: place),
      flow: MessageFlow.allCases[Int(row.flow)],
      outcome: Outcome.allCases[Int(row.outcome)],
      municipality: MunicipalityCode(uncheckedNumber: row.municipality),
      provider: ProviderCode(uncheckedNumber: row.provider)
    )
  }

  /// The message whose first entry stands at a position.
  package func row(at position: Int64) -> Row? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle].position < position { low = middle + 1 } else { high = middle }
    }
    return low < count && numbers[low].position == position ? self[low] : nil
  }

  mutating func append(_ row: Row) {
    identifications.append(row.identification)
    numbers.append(
      Numbers(
        position: row.position,
        kind: kinds.intern(row.message),
        municipality: row.municipality.number,
        provider: row.provider.number,
        flow: UInt8(MessageFlow.allCases.firstIndex(of: row.flow) ?? 0),
        outcome: UInt8(Outcome.allCases.firstIndex(of: row.outcome) ?? 0)
      )
    )
  }
}

// MARK: - Asking

extension MessageLog {
  /// Which messages are meant; nil does not matter.
  package struct Filter: Hashable, Sendable {
    package var municipalities: Set<MunicipalityCode>?
    package var providers: Set<ProviderCode>?
    package var message: String?
    package var flow: MessageFlow?
    package var outcome: Outcome?
    /// The letters with which the number of the message begins.
    package var identification: String?

    package init() {}
  }

  /// The kinds of message that occur, by name.
  package var messages: [String] { (0..<Int32(kinds.count)).map { kinds.text($0) }.sorted() }

  /// The places that a filter lets through, oldest first.
  package func places(_ filter: Filter) -> [Int32] {
    let kind = filter.message.map { kinds.number(of: $0) ?? -1 }
    let flow = filter.flow.flatMap { MessageFlow.allCases.firstIndex(of: $0) }
    let outcome = filter.outcome.flatMap { Outcome.allCases.firstIndex(of: $0) }
    return (0..<count).compactMap { place in
      let row = numbers[place]
      if let kind, row.kind != kind { return nil }
      if let flow, Int(row.flow) != flow { return nil }
      if let outcome, Int(row.outcome) != outcome { return nil }
      if let codes = filter.municipalities,
        !codes.contains(MunicipalityCode(uncheckedNumber: row.municipality))
      {
        return nil
      }
      if let codes = filter.providers,
        !codes.contains(ProviderCode(uncheckedNumber: row.provider))
      {
        return nil
      }
      if let text = filter.identification, !identifications.begins(with: text, at: place) {
        return nil
      }
      return Int32(truncatingIfNeeded: place)
    }
  }
}

// MARK: - Snapshots

extension MessageLog {
  func write(to writer: inout BinaryWriter) {
    let rows = (0..<count).map { self[$0] }
    writer.column(rows.map(\.position), .delta)
    writer.column(rows.map(\.message))
    writer.column(rows.map(\.identification))
    writer.column(numbers.map(\.municipality), .delta)
    writer.column(numbers.map(\.provider), .delta)
    writer.column(numbers.map(\.flow))
    writer.column(numbers.map(\.outcome))
  }

  init(from reader: inout BinaryReader) throws(BinaryFailure) {
    self.init()
    let positions = try reader.column(of: Int64.self)
    let messages = try reader.texts()
    let identifications = try reader.texts()
    let municipalities = try reader.column(of: UInt32.self)
    let providers = try reader.column(of: UInt32.self)
    let flows = try reader.column(of: UInt8.self)
    let outcomes = try reader.column(of: UInt8.self)
    let counts = [
      messages.count, identifications.count, municipalities.count, providers.count, flows.count,
      outcomes.count,
    ]
    guard counts.allSatisfy({ $0 == positions.count }) else { throw reader.failure(.outOfRange) }
    for place in positions.indices {
      guard let municipality = MunicipalityCode(number: municipalities[place]),
        let provider = ProviderCode(number: providers[place]),
        MessageFlow.allCases.indices.contains(Int(flows[place])),
        Outcome.allCases.indices.contains(Int(outcomes[place])),
        place == 0 || positions[place - 1] < positions[place]
      else { throw reader.failure(.outOfRange) }
      append(
        Row(
          position: positions[place],
          message: messages[place],
          identification: identifications[place],
          flow: MessageFlow.allCases[Int(flows[place])],
          outcome: Outcome.allCases[Int(outcomes[place])],
          municipality: municipality,
          provider: provider
        )
      )
    }
  }
}

extension MessageLog: Equatable {
  package static func == (left: MessageLog, right: MessageLog) -> Bool {
    left.count == right.count && (0..<left.count).allSatisfy { left[$0] == right[$0] }
  }
}
