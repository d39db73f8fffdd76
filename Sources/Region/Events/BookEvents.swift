import Columns
import Journal

/// The events of strategies, contracts, procedures and programmes, as they stand in the journal.
///
/// Their books are few and small beside the lines of claims, so a snapshot keeps the events and the
/// books are made of them again.
struct BookEvents: Sendable {
  /// One event, by its stored word.
  private struct Record: Sendable {
    let word: String
    let version: UInt16
    let body: [UInt8]
  }

  private var records = ChunkedArray<Record>()

  var count: Int { records.count }

  mutating func append(_ event: RegionEvent) {
    records.append(
      Record(
        word: EventTable.name(of: event),
        version: EventTable.version(of: event),
        body: EventTable.body(of: event)
      )
    )
  }

  func write(to writer: inout BinaryWriter) {
    writer.count(records.count)
    for record in records {
      writer.string(record.word)
      writer.fixed(record.version)
      writer.data(record.body)
    }
  }
}
