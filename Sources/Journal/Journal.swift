package import Quantities

/// What the office asks of a journal, wherever it is kept.
///
/// One contract suite holds every implementation to the same law (`JournalTesting`).
package protocol Journal: Sendable {
  /// The last entry in short, or `JournalHead.empty`.
  func head() async throws(JournalFailure) -> JournalHead

  /// Writes a batch behind the entry at `expecting`: all of it, durable on return, or nothing.
  ///
  /// Times are raised where they would fall before the previous entry's. Cancelling the caller has
  /// no effect on a write that was begun. After a failure of the storage itself (see
  /// `JournalFailure.stopsWriting`) the outcome is unknown and every later append fails with
  /// `.stopped`: reopen the journal and read on. Only a full disk that undid the whole write does
  /// not stop it: the next append may be tried, and says `.stopped` when that is not sure.
  ///
  /// That no command is written twice is the writer's care: who knows the right position has read
  /// every entry before it. `verify` names a command that was.
  ///
  /// - Throws: `.conflict` when the journal ends elsewhere, `.invalidBatch` when the batch breaks
  ///   the law of entries.
  @discardableResult
  func append(
    _ batch: [NewEntry],
    expecting position: Position,
    at now: Instant
  ) async throws(JournalFailure) -> JournalHead

  /// The entries after a position, oldest first: at most `limit`, and fewer when they are big.
  ///
  /// Empty only at the end of the journal (or for a limit below 1). Every entry is checked against
  /// the chain before it is given out: a changed one is a failure, never an answer.
  func read(after position: Position, limit: Int) async throws(JournalFailure) -> [Entry]

  /// The entry at a position, checked against the chain; nil when there is none.
  func entry(at position: Position) async throws(JournalFailure) -> Entry?
}

extension Journal {
  /// All entries of the command that the entry at a position belongs to, in order; empty when there
  /// is no such entry.
  package func command(at position: Position) async throws(JournalFailure) -> [Entry] {
    guard let entry = try await entry(at: position) else { return [] }
    let stamp = entry.command
    var after = position.advanced(by: -Int(stamp.index))
    var entries: [Entry] = []
    while entries.count < Int(stamp.count) {
      let part = try await read(after: after, limit: Int(stamp.count) - entries.count)
      guard let last = part.last else { break }
      entries += part
      after = last.position
    }
    return entries.filter { $0.command.key == stamp.key }
  }

  /// Calls `each` for every entry after a position, up to and including `last` when it is given.
  ///
  /// Entries are read in stretches, so memory stays small however long the journal is. The scan
  /// ends early when `each` returns false.
  package func scan(
    after start: Position = .start,
    through last: Position? = nil,
    stretch: Int = 2_000,
    _ each: (Entry) throws -> Bool
  ) async throws {
    var position = start
    while last.map({ position < $0 }) ?? true {
      let entries = try await read(after: position, limit: max(1, stretch))
      guard let end = entries.last else { return }
      for entry in entries {
        if let last, entry.position > last { return }
        guard try each(entry) else { return }
      }
      position = end.position
    }
  }
}
