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
      if let complaint = complaint(about: entry) ?? complaint(about: entry.command, after: previous)
      {
        throw JournalFailure(.invalidBatch, "Entry \(offset + 1) of the batch \(complaint).")
      }
      previous = entry.command
      if entry.command.index == 1, !keys.insert(entry.command.key).inserted {
        throw JournalFailure(
          .invalidBatch,
          "Entry \(offset + 1) of the batch begins a command that the batch holds already."
        )
      }
    }
    if let previous, previous.index < previous.count {
      throw JournalFailure(
        .invalidBatch,
        "The batch ends within a command: event \(previous.index) of \(previous.count) is its last."
      )
    }
  }

  private static func complaint(about entry: NewEntry) -> String? {
    if !isActor(entry.actor) {
      return "has an actor that is empty, longer than 200 bytes or holds control characters"
    }
    if !isWord(entry.event) {
      return "has an event name that is not 1 to 100 of the characters a-z, 0-9, point and hyphen"
    }
    if entry.eventVersion == 0 { return "has event version 0; versions begin at 1" }
    if entry.body.isEmpty { return "has an empty body" }
    if entry.body.count > maximumBodyByteCount { return "has a body of more than 16 MiB" }
    if entry.attachments.count > maximumAttachmentCount { return "has more than 1000 attachments" }
    for attachment in entry.attachments {
      if !isWord(attachment.layout.name) || attachment.layout.version == 0 {
        return "has an attachment whose layout is not a word with a version from 1"
      }
      if attachment.bytes.count > maximumAttachmentByteCount {
        return "has an attachment of more than 512 MiB"
      }
    }
    return nil
  }

  private static func complaint(
    about stamp: CommandStamp,
    after previous: CommandStamp?
  ) -> String? {
    stamp.follows(previous)
      ? nil : "is numbered \(stamp.index) of \(stamp.count), which does not follow what precedes it"
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
