import ArgumentParser
import Foundation

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
      KeysCommand.self, UserCommand.self, DemoCommand.self,
    ]
  )

  static func main() async {
    do {
      try await run()
    } catch let status as ExitCode {
      exit(status.rawValue)
    } catch let failure as ProgramFailure {
      failure.report()
      exit(failure.status)
    } catch let request as StopRequest {
      exit(request.status)
    } catch {
      // Asked for help, a command ends with an error that is none.
      if exitCode(for: error) == .success { exit(withError: error) }
      let failure = ProgramFailure(any: error)
      failure.report()
      exit(failure.status)
    }
  }

  private static func run() async throws {
    var command = try parsed()
    try requireVerb(command)
    if var asynchronous = command as? any AsyncParsableCommand {
      try await asynchronous.run()
    } else {
      try command.run()
    }
  }

  /// The command of the arguments; asked for help, the program prints it and ends.
  private static func parsed() throws -> any ParsableCommand {
    do {
      return try parseAsRoot()
    } catch {
      guard exitCode(for: error) == .validationFailure else { throw error }
      // A command that is none knows neither language nor form: what is wrong without them?
      var found: any Error = error
      do {
        let command = try parseAsRoot(Speech.removed(from: CommandLine.arguments.dropFirst()))
        if isGroup(command) { return command }
      } catch { found = error }
      throw ProgramFailure(
        .badCommandLine(
          CommandLineFault(parserMessage: message(for: found)),
          help: help(in: fullMessage(for: found))
        )
      )
    }
  }

  private static func isGroup(_ command: any ParsableCommand) -> Bool {
    !type(of: command).configuration.subcommands.isEmpty
  }

  /// The command that shows the help, as the parser names it: `See 'regie init --help' ...`.
  private static func help(in message: String) -> String {
    guard let start = message.range(of: "See '", options: .backwards),
      let end = message[start.upperBound...].firstIndex(of: "'")
    else { return "regie --help" }
    return String(message[start.upperBound..<end])
  }

  /// A command that only groups others was given without one: a wrong command line.
  private static func requireVerb(_ command: any ParsableCommand) throws {
    let group = type(of: command).configuration
    guard isGroup(command) else { return }
    let name = group.commandName ?? "regie"
    throw ProgramFailure(
      .commandMissing(
        group: name == "regie" ? name : "regie \(name)",
        commands: group.subcommands.compactMap { verb in
          // The name of a command that names itself by its type: `Import` is `import`.
          verb.configuration.commandName ?? "\(verb)".lowercased()
        }
      )
    )
  }

  private static func exit(_ status: Int32) -> Never {
    exit(withError: ExitCode(status))
  }
}
