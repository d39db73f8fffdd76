/// The law that every batch must keep before a journal takes it.
///
/// Checked in one place, so that all journals refuse the same.
package enum BatchLaw {
  /// The largest body, in bytes; what is bigger belongs in an attachment.
  package static let maximumBodyByteCount = 16 << 20
  /// The largest attachment, in bytes: what SQLite keeps in one value, with room to spare.
  package static let maximumAttachmentByteCount = 512 << 20
  /// The most attachments one entry may have.
  package static let maximumAttachmentCount = 1_000

  /// Throws `.invalidBatch`, naming the entry and what is wrong, or returns.
  package static func check(_ batch: [NewEntry]) throws(JournalFailure) {
    var previous: CommandStamp?
    var keys: Set<Digest> = []
    for (offset, entry) in batch.enumerated() {
      if let fault = fault(of: entry) ?? fault(of: entry.command, after: previous) {
        throw JournalFailure(.entryAgainstLaw(number: offset + 1, fault))
      }
      previous = entry.command
      if entry.command.index == 1, !keys.insert(entry.command.key).inserted {
        throw JournalFailure(.entryAgainstLaw(number: offset + 1, .repeatedCommand))
      }
    }
    if let previous, previous.index < previous.count {
      throw JournalFailure(
        .batchEndsInCommand(index: previous.index, count: previous.count)
      )
    }
  }

  private static func fault(of entry: NewEntry) -> JournalFailure.EntryFault? {
    if !isActor(entry.actor) { return .actor }
    if !isWord(entry.event) { return .eventName }
    if entry.eventVersion == 0 { return .eventVersion }
    if entry.body.isEmpty { return .emptyBody }
    if entry.body.count > maximumBodyByteCount { return .longBody }
    if entry.attachments.count > maximumAttachmentCount { return .manyAttachments }
    for attachment in entry.attachments {
      if !isWord(attachment.layout.name) || attachment.layout.version == 0 {
        return .attachmentLayout
      }
      if attachment.bytes.count > maximumAttachmentByteCount { return .longAttachment }
    }
    return nil
  }

  private static func fault(
    of stamp: CommandStamp,
    after previous: CommandStamp?
  ) -> JournalFailure.EntryFault? {
    stamp.follows(previous)
      ? nil : .commandOutOfPlace(index: stamp.index, count: stamp.count)
  }

  /// Whether a text may name who did something.
  package static func isActor(_ text: String) -> Bool {
    (1...200).contains(text.utf8.count) && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
  }

  /// Whether a text may name an event or a layout.
  package static func isWord(_ text: String) -> Bool {
    (1...100).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        switch byte {
        case 0x61...0x7A, 0x30...0x39, 0x2E, 0x2D: true
        default: false
        }
      }
  }
}
