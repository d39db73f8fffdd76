package import Quantities

/// One event as it stands in the journal, for ever.
package struct Entry: Hashable, Sendable {
  package let position: Position
  /// When it was written down (UTC, milliseconds); never before the previous entry's.
  package let recordedAt: Instant
  /// The day from which the region knew it; never before the previous entry's, so that "as known on
  /// a day" is always a prefix of the journal.
  package let knownOn: CivilDate
  package let actor: String
  package let command: CommandStamp
  package let event: String
  package let eventVersion: UInt16
  package let body: [UInt8]
  package let attachments: [Attachment]
  /// The digest of the previous entry's hash and of everything above (see `canonicalForm`).
  package let hash: Digest

  package init(
    position: Position,
    recordedAt: Instant,
    knownOn: CivilDate,
    actor: String,
    command: CommandStamp,
    event: String,
    eventVersion: UInt16,
    body: [UInt8],
    attachments: [Attachment],
    hash: Digest
  ) {
    self.position = position
    self.recordedAt = recordedAt
    self.knownOn = knownOn
    self.actor = actor
    self.command = command
    self.event = event
    self.eventVersion = eventVersion
    self.body = body
    self.attachments = attachments
    self.hash = hash
  }
}

extension Entry {
  /// Whether the entry was taken over: known on a day before the one on which it was written down.
  ///
  /// The day it was written down is taken in UTC. The day in the Netherlands is the same or the
  /// next one, so an entry of today is never marked by mistake around midnight.
  package var takenOver: Bool { knownOn < recordedAt.utcDate }

  /// The journal's head once this entry is its last.
  package var head: JournalHead {
    JournalHead(position: position, hash: hash, recordedAt: recordedAt, knownOn: knownOn)
  }

  /// The bytes that the entry keeps in memory and on disk beyond its fixed fields.
  package var bulkByteCount: Int {
    attachments.reduce(body.count) { $0 + $1.bytes.count }
  }
}
