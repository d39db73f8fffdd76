import Journal
import Quantities

extension RegionState {
  /// Moves the end of the state on by entries that are decided and not written yet.
  mutating func advance(by count: Int, on today: CivilDate) {
    head = JournalHead(
      position: head.position.advanced(by: count),
      hash: head.hash,
      recordedAt: head.recordedAt,
      knownOn: head.knownOn(forCommandOf: today)
    )
  }

  /// Takes over the end of the journal once the entries are written.
  mutating func settle(on head: JournalHead) { self.head = head }

  /// Takes over when the last entries were written, before those that are still to come.
  mutating func settle(recordedAt: Instant) {
    head = JournalHead(
      position: head.position,
      hash: head.hash,
      recordedAt: recordedAt,
      knownOn: head.knownOn
    )
  }
}
