import ArgumentParser
import Commissioning
import Quantities
import Region
import Rules

extension AgreementsCommand {
  /// Uses the next option of a contract.
  struct Extend: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Extend a contract by its next option."
    )

    @Option(help: "Who asks: opdrachtgever or opdrachtnemer.") var by = "opdrachtgever"
    @OptionGroup var contract: ContractOptions

    func run() async throws {
      try await contract.act(.extend(by: try OptionValue.read(by, "--by", .word())))
    }
  }

  /// Reviews a contract year.
  struct Review: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Review a contract year; a good year adds one to a rolling term."
    )

    @Option(help: "The contract year, the first being 1.") var year: Int
    @Flag(inversion: .prefixedNo, help: "Whether the year was good.") var good: Bool
    @OptionGroup var contract: ContractOptions

    func run() async throws { try await contract.act(.review(year: year, isGood: good)) }
  }

  /// Changes what was agreed.
  struct Amend: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Amend a contract, on a ground that the law or the contract gives."
    )

    @Option(help: "What the change is about.") var subject: String
    @Option(help: "The new text.") var text: String
    @Option(help: "The first day of the change (yyyy-mm-dd).") var from: String
    @Option(
      help: "herzieningsclausule, niet-wezenlijk, wijziging-van-de-standaard, wet or wezenlijk."
    )
    var ground: String
    @Flag(help: "It departs from the standard text.") var tailorMade = false
    @OptionGroup var contract: ContractOptions

    func run() async throws {
      try await contract.act(
        .amend(
          ContractAmendment(
            subject: try OptionValue.read(subject, "--subject", .text),
            text: try OptionValue.read(text, "--text", .text),
            from: try OptionValue.read(from, "--from", .date),
            ground: try OptionValue.read(ground, "--ground", .word()),
            isTailorMade: tailorMade
          )
        )
      )
    }
  }

  /// Adds a document.
  struct AddPart: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add-part",
      abstract: "Add a document, such as an addendum, from a file (YAML or JSON)."
    )

    @Option(help: "The file with code, soort, titel, vanaf, tot and bepalingen.") var file: String
    @OptionGroup var contract: ContractOptions

    func run() async throws {
      let draft = DraftFile(try InputFile.bytes(file))
      let part = draft.root.flatMap { AgreementFile.part($0) }
      guard let part, draft.findings.all.isEmpty else {
        throw ProgramFailure(
          .contractsRefused(file: file),
          ImportRefusal(draft.findings.all),
          file: file
        )
      }
      try await contract.act(.addPart(part))
    }
  }

  /// Ends a contract before its term.
  struct Terminate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Terminate a contract early, on a ground of the contract."
    )

    @Option(
      help: """
        onvoldoende-inzet, geen-levering, evaluatie-eerste-jaar, overmacht, tekortkoming, \
        faillissement or wederzijds-goedvinden.
        """
    )
    var ground: String
    @Option(help: "The last day of the contract (yyyy-mm-dd).") var effective: String
    @OptionGroup var contract: ContractOptions

    func run() async throws {
      try await contract.act(
        .terminate(
          try OptionValue.read(ground, "--ground", .word()),
          effective: try OptionValue.read(effective, "--effective", .date)
        )
      )
    }
  }

  /// Finds the step of the continuity risk.
  struct Continuity: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Assess the continuity of a provider from its figures."
    )

    @Option(help: "Solvency as a percentage, such as 12,5.") var solvency: String
    @Option(help: "Equity in cents; may be negative.") var equity: Int64
    @Option(help: "Revenue in cents.") var revenue: Int64
    @Option(help: "Result in cents; may be negative.") var result: Int64
    @Option(help: "For how many years on end there was a loss.") var lossYears = 0
    @Flag(help: "The ratios are falling.") var falling = false
    @Flag(help: "Bankruptcy is imminent.") var bankruptcy = false
    @OptionGroup var contract: ContractOptions

    func run() async throws {
      try await contract.act(
        .assessContinuity(
          ContinuityFigures(
            solvency: try OptionValue.read(solvency, "--solvency", .percentage),
            equity: Cents(equity),
            revenue: Cents(revenue),
            result: Cents(result),
            yearsOfLoss: lossYears,
            areRatiosFalling: falling,
            isBankruptcyImminent: bankruptcy
          )
        )
      )
    }
  }
}

/// A stop on new clients.
struct IntakeStopCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stop-intake",
    abstract: "Ask, answer or lift a stop on new clients.",
    subcommands: [Ask.self, Answer.self, Lift.self]
  )

  /// The provider asks for a stop.
  struct Ask: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Record that the provider asks for a stop."
    )

    @Option(help: "The first day (yyyy-mm-dd).") var from: String
    @Option(help: "The last day (yyyy-mm-dd).") var through: String?
    @Flag(help: "It is about crisis support.") var crisis = false
    @OptionGroup var contract: ContractOptions

    func run() async throws {
      try await contract.act(
        .askIntakeStop(
          from: try OptionValue.read(from, "--from", .date),
          through: try OptionValue.read(ifPresent: through, "--through", .date),
          isCrisis: crisis
        )
      )
    }
  }

  /// The municipality answers.
  struct Answer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Allow or refuse the stop.")

    @Flag(inversion: .prefixedNo, help: "Whether the stop is allowed.") var allow: Bool
    @OptionGroup var contract: ContractOptions

    func run() async throws { try await contract.act(.answerIntakeStop(isAllowed: allow)) }
  }

  /// The stop ends.
  struct Lift: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lift the stop as of today.")

    @OptionGroup var contract: ContractOptions

    func run() async throws { try await contract.act(.liftIntakeStop) }
  }
}
