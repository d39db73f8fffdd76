import HashTreeCollections

/// Every message ever judged, by its key, with the journal position of its first entry.
///
/// The first message under a key keeps it; our own answers stand here too, so that none of them is
/// ever given a number that was used.
package struct MessageRegister: Sendable {
  private var records: TreeDictionary<MessageKey, MessageRecord> = [:]
  /// All that were judged, in their order.
  package private(set) var log = MessageLog()

  package init() {}

  package var count: Int { records.count }

  /// Where the message with a key was judged; nil when there was none.
  package func position(of key: MessageKey) -> Int64? { records[key]?.position }

  /// The message with a key that was exchanged with another party; nil when there was none.
  ///
  /// An answer repeats the number of what it answers. Whoever quotes the number of a message that
  /// went to someone else does not answer it.
  package func record(of key: MessageKey, with counterparty: String) -> MessageRecord? {
    records[key].flatMap { $0.counterparty == counterparty ? $0 : nil }
  }

  package func contains(_ key: MessageKey) -> Bool { records[key] != nil }

  /// Notes a message exchanged with another party; a key that is known keeps its first position.
  mutating func note(_ key: MessageKey, with counterparty: String, at position: Int64) {
    guard var known = records[key] else {
      records[key] = MessageRecord(position: position, counterparty: counterparty)
      return
    }
    guard !known.isReused else { return }
    known.isReused = true
    records[key] = known
  }

  /// Adds a message to the list of those that were judged.
  mutating func list(_ row: MessageLog.Row) { log.append(row) }

  /// Takes over the list of those that were judged, read from a snapshot.
  mutating func restore(_ log: MessageLog) { self.log = log }

  /// Takes over a message that was read from a snapshot.
  mutating func restore(_ key: MessageKey, _ record: MessageRecord) { records[key] = record }

  /// All messages in the order of the journal, so that the same register gives the same list.
  var ordered: [(key: MessageKey, record: MessageRecord)] {
    records.map { (key: $0.key, record: $0.value) }.sorted { left, right in
      (left.record.position, left.key.message, left.key.identification)
        < (right.record.position, right.key.message, right.key.identification)
    }
  }
}

extension MessageRegister: Equatable {
  package static func == (left: MessageRegister, right: MessageRegister) -> Bool {
    left.records == right.records && left.log == right.log
  }
}
