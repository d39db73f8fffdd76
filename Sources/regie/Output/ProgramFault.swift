import Rules

/// What can be wrong that only the program sees: the command line, and files outside the rooms.
enum ProgramFault: Hashable, Sendable {
  // The command line.
  case badCommandLine(CommandLineFault, help: String)
  /// A command that only groups others was given without one.
  case commandMissing(group: String, commands: [String])
  case notADate(option: String, text: String)
  case notAMunicipality(option: String, text: String)
  case providerMissing
  case municipalityMissing
  case otherMunicipality(code: String)
  case unclearLine(String)

  // Files and folders.
  case noSuchFile(path: String)
  case notADataFolder(path: String)
  case folderNotEmpty(path: String)
  case regionExists(path: String)
  case regionBeingMade(path: String)
  case keyExists
  /// Signed heads of an earlier region stand where those of a new one would come.
  case headExists(path: String)
  case noKey
  case folderNotMade(path: String, SystemTrouble)
  case folderUnreadable(path: String)
  case file(path: String, SystemTrouble)
  case output

  // What stands in a file.
  case contractsRefused(file: String)
  case settingsRefused(file: String)
  case tableRefused(file: String)
  case notHeads(file: String)

  // What was looked for, or came out.
  case noSuchLine(String)
  case receiptUnreadable(line: String)
  case receiptDiffers(line: String)
  case demoDiffers
  case signingKey
  case unexpected(String)
}

extension ProgramFault {
  /// The exit code.
  var status: Int32 {
    switch self {
    case .badCommandLine, .commandMissing, .notADate, .notAMunicipality, .providerMissing,
      .municipalityMissing, .unclearLine:
      Status.usage
    case .otherMunicipality: Status.notAllowed
    case .noSuchFile, .noKey, .notADataFolder, .noSuchLine, .file(_, .noSuchFile):
      Status.noSuchFile
    case .folderNotEmpty, .regionExists, .keyExists, .headExists, .folderNotMade:
      Status.cannotCreate
    case .regionBeingMade: Status.inUse
    case .folderUnreadable, .file, .output: Status.readOrWriteFailed
    case .contractsRefused, .tableRefused, .notHeads: Status.invalidInput
    case .settingsRefused: Status.wrongKeyOrSettings
    case .receiptUnreadable, .receiptDiffers, .demoDiffers, .signingKey, .unexpected:
      Status.ourFault
    }
  }

  /// The fault as a word for programs.
  var code: String {
    switch self {
    case .badCommandLine: "usage.commandLine"
    case .commandMissing: "usage.commandMissing"
    case .notADate: "usage.date"
    case .notAMunicipality: "usage.municipality"
    case .providerMissing: "usage.provider"
    case .municipalityMissing: "usage.municipalityMissing"
    case .unclearLine: "usage.line"
    case .otherMunicipality: "party.otherMunicipality"
    case .noSuchFile, .file(_, .noSuchFile): "file.missing"
    case .notADataFolder: "folder.notRegie"
    case .folderNotEmpty: "folder.notEmpty"
    case .regionExists: "folder.isRegie"
    case .regionBeingMade: "folder.beingMade"
    case .keyExists: "key.exists"
    case .headExists: "head.exists"
    case .noKey: "key.missing"
    case .folderNotMade: "folder.notMade"
    case .folderUnreadable: "folder.unreadable"
    case .file: "file.failed"
    case .output: "output.failed"
    case .contractsRefused: "contracts.refused"
    case .settingsRefused: "settings.refused"
    case .tableRefused: "table.refused"
    case .notHeads: "head.notHeads"
    case .noSuchLine: "line.missing"
    case .receiptUnreadable: "receipt.unreadable"
    case .receiptDiffers: "receipt.differs"
    case .demoDiffers: "demo.differs"
    case .signingKey: "head.signingKey"
    case .unexpected: "unexpected"
    }
  }
}
