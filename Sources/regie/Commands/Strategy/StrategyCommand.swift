import ArgumentParser
import Documents
import Journal
import Landscape
import Rules
import StrategyFiles

/// Strategy files: checked, shown, compared, and told in a letter.
struct StrategyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "strategy",
    abstract: "Check, show, compare and adopt strategies, and write the information letter.",
    subcommands: [
      Check.self, Show.self, Diff.self, Letter.self, Adopt.self, List.self,
    ]
  )

  /// Checks files and reports every finding.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check strategy files: every finding with line and column; 65 if one has an error."
    )

    @Argument(help: "The strategy files.") var files: [String]
    @Flag(help: "Show every place of a finding, and not only the first three.") var all = false
    @OptionGroup var output: OutputOptions

    func run() throws {
      var hasErrors = false
      for file in files {
        let check = StrategyReader.check(try InputFile.bytes(file))
        hasErrors = hasErrors || check.hasErrors
        if output.json {
          Console.line(CheckReport.json(check, file: file, in: Speech.current.language))
        } else {
          let lines = CheckReport.lines(
            check,
            file: file,
            all: all,
            in: Speech.current.language
          )
          for line in lines { Console.line(line) }
        }
      }
      if hasErrors { throw ExitCode(Status.invalidInput) }
    }
  }

  /// Prints the steering table.
  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print the steering table as the regions publish it."
    )

    @Argument(help: "The strategy file, or with --data the code of an adopted strategy.")
    var file: String
    @OptionGroup var source: StrategySourceOptions
    @Option(help: "The width of the table in columns.") var width = 120
    @OptionGroup var output: OutputOptions

    func run() async throws {
      let strategy = try await StrategyInput.strategy(of: file, in: source)
      let table = SteeringTable(strategy, in: Speech.current.language)
      if output.json {
        Console.line(table.json)
      } else {
        for line in table.lines(width: width) { Console.line(line) }
      }
    }
  }

  /// Compares two strategies in words.
  struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Say in words what differs between two strategies."
    )

    @Argument(help: "The earlier strategy file.") var before: String
    @Argument(help: "The later strategy file.") var after: String
    @OptionGroup var output: OutputOptions

    func run() throws {
      let comparison = StrategyComparison(
        from: try StrategyInput.strategy(of: before),
        to: try StrategyInput.strategy(of: after)
      )
      if output.json {
        Console.line(comparison.json(in: Speech.current.language))
      } else {
        for line in comparison.lines(in: Speech.current.language) { Console.line(line) }
      }
    }
  }

  /// Writes the information letter.
  struct Letter: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write the information letter of a strategy as an HTML page, in Dutch."
    )

    @Argument(help: "The strategy file, or with --data the code of an adopted strategy.")
    var file: String
    @OptionGroup var source: StrategySourceOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
      let strategy = try await StrategyInput.strategy(of: file, in: source)
      let letter = StrategyLetter.page(strategy)
      guard output.json else {
        Console.line(Array(letter.bytes.dropLast()))
        return
      }
      Console.line(
        JSONWriter.object { json in
          json.field("strategy", strategy.code)
          json.field("html", letter.text)
        }
      )
    }
  }
}

/// Reads strategy files for commands.
enum StrategyInput {
  /// The strategy of a file; its errors end the command.
  static func strategy(of path: String) throws -> Strategy {
    let check = StrategyReader.check(try InputFile.bytes(path))
    if let strategy = check.strategy { return strategy }
    let errors = check.findings(.error)
    let first =
      errors.first.map { "\(path):\($0.sites[0].place): " + $0.message }
      ?? BilingualText(quoted: path)
    throw ProgramFailure(
      Status.invalidInput,
      "strategy.refused",
      BilingualText(
        dutch:
          "\(first.dutch) Fouten in dit bestand: \(errors.count); regie strategy check toont ze alle.",
        english:
          "\(first.english) Errors in this file: \(errors.count); regie strategy check shows them all."
      )
    )
  }
}
