import HashTreeCollections

/// Every message ever judged, by its key, with the journal position of its first entry.
///
/// The first message under a key keeps it; our own answers stand here too, so that none of them is
/// ever given a number that was used.
package struct MessageRegister: Sendable {
  private var positions: TreeDictionary<MessageKey, Int64> = [:]

  package init() {}

  package var count: Int { positions.count }

  /// Where the message with a key was judged; nil when there was none.
  package func position(of key: MessageKey) -> Int64? { positions[key] }

  package func contains(_ key: MessageKey) -> Bool { positions[key] != nil }

  /// Notes a message; a key that is known keeps its first position.
  mutating func note(_ key: MessageKey, at position: Int64) {
    if positions[key] == nil { positions[key] = position }
  }

  /// All messages in the order of the journal, so that the same register gives the same list.
  var ordered: [(key: MessageKey, position: Int64)] {
    positions.map { (key: $0.key, position: $0.value) }.sorted { left, right in
      (left.position, left.key.message, left.key.identification)
        < (right.position, right.key.message, right.key.identification)
    }
  }
}

extension MessageRegister: Equatable {
  package static func == (left: MessageRegister, right: MessageRegister) -> Bool {
    left.positions == right.positions
  }
}
