/// What is known of a message beside its key.
package struct MessageRecord: Hashable, Sendable {
  /// The position of its first entry in the journal.
  package let position: Int64
  /// The code of the party at the other end.
  package let counterparty: String
  /// Whether another message came under the same key later, which TR056 refuses.
  ///
  /// An answer with the code of that rule is then about the other message.
  package var isReused: Bool

  package init(position: Int64, counterparty: String, isReused: Bool = false) {
    self.position = position
    self.counterparty = counterparty
    self.isReused = isReused
  }
}

extension MessageRecord {
  /// Whether codes that refuse a message under the key are about the later one that reused it.
  func isMeantForAnother(_ codes: [String]) -> Bool { isReused && codes.contains("9056") }
}
