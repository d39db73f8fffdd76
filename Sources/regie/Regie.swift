import ArgumentParser

/// The program: parses a command, calls the rooms, prints.
@main
struct Regie: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "regie",
    abstract: "The open commissioning engine of a care region.",
    subcommands: [
      InitCommand.self, ContractsCommand.self, MessagesCommand.self, ClaimsCommand.self,
      JournalCommand.self, DemoCommand.self,
    ]
  )

  static func main() async {
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let failure as ProgramFailure {
      failure.report()
      exit(failure.status)
    } catch let status as ExitCode {
      exit(status.rawValue)
    } catch {
      let status = exitCode(for: error)
      guard status == .validationFailure else { exit(withError: error) }
      // The usage of a wrong command line is code 64 in the house's table, as it is here.
      exit(withError: error)
    }
  }

  private static func exit(_ status: Int32) -> Never {
    exit(withError: ExitCode(status))
  }
}
