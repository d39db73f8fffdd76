package import Quantities

/// A journal in memory, for tests and for what-ifs that nobody keeps.
///
/// It obeys the same contract as the others; "durable" ends with the process.
package actor MemoryJournal: Journal {
  private var entries: [Entry] = []
  private var hasher: EntryHasher

  /// An empty journal.
  package init(digest: @escaping DigestFunction) { hasher = EntryHasher(digest: digest) }

  package func head() -> JournalHead { entries.last?.head ?? .empty }

  @discardableResult
  package func append(
    _ batch: [NewEntry],
    expecting position: Position,
    at now: Instant
  ) throws(JournalFailure) -> JournalHead {
    let head = head()
    guard position == head.position else { throw .conflict(expected: position, found: head) }
    try BatchLaw.check(batch)
    let sealed = head.sealing(batch, at: now, with: &hasher)
    entries += sealed
    return self.head()
  }

  package func read(after position: Position, limit: Int) -> [Entry] {
    guard let first = Int(exactly: position.rawValue), first >= 0, first < entries.count, limit > 0
    else { return [] }
    return Array(entries[first...].prefix(limit))
  }

  package func entry(at position: Position) -> Entry? {
    guard position > .start, position.rawValue <= entries.count else { return nil }
    return entries[Int(position.rawValue) - 1]
  }
}

extension JournalFailure {
  /// The failure of a writer who did not know the journal's end.
  package static func conflict(expected: Position, found: JournalHead) -> JournalFailure {
    JournalFailure(.conflict(expected: expected, found: found.position))
  }
}
