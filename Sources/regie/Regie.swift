import ArgumentParser
import Foundation

/// The program: parses a command, calls the rooms, prints.
@main
struct Regie: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "regie",
    abstract: "The open commissioning engine of a care region.",
    subcommands: [
      InitCommand.self, ContractsCommand.self, MessagesCommand.self, ClaimsCommand.self,
      JournalCommand.self, StrategyCommand.self, DemoCommand.self,
    ]
  )

  static func main() async {
    do {
      var command = try parseAsRoot()
      try requireVerb(command)
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

  /// A command that only groups others was given without one: a wrong command line.
  private static func requireVerb(_ command: any ParsableCommand) throws {
    let group = type(of: command)
    guard !group.configuration.subcommands.isEmpty else { return }
    try? FileHandle.standardError.write(contentsOf: Data((helpMessage(for: group) + "\n").utf8))
    throw ExitCode(64)
  }

  private static func exit(_ status: Int32) -> Never {
    exit(withError: ExitCode(status))
  }
}
