package import Rules

extension JournalFailure {
  /// Why the journal could not do what was asked, with the facts that its sentence needs.
  package enum Reason: Hashable, Sendable {
    /// The journal does not end where the writer thought.
    case conflict(expected: Position, found: Position)
    /// An entry of the batch breaks the law of entries.
    case entryAgainstLaw(number: Int, EntryFault)
    /// The last entry of the batch is not the last one of its command.
    case batchEndsInCommand(index: UInt32, count: UInt32)
    case inUse
    /// The lock that keeps a second writer away cannot be taken.
    case cannotLock(SystemTrouble)
    case noJournal(path: String)
    case cannotCreate(path: String, SystemTrouble)
    /// The file is not a journal, or one of a later version.
    case notAJournal
    case closed
    case openedForReading
    /// An earlier failure, by its code, ended the writing.
    indirect case stopped(by: Reason)
    case unreadable(Position)
    case broken(ChainFault)
    case storage(Doing, StorageFault)
  }

  /// How an entry breaks the law of entries: a mistake of whoever made it.
  package enum EntryFault: Hashable, Sendable {
    case actor, eventName, eventVersion, emptyBody, longBody
    case manyAttachments, attachmentLayout, longAttachment
    case commandOutOfPlace(index: UInt32, count: UInt32)
    case repeatedCommand
  }

  /// What was being done when the storage failed.
  package enum Doing: Hashable, Sendable, CaseIterable {
    case opening, reading, writing
  }

  /// How the storage failed.
  package enum StorageFault: Hashable, Sendable {
    case diskFull, readOnly, locked, damaged, notAJournal
    /// Anything else, by the number of the storage itself, if it gave one.
    case other(Int32?)
  }
}

extension JournalFailure.Reason {
  /// The kind of failure.
  package var code: JournalFailure.Code {
    switch self {
    case .conflict: .conflict
    case .entryAgainstLaw, .batchEndsInCommand: .invalidBatch
    case .inUse: .inUse
    case .cannotLock(.noSuchFile), .cannotLock(.notAFolder), .noJournal: .noSuchFile
    case .cannotLock(.readOnly), .cannotLock(.noAccess), .openedForReading: .readOnly
    case .cannotLock(.diskFull): .diskFull
    case .cannotLock: .writeFailed
    case .cannotCreate: .cannotCreate
    case .notAJournal: .notAJournal
    case .closed, .stopped: .stopped
    case .unreadable, .broken: .brokenChain
    case .storage(let doing, let fault):
      switch fault {
      case .diskFull: .diskFull
      case .readOnly: .readOnly
      case .locked: .busy
      case .damaged: .brokenChain
      case .notAJournal: .notAJournal
      case .other: doing == .writing ? .writeFailed : .readFailed
      }
    }
  }
}
