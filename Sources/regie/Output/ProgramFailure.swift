import Accounts
import Commissioning
import Exchange
import Journal
import People
import Region
import Rules

/// Why a command ends without having done what was asked: an exit code, a word and a sentence.
///
/// The sentences of the rooms' failures stand in the rooms; here is only what they mean to whoever
/// called the program.
struct ProgramFailure: Error {
  let status: Int32
  /// The failure as a word for programs, such as `journal.inUse`.
  let code: String
  /// What is wrong, where, and what to do; no personal data.
  let text: BilingualText
  /// The folder that another process holds open, if that is the reason: it may be asked instead.
  var heldFolder: DataFolder?
  /// What is wrong with the lines of a file, if that is the reason.
  var findings: [FileFinding] = []

  /// A finding and the file it is about.
  struct FileFinding {
    let file: String
    let finding: ImportFinding
  }

  init(_ status: Int32, _ code: String, _ text: BilingualText) {
    self.status = status
    self.code = code
    self.text = text
  }

  /// A failure of the program itself.
  init(_ fault: ProgramFault) { self.init(fault.status, fault.code, fault.text) }

  /// A file whose lines are wrong: all findings, and that nothing was taken over.
  init(_ fault: ProgramFault, _ refusal: ImportRefusal, file: String) {
    self.init(fault)
    findings = refusal.findings.map { FileFinding(file: file, finding: $0) }
  }
}

extension ProgramFailure {
  /// Writes the failure to standard error: sentences, or one JSON object.
  func report(_ speech: Speech = .current) {
    let bytes = speech.json ? json(in: speech.language) : Array(lines(in: speech.language).utf8)
    try? Surroundings.current.words.write(bytes + [0x0A], to: .errors)
  }

  private func lines(in language: Language) -> String {
    let all =
      findings.map { "\($0.file), \($0.finding.description(in: language))" } + [text[language]]
    return all.map { "regie: \($0)" }.joined(separator: "\n")
  }

  private func json(in language: Language) -> [UInt8] {
    JSONWriter.object { json in
      json.field("exit", Int64(status))
      json.field("code", code)
      json.field("text", text[language])
      guard !findings.isEmpty else { return }
      json.array("findings") { json in
        for finding in findings {
          json.object { json in
            json.field("file", finding.file)
            json.field("line", Int64(finding.finding.line))
            json.field("column", ifPresent: finding.finding.column)
            json.field("text", finding.finding.text(in: language))
          }
        }
      }
    }
  }
}

/// The exit codes of the house.
enum Status {
  static let usage: Int32 = 64
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
    self.init(failure.code.exitCode, "journal.\(failure.code)", failure.text)
  }

  init(_ failure: VaultFailure) {
    self.init(failure.code.exitCode, "vault.\(failure.code)", failure.text)
  }

  init(_ failure: EventFailure) {
    self.init(Status.wrongKeyOrSettings, "journal.unknownEvent", failure.text)
  }

  init(_ failure: OfficeFailure) {
    switch failure {
    case .journal(let failure): self.init(failure)
    case .event(let failure): self.init(failure)
    case .refused, .keyUsedForOther: self.init(Status.invalidInput, failure.code, failure.text)
    case .busy: self.init(Status.inUse, failure.code, failure.text)
    }
  }

  init(_ failure: IntakeFailure) {
    switch failure {
    case .vault(let failure): self.init(failure)
    case .office(let failure): self.init(failure)
    case .notTyped: self.init(Status.ourFault, "intake.notTyped", failure.text)
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
    case let failure as AccountFailure:
      self.init(failure.exitCode, "account.\(failure.code)", failure.text)
    case let refusal as AccountRefusal:
      self.init(Status.invalidInput, "account.\(refusal.code)", refusal.text)
    default: self.init(.unexpected("\(type(of: error))"))
    }
  }
}
