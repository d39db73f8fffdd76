package import Quantities

/// The end of a journal: its last entry, in short.
package struct JournalHead: Hashable, Sendable {
  package let position: Position
  package let hash: Digest
  package let recordedAt: Instant
  package let knownOn: CivilDate

  package init(position: Position, hash: Digest, recordedAt: Instant, knownOn: CivilDate) {
    self.position = position
    self.hash = hash
    self.recordedAt = recordedAt
    self.knownOn = knownOn
  }

  /// The head of a journal without entries: position 0, 32 zero bytes, and the earliest times.
  package static let empty = JournalHead(
    position: .start,
    hash: .zero,
    recordedAt: Instant(milliseconds: 0),
    knownOn: CivilDate(dayNumber: -719_162)  // 1 January of the year 1
  )
}

extension JournalHead {
  /// The known-on of an entry that follows, for a command of a day: the later of the two.
  package func knownOn(forCommandOf day: CivilDate) -> CivilDate { max(day, knownOn) }

  /// The recorded-at of an entry that follows, when the clock says `now`: the later of the two.
  package func recordedAt(now: Instant) -> Instant { max(now, recordedAt) }

  /// The entries that a batch becomes when it follows this head.
  package func sealing(
    _ batch: [NewEntry],
    at now: Instant,
    with hasher: inout EntryHasher
  ) -> [Entry] {
    var head = self
    var entries: [Entry] = []
    entries.reserveCapacity(batch.count)
    for new in batch {
      let entry = head.sealing(new, at: now, with: &hasher)
      head = entry.head
      entries.append(entry)
    }
    return entries
  }

  private func sealing(
    _ new: NewEntry,
    at now: Instant,
    with hasher: inout EntryHasher
  ) -> Entry {
    let attachments = new.attachments.map {
      Attachment(layout: $0.layout, bytes: $0.bytes, digest: hasher.digest($0.bytes.span))
    }
    let open = Entry(
      position: position.next,
      recordedAt: recordedAt(now: now),
      knownOn: knownOn(forCommandOf: new.knownOn),
      actor: new.actor,
      command: new.command,
      event: new.event,
      eventVersion: new.eventVersion,
      body: new.body,
      attachments: attachments,
      hash: .zero
    )
    return open.with(hash: hasher.hash(of: open, after: hash))
  }
}

extension Entry {
  /// The same entry with another hash.
  package func with(hash: Digest) -> Entry {
    Entry(
      position: position,
      recordedAt: recordedAt,
      knownOn: knownOn,
      actor: actor,
      command: command,
      event: event,
      eventVersion: eventVersion,
      body: body,
      attachments: attachments,
      hash: hash
    )
  }
}
