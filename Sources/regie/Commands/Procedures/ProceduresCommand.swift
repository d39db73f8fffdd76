import ArgumentParser
import Commissioning
import Quantities
import Region
import Rules

/// Purchasing procedures from the plan to the award, with sealed bids.
struct ProceduresCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "procedures",
    abstract: "Tenders and admissions: calendar, lots, questions, sealed bids, award.",
    subcommands: [
      Check.self, Draft.self, Prepare.self, List.self, Show.self, Calendar.self, Lots.self,
      Approve.self,
      Publish.self, Ask.self, Answer.self, Note.self, Postpone.self, Key.self, Seal.self,
      Submit.self, WithdrawBid.self, Open.self, ImportOpening.self, ReadBid.self, Evidence.self,
      SetAside.self, Score.self, Agree.self, Ranking.self, Draw.self, Award.self, Complain.self,
      AnswerComplaint.self, Relief.self, Rule.self, Final.self, Apply.self, Admit.self,
      TurnDown.self, Contracts.self, Withdraw.self,
    ]
  )
}

/// The procedure that a command is about, and where, when and how.
struct ProcedureSubject: ParsableArguments {
  @Argument(help: "The code of the procedure.") var code: ProcedureCode
  @OptionGroup var options: FolderOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var time: MomentOptions
}

extension ProcedureSubject {
  /// The procedure as it stands in a state.
  func procedure(in state: RegionState) throws -> ProcurementProcedure {
    guard let procedure = state.procedures.procedures[code] else {
      throw ProgramFailure(any: OfficeFailure.refused(.procedure(.unknown(code))))
    }
    return procedure
  }

  /// The procedure, for a command that only looks.
  func read() async throws -> ProcurementProcedure {
    try procedure(in: try await options.folder.openForReading().state)
  }

  /// Carries an action out and tells what happened.
  func carryOut(_ action: ProcedureAction) async throws {
    let moment = try time.moment()
    let answers = try await options.folder.whileOpen { region in
      try await perform(action, region, at: moment)
    }
    Outcome.tell(answers, output)
  }

  /// Carries an action out on a region that is open.
  func perform(
    _ action: ProcedureAction,
    _ region: OpenRegion,
    at moment: CivilMoment
  ) async throws -> [Region.Answer] {
    try await region.perform(
      [.procedure(.act(code, action), at: moment)],
      key: "book",
      on: moment.date
    )
  }
}

/// A command that asks one thing in one procedure and needs nothing but its arguments.
protocol ProcedureVerb: AsyncParsableCommand {
  var subject: ProcedureSubject { get }
  func action() throws -> ProcedureAction
}

extension ProcedureVerb {
  func run() async throws { try await subject.carryOut(try action()) }
}

/// Whose bid or application a command is about.
struct BidOptions: ParsableArguments {
  @Option(help: "The code of the lot.") var lot: LotCode
  @Option(help: "The provider's number in the trade register (8 digits).")
  var provider: ChamberNumber

  var key: BidKey { BidKey(lot, provider) }
}
