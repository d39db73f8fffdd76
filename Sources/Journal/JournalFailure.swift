package import Rules

/// A journal that could not do what was asked.
///
/// The code is for programs, the reason holds the facts, its sentence in both languages is for
/// people, the cause for whoever mends it. No sentence holds anything about a person.
package struct JournalFailure: Error, Sendable {
  package let reason: Reason
  package let cause: (any Error)?

  package init(_ reason: Reason, cause: (any Error)? = nil) {
    self.reason = reason
    self.cause = cause
  }

  package var code: Code { reason.code }

  /// What is wrong, where, and what to do.
  package var text: BilingualText { reason.text }

  /// The sentence in English, for logs.
  package var message: String { text.english }
}

extension JournalFailure {
  /// What kind of failure it is.
  package struct Code: Hashable, Sendable, CustomStringConvertible {
    private enum Kind: String {
      case conflict, invalidBatch
      case inUse, busy, noSuchFile, cannotCreate, notAJournal
      case diskFull, readOnly, writeFailed, readFailed, brokenChain, stopped
    }

    private let kind: Kind

    private init(_ kind: Kind) { self.kind = kind }

    /// The journal does not end where the writer thought.
    package static let conflict = Code(.conflict)
    /// The batch breaks the law of entries; nothing was written.
    package static let invalidBatch = Code(.invalidBatch)
    /// Another process writes this journal.
    package static let inUse = Code(.inUse)
    /// The storage was held by another for too long.
    package static let busy = Code(.busy)
    /// There is no journal at that place.
    package static let noSuchFile = Code(.noSuchFile)
    /// The journal could not be made at that place.
    package static let cannotCreate = Code(.cannotCreate)
    /// The file is not a journal, or one of a later version.
    package static let notAJournal = Code(.notAJournal)
    /// There is no space left.
    package static let diskFull = Code(.diskFull)
    /// The storage may be read only.
    package static let readOnly = Code(.readOnly)
    /// Writing failed for another reason.
    package static let writeFailed = Code(.writeFailed)
    /// Reading failed.
    package static let readFailed = Code(.readFailed)
    /// What is stored is damaged or was changed.
    package static let brokenChain = Code(.brokenChain)
    /// Writing was stopped after an earlier failure, or the journal was closed.
    package static let stopped = Code(.stopped)

    /// The code as a word, bounded, for metrics and logs.
    package var description: String { kind.rawValue }

    /// The exit code of a program that ends on this failure.
    package var exitCode: Int32 {
      switch kind {
      case .inUse, .busy, .conflict: 75
      case .noSuchFile: 66
      case .cannotCreate: 73
      case .notAJournal, .brokenChain: 65
      case .diskFull, .readOnly, .writeFailed, .readFailed, .stopped: 74
      case .invalidBatch: 70
      }
    }
  }

  /// Whether the journal may have stopped writing because of this, so that it has to be opened
  /// anew; after `.diskFull` the next append tells.
  package var stopsWriting: Bool {
    switch code {
    case .conflict, .invalidBatch: false
    default: true
    }
  }
}

extension JournalFailure: CustomStringConvertible {
  /// The sentence in English.
  package var description: String { message }
}
