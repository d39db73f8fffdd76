import Columns
package import Journal

/// Which commands were carried out and where, so that a new one is told from a repetition without a
/// read.
///
/// It keeps 64 bits of each keyed digest: "no" is certain, "yes" is looked up in the journal.
package struct CommandRegister: Hashable, Sendable {
  private var keys = ChunkedArray<UInt64>()
  private var positions = ChunkedArray<Int64>()
  private var index = HashIndex()

  package init() {}

  package var count: Int { keys.count }

  /// The first entries of the commands that may have this key: mostly none, else one.
  package func candidates(for key: Digest) -> [Position] {
    let word = key.words.first
    var found: [Position] = []
    _ = index.find(hash: word) { row in
      if keys[row] == word { found.append(Position(positions[row])) }
      return false
    }
    return found
  }

  /// Notes a command that begins at a position.
  mutating func note(_ key: Digest, at position: Int64) {
    note(key.words.first, at: position)
  }

  private mutating func note(_ word: UInt64, at position: Int64) {
    index.insert(hash: word, value: keys.count)
    keys.append(word)
    positions.append(position)
  }

  package static func == (left: CommandRegister, right: CommandRegister) -> Bool {
    left.keys == right.keys && left.positions == right.positions
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(keys.count) }

  // MARK: - Snapshots

  func write(to writer: inout BinaryWriter) {
    writer.column(Array(keys))
    writer.column(Array(positions))
  }

  init(from reader: inout BinaryReader) throws(BinaryFailure) {
    let words = try reader.column(of: UInt64.self)
    let positions = try reader.column(of: Int64.self)
    guard words.count == positions.count else { throw reader.failure(.outOfRange) }
    for (word, position) in zip(words, positions) { note(word, at: position) }
  }
}
