import ArgumentParser
import Claims
import Journal
import Quantities
import Region
import Rules

/// Claims and their verdicts.
struct ClaimsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claims",
    abstract: "Claims and their verdicts.",
    subcommands: [Explain.self]
  )

  /// Prints the receipt of a verdict.
  struct Explain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print the receipt of the verdict on one line, in words or as JSON."
    )

    @Argument(help: "POSITION.N, or AGB/ReferentieNummer.") var line: String
    @OptionGroup var options: FolderOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
      let region = try await options.folder.openForReading()
      let explanation: LineExplanation
      do {
        explanation = try await LineFinder(state: region.state, journal: region.journal).find(line)
      } catch {
        throw ProgramFailure(any: error)
      }
      guard explanation.isReproduced else {
        throw ProgramFailure(.receiptDiffers(line: line))
      }
      if output.json {
        Console.line(explanation.json(in: output.lang))
      } else {
        Console.line(Array(explanation.text(in: output.lang).utf8.dropLast()))
      }
    }
  }
}
