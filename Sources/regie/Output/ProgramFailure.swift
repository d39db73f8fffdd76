import Exchange
import Foundation
import Journal
import People
import Region

/// Why a command ends without having done what was asked: one sentence and an exit code.
struct ProgramFailure: Error {
  let status: Int32
  /// Sentences that say what is wrong, where, and what to do; no personal data.
  let lines: [String]

  init(_ status: Int32, _ text: String) {
    self.status = status
    lines = [text]
  }

  init(_ status: Int32, lines: [String]) {
    self.status = status
    self.lines = lines
  }

  /// Writes the sentences to standard error.
  func report() {
    for line in lines {
      try? FileHandle.standardError.write(contentsOf: Data("regie: \(line)\n".utf8))
    }
  }
}

/// The exit codes of the house.
enum Status {
  static let invalidInput: Int32 = 65
  static let noSuchFile: Int32 = 66
  static let ourFault: Int32 = 70
  static let cannotCreate: Int32 = 73
  static let readOrWriteFailed: Int32 = 74
  static let inUse: Int32 = 75
  static let notAllowed: Int32 = 77
  static let wrongKeyOrSettings: Int32 = 78
}

extension ProgramFailure {
  init(_ failure: JournalFailure) {
    let status =
      switch failure.code {
      case .inUse, .busy, .conflict: Status.inUse
      case .noSuchFile: Status.noSuchFile
      case .cannotCreate: Status.cannotCreate
      case .notAJournal, .brokenChain: Status.invalidInput
      case .diskFull, .readOnly, .writeFailed, .readFailed, .stopped: Status.readOrWriteFailed
      default: Status.ourFault
      }
    self.init(status, failure.message)
  }

  init(_ failure: VaultFailure) { self.init(failure.code.exitCode, failure.message) }

  init(_ failure: EventFailure) { self.init(Status.wrongKeyOrSettings, failure.description) }

  init(_ failure: OfficeFailure) {
    switch failure {
    case .refused(let refusal): self.init(Status.invalidInput, refusal.text)
    case .keyUsedForOther:
      self.init(Status.invalidInput, "Deze opdracht is al eerder met een andere inhoud gegeven.")
    case .busy: self.init(Status.inUse, "Er wachten te veel opdrachten; probeer het zo opnieuw.")
    case .journal(let failure): self.init(failure)
    case .event(let failure): self.init(failure)
    }
  }

  init(_ failure: IntakeFailure) {
    switch failure {
    case .vault(let failure): self.init(failure)
    case .office(let failure): self.init(failure)
    case .notTyped(let message):
      self.init(
        Status.ourFault,
        "Een \(message) kwam door de controle en was toch niet te lezen: dit is een fout in Regie."
      )
    }
  }

  /// Any failure of the rooms as a failure of the program.
  init(any error: any Error) {
    switch error {
    case let failure as ProgramFailure: self = failure
    case let failure as JournalFailure: self.init(failure)
    case let failure as VaultFailure: self.init(failure)
    case let failure as EventFailure: self.init(failure)
    case let failure as OfficeFailure: self.init(failure)
    case let failure as IntakeFailure: self.init(failure)
    default: self.init(Status.ourFault, "Onverwachte fout: \(error)")
    }
  }
}
