import ArgumentParser
import Commissioning
import Quantities
import Region
import Rules

/// The programme of a region: milestones, decisions, consultations, readiness.
struct ProgrammeCommands: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "programme",
    abstract: "Programmes: milestones and their slip, decisions, consultations, readiness.",
    subcommands: [
      Check.self, Adopt.self, List.self, Show.self, Schedule.self, Replan.self, Reach.self,
      Propose.self, Decide.self, Budget.self, Consult.self, Report.self, React.self,
      AskAdvice.self, Advise.self, Respond.self, Scope.self, Ready.self, Impact.self,
      Evidence.self, Default.self, Override.self,
    ]
  )
}

/// The programme that a command is about, and where, when and how.
struct ProgrammeSubject: ParsableArguments {
  @Argument(help: "The code of the programme.") var code: ProgrammeCode
  @OptionGroup var options: FolderOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var time: DayOptions
}

extension ProgrammeSubject {
  /// The programme, for a command that only looks.
  func read() async throws -> CommissioningProgramme {
    let state = try await options.folder.openForReading().state
    guard let programme = state.programmes.programmes[code] else {
      throw ProgramFailure(any: OfficeFailure.refused(.programme(.unknown(code))))
    }
    return programme
  }

  /// Carries an action out and tells what happened.
  func carryOut(_ action: ProgrammeAction) async throws {
    let day = try time.date()
    let answers = try await options.folder.whileOpen { region in
      try await region.perform([.programme(.act(code, action))], key: "book", on: day)
    }
    Outcome.tell(answers, output)
  }
}

/// A command that asks one thing in one programme and needs nothing but its arguments.
protocol ProgrammeVerb: AsyncParsableCommand {
  var subject: ProgrammeSubject { get }
  func action() throws -> ProgrammeAction
}

extension ProgrammeVerb {
  func run() async throws { try await subject.carryOut(try action()) }
}

/// Bodies on the command line: those of one step separated by commas.
struct DecisionStep: ExpressibleByArgument {
  let bodies: [BodyCode]

  init?(argument: String) {
    let parts = argument.split(separator: ",", omittingEmptySubsequences: false)
    bodies = parts.compactMap { BodyCode($0) }
    guard bodies.count == parts.count else { return nil }
  }
}
