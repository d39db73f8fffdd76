package import Rules

/// What went wrong in the vault or in the access log, as a reason with its facts and a cause.
///
/// Neither the sentence nor the cause ever holds a name, a number of a person or a key.
package struct VaultFailure: Error, Sendable {
  /// The kind of failure: a closed list inside, open to new members outside.
  package struct Code: Hashable, Sendable, CustomStringConvertible {
    private enum Kind: String {
      case unknownClient, unknownOriginal, alreadyKnown, destroyed, malformed
      case tampered, brokenChain
      case wrongKey, keyFile, cannotCreate
      case notCovered, busy, unavailable, writeFailed, stopped
    }

    private let kind: Kind

    /// No person goes by this client key.
    package static let unknownClient = Code(kind: .unknownClient)
    /// No original message goes by this name.
    package static let unknownOriginal = Code(kind: .unknownOriginal)
    /// The number, the client key or the name is in use already.
    package static let alreadyKnown = Code(kind: .alreadyKnown)
    /// The person's key was destroyed, so nothing more can be sealed under it.
    package static let destroyed = Code(kind: .destroyed)
    /// The caller handed over something that contradicts itself.
    package static let malformed = Code(kind: .malformed)
    /// A stored record was changed, moved or cut.
    package static let tampered = Code(kind: .tampered)
    /// The chain of access records is broken.
    package static let brokenChain = Code(kind: .brokenChain)
    /// The key file belongs to another vault, or a key it needs is not in it.
    package static let wrongKey = Code(kind: .wrongKey)
    /// The key file is missing, readable by others, in the wrong place or not in its own form.
    package static let keyFile = Code(kind: .keyFile)
    /// A file cannot be made.
    package static let cannotCreate = Code(kind: .cannotCreate)
    /// The access record does not name every person whose data are asked for.
    package static let notCovered = Code(kind: .notCovered)
    /// Another process holds the file.
    package static let busy = Code(kind: .busy)
    /// The store cannot be read now.
    package static let unavailable = Code(kind: .unavailable)
    /// The store cannot be written; the disk may be full.
    package static let writeFailed = Code(kind: .writeFailed)
    /// An earlier write failed, so this store writes no more until it is opened again.
    package static let stopped = Code(kind: .stopped)

    /// One word without any value in it, safe for a metric.
    package var description: String { kind.rawValue }

    /// The exit code of a program that ends on this failure.
    package var exitCode: Int32 {
      switch kind {
      case .tampered, .brokenChain: 65
      case .wrongKey, .keyFile: 78
      case .cannotCreate: 73
      case .notCovered: 77
      case .busy: 75
      case .unavailable: 69
      case .writeFailed, .stopped: 74
      case .unknownClient, .unknownOriginal, .alreadyKnown, .destroyed, .malformed: 70
      }
    }
  }

  package let reason: Reason
  /// What lay under it, without values of a person.
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

extension VaultFailure: CustomStringConvertible {
  package var description: String {
    if let cause { "\(message) (\(code): \(cause))" } else { "\(message) (\(code))" }
  }
}
