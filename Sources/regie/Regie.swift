import ArgumentParser

/// The program: parses a command, calls the rooms, prints.
@main
struct Regie: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "regie",
    abstract: "The open commissioning engine of a care region.",
    discussion: "Sentences are in Dutch, and in English with --lang en.",
    subcommands: [
      InitCommand.self, StrategyCommand.self, ProgrammeCommands.self, ProceduresCommand.self,
      ProvidersCommand.self, ContractsCommand.self, AgreementsCommand.self, CoverageGroup.self,
      TransitionGroup.self, SuppliersGroup.self, MessagesCommand.self, AllocationsCommand.self,
      DeliveriesCommand.self, ClaimsCommand.self, JournalCommand.self, AccessRecordsCommand.self,
      KeysCommand.self, UserCommand.self, DemoCommand.self, ServeCommand.self, HoldCommand.self,
    ]
  )

  static func main() async {
    let arguments = Array(CommandLine.arguments.dropFirst())
    exit(withError: ExitCode(await CommandRun(arguments: arguments).status()))
  }
}
