import ArgumentParser
import Commissioning
import Landscape
import Quantities
import Region
import Rules
import StrategyFiles

extension ProgrammeCommands {
  /// Checks plan files.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check plan files of programmes: every finding with line and column."
    )

    @Argument(help: "The plan files.") var files: [String]
    @OptionGroup var output: OutputOptions

    func run() throws {
      var hasErrors = false
      for file in files {
        let check = ProgrammePlanFile.check(try InputFile.bytes(file))
        hasErrors = hasErrors || check.plan == nil
        PlanInput.tell(check, file: file, code: check.plan?.plan.code.description, output)
      }
      if hasErrors { throw ExitCode(Status.invalidInput) }
    }
  }

  /// Adopts a programme.
  struct Adopt: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Adopt a programme: from a plan file (YAML), or from a strategy that was adopted."
    )

    @Argument(help: "The plan file.") var file: String?
    @Option(help: "The code of an adopted strategy to take the programme from.")
    var fromStrategy: String?
    @OptionGroup var options: FolderOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var time: DayOptions

    func validate() throws {
      guard (file == nil) != (fromStrategy == nil) else {
        throw ValidationError("Give either a plan file or --from-strategy.")
      }
    }

    func run() async throws {
      let day = try time.date()
      let written = try file.map { file in
        try PlanInput.require(ProgrammePlanFile.check(try InputFile.bytes(file)), file: file)
      }
      var omissions: [StrategyProgramme.Omission] = []
      let answers = try await options.folder.whileOpen { region in
        let plan: ProgrammePlan
        let decisions: [ProgrammeDecision]
        if let written {
          (plan, decisions) = (written.plan, written.decisions)
        } else {
          let derived = try programme(in: await region.office.published)
          (plan, decisions, omissions) = (derived.plan, derived.decisions, derived.omissions)
        }
        let commands =
          [Command.programme(.adopt(plan))]
          + decisions.map { .programme(.act(plan.code, .propose($0))) }
        return try await region.perform(commands, key: "book", on: day)
      }
      Outcome.tell(answers, output)
      if output.json { return }
      for omission in omissions { Console.line(omission.text) }
    }

    private func programme(in state: RegionState) throws -> StrategyProgramme {
      let code = fromStrategy ?? ""
      guard let adoption = state.strategies.current(code) else {
        throw ProgramFailure(
          Status.noSuchFile,
          "strategy.unknown",
          BilingualText(
            "Strategie \(code) is hier niet vastgesteld. Stel haar eerst vast, of geef een "
              + "planbestand.",
            "Strategy \(code) is not adopted here. Adopt it first, or give a plan file."
          )
        )
      }
      do throws(StrategyProgrammeFault) {
        return try StrategyProgramme(of: adoption.strategy)
      } catch {
        throw ProgramFailure(
          Status.invalidInput,
          "programme.notDerived",
          error.text
        )
      }
    }
  }
}
