import ArgumentParser
import Foundation
import Journal

/// One run of a command line in the surroundings of its task, from the words to the exit code.
///
/// Everything that is said goes to the surroundings, failures and help too; nothing ends the
/// process.
struct CommandRun: Sendable {
  let arguments: [String]

  /// Parses the command line, carries the command out and reports how it failed.
  ///
  /// A region that another process holds open is not a failure when that process listens: then it
  /// carries the command out.
  func status() async -> Int32 {
    do {
      try await run()
      return 0
    } catch let status as ExitCode {
      return status.rawValue
    } catch let failure as ProgramFailure {
      return told(failure)
    } catch let request as StopRequest {
      return request.status
    } catch {
      // Asked for help, a command ends with an error that is none.
      guard Regie.exitCode(for: error) == .success else { return told(ProgramFailure(any: error)) }
      Console.line(Regie.fullMessage(for: error))
      return 0
    }
  }

  private func told(_ failure: ProgramFailure) -> Int32 {
    do {
      if let folder = failure.heldFolder, !Surroundings.current.isServed,
        let status = try CommandClient(folder: folder).carriedOut(arguments)
      {
        return status
      }
      failure.report()
      return failure.status
    } catch {
      let failure = ProgramFailure(any: error)
      failure.report()
      return failure.status
    }
  }

  private func run() async throws {
    var command = try Self.parsed(arguments)
    try Self.requireVerb(command)
    try Self.requireServable(command)
    if var asynchronous = command as? any AsyncParsableCommand {
      try await asynchronous.run()
    } else {
      try command.run()
    }
  }

  /// The command of the arguments; asked for help, what is thrown holds it.
  private static func parsed(_ arguments: [String]) throws -> any ParsableCommand {
    do {
      return try Regie.parseAsRoot(arguments)
    } catch {
      guard Regie.exitCode(for: error) == .validationFailure else { throw error }
      // A command that is none knows neither language nor form: what is wrong without them?
      var found: any Error = error
      do {
        let command = try Regie.parseAsRoot(Speech.removed(from: arguments))
        if isGroup(command) { return command }
      } catch { found = error }
      throw ProgramFailure(
        .badCommandLine(
          CommandLineFault(parserMessage: Regie.message(for: found)),
          help: help(in: Regie.fullMessage(for: found))
        )
      )
    }
  }

  /// Who makes or holds a region finds this one in use.
  private static func requireServable(_ command: any ParsableCommand) throws {
    guard Surroundings.current.isServed, command is any RunsAlone else { return }
    throw ProgramFailure(JournalFailure(.inUse))
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
          guard verb.configuration.shouldDisplay else { return nil }
          // The name of a command that names itself by its type: `Import` is `import`.
          return verb.configuration.commandName ?? "\(verb)".lowercased()
        }
      )
    )
  }
}

/// A command that is never carried out for another process: it makes or holds regions itself.
protocol RunsAlone {}
