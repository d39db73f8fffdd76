import Columns
package import Journal

/// Which commands were carried out, so that a new one is told from a repetition without a read.
///
/// It keeps 64 bits of each keyed digest: "no" is certain, "yes" is looked up in the journal.
package struct CommandRegister: Hashable, Sendable {
  private var keys = ChunkedArray<UInt64>()
  private var index = HashIndex()

  package init() {}

  package var count: Int { keys.count }

  /// Whether a command with this key may have been carried out.
  package func mayContain(_ key: Digest) -> Bool {
    let word = key.words.first
    return index.find(hash: word, where: { keys[$0] == word }) != nil
  }

  /// Notes a command.
  mutating func note(_ key: Digest) {
    let word = key.words.first
    index.insert(hash: word, value: keys.count)
    keys.append(word)
  }

  package static func == (left: CommandRegister, right: CommandRegister) -> Bool {
    left.keys == right.keys
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(keys.count) }

  // MARK: - Snapshots

  func write(to writer: inout BinaryWriter) { writer.column(Array(keys)) }

  init(from reader: inout BinaryReader) throws(BinaryFailure) {
    for word in try reader.column(of: UInt64.self) {
      index.insert(hash: word, value: keys.count)
      keys.append(word)
    }
  }
}
