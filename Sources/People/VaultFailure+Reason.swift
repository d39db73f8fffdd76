package import Rules

extension VaultFailure {
  /// Why the vault or the access log failed, with the facts that its sentence needs.
  package enum Reason: Hashable, Sendable {
    // What the caller asked for.
    case unknownClient(ClientKey)
    case unknownOriginal(OriginalID)
    case originalKnown(OriginalID)
    case batchKnown(SealID)
    case clientKeyKnown(ClientKey)
    /// The citizen number or reference of a new client is known under another key.
    case numberKnown(ClientKey, ClientScope)
    case destroyed(ClientKey)
    /// The access record does not name a client whose data are asked for.
    case notCovered(record: UInt64, ClientKey)
    case zeroClientKey
    /// A code for the intake log holds more than letters and digits.
    case intakeCode
    /// A client's part of an original overlaps another, or leaves the message.
    case clientPart(number: Int, OriginalID)
    case originalTooLarge(OriginalID)
    case notSealed

    // The key file.
    case keyFileReadable, keyFileTooLarge, keyFileInside, keyFileIncomplete
    case keyFileLine(number: Int)
    case keyFileStep(KeyFileStep, SystemTrouble)
    case otherVault
    /// The key of a month (year times 100 plus month) is not in the key file.
    case epochMissing(month: UInt32)

    // The files in the data folder, by their names.
    case noVault, vaultExists, incompleteVault, otherVersion
    /// A sealed value was changed or moved; its kind is a word of the layout.
    case sealedChanged(kind: String)
    /// A column holds another type of value than its table allows: the file is damaged.
    case misfitValue(table: String)
    case intakeRowWithoutDigest, batchWithoutName
    case accessLogBroken(record: UInt64)
    case accessLogBusy, accessLogStopped
    case file(name: String, FileFault)
  }

  /// What was being done with the key file.
  package enum KeyFileStep: Hashable, Sendable, CaseIterable {
    case making, reading, writing, findingFolder
  }

  /// What is the matter with a file of the vault.
  package enum FileFault: Hashable, Sendable, CaseIterable {
    case inUse, damaged, diskFull, notWritable, cannotOpen, alreadyHolds, unusable, stopped
  }
}

extension VaultFailure.Reason {
  /// The kind of failure.
  package var code: VaultFailure.Code {
    switch self {
    case .unknownClient: .unknownClient
    case .unknownOriginal: .unknownOriginal
    case .originalKnown, .batchKnown, .clientKeyKnown, .numberKnown: .alreadyKnown
    case .destroyed: .destroyed
    case .notCovered: .notCovered
    case .zeroClientKey, .intakeCode, .clientPart, .originalTooLarge: .malformed
    case .notSealed: .writeFailed
    case .keyFileReadable, .keyFileTooLarge, .keyFileInside, .keyFileIncomplete, .keyFileLine:
      .keyFile
    case .keyFileStep(let step, _): step.code
    case .otherVault, .epochMissing: .wrongKey
    case .noVault, .otherVersion: .unavailable
    case .vaultExists: .cannotCreate
    case .incompleteVault, .sealedChanged, .misfitValue, .intakeRowWithoutDigest,
      .batchWithoutName:
      .tampered
    case .accessLogBroken: .brokenChain
    case .accessLogBusy: .busy
    case .accessLogStopped: .stopped
    case .file(_, let fault): fault.code
    }
  }
}

extension VaultFailure.KeyFileStep {
  fileprivate var code: VaultFailure.Code {
    switch self {
    case .making, .findingFolder: .cannotCreate
    case .reading: .keyFile
    case .writing: .writeFailed
    }
  }
}

extension VaultFailure.FileFault {
  fileprivate var code: VaultFailure.Code {
    switch self {
    case .inUse: .busy
    case .damaged: .tampered
    case .diskFull, .notWritable: .writeFailed
    case .cannotOpen, .unusable: .unavailable
    case .alreadyHolds: .alreadyKnown
    case .stopped: .stopped
    }
  }
}
