/// Which command an entry comes from, and which of its events it is.
///
/// One command is one transaction: its entries stand together and complete, numbered 1 to `count`.
/// Key and body stand as keyed digests only, so that the journal tells a repetition from a clash
/// without holding what was sent.
package struct CommandStamp: Hashable, Sendable {
  /// The keyed digest of the command's key.
  package let key: Digest
  /// The keyed digest of the command's content.
  package let body: Digest
  /// Which event of the command this is, from 1.
  package let index: UInt32
  /// How many events the command has.
  package let count: UInt32

  package init(key: Digest, body: Digest, index: UInt32, count: UInt32) {
    self.key = key
    self.body = body
    self.index = index
    self.count = count
  }
}

extension CommandStamp {
  /// Whether this stamp is the one that has to follow another, within one command or as a new one.
  package func follows(_ previous: CommandStamp?) -> Bool {
    guard let previous, previous.index < previous.count else { return index == 1 && count >= 1 }
    return key == previous.key && body == previous.body && count == previous.count
      && index == previous.index + 1
  }
}
