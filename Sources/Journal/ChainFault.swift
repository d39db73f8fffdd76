package import Quantities

/// One thing that is wrong with a journal, and where.
package struct ChainFault: Hashable, Sendable {
  /// The entry concerned; `.start` when the fault lies in the file and in no entry.
  package let position: Position
  package let kind: Kind

  package init(_ kind: Kind, at position: Position) {
    self.kind = kind
    self.position = position
  }

  /// What can be wrong.
  package enum Kind: Hashable, Sendable {
    /// Entries are missing: this position is, and the next one found is `next`.
    case missing(next: Position)
    /// The position stands where a later one was due.
    case misplaced(after: Position)
    /// The content and the hash of the entry do not fit each other and the previous entry.
    case changed
    /// An attachment's bytes do not fit its digest.
    case attachmentChanged(number: Int)
    /// A stored column cannot be what was written.
    case unreadable(column: String)
    /// The entry was recorded before the one that precedes it.
    case recordedEarlier
    /// The entry was known before the one that precedes it.
    case knownEarlier
    /// The command of this entry stops at event `index` of `count`.
    case commandIncomplete(index: UInt32, count: UInt32)
    /// The entry's place in its command does not follow from what precedes it.
    case commandOutOfPlace(index: UInt32, count: UInt32)
    /// The command that begins here was written before, at `first`.
    case commandRepeated(first: Position)
    /// The journal ends before a signed head: its tail was cut, or it is an old copy.
    case tailMissing(head: Position, recordedAt: Instant)
    /// The chain differs from a signed head, somewhere behind `after`.
    case rewritten(after: Position, head: Position)
    /// The signature of a head is not valid, or not by the key that is trusted.
    case headNotSigned
    /// Attachments are stored that belong to no entry.
    case strayAttachment
    /// A part of the file's own law (table, index, trigger) is missing, altered or added.
    case schema(part: String, SchemaFault)
    /// The file's own integrity check complains.
    case integrity(String)
  }

  /// What happened to a part of the schema.
  package enum SchemaFault: Hashable, Sendable {
    case missing
    case altered
    case added
  }
}

/// The result of verifying a journal.
package struct ChainReport: Hashable, Sendable {
  /// The last entry seen.
  package let head: JournalHead
  package let entryCount: Int
  /// The first faults, in the order in which they were met.
  package let faults: [ChainFault]
  /// How many faults there are in all.
  package let faultCount: Int

  package init(head: JournalHead, entryCount: Int, faults: [ChainFault], faultCount: Int) {
    self.head = head
    self.entryCount = entryCount
    self.faults = faults
    self.faultCount = faultCount
  }

  /// Whether nothing is wrong.
  package var isWhole: Bool { faultCount == 0 }
}
