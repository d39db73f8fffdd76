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
      abstract: "Print the receipt of the verdict on one line, or what came of a line of our own."
    )

    @Argument(help: "POSITION.N, or AGB/ReferentieNummer.") var line: String
    @OptionGroup var options: FolderOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
      let region = try await options.folder.openForReading()
      let found: LineFinder.Found
      do {
        found = try await LineFinder(state: region.state, journal: region.journal).find(line)
      } catch {
        throw ProgramFailure(any: error)
      }
      switch found {
      case .judged(let explanation):
        guard explanation.isReproduced else {
          throw ProgramFailure(.receiptDiffers(line: line))
        }
        show(explanation.json(in: output.lang), explanation.text(in: output.lang))
      case .own(let explanation):
        show(explanation.json(in: output.lang), explanation.text(in: output.lang))
      }
    }

    private func show(_ json: [UInt8], _ text: String) {
      Console.line(output.json ? json : Array(text.utf8.dropLast()))
    }
  }
}
